"""What pictures show: the texts, and every bar, dot and line in its right proportion."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from somcost.present.pictures import (
    Axis,
    Curve,
    CurvePicture,
    DistributionPicture,
    Edge,
    End,
    HeatMap,
    Mark,
    Part,
    Picture,
    Point,
    Site,
    SpreadPicture,
    TornadoBar,
    TornadoPicture,
    Value,
    WaterfallPicture,
    write_picture,
)

SVG = "{http://www.w3.org/2000/svg}"
KR = Axis("Omkostning pr. familie, kr.")
LONG = "Timer, stillingsgruppe: Socialrådgiver i " + ", ".join(f"afdeling {letter}" for letter in "ABCDEFGHIJKLMN")


@dataclass(frozen=True)
class Box:
    """Where something is drawn, in points; y downwards."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Drawn:
    """A picture as SVG, taken apart."""

    def __init__(self, picture: Picture, folder: Path, language: str = "da") -> None:
        write_picture(picture, folder / "out.svg", language="en" if language == "en" else "da")
        self.root = ET.fromstring((folder / "out.svg").read_text("utf-8"))  # noqa: S314 - our own file
        self.groups = {group.get("id", ""): group for group in self.root.iter(f"{SVG}g")}
        self.texts = ["".join(text.itertext()) for text in self.root.iter(f"{SVG}text")]

    def names(self, pattern: str) -> list[str]:
        """Give the names of what is drawn."""
        return sorted(name for name in self.groups if re.fullmatch(pattern, name))

    def path(self, name: str) -> str:
        """Give the path of what has a name."""
        return next(self.groups[name].iter(f"{SVG}path")).get("d", "")

    def style(self, name: str) -> str:
        """Give its look."""
        return next(self.groups[name].iter(f"{SVG}path")).get("style", "")

    def box(self, name: str) -> Box:
        """Give its place."""
        numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", self.path(name))]
        return Box(min(numbers[::2]), max(numbers[::2]), min(numbers[1::2]), max(numbers[1::2]))

    def dot(self, name: str) -> tuple[float, float]:
        """Give the place of a single marker."""
        use = next(self.groups[name].iter(f"{SVG}use"))
        return float(use.get("x", "nan")), float(use.get("y", "nan"))

    def text(self, text: str) -> tuple[float, float]:
        """Give the place where a text is anchored."""
        found = next(each for each in self.root.iter(f"{SVG}text") if "".join(each.itertext()) == text)
        return float(found.get("x", "nan")), float(found.get("y", "nan"))


def kr(number: float | None) -> Value:
    """Give a value with a plain text."""
    return Value(number, "–" if number is None else f"{number:.0f} kr.")


def tornado(*bars: TornadoBar) -> TornadoPicture:
    """Give a tornado with base 100,000."""
    return TornadoPicture(
        title="Omkostning pr. familie",
        subtitle="Kr., prisniveau 2019",
        notes=["To input flytter intet."],
        bars=bars,
        base=Value(100_000, "100.000"),
        axis=KR,
    )


def test_tornado_bars_are_in_proportion(tmp_path: Path) -> None:
    """Results of 80, 130; 110, 95 (thousand) over a base of 100 are bars of 20 left, 30 right, 10 right, 5 left."""
    drawn = Drawn(
        tornado(
            TornadoBar("Løn", End("-10 %", kr(80_000)), End("+20 %", kr(130_000))),
            TornadoBar("Norm", End("1.300", kr(110_000)), End("1.500", kr(95_000))),
        ),
        tmp_path,
    )
    base = drawn.box("base").left
    low, high, up, down = (drawn.box(f"bar-{name}") for name in ("0-low", "0-high", "1-low", "1-high"))

    assert drawn.names(r"bar-.*") == ["bar-0-high", "bar-0-low", "bar-1-high", "bar-1-low"]
    assert [box.width / high.width for box in (low, up, down)] == pytest.approx([20 / 30, 10 / 30, 5 / 30], abs=1e-4)
    assert (low.right, high.left, up.left, down.right) == pytest.approx((base,) * 4, abs=1e-3)
    assert high.bottom < up.top


