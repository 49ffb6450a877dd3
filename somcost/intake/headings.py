"""What a column's heading says it holds, in the words that Danish systems use."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz import fuzz

from somcost.intake.heading_words import SKIPPED, WORDS
from somcost.model.profiles import AmountsAre, AmountsIn, KindName, Meaning

LIKENESS = 82.0
"""How like a known word a heading is at least, of 100, to be taken for it."""
PART, NEAR = 0.8, 0.9
"""How sure a heading is that holds a known word among others, and one that is nearly a known word."""
WITH_VAT = re.compile(r"(?i)\b(?:inkl|incl|inklusive|med)\b\.?\s*moms\b")
PART_OF_AMOUNT = re.compile(r"(?i)\b(?:heraf|herunder|deraf)\b")
"""Says of VAT that it is in the amount beside it."""
KR_EACH: Mapping[AmountsIn, re.Pattern[str]] = MappingProxyType(
    {
        "thousands": re.compile(
            r"(?i)\b(?:t\.?\s?kr|1[. ]?000\s?kr|(?:tusinde|tusinder|tusind)\s?kr)\b|\bi (?:1[. ]000|tusinder?)\b"
        ),
        "millions": re.compile(r"(?i)\b(?:mio|mill)\b\.?|\bmillioner\b"),
    }
)
"""What amounts are said to be in."""
UNREAD: Mapping[KindName, frozenset[str]] = MappingProxyType(
    {
        "registrations": frozenset(),
        "citizens": frozenset({"forventet", "planlagt", "bevilget", "bevilling"}),
        "expenses": frozenset({"saldo", "budget", "rest", "restbudget", "primo", "ultimo"}),
    }
)
"""Words of which one says that a column is none of what is read, whatever else stands in its heading."""
WITHOUT_VAT = re.compile(r"(?i)\b(?:ekskl|excl|eksklusive|ex|uden)\b\.?\s*moms\b")


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


KNOWN: Mapping[KindName, Mapping[Meaning, frozenset[str]]] = MappingProxyType(
    {
        kind: MappingProxyType({meaning: _known(words) for meaning, words in meant.items()})
        for kind, meant in WORDS.items()
    }
)
NOT_READ: Mapping[KindName, frozenset[str]] = MappingProxyType({kind: _known(words) for kind, words in SKIPPED.items()})


def is_skipped(heading: str, kind: KindName = "registrations") -> bool:
    """Whether a heading says that its column is none of what is read.

    >>> is_skipped("Bemærkninger"), is_skipped("Timer")
    (True, False)
    """
    return normal(heading) in NOT_READ[kind]


@cache
def meanings_of(heading: str, kind: KindName = "registrations") -> Mapping[Meaning, float]:
    """Give what a heading may mean, with how sure it is, from 0 to 1.

    >>> meanings_of("Forbrugt tid"), meanings_of("Aktivitte")
    ({'hours': 1.0}, {'activity': 0.9})
    >>> meanings_of("Beløb i kr. ekskl. moms", "expenses")
    {'amount': 1.0}
    """
    text = normal(without_vat_words(heading) if kind == "expenses" else heading)
    if not text or text in NOT_READ[kind] or not UNREAD[kind].isdisjoint(text.split()):
        return {}
    scores = {meaning: _likeness(text, words) for meaning, words in KNOWN[kind].items()}
    likely = {meaning: score for meaning, score in scores.items() if score}
    return likely if kind == "registrations" else _closest(text, likely, kind)


def _closest(text: str, scores: Mapping[Meaning, float], kind: KindName) -> dict[Meaning, float]:
    """Keep the meanings of the word that is nearest: udskrevet is nearly indskrevet, and means the opposite."""
    near = {meaning: max(fuzz.ratio(text, word) for word in KNOWN[kind][meaning]) for meaning in scores}
    surest = max(scores.values(), default=0.0)
    most = max((near[meaning] for meaning, score in scores.items() if score == surest), default=0.0)
    return {
        meaning: score
        for meaning, score in scores.items()
        if score == PART or (score == surest and near[meaning] == most)
    }


def amounts_by(heading: str) -> AmountsAre | None:
    """Give whether a heading says that its amounts are with VAT or without; None where it says neither.

    >>> amounts_by("Beløb (inkl. moms)"), amounts_by("Beløb ex moms"), amounts_by("Heraf moms"), amounts_by("Moms")
    ('with-vat', 'without-vat', 'with-vat', None)
    """
    if PART_OF_AMOUNT.search(heading):
        return "with-vat"
    if WITH_VAT.search(heading):
        return "with-vat"
    return "without-vat" if WITHOUT_VAT.search(heading) else None


def kr_each_of(text: str) -> AmountsIn | None:
    """Give whether a heading or a title says that amounts are in thousands or millions of kr.

    >>> [kr_each_of(text) for text in ("Beløb i 1.000 kr.", "Forbrug (t.kr.)", "Mio. kr.", "Debet kr.")]
    ['thousands', 'thousands', 'millions', None]
    """
    return next((each for each, pattern in KR_EACH.items() if pattern.search(text)), None)


def without_vat_words(heading: str) -> str:
    """Give a heading without what it says of VAT."""
    return WITHOUT_VAT.sub(" ", WITH_VAT.sub(" ", heading))


def _likeness(text: str, words: frozenset[str]) -> float:
    if text in words:
        return 1.0
    parts = text.split()
    if parts[-1] in words or any(set(word.split()) <= set(parts) for word in words if len(word) > len("uge")):
        return PART
    return NEAR if len(text) > len("dato") and any(fuzz.ratio(text, word) >= LIKENESS for word in words) else 0.0
