"""What a citizen's status is called in other systems: igangværende is enrolled, ophørt is discharged."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rapidfuzz import fuzz

from somcost.intake.job_groups import Match
from somcost.intake.understood import Doubt
from somcost.model.tables import STATUSES, Status
from somcost.read.cells import quoted

WORDS: Mapping[Status, str] = MappingProxyType(
    {
        "enrolled": (
            "enrolled, indskrevet, indskreven, aktiv, aktivt, i gang, igang, igangværende, i forløb, løbende, åben, "
            "åbent, påbegyndt, startet, active"
        ),
        "discharged": (
            "discharged, udskrevet, udskreven, afsluttet, afslut, ophørt, stoppet, afbrudt, frafaldet, lukket, inaktiv"
        ),
        "completed": "completed, gennemført, fuldført, færdig, færdiggjort",
    }
)
KNOWN: Mapping[str, Status] = MappingProxyType(
    {word.strip(): status for status, words in WORDS.items() for word in words.split(",")}
)
PROPOSED = 75.0
"""How like a known word another one is at least, of 100, for its status to be proposed; it is never taken unasked."""


def statuses_of(words: Iterable[str]) -> dict[str, Match]:
    """Give for each word the status that it is, or is like; a word like none is left out.

    >>> [(each.group, each.is_sure) for each in statuses_of(["Igangværende", "Ikke gennemført"]).values()]
    [('enrolled', True), ('completed', False)]
    """
    found = (_match(word) for word in dict.fromkeys(words))
    return {each.word: each for each in found if each is not None}


def _match(word: str) -> Match | None:
    text = " ".join(word.casefold().split()).rstrip(".")
    if text in KNOWN:
        return Match(word, KNOWN[text], 1.0)
    likeness, near = max((fuzz.ratio(text, known), known) for known in KNOWN)
    return Match(word, KNOWN[near], _below_sure(likeness)) if likeness >= PROPOSED else None


def _below_sure(likeness: float) -> float:
    """Give how sure a word is that is only like another: less than what is taken unasked, since a `not` is short."""
    return min(likeness, 80.0) / 100


def doubts_of_statuses(words: Iterable[str], matched: Mapping[str, Match]) -> Iterator[Doubt]:
    """Ask for the status of words that are none that is known."""
    for word in words:
        match = matched.get(word)
        advice = f"Say --status {quoted(word)}=STATUS, one of {', '.join(STATUSES)}."
        if match is None:
            yield Doubt("values.status", f"{quoted(word)} is no status that is known", advice, word)
        elif not match.is_sure:
            found = f"{quoted(word)} is like a word for {match.group}, and none that is known"
            yield Doubt("values.status", found, advice, word)
