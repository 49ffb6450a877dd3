"""Pictures as text: they fit 80 columns, and their bars are in proportion."""

import io

import pytest
from rich.console import Console

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
)
from somcost.present.terminal.bars import text_bars
from somcost.present.terminal.render import print_block

KR = Axis("Omkostning pr. familie, kr.")
LONG = "Timer, stillingsgruppe: Socialrådgiver_i_familieafdelingens_modtagelse.og.visitation i hjemmet"


def shown(picture: Picture) -> str:
    """Print a picture's text in English to 80 columns."""
    console = Console(file=io.StringIO(), width=80, markup=False, highlight=False, emoji=False)
    for table in text_bars(picture, language="en"):
        print_block(table, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def tracks(picture: Picture) -> list[str]:
    """Give the second column of the only table."""
    [table] = text_bars(picture, language="en")
    return [str(row[1]) for row in table.rows]


def tornado(*bars: TornadoBar) -> TornadoPicture:
    """Give a tornado with base 100."""
    return TornadoPicture(
        title="Omkostning", subtitle="Kr., prisniveau 2019", bars=bars, base=Value(100, "100"), axis=KR
    )


WIDE = Value(123_456_789, "123.456.789")
PICTURES: list[Picture] = [
    tornado(TornadoBar(LONG, End("1.000.000 kr. om året", WIDE), End("2.000.000 kr. om året", Value(1, "1")))),
    WaterfallPicture(title="T", start=Part(LONG, WIDE), parts=[Part(LONG, WIDE)], end=Part(LONG, WIDE), axis=KR),
    HeatMap(
        title="T",
        down=Edge(LONG, [LONG, "b"]),
        across=Edge(LONG, [str(n) for n in range(30)]),
        cells=[[WIDE] * 30] * 2,
        axis=KR,
    ),
    DistributionPicture(
        title="T",
        edges=[1e6 * n for n in range(101)],
        counts=[float(n) for n in range(100)],
        axis=Axis(LONG),
        count_axis=Axis(LONG),
        quantiles=[Mark(LONG, Value(5e6, "5.000.000"))],
        threshold=Mark(LONG, WIDE),
    ),
    CurvePicture(
        title="T",
        curves=[Curve(LONG, [(n / 7, Value(n * 1e6, f"{n}.000.000")) for n in range(200)])] * 2,
        across=Axis(LONG),
        axis=Axis(LONG),
        base=Point(1, 1, LONG),
        target=Mark(LONG, WIDE),
    ),
    SpreadPicture(title="T", sites=[Site(LONG, WIDE), Site(LONG, Value(None, "–"))], axis=Axis(LONG)),
]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: type(picture).__name__)
def test_text_fits_80_columns_unbroken(picture: Picture) -> None:
    """With long labels and wide numbers no line is longer than 80 columns and no row's bar or number is broken."""
    assert max(map(len, shown(picture).splitlines())) <= 80
    for table in text_bars(picture, language="en"):
        heights = [max(cell.count("\n") for cell in row[1:]) for row in table.rows]
        assert set(heights) == {0}
        for row in table.rows:
            assert any(row[-1] in line for line in shown(picture).splitlines())


def test_long_labels_leave_the_bars_their_room() -> None:
    """A label takes at most 26 columns: with numbers of two letters the bars have 80 - 1 - 26 - 3 - 3 - 2 = 45."""
    part = Part(LONG, Value(60, "60"))
    start, *_ = tracks(WaterfallPicture(title="T", start=part, parts=[], end=part, axis=KR))

    assert len(start) == 45


def test_waterfall_is_joined_in_text() -> None:
    """From 60 by -40 to 20: three bars in proportion, the second from the first's end to the third's."""
    start, fall, end = tracks(
        WaterfallPicture(
            title="T",
            start=Part("A", Value(60, "60")),
            parts=[Part("x", Value(-40, "-40"))],
            end=Part("B", Value(20, "20")),
            axis=KR,
        )
    )

    assert start.count("█") == pytest.approx(3 * end.count("█"), abs=2)
    assert fall.count("░") == pytest.approx(2 * end.count("█"), abs=2)
    assert fall.rstrip().rindex("░") == pytest.approx(start.rindex("█"), abs=1)
    assert fall.index("░") == pytest.approx(end.rindex("█"), abs=1)