def test_tornado_says_the_inputs_at_the_ends(tmp_path: Path) -> None:
    """Each input's value stands just outside the bar it belongs to; title, unit, base, axis and note are there."""
    drawn = Drawn(tornado(TornadoBar("Norm", End("1.300", kr(110_000)), End("1.500", kr(95_000)))), tmp_path, "en")

    assert drawn.text("1.300")[0] == pytest.approx(drawn.box("bar-0-low").right + 3, abs=0.1)
    assert drawn.text("1.500")[0] == pytest.approx(drawn.box("bar-0-high").left - 3, abs=0.1)
    for expected in (
        "Omkostning pr. familie",
        "Kr., prisniveau 2019",
        "Input at its low value",
        "Input at its high value",
        "As calculated: 100.000",
        "To input flytter intet.",
    ):
        assert expected in drawn.texts


def test_low_and_high_differ_in_more_than_hue(tmp_path: Path) -> None:
    """The low end is hatched, the high end is not."""
    drawn = Drawn(tornado(TornadoBar("Norm", End("1", kr(110_000)), End("2", kr(95_000)))), tmp_path)

    assert "url(#" in drawn.style("bar-0-low")
    assert "url(#" not in drawn.style("bar-0-high")


def test_both_ends_on_one_side_are_seen(tmp_path: Path) -> None:
    """Two bars to the same side lie above each other, each half as thick."""
    drawn = Drawn(tornado(TornadoBar("Norm", End("1", kr(110_000)), End("2", kr(130_000)))), tmp_path)
    low, high = drawn.box("bar-0-low"), drawn.box("bar-0-high")

    assert low.bottom <= high.top + 1e-6
    assert low.width * 3 == pytest.approx(high.width, abs=1e-3)


def test_an_undefined_end_has_no_bar(tmp_path: Path) -> None:
    """Where the result is not defined there is a dash beside the input's value."""
    bar = TornadoBar("Familier", End("0", kr(None)), End("9", Value(float("nan"), "–")))
    drawn = Drawn(tornado(bar), tmp_path)

    assert drawn.names("bar-.*") == []
    assert {"0: –", "9: –"} <= set(drawn.texts)


def test_numbers_at_the_axis_are_the_readers(tmp_path: Path) -> None:
    """Thousands have points in Danish and commas in English; shares are in percent."""
    bar = TornadoBar("Løn", End("a", kr(80_000)), End("b", kr(120_000)))

    assert "100.000" in Drawn(tornado(bar), tmp_path).texts
    assert "100,000" in Drawn(tornado(bar), tmp_path, "en").texts
    sites = [Site("A", Value(0.10, "lav")), Site("B", Value(0.125, "høj"))]
    spread = SpreadPicture(title="Andel", sites=sites, axis=Axis("Andel", percent=True))
    assert {"10 %", "10,0 %", "11 %", "11,0 %"} & set(Drawn(spread, tmp_path).texts)


def test_long_labels_do_not_meet(tmp_path: Path) -> None:
    """Labels are broken, no line is wider than its column, and no row's lines reach the next row's."""
    bars = [TornadoBar(LONG, End("1", kr(90_000)), End("2", kr(110_000))) for _ in range(4)]
    drawn = Drawn(tornado(*bars), tmp_path)
    lines = [text for text in drawn.root.iter(f"{SVG}text") if len("".join(text.itertext())) > 12]
    labels = [text for text in lines if "".join(text.itertext()).rstrip("…") in LONG]
    heights = sorted(float(text.get("y", "nan")) for text in labels)

    assert len(labels) == 12
    assert all("text-anchor: end" in text.get("style", "") for text in labels)
    assert not any(len(text) > 50 for text in drawn.texts)
    assert min(after - before for before, after in pairwise(heights)) >= 9
    assert any(text.endswith("…") for text in drawn.texts)


