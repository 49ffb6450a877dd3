"""Pydantic's errors as problems with places and the project's own words."""

import difflib
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from somcost.problems import Location, Problem, check
from somcost.read.yaml_tree import Document

AnyShape = TypeVar("AnyShape", bound=BaseModel)


@check
def keys_are_known(place: Location, key: str, known: list[str]) -> Problem:
    """A file holds only keys that mean something; a misspelt one is never skipped."""
    name = key.rpartition(".")[2]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    advice = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(sorted(known))}."
    return Problem(place, key, "is no key known here", advice)


@check
def required_keys_are_given(place: Location, key: str) -> Problem:
    """What an assessment cannot do without is stated."""
    return Problem(place, key, "is missing and required", "The file's keys are in docs/files.md.")


@check
def numbers_are_numbers(place: Location, key: str, found: Any, expected: str) -> Problem:
    """A number stands as digits with a decimal point, no quotes, no thousands mark, no unit."""
    advice = "Write digits with a decimal point, without unit or thousands mark: 37592 or 0.20."
    return Problem(place, key, f"{told(found)} is no {expected}", advice)


@check
def texts_are_text(place: Location, key: str, found: Any) -> Problem:
    """Text stands where text is expected."""
    return Problem(place, key, f"{told(found)} is no text", "Put it in quotes if it is meant as text.")


@check
def words_are_known(place: Location, key: str, found: Any, known: str) -> Problem:
    """A key with a fixed choice of words has one of them."""
    return Problem(place, key, f"{told(found)} is none of {known}", "Write one of these words.")


@check
def days_are_dates(place: Location, key: str, found: Any, why: str) -> Problem:
    """Days are written 2018-03-01 and months 2018-03, and exist in the calendar."""
    return Problem(place, key, f"{told(found)} {why}", "Year, month, day with hyphens, all digits: 2018-03-01.")


@check
def values_are_grouped_as_expected(place: Location, key: str, found: Any, expected: str) -> Problem:
    """A mapping stands where keys are expected, a list where several things are."""
    return Problem(place, key, f"{told(found)} stands where {expected} is expected", "See docs/files.md for its form.")


@check
def names_are_words(place: Location, key: str, found: Any, why: str) -> Problem:
    """Ids are letters, digits, _ and -, so that they can be part of a dotted key."""
    return Problem(place, key, f"{told(found)} {why}", "Put the readable name in `label` or `title`.")


@check
def values_are_in_range(place: Location, key: str, found: Any, why: str) -> Problem:
    """A value lies in the range its key allows."""
    return Problem(place, key, f"{told(found)}: {why}", "See docs/files.md for the range.")


@check
def values_fit_their_key(place: Location, key: str, why: str, advice: str) -> Problem:
    """A value's parts fit each other: a unit fits its key, a job group has one wage or is a mean."""
    return Problem(place, key, why, advice)


def told(found: Any) -> str:
    """Tell what was found, shortened."""
    if found is None:
        return "nothing"
    if isinstance(found, dict):
        return "a mapping"
    if isinstance(found, list):
        return "a list"
    text = (
        f'"{found}"'
        if isinstance(found, str)
        else {True: "true", False: "false"}.get(found, str(found))
        if isinstance(found, bool)
        else str(found)
    )
    return text if len(text) <= 43 else f"{text[:40]}…"  # noqa: PLR2004 - 40 characters and their quotes


def shaped(document: Document, shape: type[AnyShape]) -> AnyShape | list[Problem]:
    """Give a document's content in its shape, or everything that does not fit."""
    try:
        return shape.model_validate(document.value)
    except ValidationError as error:
        return [_problem(document, shape, each) for each in error.errors(include_url=False)]


def _problem(document: Document, shape: type[BaseModel], error: Mapping[str, Any]) -> Problem:
    path = _path(document, error["loc"])
    key = ".".join(str(part) for part in path)
    kind, found = error["type"], error["input"]
    place = document.place(*path)
    if kind == "missing":
        missing = error["loc"][-1]
        return required_keys_are_given(place, f"{key}.{missing}" if key else str(missing))
    if kind == "extra_forbidden":
        return keys_are_known(document.key_place(*path), key, _known(shape, error["loc"]))
    maker = MAKERS.get(kind)
    if maker:
        return maker(place, key, found, error)
    raise AssertionError(f"no words for pydantic's {kind} at {key}")


def _path(document: Document, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Follow the parts of pydantic's place that the document has; what it adds of its own is skipped."""
    path: tuple[str | int, ...] = ()
    for part in loc:
        if (*path, part) in document.values:
            path = (*path, part)
    return path


def _known(shape: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """Give the keys known where an unknown one stood."""
    known: Any = shape
    for part in loc[:-1]:
        known = _inner(known, part) or known
    return list(known.model_fields)


def _inner(shape: type[BaseModel], part: str | int) -> type[BaseModel] | None:
    annotation = shape.model_fields[part].annotation if part in shape.model_fields else None
    return _shape_within(annotation)


def _shape_within(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _shape_within(argument)
        if found:
            return found
    return None


Maker = Callable[[Location, str, Any, Mapping[str, Any]], Problem]


def _number(expected: str) -> Maker:
    return lambda place, key, found, _: numbers_are_numbers(place, key, found, expected)


def _grouped(expected: str) -> Maker:
    return lambda place, key, found, _: values_are_grouped_as_expected(place, key, found, expected)


def _range(place: Location, key: str, found: Any, error: Mapping[str, Any]) -> Problem:
    return values_are_in_range(place, key, found, error["msg"].replace("Input should", "it should"))


MAKERS: dict[str, Maker] = {
    "float_type": _number("number"),
    "float_parsing": _number("number"),
    "finite_number": _number("finite number"),
    "int_type": _number("whole number"),
    "int_from_float": _number("whole number"),
    "bool_type": lambda place, key, found, _: words_are_known(place, key, found, "true, false"),
    "string_type": lambda place, key, found, _: texts_are_text(place, key, found),
    "string_too_short": lambda place, key, found, _: texts_are_text(place, key, found),
    "literal_error": lambda place, key, found, error: words_are_known(place, key, found, error["ctx"]["expected"]),
    "day": lambda place, key, found, error: days_are_dates(place, key, found, error["msg"]),
    "month": lambda place, key, found, error: days_are_dates(place, key, found, error["msg"]),
    "identifier": lambda place, key, found, error: names_are_words(place, key, found, error["msg"]),
    "model_type": _grouped("a mapping of keys"),
    "model_attributes_type": _grouped("a mapping of keys"),
    "dict_type": _grouped("a mapping of keys"),
    "list_type": _grouped("a list"),
    "tuple_type": _grouped("a list"),
    "greater_than": _range,
    "greater_than_equal": _range,
    "less_than": _range,
    "less_than_equal": _range,
    "too_short": lambda place, key, found, _: values_are_grouped_as_expected(place, key, found, "at least one entry"),
    "misfit": lambda place, key, _, error: values_fit_their_key(place, key, error["msg"], error["ctx"]["advice"]),
}
