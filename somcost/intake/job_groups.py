"""Which job group of the assumption set a word of an export is: `Soc.rådg.` is the socialrådgiver."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from somcost.model.assumptions import JobGroup

SURE, LEAST = 0.85, 0.6
"""A likeness that is taken without asking, and one that is worth proposing."""
BEGINS = 0.95
SHORTEST = 3
"""Letters that a beginning has at least to stand for a word."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the export, the job group it is most like, and how like (0 to 1)."""

    word: str
    group: str
    likeness: float

    @property
    def is_sure(self) -> bool:
        """Whether nobody need be asked."""
        return self.likeness >= SURE


def matches(words: Iterable[str], groups: Mapping[str, JobGroup]) -> dict[str, Match]:
    """Give for each word the job group it is most like; a word like none is left out."""
    found = (_best(word, groups) for word in dict.fromkeys(words))
    return {match.word: match for match in found if match is not None and match.likeness >= LEAST}


def by_likeness(word: str, groups: Mapping[str, JobGroup]) -> list[str]:
    """Give the groups' ids, the likest to a word first; a part of a name counts: Afd.leder is like a leder."""
    return sorted(groups, key=lambda each: -max(fuzz.WRatio(_bare(word), _bare(name)) for name in _names(groups[each])))


def _names(group: JobGroup) -> tuple[str, str]:
    return group.label, group.id


def _best(word: str, groups: Mapping[str, JobGroup]) -> Match | None:
    """Give the likest group; where two are equally like, neither is sure."""
    if not _bare(word):
        return None
    scores = sorted(((_likeness(word, group), group.id) for group in groups.values()), reverse=True)
    (first, best), *others = scores
    tied = bool(others) and others[0][0] == first
    return Match(word, best, min(first, LEAST) if tied else first)


def _likeness(word: str, group: JobGroup) -> float:
    return max(_alike(word, name) for name in _names(group))


def _alike(word: str, name: str) -> float:
    """Compare without case and points, with and without what is in brackets; a beginning stands for its word."""
    full = _bare(name)
    if full == _bare(word):
        return 1.0
    short = _bare(re.sub(r"\([^)]*\)", " ", word))
    if short == full:
        return 1.0
    parts, whole = short.split(), full.split()
    if len(parts) == len(whole) and all(_begins(part, of) for part, of in zip(parts, whole, strict=True)):
        return BEGINS
    return float(fuzz.ratio(short, full)) / 100


def _begins(part: str, whole: str) -> bool:
    return len(part) >= SHORTEST and whole.startswith(part)


def _bare(text: str) -> str:
    """Give small letters and words; a point inside a word (soc.rådgiver) parts nothing."""
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"\.(?=\w)|\.$", "", text.casefold())).split())
