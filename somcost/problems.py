"""What is wrong with the input, and where.

A check is a function decorated with `check`: its name is the name users see in brackets behind a message, the
folder of its example in tests/errors/ and its heading in docs/checks.md; its docstring says what it demands.
"""

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import GeneratorType
from typing import ParamSpec, TypeVar, cast

from somcost.person_numbers import without_numbers

P = ParamSpec("P")
R = TypeVar("R")

CHECKS: dict[str, str] = {}
"""Every check's name, with what it demands in words."""

SHOWN_IN_FULL = 20


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: line and column count from 1, 0 where there is none; a table's column is its number."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the input: where, at which key, what was found and expected, what to do, found by which check.

    Written, it shows no number that identifies a person, whatever it quotes.
    """

    location: Location
    key: str
    message: str
    advice: str = ""
    check: str = ""

    def __str__(self) -> str:
        place = f"{self.location}: {self.key}: " if self.key else f"{self.location}: "
        advice = f"\n    {self.advice}" if self.advice else ""
        return without_numbers(f"{place}{self.message} [{self.check}]{advice}")


class InputProblems(Exception):  # noqa: N818 - the name users of the library read: the input's problems
    """The input cannot be assessed; `problems` holds the faults of the stage that found them, sorted by place.

    `unlisted` counts by check the faults of long columns beyond those that are kept.
    """

    def __init__(self, problems: Iterable[Problem], *, unlisted: Counter[str] | None = None) -> None:
        self.unlisted = Counter(unlisted)
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.location, problem.key, problem.message)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Give the first problems in full and the count of the rest by check."""
        shown = [str(problem) for problem in self.problems[:SHOWN_IN_FULL]]
        rest = self.unlisted + Counter(problem.check for problem in self.problems[SHOWN_IN_FULL:])
        kinds = ", ".join(f"{count:,} [{name}]" for name, count in rest.most_common())
        told = f"more: {kinds}" if len(rest) > 1 else "".join(f"more [{name}]" for name in rest)
        return "\n".join([*shown, *([f"… and {rest.total():,} {told}"] if rest else [])])


def refuse(problems: Iterable[Problem]) -> None:
    """Refuse the input if anything is wrong with it.

    Raises:
        InputProblems: Something is.
    """
    found = list(problems)
    if found:
        raise InputProblems(found)


def check(function: Callable[P, R]) -> Callable[P, R]:
    """Register a check and stamp its name on the problems it returns or yields.

    >>> @check
    ... def hours_are_few(hours: float) -> Problem | float:
    ...     '''Hours are few.'''
    ...     return hours if hours < 3 else Problem(Location("time.csv", 2, 3), "hours", f"{hours} is many")
    >>> print(hours_are_few(4))
    time.csv:2:3: hours: 4 is many [hours-are-few]
    >>> hours_are_few(2)
    2
    >>> CHECKS.pop("hours-are-few")
    'Hours are few.'
    """
    name = function.__name__.replace("_", "-")
    CHECKS[name] = function.__doc__ or ""

    @functools.wraps(function)
    def stamped(*args: P.args, **kwargs: P.kwargs) -> R:
        found = function(*args, **kwargs)
        if isinstance(found, Problem):
            return cast("R", replace(found, check=name))
        if isinstance(found, GeneratorType):
            return cast("R", _stamp_each(found, name))
        return found

    return stamped


def _stamp_each(problems: Iterable[Problem], name: str) -> Iterator[Problem]:
    return (replace(problem, check=name) for problem in problems)
