"""Questions on a terminal about what is in doubt; every answer can be said by an option as well."""

import importlib.util
import shlex
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

import typer

if TYPE_CHECKING:
    from somcost.intake.imported import Imported
    from somcost.intake.questions import Question
    from somcost.intake.said import Said
    from somcost.model.assumptions import JobGroup

Look = Callable[["Said", Literal["keep", "drop"] | None], "Imported"]
"""Imports the export with what a person says, and what is done with rows that stand in two files."""


def can_ask() -> bool:
    """Whether somebody sits there to be asked, and the library that asks is installed."""
    there = sys.stdin.isatty() and sys.stdout.isatty()
    return there and importlib.util.find_spec("questionary") is not None


def asked(
    look: Look,
    said: "Said",
    groups: Mapping[str, "JobGroup"],
    lang: Literal["da", "en"],
    *,
    duplicates: Literal["keep", "drop"] | None,
    set_aside: bool,
) -> tuple["Imported", bool]:
    """Ask for what is in doubt, one thing after the other; tell the options that say the same.

    Returns:
        The export as it was read at last, and whether rows that cannot be read are left out.
    """
    from somcost.intake.questions import questions_of

    imported = look(said, duplicates)
    known = {("set_aside", "")} if set_aside else set()
    told: list[str] = []
    while True:
        left = (each for each in questions_of(imported, groups) if (each.key, each.about) not in known)
        question = next(left, None)
        if question is None:
            break
        known.add((question.key, question.about))
        answer = _answer(question, groups, lang)
        told += question.said(answer)
        if question.key == "set_aside":
            set_aside = answer == "yes"
        elif question.key == "duplicates":
            imported = look(said, duplicates := "drop" if answer == "drop" else "keep")
        else:
            imported = look(said := question.added_to(said, answer), duplicates)
    if told:
        typer.echo(shlex.join(["somcost", "import", "…", *told]), err=True)
    return imported, set_aside


def _answer(question: "Question", groups: Mapping[str, "JobGroup"], lang: Literal["da", "en"]) -> str:
    import questionary

    from somcost.present.imported_questions import answer_text, question_text

    choices = [questionary.Choice(answer_text(question, each, groups, lang), value=each) for each in question.choices]
    return str(questionary.select(question_text(question, lang), choices=choices, instruction=" ").unsafe_ask())
