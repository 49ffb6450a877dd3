"""What a column's heading says it holds, in the words that Danish systems use."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz

from somcost.model.profiles import Meaning

LIKENESS = 82.0
"""How like a known word a heading is at least, of 100, to be taken for it."""
PART, NEAR = 0.8, 0.9
"""How sure a heading is that holds a known word among others, and one that is nearly a known word."""

WORDS: Mapping[Meaning, str] = MappingProxyType(
    {
        "date": (
            "dato, registreringsdato, periode, måned, uge, kvartal, dag, date, month, udført, udført dato, "
            "udførelsesdato, registreret, dato for tid, arbejdsdato, år og måned, år/måned, år uge, uge nr, "
            "regnskabsperiode"
        ),
        "job_group": (
            "job_group, stilling, stillingsbetegnelse, faggruppe, medarbejdertype, medarbejdergruppe, overenskomst, "
            "overenskomstgruppe, personalegruppe, personalekategori, jobgruppe, profession, faglighed, fagprofil, "
            "stillingskode, stillingstype"
        ),
        "hours": (
            "hours, timer, antal timer, forbrugt tid, varighed, tidsforbrug, tid, timer i alt, minutter, antal "
            "minutter, min, antal min, timeforbrug, anvendt tid, tid brugt, brugt tid, registreret tid, timetal"
        ),
        "start_time": "start, starttid, starttidspunkt, fra, fra kl, kl fra, begyndt, mødt, start kl, påbegyndt",
        "end_time": "slut, sluttid, sluttidspunkt, til, til kl, kl til, afsluttet, gået, slut kl",
        "pause": "pause, pausetid, heraf pause",
        "employee": (
            "employee, medarbejder, medarbejdernr, medarbejdernummer, medarbejder id, medarb, medarb nr, ansat, "
            "initialer, sagsbehandler, udfører, udført af, tjenestenummer, lønnummer, bruger id"
        ),
        "activity": (
            "activity, aktivitet, aktivitetstype, ydelse, indsats, opgave, opgavetype, kategori, arbejdsopgave, "
            "tidstype, registreringstype"
        ),
        "phase": "phase, fase, forløbsfase, procesfase",
        "with_citizen": (
            "with_citizen, med borger, borgerkontakt, borger til stede, med barn, med familie, direkte borgertid, "
            "direkte tid, direkte, ansigt til ansigt, sammen med borger"
        ),
        "case": (
            "case, sag, sagsnr, sagsnummer, sags id, borger, borger id, borgernr, borgernummer, familie, familie id, "
            "barn, journalnr"
        ),
        "site": "site, afdeling, enhed, sted, team, institution, distrikt, område, tjenestested, organisation",
        "course": "course, forløb, hold, gruppeforløb, gruppe, kursus, holdnavn",
    }
)
"""Headings by what they mean; case, points and what stands in brackets make no difference."""
SKIPPED = (
    "bemærkning, bemærkninger, kommentar, kommentarer, note, noter, notat, beskrivelse, tekst, fritekst, navn, "
    "borgernavn, medarbejdernavn, fornavn, efternavn, normtimer, normtid, norm, løbenr, løbenummer, id, oprettet, "
    "oprettet af, ændret, godkendt, status, total, i alt, sum, pct, procent, adresse, telefon, e-mail, email, beløb, kr"
)
"""Headings of what is not read: notes and names, norms, sums, numbers of rows."""


@cache
def normal(heading: str) -> str:
    """Give a heading as it is compared: small letters, no brackets, points or doubled blanks.

    >>> normal("Antal timer (t)"), normal("Medarb.nr.")
    ('antal timer', 'medarb nr')
    """
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading.casefold())
    return " ".join(re.sub(r"[^\w/]+", " ", bare).split())


def _known(words: str) -> frozenset[str]:
    return frozenset(normal(word) for word in words.split(","))


KNOWN: Mapping[Meaning, frozenset[str]] = MappingProxyType({meaning: _known(words) for meaning, words in WORDS.items()})
NOT_READ = _known(SKIPPED)


def is_skipped(heading: str) -> bool:
    """Whether a heading says that its column is none of what is read.

    >>> is_skipped("Bemærkninger"), is_skipped("Timer")
    (True, False)
    """
    return normal(heading) in NOT_READ


@cache
def meanings_of(heading: str) -> Mapping[Meaning, float]:
    """Give what a heading may mean, with how sure it is, from 0 to 1.

    >>> meanings_of("Forbrugt tid"), meanings_of("Aktivitte")
    ({'hours': 1.0}, {'activity': 0.9})
    """
    text = normal(heading)
    if not text or text in NOT_READ:
        return {}
    scores = {meaning: _likeness(text, words) for meaning, words in KNOWN.items()}
    return {meaning: score for meaning, score in scores.items() if score}


def _likeness(text: str, words: frozenset[str]) -> float:
    if text in words:
        return 1.0
    parts = text.split()
    if parts[-1] in words or any(set(word.split()) <= set(parts) for word in words if len(word) > len("uge")):
        return PART
    return NEAR if len(text) > len("dato") and any(fuzz.ratio(text, word) >= LIKENESS for word in words) else 0.0
