"""Registrations and a scenario that names them, read row by row or as sums."""

from pathlib import Path

import pytest

from somcost import assess
from somcost.model.reading import EngineName, Reading
from somcost.model.tables import Registrations
from somcost.problems import InputProblems
from somcost.read.inputs import read_inputs

SUMMED = ["duckdb", pytest.param("spark", marks=pytest.mark.spark)]
SCENARIO = """\
schema: somcost/scenario@1
id: large
title: A large intervention
origin: illustrative
assumptions: som-2019
window: {start: %(start)s, end: %(end)s, gaps: [{start: 2018-07-09, end: 2018-07-22}]}
time_registrations: %(time)s
participants: {per_year: 400, months_each: 9}
variants: {early: {window: {start: %(start)s, end: 2018-05-15}}}
settings: {inside_gap: drop, outside_window: drop}
"""


def scenario(folder: Path, text: str | bytes, *, name: str = "time.csv", start: str = "2018-03-12") -> Path:
    """Write registrations and a scenario that names them."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    path = folder / "scenario.yaml"
    path.write_text(SCENARIO % {"time": name, "start": start, "end": "2019-02-28"}, "utf-8")
    return path


def registrations(path: Path, reading: Reading) -> Registrations:
    """Read a scenario's registrations."""
    found = read_inputs(path, reading).registrations
    assert found is not None
    return found


def outcome(path: Path, name: EngineName) -> object:
    """Give the wages and what was set aside; or which checks speak, and the first line."""
    try:
        found = assess(path, reading=Reading(name, cache=False)).as_dict()
    except InputProblems as error:
        return {each.check for each in error.problems}, min(each.location.line for each in error.problems)
    return round(found["results"]["wage_cost"], 6), found["set_aside"]["rows"]
