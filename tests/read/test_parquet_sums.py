"""Parquet read as sums: whatever types its columns have, every engine gives what the row reader gives."""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from large_files import SUMMED, outcome, registrations, scenario

from somcost import assess
from somcost.model.reading import EngineName, Reading
from somcost.problems import InputProblems
from somcost.read.inputs import read_inputs


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is read under the test's own folder."""
    monkeypatch.setenv("SOMCOST_CACHE", str(tmp_path / "kept"))


def parquet(cells: "dict[str, list[Any]] | pa.Table") -> bytes:
    """Write columns as Parquet."""
    written = io.BytesIO()
    pq.write_table(pa.table(cells), written)
    return written.getvalue()


def text(cells: dict[str, list[Any]]) -> bytes:
    """Write columns as text."""
    rows = zip(*cells.values(), strict=True)
    return "".join(",".join(map(str, row)) + "\n" for row in [[*cells], *rows]).encode()


TABLES: dict[str, Callable[[dict[str, list[Any]]], bytes]] = {"csv": text, "parquet": parquet}


@pytest.mark.parametrize("name", ["rows", *SUMMED])
def test_parquet_is_read_like_text(name: EngineName, tmp_path: Path) -> None:
    """The same rows from Parquet, with dates, numbers and booleans of their own types."""
    import pandas as pd  # noqa: PLC0415 - as the program does

    frame = pd.DataFrame(
        {
            "date": [dt.date(2018, 3, day) for day in range(12, 22)],
            "job_group": ["paedagog"] * 10,
            "hours": [0.5 * day for day in range(10)],
            "with_citizen": [True, False] * 5,
            "employee": ["m1"] * 10,
        }
    )
    (tmp_path / "it").mkdir()
    frame.to_parquet(tmp_path / "frame.parquet")
    path = scenario(tmp_path / "it", (tmp_path / "frame.parquet").read_bytes(), name="time.parquet")
    found = registrations(path, Reading(name))

    assert found.rows_read == 10
    assert sum(found.hours) == 22.5
    assert sum(hours for hours, yes in zip(found.hours, found.with_citizen, strict=True) if yes) == 10.0
    assert [each.rows for each in read_inputs(path, Reading(name)).files if each.rows] == [10]


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
@pytest.mark.parametrize("name", ["rows", *SUMMED])
def test_a_name_is_no_pattern(name: EngineName, suffix: str, tmp_path: Path) -> None:
    """A file named as engines name several is itself, and a folder named as a column is only a folder."""
    folder = tmp_path / "activity=Samtale"
    for file, hours in ((f"time1.{suffix}", 4.0), (f"time[1].{suffix}", 2.0)):
        cells: dict[str, list[Any]] = {
            "date": [dt.date(2018, 3, 12)],
            "job_group": ["paedagog"],
            "hours": [hours],
            "activity": ["Supervision"],
        }
        path = scenario(folder, TABLES[suffix](cells), name=file)
    found = registrations(path, Reading(name))

    assert (list(found.hours), list(found.activity)) == ([2.0], ["Supervision"])


@pytest.mark.parametrize("name", ["rows", *SUMMED])
def test_damaged_parquet_is_told(name: EngineName, tmp_path: Path) -> None:
    """A file that is no Parquet, and one that was cut, are told by their name."""
    with pytest.raises(InputProblems, match=r"time\.parquet.*no readable Parquet"):
        assess(scenario(tmp_path / "it", b"PAR1 and no more", name="time.parquet"), reading=Reading(name))


@pytest.mark.parametrize("name", ["rows", *SUMMED])
def test_parquet_damaged_within_is_told(name: EngineName, tmp_path: Path) -> None:
    """The file opens, and its rows turn out not to be readable."""
    cells = {"date": [dt.date(2018, 3, 12)] * 90, "job_group": ["paedagog"] * 90, "hours": [*map(float, range(90))]}
    content = parquet(cells)
    with pytest.raises(InputProblems, match=r"time\.parquet.*it is damaged \[parquet-can-be-read\]"):
        assess(
            scenario(tmp_path / "it", content[:4] + b"\xff" * 60 + content[64:], name="time.parquet"),
            reading=Reading(name),
        )


