"""Price indices from their files: how wages and prices rose from year to year, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from somcost.model.assumptions import Source
from somcost.problems import InputProblems, Location, Problem, check, refuse
from somcost.read.assumption_shapes import SourceShape
from somcost.read.published import is_path, published_folder
from somcost.read.shape_problems import shaped
from somcost.read.shapes import Identifier, Shape, Text, Year
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document, read_document

PUBLISHED = "oekonomistyrelsen-2024"
"""The index that is used where none is named."""
Percent = Annotated[float, Field(gt=-100, lt=1000)]


class SeriesShape(Shape):
    """What one series follows."""

    label: Text = Field(description="The name users read.")


class AllSeriesShape(Shape):
    """The series of an index; wages and consumer prices are what costs are brought to a price level by."""

    wages: SeriesShape
    consumer_prices: SeriesShape
    general_pl: SeriesShape | None = None


class RowShape(Shape):
    """The rises from the year before to a year, in percent."""

    wages: Percent
    consumer_prices: Percent
    general_pl: Percent | None = None


class PriceIndexShape(Shape):
    """A price index (pris- og lønindeks)."""

    schema_: Literal["somcost/price-index@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The index's name.")
    title: Text = Field(description="What users read.")
    source: SourceShape = Field(description="Who published it, when and where.")
    estimated_from: Year | None = Field(None, description="The first year that is an estimate.")
    series: AllSeriesShape = Field(description="What each series follows.")
    percent_a_year: dict[Annotated[str, Field(pattern=r"^(19|20)\d\d$")], RowShape] = Field(
        min_length=1, description="By year, the rises from the year before, in percent."
    )


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """How wages and prices rose (pris- og lønindeks).

    Attributes:
        estimated_from: The first year that is an estimate; None where none is.
        labels: What each series follows, by its key.
        changes: By series and year, the rise from the year before as a share.
    """

    id: str
    title: str
    source: Source
    location: Location
    estimated_from: int | None
    labels: Mapping[str, str]
    changes: Mapping[str, Mapping[int, float]]

    @property
    def first(self) -> int:
        """The first year that amounts can be brought from or to: the one before the first rise."""
        return min(self.changes["wages"]) - 1

    @property
    def last(self) -> int:
        """The last year the index knows."""
        return max(self.changes["wages"])

    def level(self, series: str, year: int, *, rate: float | None = None) -> float:
        """Give the index of a year, 100 in the first (indekstal).

        Args:
            series: `wages`, `consumer_prices` or `general_pl`.
            year: The year; after the last one the index goes on by the rate.
            rate: Yearly rise after the last year, 0.03 for 3 %; None where the index ends.

        Raises:
            LookupError: The year lies beyond the series.

        >>> index = read_price_index()
        >>> round(index.level("wages", 2019) / index.level("wages", 2018), 3)
        1.017
        """
        if year < self.first or (year > self.last and rate is None):
            raise LookupError(year)
        level = 100.0
        for each in range(self.first + 1, min(year, self.last) + 1):
            level *= 1 + self.changes[series][each]
        return level * (1 + (rate or 0.0)) ** max(0, year - self.last)


@check
def price_indices_are_published(place: Location, reference: str, known: list[str]) -> Problem:
    """An index that is named by id is one of those that come with the program."""
    advice = f"Published: {', '.join(known)}. A path holds / or ends in .yaml."
    return Problem(place, "", f"{reference} is no published price index", advice)


@check
def index_years_follow_each_other(place: Location, year: int) -> Problem:
    """A price index has a rise for every year from its first to its last."""
    return Problem(place, "percent_a_year", f"{year} is missing among the years", "Add its rises, 0 where none rose.")


def read_price_index(reference: str = PUBLISHED, *, beside: Path = Path()) -> PriceIndex:
    """Read a price index (pris- og lønindeks).

    Args:
        reference: Id of a published index, or a path relative to `beside`.
        beside: Folder that a path starts from.

    Raises:
        InputProblems: There is no such index, or something is wrong with its file.
    """
    path = _path(reference, beside)
    text, _ = text_of(path)
    document = read_document(text, name=str(path))
    shape = shaped(document, PriceIndexShape)
    if isinstance(shape, list):
        raise InputProblems(shape)
    years = sorted(int(year) for year in shape.percent_a_year)
    missing = sorted(set(range(years[0], years[-1] + 1)) - set(years))
    refuse(index_years_follow_each_other(document.place("percent_a_year"), year) for year in missing)
    return _made(shape, document)


def _path(reference: str, beside: Path) -> Path:
    if is_path(reference):
        return beside / reference
    folder = published_folder() / "indices"
    known = sorted(path.stem for path in folder.glob("*.yaml"))
    refuse([] if reference in known else [price_indices_are_published(Location(reference), reference, known)])
    return folder / f"{reference}.yaml"


def _made(shape: PriceIndexShape, document: Document) -> PriceIndex:
    rows = {int(year): row for year, row in sorted(shape.percent_a_year.items())}
    stated = {name: getattr(shape.series, name) for name in AllSeriesShape.model_fields}
    columns = {name: {year: getattr(row, name) for year, row in rows.items()} for name, each in stated.items() if each}
    whole = {name: column for name, column in columns.items() if None not in column.values()}
    changes = {name: {year: percent / 100 for year, percent in column.items()} for name, column in whole.items()}
    return PriceIndex(
        id=shape.id,
        title=shape.title,
        source=Source(shape.id, **shape.source.model_dump()),
        location=document.place(),
        estimated_from=shape.estimated_from,
        labels=MappingProxyType({name: stated[name].label for name in whole}),
        changes=MappingProxyType({name: MappingProxyType(each) for name, each in changes.items()}),
    )