def test_user_texts_are_texts(tmp_path: Path) -> None:
    """Dollar signs are no formula, angle brackets no markup, line breaks and control signs vanish."""
    bar = TornadoBar("A $x^2$ & <b>\n\x07B", End("1", kr(90_000)), End("2", kr(110_000)))

    assert "A $x^2$ & <b> B" in Drawn(tornado(bar), tmp_path).texts


def waterfall(*, from_zero: bool = True) -> WaterfallPicture:
    """Go from 100 by +30, nothing, not defined and -50 to 80."""
    changes = {"Timer": Value(30, "+30"), "Intet": Value(0, "0"), "Ukendt": Value(None, "–"), "Løn": Value(-50, "-50")}
    return WaterfallPicture(
        title="Fra A til B",
        start=Part("A", Value(100, "100")),
        parts=[Part(label, value) for label, value in changes.items()],
        end=Part("B", Value(80, "80")),
        axis=KR,
        from_zero=from_zero,
    )


def test_waterfall_is_joined(tmp_path: Path) -> None:
    """Bars are 100, 30, 50 and 80 wide, each begins where the one above ends, and a line joins them."""
    drawn = Drawn(waterfall(), tmp_path)
    start, rise, fall, end = (drawn.box(f"step-{number}") for number in (0, 1, 4, 5))
    unit = start.width / 100

    assert drawn.names(r"step-\d") == ["step-0", "step-1", "step-4", "step-5"]
    assert [rise.width, fall.width, end.width] == pytest.approx([30 * unit, 50 * unit, 80 * unit], abs=1e-3)
    assert (rise.left, fall.right, fall.left) == pytest.approx((start.right, rise.right, end.right), abs=1e-3)
    assert [drawn.box(f"join-{number}").left for number in range(5)] == pytest.approx(
        [start.right, rise.right, rise.right, rise.right, end.right], abs=1e-3
    )
    assert drawn.text("0")[0] == pytest.approx(start.left, abs=1e-3)
    assert {"100", "+30", "–", "-50", "80", "A", "B"} <= set(drawn.texts)
    assert "url(#" in drawn.style("step-4")


def test_a_cut_axis_says_so(tmp_path: Path) -> None:
    """Only where it is asked for does the axis begin elsewhere than at 0; then the picture says it."""
    note = "The axis does not begin at 0."
    cut = Drawn(waterfall(from_zero=False), tmp_path, "en")

    whole = Drawn(waterfall(), tmp_path, "en")

    assert note not in whole.texts
    assert whole.names("cut.*") == []
    assert note in cut.texts
    assert "cut" in cut.groups
    assert cut.box("step-0").width / cut.box("step-1").width < 100 / 30


def heat_map(rows: int, columns: int, *, base: tuple[int, int] | None = None) -> HeatMap:
    """Give a grid that rises to the right and downwards, not defined in its last cell."""
    cells = [[Value(row * columns + column, f"k{row}-{column}") for column in range(columns)] for row in range(rows)]
    cells[-1][-1] = Value(None, "–")
    down, across = ([str(number) for number in range(count)] for count in (rows, columns))
    return HeatMap(title="T", down=Edge("Ned", down), across=Edge("Hen", across), cells=cells, axis=KR, base=base)


