"""The kinds of pictures as plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.present.pictures.parts import Axis, Captioned, Mark, Value


@dataclass(frozen=True, slots=True)
class End:
    """One end of a tornado's bar: the input's value as text, and the result there."""

    input: str
    result: Value


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """An input with the result at its low and high."""

    label: str
    low: End
    high: End


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoPicture(Captioned):
    """A tornado (tornadodiagram): bars from the base to the result at each input's low and high.

    Attributes:
        bars: From the top, the widest first.
        base: The result as calculated.
        axis: The result's.
    """

    bars: Sequence[TornadoBar]
    base: Value
    axis: Axis


@dataclass(frozen=True, slots=True)
class Part:
    """A named amount: a total, or a part of a difference with its sign in the text."""

    label: str
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterfallPicture(Captioned):
    """A waterfall (vandfaldsdiagram): from one total by parts to another.

    Attributes:
        from_zero: Whether the axis begins at 0; else it may be cut, and the picture says so.
    """

    start: Part
    parts: Sequence[Part]
    end: Part
    axis: Axis
    from_zero: bool = True


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of a heat map: what is varied, and its values as texts."""

    label: str
    values: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap(Captioned):
    """A two-way grid (følsomhedstabel) with darker cells for higher values.

    Attributes:
        cells: A row for each value of `down`, from the top, with a cell for each value of `across`.
        axis: The result's, for the scale of colours.
        base: Row and column of the cell as calculated, if it is in the grid.
    """

    down: Edge
    across: Edge
    cells: Sequence[Sequence[Value]]
    axis: Axis
    base: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionPicture(Captioned):
    """A histogram (fordeling) with quantiles and a threshold.

    Attributes:
        edges: The bins' edges, one more than there are counts.
        counts: Draws in each bin.
        axis: The result's.
        count_axis: The counts'.
        quantiles: Marks across the histogram, in any order.
        threshold: A budget or an alternative; what lies above it is hatched.
    """

    edges: Sequence[float]
    counts: Sequence[float]
    axis: Axis
    count_axis: Axis
    quantiles: Sequence[Mark] = ()
    threshold: Mark | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of a cost curve.

    Attributes:
        points: x and y, x rising; a y that is not defined breaks the line.
        stepped: Whether y holds from the x before up to its own x, as where a new employee comes with the n-th citizen.
    """

    label: str
    points: Sequence[tuple[float, Value]]
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """The base point of a curve: `7,6 familier: 368.000 kr.`."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePicture(Captioned):
    """Cost over the number of participants (omkostningskurve).

    Attributes:
        across: The participants' axis.
        axis: The result's.
        base: The point as calculated.
        target: A level that the result is held against.
        from_zero: Whether the result's axis begins at 0.
    """

    curves: Sequence[Curve]
    across: Axis
    axis: Axis
    base: Point | None = None
    target: Mark | None = None
    from_zero: bool = True


@dataclass(frozen=True, slots=True)
class Site:
    """A site's value; not defined where it is missing.

    Attributes:
        outlier: Whether it lies far from the others.
    """

    label: str
    value: Value
    outlier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadPicture(Captioned):
    """Values of sites or municipalities as dots (spredning) with their means as lines."""

    sites: Sequence[Site]
    axis: Axis
    means: Sequence[Mark] = ()


Picture = TornadoPicture | WaterfallPicture | HeatMap | DistributionPicture | CurvePicture | SpreadPicture
