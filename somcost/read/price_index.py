"""Price indices from their files: how wages and prices rose from year to year, and who says so."""

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from somcost.model.assumptions import Source
from somcost.model.price_index import PriceIndex
from somcost.problems import InputProblems, Location, Problem, check, refuse
from somcost.read.assumption_shapes import SourceShape
from somcost.read.price_level_shapes import PUBLISHED
from somcost.read.published import is_path, published_folder
from somcost.read.shape_problems import shaped
from somcost.read.shapes import Identifier, Shape, Text, Year
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document, read_document

Percent = Annotated[float, Field(gt=-100, lt=1000)]
Level = Annotated[float, Field(gt=0, le=1e12)]
YearKey = Annotated[str, Field(pattern=r"^(19|20)\d\d$")]


class SeriesShape(Shape):
    """What one series follows."""

    label: Text = Field(description="The name users read.")


class AllSeriesShape(Shape):
    """The series of an index, one at least: wages and consumer prices are taken where nothing else is said."""

    wages: SeriesShape | None = None
    consumer_prices: SeriesShape | None = None
    general_pl: SeriesShape | None = None
    net_prices: SeriesShape | None = None


class RowShape(Shape):
    """The rises from the year before to a year, in percent; one for each series."""

    wages: Percent | None = None
    consumer_prices: Percent | None = None
    general_pl: Percent | None = None
    net_prices: Percent | None = None


class LevelsShape(Shape):
    """The index numbers of a year; one for each series."""

    wages: Level | None = None
    consumer_prices: Level | None = None
    general_pl: Level | None = None
    net_prices: Level | None = None


class PriceIndexShape(Shape):
    """A price index (pris- og lønindeks): yearly rises, or index numbers."""

    schema_: Literal["somcost/price-index@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The index's name.")
    title: Text = Field(description="What users read.")
    source: SourceShape = Field(description="Who published it, when and where.")
    estimated_from: Year | None = Field(None, description="The first year that is an estimate.")
    series: AllSeriesShape = Field(description="What each series follows.")
    percent_a_year: dict[YearKey, RowShape] | None = Field(
        None, min_length=1, description="By year, the rises from the year before, in percent."
    )
    levels: dict[YearKey, LevelsShape] | None = Field(
        None, min_length=1, description="By year, the index numbers, where these are published and not the rises."
    )

    @model_validator(mode="after")
    def _one_of_them(self) -> "PriceIndexShape":
        if (self.percent_a_year is None) == (self.levels is None):
            advice = {"advice": "Say percent_a_year: the rises from the year before; or levels: index numbers."}
            raise PydanticCustomError("misfit", "has not one of percent_a_year and levels", advice)
        return self

    @property
    def rows(self) -> "tuple[str, dict[str, RowShape] | dict[str, LevelsShape]]":
        """The key that the years stand under, and their rows."""
        if self.percent_a_year is not None:
            return "percent_a_year", self.percent_a_year
        return "levels", self.levels or {}


@check
def price_indices_are_published(place: Location, reference: str, known: list[str]) -> Problem:
    """An index that is named by id is one of those that come with the program."""
    advice = f"Published: {', '.join(known)}. A path holds / or ends in .yaml."
    return Problem(place, "index", f"{reference} is no published price index", advice)


@check
def index_years_follow_each_other(place: Location, key: str, year: int) -> Problem:
    """A price index has every year from its first to its last."""
    return Problem(place, key, f"{year} is missing among the years", "Add it: each year from the first to the last.")


@check
def index_years_have_every_series(document: Document, shape: PriceIndexShape) -> Iterator[Problem]:
    """An index states a series at least, and every year has a number of each series and of no other."""
    named = {name for name in AllSeriesShape.model_fields if getattr(shape.series, name) is not None}
    if not named:
        yield Problem(
            document.place("series"), "series", "names no series", f"One of {', '.join(RowShape.model_fields)}."
        )
    key, rows = shape.rows
    for year, row in rows.items():
        stated = {name for name in RowShape.model_fields if getattr(row, name) is not None}
        for name in sorted(stated ^ named):
            found = f"{year} has no number of {name}" if name in named else f"{year} has a number of {name}, no series"
            yield Problem(document.place(key, year), name, found, "Each year has one for every series.")


def read_price_index(
    reference: str = PUBLISHED, *, beside: Path = Path(), named_at: Location | None = None
) -> PriceIndex:
    """Read a price index (pris- og lønindeks).

    Args:
        reference: Id of a published index, or a path relative to `beside`.
        beside: Folder that a path starts from.
        named_at: Where it is named, for what is wrong with the name.

    Raises:
        InputProblems: There is no such index, or something is wrong with its file.
    """
    path = _path(reference, beside, named_at or Location(reference))
    text, _ = text_of(path)
    document = read_document(text, name=str(path))
    shape = shaped(document, PriceIndexShape)
    if isinstance(shape, list):
        raise InputProblems(shape)
    key, rows = shape.rows
    years = sorted(int(year) for year in rows)
    missing = sorted(set(range(years[0], years[-1] + 1)) - set(years))
    refuse(index_years_follow_each_other(document.place(key), key, year) for year in missing)
    refuse(index_years_have_every_series(document, shape))
    return _made(shape, document)


def _path(reference: str, beside: Path, named_at: Location) -> Path:
    if is_path(reference):
        return beside / reference
    folder = published_folder() / "indices"
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    refuse([] if reference in known else [price_indices_are_published(named_at, reference, known)])
    return folder / f"{reference}.yaml"


def _made(shape: PriceIndexShape, document: Document) -> PriceIndex:
    stated = {name: getattr(shape.series, name) for name in AllSeriesShape.model_fields}
    named = {name: each for name, each in stated.items() if each is not None}
    levels = {name: _levels(shape, name) for name in named}
    return PriceIndex(
        id=shape.id,
        title=shape.title,
        source=Source(shape.id, **shape.source.model_dump()),
        location=document.place(),
        estimated_from=shape.estimated_from,
        labels=MappingProxyType({name: each.label for name, each in named.items()}),
        levels=MappingProxyType({name: MappingProxyType(each) for name, each in levels.items()}),
    )


def _levels(shape: PriceIndexShape, name: str) -> dict[int, float]:
    """Give the index numbers of a series; of rises, 100 in the year before the first of them."""
    key, rows = shape.rows
    stated = {int(year): float(getattr(row, name)) for year, row in sorted(rows.items())}
    if key == "levels":
        return stated
    level = 100.0
    levels = {min(stated) - 1: level}
    for year, percent in stated.items():
        level *= 1 + percent / 100
        levels[year] = level
    return levels