def light(style: str) -> float:
    """Give the relative luminance of a style's fill (WCAG 2); black where none is said."""
    found = re.search(r"fill: #([0-9a-f]{6})", style)
    if not found:
        return 0.0
    parts = [int(found[1][place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_heat_map_darkens_with_the_value(tmp_path: Path) -> None:
    """Every cell has its text; higher results are darker also in grey; what is not defined is hatched with a dash."""
    drawn = Drawn(heat_map(3, 4), tmp_path)
    order = [f"cell-{row}-{column}" for row in range(3) for column in range(4)]
    lights = [light(drawn.style(name)) for name in order[:-1]]

    assert drawn.names(r"cell-.*") == sorted(order)
    assert lights == sorted(lights, reverse=True)
    assert len(set(lights)) == 11
    assert "url(#" in drawn.style("cell-2-3")
    assert drawn.texts.count("–") == 1
    assert {"k0-0", "k2-2", "Ned ↓", "Hen →"} <= set(drawn.texts)


def test_heat_map_can_be_read_on_every_shade(tmp_path: Path) -> None:
    """Letters stand out from their cell by 4.5 to 1 at least."""
    drawn = Drawn(heat_map(15, 15), tmp_path)
    fills = {"".join(text.itertext()): text.get("style", "") for text in drawn.root.iter(f"{SVG}text")}
    for row in range(15):
        for column in range(15):
            if (row, column) != (14, 14):
                pair = sorted((light(drawn.style(f"cell-{row}-{column}")), light(fills[f"k{row}-{column}"])))
                assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5


def test_heat_map_frames_the_cell_as_calculated(tmp_path: Path) -> None:
    """The base's frame lies round its cell."""
    drawn = Drawn(heat_map(3, 4, base=(1, 2)), tmp_path)

    assert drawn.box("base") == drawn.box("cell-1-2")


def test_large_heat_maps_are_shades_alone(tmp_path: Path) -> None:
    """More than 15 × 15 cells become one image with a scale of shades; fewer columns may have more rows."""
    drawn = Drawn(heat_map(40, 50), tmp_path)

    assert drawn.names(r"cell-.*") == []
    assert "k0-0" not in drawn.texts
    assert {"500", "1.500"} & set(drawn.texts)
    assert "k15-0" in Drawn(heat_map(16, 5), tmp_path).texts


def test_distribution_is_in_proportion(tmp_path: Path) -> None:
    """Bins are as high as their counts; quantiles stand in their place; what lies above the threshold is hatched."""
    drawn = Drawn(
        DistributionPicture(
            title="T",
            edges=[0, 10, 20, 30],
            counts=[10, 40, 20],
            axis=KR,
            count_axis=Axis("Trækninger"),
            quantiles=[Mark("Median", Value(15, "15"))],
            threshold=Mark("Budget", Value(25, "25")),
        ),
        tmp_path,
    )
    first, second, third = (drawn.box(f"bin-{number}") for number in range(3))
    above = drawn.box("bin-above-2")

    assert drawn.names(r"bin-.*") == ["bin-0", "bin-1", "bin-2", "bin-above-2"]
    assert [first.height / second.height, third.height / second.height] == pytest.approx([0.25, 0.5], abs=1e-4)
    assert (first.width, third.width, above.width) == pytest.approx((second.width, *(second.width / 2,) * 2), abs=1e-3)
    assert drawn.box("mark-0").left == pytest.approx((second.left + second.right) / 2, abs=1e-3)
    assert drawn.box("threshold").left == pytest.approx(above.left, abs=1e-3)
    assert "url(#" in drawn.style("bin-above-2")
    assert {"Median: 15", "Budget: 25", "Trækninger"} <= set(drawn.texts)


def curve(points: list[tuple[float, float | None]], *, stepped: bool = False, from_zero: bool = True) -> CurvePicture:
    """Give a curve with a base of 2, 20 and a target of 25."""
    return CurvePicture(
        title="T",
        curves=[Curve("Linje", [(x, kr(y)) for x, y in points], stepped=stepped)],
        across=Axis("Familier"),
        axis=KR,
        base=Point(2, 20, "2 familier"),
        target=Mark("Mål", Value(25, "25")),
        from_zero=from_zero,
    )


def corners(path: str) -> list[list[tuple[float, float]]]:
    """Give a path's lines, each with its corners."""
    numbers = [[float(n) for n in re.findall(r"-?\d+\.?\d*", line)] for line in path.split("M")[1:]]
    return [list(zip(line[::2], line[1::2], strict=True)) for line in numbers]


def test_curve_is_in_proportion_and_begins_at_0(tmp_path: Path) -> None:
    """Points lie where they should between the axis's 0 and the target; the base lies on its point."""
    drawn = Drawn(curve([(1, 40), (2, 20), (4, 10)]), tmp_path)
    [[(x1, y1), (x2, y2), (x4, y4)]] = corners(drawn.path("curve-0"))
    target = drawn.box("target").top
    point = (y2 - y1) / 20

    assert (x4 - x2) / (x2 - x1) == pytest.approx(2, abs=1e-4)
    assert (y4 - y2, y2 - target) == pytest.approx((10 * point, 5 * point), abs=1e-3)
    assert drawn.dot("base") == pytest.approx((x2, y2), abs=1e-3)
    assert drawn.text("0")[1] == pytest.approx(y1 + 40 * point, abs=5)
    assert {"Linje", "Mål: 25", "Familier"} <= set(drawn.texts)


def test_curve_breaks_where_it_is_not_defined(tmp_path: Path) -> None:
    """A point that is not defined leaves a gap."""
    lines = corners(Drawn(curve([(1, 40), (2, 20), (3, None), (4, 10), (5, 9)]), tmp_path).path("curve-0"))

    assert [len(line) for line in lines] == [2, 2]


def test_curve_in_steps(tmp_path: Path) -> None:
    """A step holds from just above the x before up to its own x: the ninth citizen brings the second team."""
    [line] = corners(Drawn(curve([(1, 10), (8, 10), (9, 20)], stepped=True), tmp_path).path("curve-0"))
    (x8, y8), (corner, raised), (x9, y9) = line[-3:]

    assert corner == pytest.approx(x8)
    assert raised == pytest.approx(y9)
    assert y9 < y8
    assert x9 > x8


def test_spread_places_the_dots(tmp_path: Path) -> None:
    """Dots and means lie in proportion, a missing site is said, an outlier has another sign."""
    sites = [Site("A", kr(10)), Site("B", kr(None)), Site("C", kr(20)), Site("D", kr(50), outlier=True)]
    means = [Mark("Gennemsnit", Value(15, "15"))]
    drawn = Drawn(SpreadPicture(title="T", sites=sites, axis=KR, means=means), tmp_path, "en")
    a, c, d = (drawn.dot(f"site-{number}") for number in (0, 2, 3))

    assert drawn.names(r"site-.*") == ["site-0", "site-2", "site-3"]
    assert (d[0] - a[0]) / (c[0] - a[0]) == pytest.approx(4, abs=1e-3)
    assert drawn.box("mean").left == pytest.approx((a[0] + c[0]) / 2, abs=1e-3)
    assert a[1] < c[1] < d[1]
    assert {"missing", "Far from the others", "Gennemsnit: 15", "10 kr."} <= set(drawn.texts)


@pytest.mark.parametrize(
    "picture",
    [
        tornado(),
        DistributionPicture(title="T", edges=[], counts=[], axis=KR, count_axis=Axis("n")),
        CurvePicture(title="T", curves=[Curve("Tom", [])], across=Axis("n"), axis=KR),
        SpreadPicture(title="T", sites=[], axis=KR),
        WaterfallPicture(title="T", start=Part("A", kr(None)), parts=[], end=Part("B", kr(None)), axis=KR),
        HeatMap(title="T", down=Edge("a", ["1"]), across=Edge("b", ["1"]), cells=[[kr(7)]], axis=KR),
    ],
    ids=["tornado", "distribution", "curve", "spread", "waterfall", "heat map"],
)
def test_next_to_nothing_is_drawn_too(picture: Picture, tmp_path: Path) -> None:
    """A picture of nothing, or of one number, has its title and its axis."""
    assert picture.title in Drawn(picture, tmp_path).texts
