"""The cost lines as a table."""

import csv
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hand_scenario import write_hand_scenario

import somcost
from somcost.analyse.assessment import Assessment
from somcost.present.ledger_table import STARTS_A_FORMULA, ledger_table, write_ledger
from somcost.problems import InputProblems

SCENARIOS = sorted((Path(somcost.__file__).parent.parent / "scenarios").glob("*.yaml"))


@pytest.fixture
def assessment(tmp_path: Path) -> Assessment:
    """Assess the scenario that a pocket calculator can follow."""
    return somcost.assess(write_hand_scenario(tmp_path))


def test_a_line_has_its_parts_and_its_place(assessment: Assessment) -> None:
    """The first row of time.csv is line 2: ten hours at 400 kr."""
    line = ledger_table(assessment).iloc[0].dropna().to_dict()

    assert line == {
        "kind": "wage",
        "period": "2019-01",
        "date": pd.Timestamp("2019-01-04").date(),
        "job_group": "leder",
        "employee": 1,
        "activity": "Samtale",
        "phase": "start",
        "with_citizen": True,
        "hours": 10.0,
        "factor": 1.0,
        "rate": 400.0,
        "amount": 4_000.0,
        "behaviour": "variable",
        "file": "time.csv",
        "row": 2,
    }


def test_the_lines_are_the_cost(assessment: Assessment) -> None:
    """Wages 55,000, expenses 5,000, start-up 20,000: 19,000 of training and 1,000 for a table."""
    table = ledger_table(assessment)

    assert table.groupby("kind")["amount"].sum().to_dict() == {"wage": 55_000, "expense": 5_000, "start-up": 20_000}
    assert table[table["kind"] == "start-up"]["amount"].tolist() == [19_000, 1_000]
    assert table["hours"].sum() == 150


def test_nobody_is_named(assessment: Assessment) -> None:
    """The two employees are 1 and 2 in every row."""
    table = ledger_table(assessment)

    assert table["employee"].dropna().unique().tolist() == [1, 2]
    assert not {"m17", "m4"} & set(table.astype(str).to_numpy().ravel())


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_lines_add_up_to_the_collected_cost(scenario: Path) -> None:
    """Of every published assessment the amounts are hours × factor × rate, and add up."""
    assessment = somcost.assess(scenario)
    table = ledger_table(assessment)
    operating = table[table["kind"] != "start-up"]
    wages = table[table["kind"] == "wage"]

    assert operating["amount"].sum() == pytest.approx(assessment.as_dict()["results"]["collected_cost"])
    assert (wages["hours"] * wages["factor"] * wages["rate"]).sum() == pytest.approx(wages["amount"].sum())


def test_a_scaled_month_keeps_its_registered_hours(tmp_path: Path) -> None:
    """With a factor of 1.5 in January, ten hours at 400 kr are 6,000 kr, and the column factor says why."""
    part = (
        "window: {start: 2019-01-01, end: 2019-12-31, part_months: [{month: 2019-01, factor: 1.5, reason: Sygdom}]}\n"
    )
    table = ledger_table(somcost.assess(write_hand_scenario(tmp_path, without="window", more=part)))
    first = table[["hours", "factor", "rate", "amount"]].to_numpy().tolist()[0]

    assert first == [10, 1.5, 400, 6_000]
    assert table.loc[1, "factor"] == 1


def test_staff_stands_in_for_registrations(tmp_path: Path) -> None:
    """Two full-time leaders for a month are 2 × 1,500 / 12 = 250 hours at 400 kr; a line a month."""
    staff = "full_time_staff: [{start: 2019-01, end: 2019-12, job_group: leder, fte: 2}]\n"
    table = ledger_table(somcost.assess(write_hand_scenario(tmp_path, without="time_registrations", more=staff)))
    wages = table[table["kind"] == "wage"]

    assert len(wages) == 12
    assert wages[["hours", "rate", "amount"]].drop_duplicates().to_numpy().tolist() == [[250, 400, 100_000]]
    assert wages["file"].unique().tolist() == ["scenario.yaml"]


def test_csv_holds_no_formula(assessment: Assessment, tmp_path: Path) -> None:
    """A quote stands before =Møde; numbers below zero stay numbers."""
    write_ledger(assessment, tmp_path / "ledger.csv")
    with (tmp_path / "ledger.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert rows[10]["activity"] == "'=Møde"
    assert not [cell for row in rows for cell in row.values() if cell.startswith(STARTS_A_FORMULA)]
    assert rows[0]["with_citizen"] == "true"
    assert rows[0]["date"] == "2019-01-04"


def test_xlsx_holds_no_formula(assessment: Assessment, tmp_path: Path) -> None:
    """=Møde is text in the workbook, and the amounts are numbers."""
    write_ledger(assessment, tmp_path / "ledger.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ledger.xlsx")["ledger"]
    cells = [cell for row in sheet.iter_rows() for cell in row]

    assert [cell.data_type for cell in cells if cell.value == "=Møde"] == ["s"] * 5
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert sum(float(str(row[15].value)) for row in sheet.iter_rows(min_row=2)) == pytest.approx(80_000)


def test_the_endings_hold_the_same(assessment: Assessment, tmp_path: Path) -> None:
    """Parquet and CSV give the same lines back."""
    for ending in ("csv", "parquet"):
        write_ledger(assessment, tmp_path / f"ledger.{ending}")
    read = pd.read_parquet(tmp_path / "ledger.parquet")
    plain = pd.read_csv(tmp_path / "ledger.csv")

    assert list(read) == list(plain)
    assert read["amount"].tolist() == plain["amount"].tolist()
    assert read["row"].tolist() == plain["row"].tolist()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_the_same_inputs_give_the_same_bytes(assessment: Assessment, tmp_path: Path, ending: str) -> None:
    """No clock time stands in a file."""
    for name in ("one", "two"):
        write_ledger(assessment, tmp_path / f"{name}.{ending}")

    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_a_missing_folder_is_told(assessment: Assessment, tmp_path: Path, ending: str) -> None:
    """No ending leaves a traceback."""
    with pytest.raises(InputProblems, match="output-can-be-written"):
        write_ledger(assessment, tmp_path / "missing" / f"ledger.{ending}")
