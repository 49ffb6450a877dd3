"""What is in doubt as questions with answers to choose from; an answer says what an option of `somcost import` does."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from somcost.intake.imported import Imported
from somcost.intake.job_groups import by_likeness
from somcost.intake.read_rows import UNASKED
from somcost.intake.reading import READINGS
from somcost.intake.said import Said
from somcost.intake.understood import Doubt, Understood
from somcost.intake.words_left import WORDS_LEFT
from somcost.model.assumptions import JobGroup
from somcost.model.tables import STATUSES

CHOICES: Mapping[str, tuple[str, ...]] = {
    "dates": ("dd-mm-yyyy", "mm-dd-yyyy"),
    "decimal": (",", "."),
    "hours": ("decimal", "h.mm", "minutes", "mixed"),
    "re_entries": ("merged", "counted"),
    "sign": ("costs-negative", "costs-positive"),
    "vat": ("in", "out"),
    "amounts_are": ("with-vat", "without-vat"),
    "amounts_in": ("thousands", "millions", "kr"),
    "sums": ("drop", "keep"),
}
"""The answers to doubts that are settled by one of few words, by the profile's key."""
EVERY = "*"
"""The answer that means all sheets; no workbook has one of that name."""
WORDS = {"values.job_group": "groups", "values.status": "statuses"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question to a person (spørgsmål).

    Attributes:
        key: The profile's key it is about.
        about: The export's word, or the meaning whose column is asked for; "" where there is nothing to name.
        choices: The answers, the likeliest first.
        likely: The answer that was guessed; "" where none was.
        rows: How many rows it is about, where it is about rows.
        size: Their hours or kr.
        unit: hours or kr; "" where the rows hold neither.
    """

    key: str
    about: str
    choices: tuple[str, ...]
    likely: str = ""
    rows: int = 0
    size: float | Decimal = 0
    unit: str = ""

    @property
    def option(self) -> str:
        """The option that says the same."""
        name = {"values.job_group": "job-group", "values.status": "status"}.get(self.key, self.key.replace("_", "-"))
        return "--column" if self.key.startswith("columns.") else f"--{name}"

    def said(self, answer: str) -> list[str]:
        """Give the option with an answer, as it is typed."""
        if self.key == "set_aside":
            return [self.option] if answer == "yes" else []
        if self.key == "sheet":
            return [part for sheet in self._sheets(answer) for part in (self.option, sheet)]
        return [self.option, f"{self.about}={answer}" if self.about else answer]

    def _sheets(self, answer: str) -> tuple[str, ...]:
        """Give the sheets that an answer means."""
        return tuple(each for each in self.choices if each != EVERY) if answer == EVERY else (answer,)

    def added_to(self, said: Said, answer: str) -> Said:
        """Give what a person says with this answer."""
        told: dict[str, Any] = {self.key: answer}
        if self.key == "sheet":
            told = {"sheets": self._sheets(answer)}
        elif self.key.startswith("columns."):
            told = {"columns": {**said.columns, self.about: answer}}
        elif self.key in WORDS:
            name = WORDS[self.key]
            told = {name: {**getattr(said, name), self.about: answer}}
        return replace(said, **told)


def questions_of(imported: Imported, groups: Mapping[str, JobGroup]) -> Iterator[Question]:
    """Ask for what stands in the way of using an export's rows; what has no few answers is left to the options.

    Args:
        imported: The export.
        groups: The assumption set's job groups.
    """
    understood = imported.understood
    doubts = understood.doubts if understood else ()
    for doubt in doubts or imported.questions:
        question = question_of(doubt, understood, groups)
        if question.choices:
            yield question
    if not doubts:
        yield from questions_of_rows(imported)


def questions_of_rows(imported: Imported, *, set_aside: bool = False) -> Iterator[Question]:
    """Ask what is done with rows that stand in an earlier file too, and with rows that cannot be read.

    Args:
        imported: The export.
        set_aside: Whether rows that cannot be read are left out on somebody's word.
    """
    rows, size = imported.repeated
    if imported.duplicates is None and rows:
        unit = READINGS[imported.profile.kind].unit
        yield Question("duplicates", "", ("drop", "keep"), rows=rows, size=size, unit=unit)
    unread = sum(each.reason not in (*UNASKED, *WORDS_LEFT) for file in imported.files for each in file.read.aside)
    if unread and not set_aside:
        yield Question("set_aside", "", ("no", "yes"), rows=unread)


def question_of(doubt: Doubt, understood: Understood | None, groups: Mapping[str, JobGroup]) -> Question:
    """Give a doubt as a question; without choices where its answers are not few."""
    about = doubt.key.partition(".")[2] if doubt.key.startswith("columns.") else doubt.about
    likely = _likely(doubt, about, understood)
    choices = _first(likely, _every(doubt, understood, groups))
    return Question(doubt.key, about, choices, likely[0] if likely else "", doubt.rows)


def _likely(doubt: Doubt, about: str, understood: Understood | None) -> list[str]:
    """Give the answer that was guessed, if any was."""
    if understood is None:
        return []
    if doubt.key in WORDS:
        match = understood.groups.get(doubt.about)
        return [match.group] if match else []
    return [each.heading for each in understood.columns if each.meaning == about]


def _every(doubt: Doubt, understood: Understood | None, groups: Mapping[str, JobGroup]) -> Iterable[str]:
    if doubt.key in CHOICES or understood is None:
        return CHOICES.get(doubt.key, ())
    if doubt.key in WORDS:
        return STATUSES if doubt.key == "values.status" else by_likeness(doubt.about, groups)
    if doubt.key == "sheet":
        return (*doubt.choices, EVERY)
    return [each.heading for each in understood.columns] if doubt.key.startswith("columns.") else ()


def _first(likely: list[str], every: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*likely, *every]))
