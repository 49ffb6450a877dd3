"""Pydantic's errors as problems with places and the project's own words."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from somcost.problems import Location, Problem
from somcost.read.shape_checks import (
    counts_are_keyed_by_year,
    days_are_dates,
    keys_are_known,
    names_are_words,
    numbers_are_numbers,
    required_keys_are_given,
    texts_are_text,
    values_are_grouped_as_expected,
    values_are_in_range,
    values_fit_their_key,
    words_are_known,
)
from somcost.read.yaml_tree import Document

AnyShape = TypeVar("AnyShape", bound=BaseModel)


def shaped(document: Document, shape: type[AnyShape]) -> AnyShape | list[Problem]:
    """Give a document's content in its shape, or everything that does not fit."""
    try:
        return shape.model_validate(document.value)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        of_another_kind = [each for each in errors if each["loc"] == ("schema",) and each["type"] == "literal_error"]
        return [_problem(document, shape, each) for each in of_another_kind or errors]


def _problem(document: Document, shape: type[BaseModel], error: Mapping[str, Any]) -> Problem:
    path = _path(document, error["loc"])
    key = ".".join(str(part) for part in path)
    kind, found = error["type"], error["input"]
    place = document.key_place(*path) if error["loc"][-1:] == ("[key]",) else document.place(*path)
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
    return [field.alias or name for name, field in known.model_fields.items()]


def _inner(shape: type[BaseModel], part: str | int) -> type[BaseModel] | None:
    fields = {field.alias or name: field.annotation for name, field in shape.model_fields.items()}
    annotation = fields.get(str(part))
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


def _range(words: str, limit: str) -> Maker:
    return lambda place, key, found, error: values_are_in_range(
        place, key, found, words.format(f"{error['ctx'][limit]:g}")
    )


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
    "string_pattern_mismatch": lambda place, key, found, _: counts_are_keyed_by_year(place, key, found),
    "identifier": lambda place, key, found, error: names_are_words(place, key, found, error["msg"]),
    "model_type": _grouped("a mapping of keys"),
    "model_attributes_type": _grouped("a mapping of keys"),
    "dict_type": _grouped("a mapping of keys"),
    "list_type": _grouped("a list"),
    "tuple_type": _grouped("a list"),
    "greater_than": _range("more than {}", "gt"),
    "greater_than_equal": _range("{} or more", "ge"),
    "less_than": _range("less than {}", "lt"),
    "less_than_equal": _range("{} or less", "le"),
    "too_short": lambda place, key, found, _: values_are_grouped_as_expected(place, key, found, "at least one entry"),
    "misfit": lambda place, key, _, error: values_fit_their_key(place, key, error["msg"], error["ctx"]["advice"]),
}
