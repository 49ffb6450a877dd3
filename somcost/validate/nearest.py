"""The nearest known word to one that is unknown, as advice."""

from collections.abc import Iterable
from difflib import get_close_matches

from somcost.model.assumptions import JobGroup

LIKENESS = 0.5


def nearest(word: str, known: Iterable[str], *, likeness: float = LIKENESS) -> str | None:
    """Give the known word most like this one, read without case.

    >>> nearest("Overhaed", ["annual_hours_norm", "overhead"])
    'overhead'
    """
    names = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), names, n=1, cutoff=likeness)
    return names[found[0]] if found else None


def nearest_job_group(word: str, groups: Iterable[JobGroup]) -> str | None:
    """Give the id of the job group whose id or label is most like this word: "Soc.rådgiver" is socialraadgiver."""
    ids = {name: group.id for group in groups for name in (group.label, group.id)}
    found = nearest(word, ids)
    return ids[found] if found else None


def listed(words: Iterable[str], *, most: int = 8) -> str:
    """List words for a message, the first few and how many more.

    >>> listed(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    every = list(words)
    rest = len(every) - most
    return ", ".join(every[:most]) + (f" and {rest} more" if rest > 0 else "")
