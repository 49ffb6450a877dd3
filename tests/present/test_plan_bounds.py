"""Where a line of a plan has no number, every reading says what its figures are a bound of.

The plan of hand_plan.py costs 65,000 kr; a course for employees without a price makes that at least 65,000, a fund
without a promise at most 65,000.
"""

import json
from pathlib import Path

import pytest
from hand_plan import UNQUANTIFIED, explained, hand_plan, printed, written_plan
from openpyxl import load_workbook
from typer.testing import CliRunner

from somcost.analyse.bound import bound_of, bound_of_category, bound_of_year
from somcost.analyse.planned import PlanAssessment
from somcost.cli import app
from somcost.model.plan import Plan

COST = {"lines": UNQUANTIFIED["cost"]}
GRANT = {"grants": UNQUANTIFIED["grant"]}
CAVEAT = "Ikke alt ressourceforbrug er opgjort: omkostningen er mindst det viste."
RESULTS = {
    "total_cost": ("at least", "at most", "in part"),
    "cost_per_participant": ("at least", "at most", "in part"),
    "net_present_value": ("at most", "at least", "in part"),
    "gross_cost": ("at least", None, "at least"),
    "start_up_cost": ("at least", None, "at least"),
    "marginal_cost_per_team": ("at least", None, "at least"),
    "grants": (None, "at most", "at most"),
    "saved_expenses": (None, None, None),
    "residual_values": (None, None, None),
    "participants_started": (None, None, None),
}
"""By result, what it is a bound of where a cost, a grant, or both have no number."""


def plan(assessment: PlanAssessment) -> Plan:
    """Give the plan of an assessment."""
    return assessment.inputs.scenario


def asked(*arguments: str) -> str:
    """Give what a command prints on standard output."""
    found = CliRunner().invoke(app, list(arguments))
    assert found.exit_code == 0, found.stderr
    return found.stdout


@pytest.mark.parametrize("result", RESULTS)
def test_each_result_has_the_bound_of_what_it_is_made_of(tmp_path: Path, result: str) -> None:
    """Unknown costs raise, unknown grants lower; a net present value has the other sign."""
    unknown = [plan(hand_plan(tmp_path, **more)) for more in (COST, GRANT, COST | GRANT)]

    assert tuple(bound_of(each, result) for each in unknown) == RESULTS[result]
    assert bound_of(plan(hand_plan(tmp_path)), result) is None


def test_an_investment_without_a_price_leaves_an_unknown_value(tmp_path: Path) -> None:
    """Bought with the teams of years 1 and 2; what it is worth at the end is deducted in the last year, 3."""
    line = UNQUANTIFIED["cost"].replace("training", "investment").replace("timing: once", "timing: once, lifetime: 9")
    found = plan(hand_plan(tmp_path, lines=line))

    assert [bound_of_year(found, year) for year in range(3)] == ["at least", "at least", "at most"]
    assert (bound_of(found, "residual_values"), bound_of(found, "total_cost")) == ("at least", "at least")


def test_only_the_years_that_the_line_falls_in_are_bounds(tmp_path: Path) -> None:
    """A course of employees in the second year leaves the first and the third whole."""
    line = UNQUANTIFIED["cost"].replace("timing: once", "timing: once, years: [2]")
    found = plan(hand_plan(tmp_path, lines=line))

    assert [bound_of_year(found, year) for year in range(3)] == [None, "at least", None]


def test_a_category_without_any_number_is_shown(tmp_path: Path) -> None:
    """It stands among the others, in the method's order, and the shares are said to be of the rest."""
    assessment = hand_plan(tmp_path, **COST)
    text, found = printed(assessment), assessment.as_dict()["categories"]

    assert list(found) == ["training", "operation", "investment", "grant"]
    assert found["training"] == {"cost": None, "share": None}
    assert found["operation"]["share"] == pytest.approx(0.1)
    assert ["Uddannelse", "af", "medarbejdere", "Ikke", "opgjort", "–"] in [line.split() for line in text.splitlines()]
    assert "Andelene er af det, der er opgjort." in text


def test_a_category_of_which_some_has_no_number_is_a_bound(tmp_path: Path) -> None:
    """Operation is at least 20,000 where a line of it is unknown; equipment is 180,000."""
    assessment = hand_plan(tmp_path, lines=UNQUANTIFIED["cost"].replace("training", "operation"))
    text = printed(assessment)

    assert bound_of_category(plan(assessment), "investment") is None
    assert ["Drift", "mindst", "20.000", "10", "%"] in [line.split() for line in text.splitlines()]
    assert "Drift ≥" in text
    assert "≥ mindst, ≤ højst, ≈ delvist: ikke alt er opgjort." in text


