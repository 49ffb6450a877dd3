"""Pictures as files: by their ending, whole or not at all, the same bytes every time."""

import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib as mpl
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
from somcost.problems import InputProblems

KR = Axis("Cost, kr.")
PICTURES: list[Picture] = [
    TornadoPicture(
        title="Tornado",
        bars=[TornadoBar("Wages", End("-10 %", Value(80, "80")), End("+10 %", Value(120, "120")))],
        base=Value(100, "100"),
        axis=KR,
    ),
    WaterfallPicture(
        title="Waterfall",
        start=Part("2018", Value(100, "100")),
        parts=[Part("Hours", Value(-20, "-20"))],
        end=Part("2019", Value(80, "80")),
        axis=KR,
        from_zero=False,
    ),
    HeatMap(title="Map", down=Edge("N", ["1"]), across=Edge("W", ["0"]), cells=[[Value(None, "–")]], axis=KR),
    DistributionPicture(
        title="Draws",
        edges=[0, 1, 2],
        counts=[3, 4],
        axis=KR,
        count_axis=Axis("Draws"),
        threshold=Mark("Budget", Value(1.5, "1.5")),
    ),
    CurvePicture(
        title="Curve",
        curves=[Curve("In steps", [(1, Value(5, "5")), (2, Value(None, "–"))], stepped=True)],
        across=Axis("N"),
        axis=KR,
        base=Point(1, 5, "5"),
    ),
    SpreadPicture(title="Spread", sites=[Site("A", Value(1, "1")), Site("B", Value(None, "–"))], axis=KR),
]
BY_KIND = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.title)


def size_of(png: bytes) -> tuple[int, int]:
    """Read a PNG's width and height from its header."""
    width, height = struct.unpack(">II", png[16:24])
    return int(width), int(height)


@BY_KIND
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_bytes_repeat(picture: Picture, ending: str, tmp_path: Path) -> None:
    """The same picture gives the same bytes, without time or version, whatever the user's own settings."""
    write_picture(picture, tmp_path / f"first.{ending}")
    with mpl.rc_context({"font.size": 20, "svg.fonttype": "path", "text.color": "red", "savefig.transparent": True}):
        write_picture(picture, tmp_path / f"second.{ending}")
    found = (tmp_path / f"first.{ending}").read_bytes()

    assert found == (tmp_path / f"second.{ending}").read_bytes()
    assert b"atplotlib v" not in found
    assert b"dc:date" not in found


@BY_KIND
def test_png_shows_something(picture: Picture, tmp_path: Path) -> None:
    """A PNG is 1,500 dots wide (7.5 inches of 200) and holds many colours, white at its edge."""
    from matplotlib.image import imread  # noqa: PLC0415 - reads what was written

    write_picture(picture, tmp_path / "out.png")
    dots = imread(tmp_path / "out.png")

    assert size_of((tmp_path / "out.png").read_bytes())[0] == 1500
    assert dots[:10].min() == 1.0
    assert dots[:, :, :3].min() < 0.3


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    """Another process, with another seed of hashes, writes the same bytes."""
    script = (
        "import sys, pathlib\n"
        "from somcost.present.pictures import *\n"
        "bars = [TornadoBar('Wages', End('-10 %', Value(80, '80')), End('+10 %', Value(120, '120')))]\n"
        "picture = TornadoPicture(title='Tornado', bars=bars, base=Value(100, '100'), axis=Axis('Cost, kr.'))\n"
        "write_picture(picture, pathlib.Path(sys.argv[1]))\n"
    )
    for name in ("one.svg", "two.svg"):
        subprocess.run([sys.executable, "-c", script, str(tmp_path / name)], check=True)
    write_picture(PICTURES[0], tmp_path / "here.svg")

    assert len({each.read_bytes() for each in tmp_path.iterdir()}) == 1


@pytest.mark.parametrize("name", ["out.pdf", "out", "out.svgz", ".svg"])
def test_other_endings_are_told(name: str, tmp_path: Path) -> None:
    """Only .svg and .png are endings of pictures; nothing is written."""
    with pytest.raises(InputProblems, match="pictures-are-svg-or-png"):
        write_picture(PICTURES[0], tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_endings_in_capitals_count(tmp_path: Path) -> None:
    """The case of an ending does not matter."""
    write_picture(PICTURES[0], tmp_path / "OUT.PNG")

    assert (tmp_path / "OUT.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without matplotlib the message says what to install; nothing is written."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(InputProblems, match=r"pip install 'somcost\[pictures\]'") as caught:
        write_picture(PICTURES[0], tmp_path / "out.svg")

    assert caught.value.problems[0].check == "pictures-have-their-library"
    assert caught.value.problems[0].location.file == str(tmp_path / "out.svg")
    assert list(tmp_path.iterdir()) == []


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    """To import the pictures and to show them as text loads no matplotlib."""
    script = (
        "import sys\n"
        "import somcost.present.pictures, somcost.present.terminal.bars\n"
        "sys.exit('matplotlib' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The place that cannot be written is a problem of the input."""
    with pytest.raises(InputProblems, match="output-can-be-written"):
        write_picture(PICTURES[0], tmp_path / "missing" / "out.svg")


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault while drawing leaves the old file as it was, and nothing beside it."""
    from somcost.present.pictures import draw  # noqa: PLC0415 - loads matplotlib

    def fail(_picture: object, _language: str) -> None:
        raise RuntimeError("stop")

    failing: dict[type, Callable[..., None]] = {TornadoPicture: fail}
    monkeypatch.setattr(draw, "DRAWN", failing)
    (tmp_path / "out.svg").write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_picture(PICTURES[0], tmp_path / "out.svg")

    assert [each.name for each in tmp_path.iterdir()] == ["out.svg"]
    assert (tmp_path / "out.svg").read_text("utf-8") == "old"


def test_very_long_pictures_are_drawn(tmp_path: Path) -> None:
    """A thousand rows and more still make a PNG, with fewer dots an inch."""
    sites = [Site(f"Site {number}", Value(number, str(number))) for number in range(1200)]
    write_picture(SpreadPicture(title="Long", sites=sites, axis=KR), tmp_path / "out.png")

    assert max(size_of((tmp_path / "out.png").read_bytes())) <= 30_000