@pytest.mark.parametrize("name", ["rows", *SUMMED])
def test_a_day_of_a_year_beyond_the_calendar_is_told(name: EngineName, tmp_path: Path) -> None:
    """Parquet counts days further than Python; the day is told with its line."""
    days = pa.array([17_602, 5_000_000], pa.int32()).cast(pa.date32())
    content = parquet(pa.table({"date": days, "job_group": ["paedagog"] * 2, "hours": [1.0, 2.0]}))
    with pytest.raises(InputProblems, match=r'time\.parquet:3:1: date: "15659-07-15" is not a date'):
        assess(scenario(tmp_path / "it", content, name="time.parquet"), reading=Reading(name))


DAY = dt.date(2018, 3, 15)
COLUMNS: dict[str, list[Any]] = {
    "date": [
        *[([DAY], pa.date32())] * 4,
        *[([DAY, DAY, None], pa.date32()), ([DAY, dt.date(1899, 1, 1)], pa.date32()), ([DAY], pa.date64())],
        *[([dt.datetime(2018, 3, 15)], pa.timestamp("us")), (["2018-03-15", "x"], pa.string())],  # noqa: DTZ001
    ],
    "job_group": [
        *[(["paedagog"], pa.string()), (["paedagog", "psykolog"], pa.dictionary(pa.int8(), pa.string()))] * 2,
        *[(["paedagog", None], pa.string()), (["paedagog", " paedagog", "x"], pa.large_string())],
        *[
            ([b"paedagog"], pa.binary()),
            ([None], pa.null()),
            ([True], pa.bool_()),
            ([["paedagog"]], pa.list_(pa.string())),
        ],
    ],
    "hours": [
        *[([1.5, 2, 0.25], pa.float64())] * 4,
        *[([1.5, None], pa.float64()), ([1.5, -1e-12], pa.float64()), ([1.5, -0.0], pa.float64())],
        *[([1.5, float("nan"), float("inf")], pa.float64()), ([1.5, 1e300, 25], pa.float64()), ([1.5], pa.float32())],
        *[([1, 2, -1], pa.int64()), ([1, None], pa.uint8()), ([Decimal("1.50")], pa.decimal128(9, 2))],
        *[([dt.timedelta(hours=2)], pa.duration("ns")), ([dt.time(7, 24)], pa.time64("us")), (["1,5"], pa.string())],
    ],
    "with_citizen": [([True, False, None], pa.bool_()), (["ja", "nej", None], pa.string()), (["ja", "x"], pa.string())],
    "Hours": [([9.0], pa.float64())],
}


def random_parquet(chance: Random) -> bytes:
    """Write Parquet whose columns are of any type, with Arrow's note of it or without."""
    count, names = chance.randint(1, 6), ["date", "job_group", "hours", *chance.sample(["with_citizen", "Hours"], 1)]
    names = names[:3] if chance.random() < 0.6 else names
    chance.shuffle(names)
    columns = {}
    for name in names:
        values, held = chance.choice(COLUMNS[name])
        columns[name] = pa.array(chance.choices(values, k=count), held)
    written = io.BytesIO()
    pq.write_table(pa.table(columns), written, store_schema=chance.random() < 0.7)
    return written.getvalue()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_random_parquet_comes_out_alike(seed: int) -> None:
    """The same cost, or the same checks and the same first line, whatever types the columns have."""
    with TemporaryDirectory() as folder:
        path = scenario(Path(folder), random_parquet(Random(seed)), name="time.parquet")

        assert outcome(path, "duckdb") == outcome(path, "rows")
