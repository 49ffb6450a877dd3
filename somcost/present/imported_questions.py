"""Questions about an export, and the answers to choose from, in words."""

import shlex
from collections.abc import Mapping

from somcost.intake.questions import CHOICES, EVERY, Question
from somcost.model.assumptions import JobGroup
from somcost.present.imported_words import MEANINGS
from somcost.present.language import N_, Code, say
from somcost.present.numbers import Numbers

QUESTIONS: Mapping[str, str] = {
    "values.job_group": N_("Which job group is “{about}”?"),
    "values.status": N_("Which status is “{about}”?"),
    "columns": N_("Which column holds: {about}?"),
    "year": N_("Which year are the periods of, that do not say it?"),
    "dates": N_("Do the dates begin with the day or with the month?"),
    "decimal": N_("Which is the decimal mark?"),
    "hours": N_("Some hours can be read in two ways, as 7,30 or 444 can. How are they written?"),
    "sheet": N_("Several sheets hold a table. Which of them are read?"),
    "re_entries": N_("Some citizens have several stays. What are they?"),
    "sign": N_("Many amounts are under 0. How are costs written?"),
    "vat": N_("Are the amounts to be written with or without VAT?"),
    "amounts_are": N_("Is VAT in the export's amounts?"),
    "amounts_in": N_("Are the export's amounts kr, or thousands or millions of kr?"),
    "sums": N_("Some rows may be sums of others. What is done with them?"),
    "duplicates": N_("Rows that stand in an earlier file too: {rows}. Are they left out, or counted twice?"),
    "duplicates.hours": N_(
        "Rows that stand in an earlier file too: {rows} ({size} hours). Are they left out, or counted twice?"
    ),
    "duplicates.kr": N_(
        "Rows that stand in an earlier file too: {rows} ({size} kr). Are they left out, or counted twice?"
    ),
    "set_aside": N_("Rows that cannot be read: {rows}; they are told above. Are they left out?"),
}
ANSWERS: Mapping[str, str] = {
    "enrolled": N_("enrolled"),
    "discharged": N_("discharged"),
    "completed": N_("completed"),
    "dd-mm-yyyy": N_("the day"),
    "mm-dd-yyyy": N_("the month"),
    "decimal": N_("decimal numbers of hours: 7,30 is 7 hours 18 minutes"),
    "h.mm": N_("hours and minutes: 7,30 is seven and a half hours"),
    "minutes": N_("minutes: 444 is 7 hours 24 minutes"),
    "mixed": N_("as each says itself; plain numbers are hours"),
    ",": N_("comma"),
    ".": N_("point"),
    "merged": N_("one stay, from the first day to the last"),
    "counted": N_("every stay counts as a citizen of its own"),
    "costs-negative": N_("costs with a minus"),
    "costs-positive": N_("costs without; these are credits"),
    "in": N_("with VAT"),
    "out": N_("without VAT"),
    "with-vat": N_("yes"),
    "without-vat": N_("no"),
    "thousands": N_("thousands of kr"),
    "millions": N_("millions of kr"),
    "kr": N_("kr"),
    "keep": N_("counted twice"),
    "sums.keep": N_("kept"),
    "drop": N_("left out"),
    "yes": N_("yes"),
    "no": N_("no"),
}


def question_text(question: Question, language: Code) -> str:
    """Say a question."""
    if not question.key.startswith("columns."):
        return _with_rows(question, Numbers(language))
    meanings = {str(meaning): word for meaning, word in MEANINGS.items()}
    return say(QUESTIONS["columns"], language).format(about=say(meanings[question.about], language))


def _with_rows(question: Question, numbers: Numbers) -> str:
    """Say a question about words or rows, with how many rows there are."""
    size = numbers.plain(question.size, 2) if question.unit == "kr" else numbers.count(question.size)
    key = f"{question.key}.{question.unit}" if question.unit else question.key
    asked = say(QUESTIONS[key], numbers.language)
    told = asked.format(about=question.about, rows=numbers.plain(question.rows), size=size)
    if not question.rows or "{rows}" in asked:
        return told
    stands = say(N_("1 row") if question.rows == 1 else N_("{count} rows"), numbers.language)
    return f"{told} ({stands.format(count=numbers.plain(question.rows))})"


def doubt_text(question: Question, language: Code) -> str:
    """Say a question and the option that answers it: its few answers, or the likeliest."""
    if question.key == "sheet":
        return f"{question_text(question, language)} {shlex.join(question.said(EVERY))}"
    if question.key == "year":
        return f"{question_text(question, language)} {question.option} {say(N_('YYYY'), language)}"
    if question.key == "set_aside":
        return f"{question_text(question, language)} {question.option}"
    few = question.key in (*CHOICES, "duplicates")
    answers = " | ".join(question.choices) if few else question.likely or "…"
    typed = f"{question.about}={answers}" if question.about else answers
    quoted = typed if few else shlex.quote(typed)
    return f"{question_text(question, language)} {question.option} {quoted}"


def answer_text(question: Question, answer: str, groups: Mapping[str, JobGroup], language: Code) -> str:
    """Say an answer; headings, sheets and job groups by their own names."""
    if question.key == "values.job_group":
        return f"{groups[answer].label} ({answer})"
    if answer == EVERY:
        return say(N_("all of them"), language)
    if question.key == "sheet" or question.key.startswith("columns."):
        return answer
    return say(ANSWERS.get(f"{question.key}.{answer}") or ANSWERS[answer], language)
