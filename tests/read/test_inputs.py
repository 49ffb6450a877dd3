"""Reading a scenario and all it names."""

import shutil
from pathlib import Path

import pytest

from somcost import InputProblems
from somcost.read.inputs import read_inputs

BASE = Path(__file__).parents[1] / "errors" / "_base"


def test_a_file_of_nothing_but_faults_counts_them_all(tmp_path: Path) -> None:
    """The first twenty faults stand in full; the rest is counted, however many of them were kept."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "time.csv").write_text("date,job_group,hours\n" + "2018-03-05,paedagog,7:24\n" * 500, "utf-8")

    with pytest.raises(InputProblems) as caught:
        read_inputs(tmp_path / "scenario.yaml")

    assert str(caught.value).count(" [hours-are-decimal]\n") == 20
    assert str(caught.value).endswith("… and 480 more [hours-are-decimal]")
