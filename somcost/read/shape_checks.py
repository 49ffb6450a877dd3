"""What is wrong with the shape of a YAML file, in the project's own words."""

import difflib
import re
from typing import Any

from somcost.problems import Location, Problem, check

FORMS = {
    "a mapping of keys": "Write its keys below it, or in braces: `{key: value}`.",
    "a list": "Write each entry with a hyphen below it, or all in brackets: `[one, two]`.",
    "at least one entry": "List one, or leave the key out.",
}
SLIP = "Look for a slip in the sign or the digits."


@check
def keys_are_known(place: Location, key: str, known: list[str]) -> Problem:
    """A file holds only keys that mean something; a misspelt one is never skipped."""
    name = key.rpartition(".")[2]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    advice = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(sorted(known))}."
    return Problem(place, key, "is no key known here", advice)


@check
def required_keys_are_given(place: Location, key: str) -> Problem:
    """What an assessment cannot do without is stated."""
    name = key.rpartition(".")[2]
    return Problem(place, key, "is missing and required", f"Add `{name}: …`; `somcost schema` tells what it holds.")


@check
def numbers_are_numbers(place: Location, key: str, found: Any, expected: str) -> Problem:
    """A number stands as digits with a decimal point, no quotes, no thousands mark, no unit."""
    advice = "Write digits with a decimal point, without unit or thousands mark: 37592 or 0.20."
    return Problem(place, key, f"{told(found)} is no {expected}", advice)


@check
def texts_are_text(place: Location, key: str, found: Any) -> Problem:
    """Text stands where text is expected."""
    if found == "":
        return Problem(place, key, "is empty, a text is expected", "Write it, or leave the key out where it may be.")
    return Problem(place, key, f"{told(found)} is no text", "Put it in quotes if it is meant as text.")


@check
def words_are_known(place: Location, key: str, found: Any, known: str) -> Problem:
    """A key with a fixed choice of words has one of them."""
    if key == "schema":
        return Problem(place, key, f"{told(found)} is not {known}", "Is it the right file? Its kind stands here.")
    near = difflib.get_close_matches(str(found), re.findall("'([^']*)'", known), n=1, cutoff=0.5)
    advice = f"Did you mean {near[0]}?" if near else "Write one of these words."
    return Problem(place, key, f"{told(found)} is not {known}", advice)


@check
def days_are_dates(place: Location, key: str, found: Any, why: str) -> Problem:
    """Days are written 2018-03-01 and months 2018-03, and exist in the calendar."""
    danish = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", str(found))
    if danish:
        advice = f"Write {danish[3]}-{danish[2]:0>2}-{danish[1]:0>2}."
    elif "month, as" in why:
        advice = "Year and month with a hyphen, all digits: 2018-03."
    else:
        advice = "Year, month, day with hyphens, all digits: 2018-03-01."
    return Problem(place, key, f"{told(found)} {why}", advice)


@check
def counts_are_keyed_by_year(place: Location, key: str, found: Any) -> Problem:
    """Counts by year stand under years of four digits."""
    return Problem(place, key, f"{told(found)} is no year", "Write the year with four digits: `enrolled: {2018: 46}`.")


@check
def values_are_grouped_as_expected(place: Location, key: str, found: Any, expected: str) -> Problem:
    """A mapping stands where keys are expected, a list where several things are."""
    return Problem(place, key, f"{told(found)} stands where {expected} is expected", FORMS[expected])


@check
def names_are_words(place: Location, key: str, found: Any, why: str) -> Problem:
    """Ids are letters, digits, _ and -, so that they can be part of a dotted key."""
    return Problem(place, key, f"{told(found)} {why}", "Put the readable name in `label` or `title`.")


SHARES = ("turnover", "completion_rate", "rate", "annuity_rate")
"""Keys whose values are shares, often typed as percent."""


@check
def values_are_in_range(place: Location, key: str, found: Any, why: str) -> Problem:
    """A value lies in the range its key allows."""
    last = key.rpartition(".")[2]
    advice = "Write a year of four digits." if last in ("price_year", "price_level") else SLIP
    if last in SHARES:
        advice = "It is a share: write 0.20 for 20 %."
    elif last == "price" and key.startswith(("grants.", "saved_expenses.")):
        advice = "What is deducted is written as a positive amount."
    return Problem(place, key, f"{told(found)} is out of range, {why} is expected", advice)


@check
def values_fit_their_key(place: Location, key: str, why: str, advice: str) -> Problem:
    """A value's parts fit each other: a unit fits its key, a job group has one wage or is a mean."""
    return Problem(place, key, why, advice)


def told(found: Any) -> str:
    """Tell what was found, shortened."""
    if isinstance(found, dict):
        return "a mapping" if found else "an empty mapping"
    if isinstance(found, list):
        return "a list" if found else "an empty list"
    text = (
        '"' + found.replace("\n", "\\n") + '"'
        if isinstance(found, str)
        else {True: "true", False: "false"}.get(found, str(found))
        if isinstance(found, bool)
        else str(found)
    )
    return text if len(text) <= 43 else f"{text[:40]}…"  # noqa: PLR2004 - 40 characters and their quotes