def test_the_years_say_so_too(tmp_path: Path) -> None:
    """Year 1: 90,000 of equipment, 4,000 of a course, 30,000 of support less."""
    text = printed(hand_plan(tmp_path, **COST))

    assert ["1", "4.000", "90.000", "-30.000", "≥64.000"] in [line.split() for line in text.splitlines()]
    assert CAVEAT in text


@pytest.mark.parametrize(
    ("key", "figure"),
    [
        ("total_cost", "= mindst 65.000 kr."),
        ("cost_per_participant", "= mindst 1.625 kr."),
        ("years.1.cost", "= mindst 64.000 kr."),
    ],
)
def test_explanations_say_so(tmp_path: Path, key: str, figure: str) -> None:
    """The figure has its bound, and the reason stands above it."""
    text = explained(hand_plan(tmp_path, **COST), key)

    assert figure in text
    assert CAVEAT in text


def test_an_explanation_of_what_is_whole_has_no_bound(tmp_path: Path) -> None:
    """Forty citizens start, whatever the course of the employees costs."""
    text = explained(hand_plan(tmp_path, **COST), "participants_started")

    assert "mindst" not in text


def test_an_unquantified_category_says_why_it_has_no_figure(tmp_path: Path) -> None:
    """It is a figure of the plan, and not known."""
    assessment = hand_plan(tmp_path, **COST)

    assert "Ingen linje i kategorien er opgjort." in explained(assessment, "categories.training.cost")
    assert "Andelene er af ressourceforbruget" in explained(assessment, "categories.grant.share")


@pytest.mark.parametrize("command", ["sensitivity", "simulate"])
def test_analyses_say_so(tmp_path: Path, command: str) -> None:
    """The result's name and the caveats of the report, the head of the JSON."""
    path = str(written_plan(tmp_path, **COST))
    few = ["--draws", "200"] if command == "simulate" else []
    text, found = asked(command, path, *few), json.loads(asked(command, path, *few, "--json"))

    assert "Omkostning pr. borger (mindst)" in text
    assert CAVEAT in " ".join(text.split())
    assert (found["at_least"], found["at_most"]) == (True, False)
    assert found["bounds"]["cost_per_participant"] == "at least"


def test_grids_say_so(tmp_path: Path) -> None:
    """Each cell is a bound, so the table's name says it once."""
    text = asked("sensitivity", str(written_plan(tmp_path, **GRANT)), "--grid", "participants.per_course=8,10")

    assert "Omkostning pr. borger (højst)" in text


def test_comparisons_say_so_of_the_plan_it_holds_for(tmp_path: Path) -> None:
    """The one without a price is at least 65,000; the other is 65,000."""
    first = str(written_plan(tmp_path, **COST))
    second = str(written_plan(tmp_path, name="other.yaml"))
    text, found = asked("compare", first, second, "--exact"), json.loads(asked("compare", first, second, "--json"))
    line = next(line for line in text.splitlines() if "Samlet omkostning over perioden" in line)

    assert line.split()[-3:] == ["mindst", "65.000", "65.000"]
    assert CAVEAT in text
    assert [each["at_least"] for each in found["comparison"]["assessments"]] == [True, False]


def test_workbooks_say_so(tmp_path: Path) -> None:
    """The names of results on the summary and among the results, and a category without a row."""
    book = tmp_path / "plan.xlsx"
    asked("run", str(written_plan(tmp_path, **COST)), "--xlsx", str(book))
    pages = {page.title: [str(cell.value) for row in page.iter_rows() for cell in row] for page in load_workbook(book)}

    for page in ("Overblik", "6 Resultater"):
        assert "Samlet omkostning over perioden (mindst)" in pages[page]
        assert any(CAVEAT in cell for cell in pages[page])
    assert "Uddannelse af medarbejdere: ikke opgjort" in pages["6 Resultater"]


def test_workbooks_of_comparisons_say_so(tmp_path: Path) -> None:
    """The cell stays a number and shows its bound."""
    paths = [str(written_plan(tmp_path, **COST)), str(written_plan(tmp_path, name="other.yaml"))]
    book = tmp_path / "compared.xlsx"
    asked("compare", *paths, "--xlsx", str(book))
    page = load_workbook(book).worksheets[0]
    row = next(row for row in page.iter_rows() if row[0].value == "Samlet omkostning over perioden")

    assert [cell.value for cell in row[2:4]] == [65_000, 65_000]
    assert [cell.number_format.startswith('"mindst "') for cell in row[2:4]] == [True, False]