def test_tornado_has_its_inputs_at_the_ends() -> None:
    """The input's value stands on the side of its result; the longer bar is twice the shorter."""
    track, both, none = tracks(
        tornado(
            TornadoBar("Norm", End("1.300", Value(140, "140")), End("1.500", Value(80, "80"))),
            TornadoBar("Ens", End("1", Value(120, "120")), End("2", Value(140, "140"))),
            TornadoBar("Nul", End("0", Value(None, "–")), End("9", Value(80, "80"))),
        )
    )

    assert track.split() == ["1.500", "█" * track.count("█") + "│" + "░" * track.count("░"), "1.300"]
    assert track.count("░") == pytest.approx(2 * track.count("█"), abs=1)
    assert both.rstrip().endswith("│" + "░" * (both.count("░")) + "█" * both.count("█") + " 1 · 2")
    assert "0: –" in none


def test_histogram_joins_bins_and_names_quantiles() -> None:
    """Forty bins become twenty; shares add up to 100 %; the quantile's name stands at its bin."""
    picture = DistributionPicture(
        title="T",
        edges=[float(n) for n in range(41)],
        counts=[1.0] * 20 + [3.0] * 20,
        axis=KR,
        count_axis=Axis("Draws"),
        quantiles=[Mark("median", Value(26.5, "26.5"))],
        threshold=Mark("budget", Value(38.0, "38")),
    )
    [table] = text_bars(picture, language="en")
    shares = [float(row[2].removesuffix(" %")) for row in table.rows]

    assert len(table.rows) == 20
    assert sum(shares) == pytest.approx(100)
    assert [row[0] for row in table.rows if "median" in row[3]] == ["26"]
    assert [row[0] for row in table.rows if "░" in row[1]] == ["38"]
    assert table.rows[-1][1].count("░") == pytest.approx(3 * table.rows[0][1].count("█"), abs=2)


def test_curve_marks_its_target() -> None:
    """Bars are in proportion, the target is a line through them, what is not defined is a dash."""
    points = [(1.0, Value(40, "40")), (2.0, Value(20, "20")), (2.5, Value(None, "–"))]
    picture = CurvePicture(
        title="T",
        curves=[Curve("Linje", points)],
        across=Axis("N"),
        axis=KR,
        base=Point(2, 20, "2 families"),
        target=Mark("Target", Value(30, "30")),
    )
    [table] = text_bars(picture, language="en")
    first, second, third = (row[1] for row in table.rows)

    assert [row[0] for row in table.rows] == ["1.0", "2.0", "2.5"]
    assert [row[2] for row in table.rows] == ["40", "20", "–"]
    assert first.count("█") + 1 == pytest.approx(2 * second.count("█"), abs=2)
    assert {track.index("┆") for track in (first, second, third)} == {first.index("┆")}
    assert third.count("█") == 0
    assert list(table.notes) == ["As calculated: 2 families", "┆ Target: 30"]


def test_spread_shows_dots_and_says_what_is_missing() -> None:
    """Dots lie in proportion on a common line; the missing site has none."""
    sites = [Site("A", Value(0, "0")), Site("B", Value(None, "")), Site("C", Value(50, "50"), outlier=True)]
    means = [Mark("Mean", Value(100, "100"))]
    [table] = text_bars(SpreadPicture(title="T", sites=sites, axis=KR, means=means), language="en")
    a, b, c = (row[1] for row in table.rows)

    assert a[0] == "●"
    assert c.index("◇") == pytest.approx(a.index("│") / 2, abs=1)
    assert set(b) == {" ", "│"}
    assert table.rows[1][2] == "missing"
    assert list(table.notes) == ["│ Mean: 100", "◇ Far from the others"]


def test_heat_map_is_a_plain_table() -> None:
    """Cells stand under their values, the base has a star, what is not defined is a dash."""
    cells = [[Value(1, "1"), Value(2, "2")], [Value(3, "3"), Value(float("nan"), "nan")]]
    picture = HeatMap(
        title="T", down=Edge("N", ["6", "8"]), across=Edge("W", ["0 %", "10 %"]), cells=cells, axis=KR, base=(1, 0)
    )
    [table] = text_bars(picture, language="en")

    assert list(table.headings) == ["N ↓ W →", "0 %", "10 %"]
    assert [list(row) for row in table.rows] == [["6", "1", "2"], ["8", "3*", "–"]]
    assert list(table.notes) == ["* As calculated"]
