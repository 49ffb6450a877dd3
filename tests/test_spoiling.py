"""However a key or a cell is spoilt, the program computes or tells what is wrong; it never falls over."""

import json
import math
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from somcost.cli import app
from somcost.read.yaml_tree import read_document

FULL = Path(__file__).parent / "errors" / "_full"
YAML = ("scenario.yaml", "assumptions.yaml", "national.yaml")
TABLES = {"time.csv": ";", "expenses.csv": ",", "citizens.csv": ","}

VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1, 2.5, 1e300, -1e300, 1e-300, 10**400, math.nan, -math.inf),
    *("", " ", "x", "7,4", "7:24", "20 %", "2018-02-30", "2018-13", "2018-03-01", "ø" * 5000, "=1+1", "[red]", "\x00"),
    *([], {}, [1], [None], [[]], [{}], {"x": 1}, {"": 1}, {"path": "time.csv"}, {"value": 1}),
]
CELLS = [
    *("", " ", "x", "-", "-1", "0", "nan", "inf", "1e5", "1e999", "7:24", "7,4", "1.234", "9" * 400, "99999999"),
    *("2018-02-30", "2018-03", "2018-07-01", "31-12-2018", "03/04/2018", "0001-01-01", "2020"),
    *('"', "\x00", "=1", "æ", "Ã¥", ";"),
]


def contents(name: str) -> Any:
    """Give a YAML file's content as plain values."""
    return read_document((FULL / name).read_text("utf-8"), name=name).value


def places(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every value below one, itself included."""
    yield above
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[key], (*above, key))


def spoilt(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """Give the same content with another value at a path."""
    if not path:
        return new
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = spoilt(value[path[0]], path[1:], new)
    return copy


YAML_PLACES = [(name, path) for name in YAML for path in places(contents(name))]
CELL_PLACES = [
    (name, row, column)
    for name, delimiter in TABLES.items()
    for row, line in enumerate((FULL / name).read_text("utf-8").splitlines())
    for column in range(len(line.split(delimiter)))
]


def run_with(name: str, text: str) -> None:
    """Run the full scenario with one file replaced: it gives finite numbers, or tells its problems and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(FULL, folder, dirs_exist_ok=True)
        Path(folder, name).write_text(text, "utf-8")
        result = CliRunner().invoke(app, ["run", os.path.join(folder, "scenario.yaml"), "--json"])  # noqa: PTH118

    if result.exit_code == 0:
        json.loads(result.stdout, parse_constant=lambda constant: pytest.fail(f"{constant} in the result"))
    else:
        assert isinstance(result.exception, SystemExit), result.exception
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.count("]\n") >= 1


def test_the_full_scenario_is_sound() -> None:
    """What is spoilt below runs while it is whole."""
    result = CliRunner().invoke(app, ["run", str(FULL / "scenario.yaml"), "--json"])

    assert result.exit_code == 0, result.stderr


@settings(max_examples=300, deadline=None)
@given(place=st.sampled_from(YAML_PLACES), value=st.sampled_from(VALUES))
def test_a_spoilt_key_is_told(place: tuple[str, tuple[str | int, ...]], value: Any) -> None:
    """Any value at any key of scenario and set, the wrong type, sign and size among them."""
    name, path = place
    run_with(name, json.dumps(spoilt(contents(name), path, value), ensure_ascii=False))


@settings(max_examples=200, deadline=None)
@given(place=st.sampled_from(CELL_PLACES), cell=st.sampled_from(CELLS))
def test_a_spoilt_cell_is_told(place: tuple[str, int, int], cell: str) -> None:
    """Any text in any cell of the tables, their headers included."""
    name, row, column = place
    rows = [line.split(TABLES[name]) for line in (FULL / name).read_text("utf-8").splitlines()]
    rows[row][column] = cell
    run_with(name, "\n".join(TABLES[name].join(cells) for cells in rows) + "\n")


@settings(max_examples=100, deadline=None)
@given(
    name=st.sampled_from([*YAML, *TABLES]),
    start=st.integers(min_value=0, max_value=1500),
    length=st.integers(min_value=0, max_value=600),
)
def test_a_torn_file_is_told(name: str, start: int, length: int) -> None:
    """A file with a piece torn out anywhere, as a copy that broke off."""
    text = (FULL / name).read_text("utf-8")
    run_with(name, text[:start] + text[start + length :])
