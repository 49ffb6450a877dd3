"""Discount schedules from their files: which rate holds how many years ahead, and who says so."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from somcost.model.assumptions import Source
from somcost.model.plan import DiscountSchedule, DiscountStep
from somcost.problems import InputProblems, Location, Problem, check, refuse
from somcost.read.assumption_shapes import SourceShape
from somcost.read.published import is_path, published_folder
from somcost.read.shape_problems import shaped
from somcost.read.shapes import Day, Identifier, Shape, Text
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document, read_document

Rate = Annotated[float, Field(ge=0, lt=1)]


class DiscountStepShape(Shape):
    """A rate and from when it holds."""

    from_year: int = Field(ge=0, description="Years after the first.")
    rate: Rate = Field(description="Share a year, real.")


class DiscountScheduleShape(Shape):
    """A discount schedule (kalkulationsrente)."""

    schema_: Literal["somcost/discounting@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The schedule's name.")
    title: Text = Field(description="What users read.")
    valid_from: Day = Field(description="The day it holds from.")
    source: SourceShape = Field(description="Who set it, when and where.")
    rates: list[DiscountStepShape] = Field(min_length=1, description="The rates, the first from year 0.")


@check
def discount_schedules_are_published(place: Location, reference: str, known: list[str]) -> Problem:
    """A discount schedule that is named by id is one of those that come with the program."""
    advice = f"Published: {', '.join(known)}. A path holds / or ends in .yaml."
    return Problem(place, "discounting.schedule", f"{reference} is no published discount schedule", advice)


@check
def discount_rates_follow_each_other(place: Location, years: list[int]) -> Problem:
    """A schedule's rates start in year 0 and stand in the order of their years."""
    found = f"the years {', '.join(map(str, years))} do not rise from 0"
    return Problem(place, "rates", found, "Write the first rate from year 0, then the later ones.")


@check
def discount_schedules_hold_on_the_day(place: Location, day: dt.date, first: DiscountScheduleShape) -> Problem:
    """A schedule that is asked for by the day was published by then."""
    found = f"no published schedule holds on {day}, the first from {first.valid_from}"
    return Problem(place, "discounting.on", found, "Name a schedule, or one rate: rate: 0.06.")


def schedule_on(day: dt.date, *, named_at: Location) -> str:
    """Give the id of the published schedule that holds on a day.

    Raises:
        InputProblems: None was published by then.

    >>> schedule_on(dt.date(2020, 6, 1), named_at=Location("plan.yaml"))
    'finansministeriet-2013'
    """
    shapes = [_shape(path, named_at)[0] for path in (published_folder() / "discounting").glob("*.yaml")]
    shapes.sort(key=lambda each: each.valid_from)
    held = [each.id for each in shapes if each.valid_from <= day]
    if not held:
        raise InputProblems([discount_schedules_hold_on_the_day(named_at, day, shapes[0])])
    return held[-1]


def _shape(path: Path, named_at: Location) -> tuple[DiscountScheduleShape, Document]:
    text, _ = text_of(path, named_at=named_at)
    document = read_document(text, name=str(path))
    shape = shaped(document, DiscountScheduleShape)
    if isinstance(shape, list):
        raise InputProblems(shape)
    return shape, document


def read_discount_schedule(reference: str, *, beside: Path, named_at: Location) -> DiscountSchedule:
    """Read a discount schedule.

    Args:
        reference: Id of a published schedule, or a path relative to `beside`.
        beside: Folder that a path starts from.
        named_at: Where it is named.

    Raises:
        InputProblems: There is no such schedule, or something is wrong with its file.
    """
    folder = published_folder() / "discounting"
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    if not is_path(reference):
        refuse([] if reference in known else [discount_schedules_are_published(named_at, reference, known)])
    path = beside / reference if is_path(reference) else folder / f"{reference}.yaml"
    return _made(*_shape(path, named_at))


def _made(shape: DiscountScheduleShape, document: Document) -> DiscountSchedule:
    years = [step.from_year for step in shape.rates]
    if years[0] != 0 or years != sorted(set(years)):
        raise InputProblems([discount_rates_follow_each_other(document.place("rates"), years)])
    return DiscountSchedule(
        id=shape.id,
        title=shape.title,
        source=Source(shape.id, **shape.source.model_dump()),
        location=document.place(),
        rates=tuple(DiscountStep(step.from_year, step.rate) for step in shape.rates),
    )
