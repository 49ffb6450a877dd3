"""How a figure came about, in words."""

import io
from pathlib import Path

import numpy as np
import pytest
from hand_scenario import ASSUMPTIONS, write_hand_scenario
from rich.console import Console

import somcost
from somcost.analyse.assessment import Assessment
from somcost.cost import operations
from somcost.cost.quantity import ARITHMETIC, Quantity
from somcost.model.dimensions import Category, Dimension
from somcost.present.derivation import find, print_derivation
from somcost.present.derivation.expression import Expression
from somcost.present.derivation.node import Node, resolved
from somcost.present.derivation.paths import figures_of
from somcost.present.derivation.steps import Step, Steps
from somcost.present.numbers import Numbers
from somcost.present.words import Words
from somcost.problems import InputProblems

SCENARIOS = sorted((Path(somcost.__file__).parent.parent / "scenarios").glob("*.yaml"))


@pytest.fixture
def assessment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assessment:
    """Assess the scenario that a pocket calculator can follow."""
    write_hand_scenario(tmp_path)
    monkeypatch.chdir(tmp_path)
    return somcost.assess("scenario.yaml")


def explained(assessment: Assessment, key: str, language: str = "da") -> str:
    """Print a derivation to text."""
    console = Console(file=io.StringIO(), width=100, markup=False, highlight=False, emoji=False)
    print_derivation(assessment, find(assessment, key), console, numbers=Numbers(language))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_figure_is_explained_by_formula_and_numbers(assessment: Assessment) -> None:
    """60,000 a year over twelve citizens a year is 5,000 each."""
    lines = [line.strip() for line in explained(assessment, "cost_per_participant").splitlines()]

    assert lines[2:5] == [
        "Omkostning pr. borger = 5.000 kr.",
        "Årlige driftsomkostninger / Borgere pr. år",
        "= 60.000 / 12",
    ]


def test_a_formula_has_no_needless_parenthesis(assessment: Assessment) -> None:
    """Only the sum stands in parentheses."""
    text = explained(assessment, "annual_operating_cost")

    assert "12 × (Lønomkostninger + Øvrige udgifter) / Observerede måneder" in text
    assert "= 12 × (55.000 + 5.000) / 12" in text


def test_a_figure_over_job_groups_is_a_table(assessment: Assessment) -> None:
    """Hours, rate and cost stand side by side: 100 × 400 and 50 × 300."""
    cells = [line.replace("│", " ").split() for line in explained(assessment, "wage_cost").splitlines()]

    assert ["Leder", "100", "400", "40.000"] in cells
    assert ["Medarbejder", "50", "300", "15.000"] in cells


def test_a_figure_leads_down_to_sources_and_rows(assessment: Assessment) -> None:
    """An assumption says source, file and line, a column of registrations its file and how many rows."""
    text = explained(assessment, "cost_per_participant")

    assert "Kilde: Kontoret, Lønstatistik, 2019, tabel 1" in text
    assert "Angivet i hand.yaml:9: parameters.overhead" in text
    assert "Bemærkning: Aftalt" in text
    assert "Indlæst fra time.csv: 15 rækker" in text
    assert "Angivet i scenario.yaml:10: participants.count" in text


def test_an_overridden_assumption_says_what_it_replaced(tmp_path: Path) -> None:
    """The set's own value stands beside the scenario's."""
    scenario = write_hand_scenario(tmp_path, more="overrides: {parameters.overhead: 0.5}\n")
    text = explained(somcost.assess(scenario), "parameters.overhead")

    assert "Overhead = 0,5 (50 %)" in text
    assert "Erstatter 0,25 fra" in text


def test_an_hourly_rate_is_explained_for_its_job_group(assessment: Assessment) -> None:
    """Only the job group's own wage is put in, also where no one of the group is in use."""
    text = explained(assessment, "job_groups.par.hourly_rate")

    assert "Timepris inkl. overhead, Par = 350 kr. pr. time" in text
    assert "= 12 × 35.000 × (1 + 0,25) / 1.500" in text
    assert "= gennemsnittet af (40.000; 30.000)" in text


def test_a_month_is_explained_for_itself(assessment: Assessment) -> None:
    """January has ten hours of each group, 4,000 + 3,000 kr, by name and by number."""
    text = explained(assessment, "months.2019-01.wage_cost")

    assert "Lønomkostninger, 2019-01 = 7.000 kr." in text
    assert "hvor måned er 2019-01 (2 linjer)" in text
    assert explained(assessment, "months.0.wage_cost").splitlines()[2:] == text.splitlines()[2:]


def test_a_share_is_explained_for_its_member(assessment: Assessment) -> None:
    """The phase start is 40,000 of 60,000."""
    text = explained(assessment, "shares.phase.start")

    assert "= 0,6667 (66,7 %)" in text
    assert "= 40.000 / 60.000" in text


def test_what_is_shared_is_explained_once(assessment: Assessment) -> None:
    """The hourly rates are in wages and in training, and told in full in one place."""
    text = explained(assessment, "shares.with_citizen")

    assert text.count("12 × Månedlig lønomkostning × (1 + Overhead) / Årsnorm (effektive timer)") == 1
    assert "(forklaret ovenfor)" in text


def test_what_is_not_defined_says_why(assessment: Assessment) -> None:
    """A null of the JSON has a reason."""
    text = explained(assessment, "cost_per_enrolled")

    assert "Ikke defineret: results.cost_per_enrolled" in text
    assert "Scenariet oplyser hverken antal indskrevne pr. år eller en liste over borgere." in text
    assert "Ikke defineret" in explained(assessment, "sensitivity.wages.0.cost_per_completed")


def test_an_unknown_key_suggests_the_nearest(assessment: Assessment) -> None:
    """A slip of the hand is met with the key that was meant."""
    with pytest.raises(InputProblems, match=r"(?s)cost_per_particpant: is no figure.*Near to it: cost_per_participant"):
        find(assessment, "cost_per_particpant")


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("results.wage_cost", "results.wage_cost"),
        ("wage_cost", "results.wage_cost"),
        ("participants.count", "participants.count"),
        ("alternative.cost_per_year", "alternative.cost_per_year"),
        ("set_aside.hours", "set_aside.hours"),
        ("window.start", "window.start"),
    ],
)
def test_keys_are_paths_of_the_json_or_of_the_inputs(assessment: Assessment, key: str, path: str) -> None:
    """The stem of a result may be left out."""
    assert find(assessment, key).path == path


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_every_figure_of_every_scenario_is_explained(scenario: Path, language: str) -> None:
    """Each has a formula in words, and every branch ends at a source, a file, or what was told before."""
    assessment = somcost.assess(scenario)
    for path, quantity in figures_of(assessment).items():
        if quantity is None:
            assert find(assessment, path).reason
        else:
            step = Steps(Words(assessment, language), Numbers(language)).of(Node(quantity))
            assert leaves_are_sourced(step), path


def leaves_are_sourced(step: Step) -> bool:
    """Tell whether every step says something, or is told elsewhere."""
    if not step.steps:
        return (
            bool(step.lines) or step.title.endswith(("(forklaret ovenfor)", "(explained above)")) or "…" in step.title
        )
    return all(map(leaves_are_sourced, step.steps))


GROUPS = Dimension("job_group", ["leder", "medarbejder"])
MONTHS = Dimension("month", ["2019-01", "2019-02"])
ROWS = Dimension("registration", range(3))
CATEGORY = Category("job_group", ROWS, GROUPS, np.array([0, 1, 0]))
A = Quantity(6.0, "kr", "wage_cost")
B = Quantity(2.0, "kr", "other_expenses")
COLUMN = Quantity(np.array([1.0, 2.0]), "kr", "rate", GROUPS)
LINES = Quantity(np.array([1.0, 2.0, 4.0]), "hours", "hours", ROWS)
DAYS = Quantity(np.array([43_500.0, 43_600.0, np.nan]), "date", "end", ROWS)
FIRSTS = Quantity(np.array([43_500.0, 43_600.0, 43_700.0]), "date", "start", ROWS)
WORDS = {
    "add": (A + B, "Lønomkostninger + Øvrige udgifter"),
    "subtract": (A - (B - A), "Lønomkostninger − (Øvrige udgifter − Lønomkostninger)"),
    "multiply": (12 * (A + B), "12 × (Lønomkostninger + Øvrige udgifter)"),
    "divide": (A / (B * A), "Lønomkostninger / (Øvrige udgifter × Lønomkostninger)"),
    "power": ((1 + A) ** B, "(1 + Lønomkostninger) ^ Øvrige udgifter"),
    "minimum": (operations.smaller(A, B), "den mindste af (Lønomkostninger; Øvrige udgifter)"),
    "maximum": (operations.larger(A, 0), "den største af (Lønomkostninger; 0)"),
    "sum": (operations.total(COLUMN), "summen af Timepris pr. stillingsgruppe"),
    "mean": (operations.mean_of([A, B]), "gennemsnittet af (Lønomkostninger; Øvrige udgifter)"),
    "sum_by": (operations.total_by(LINES, CATEGORY), "Timer summeret efter stillingsgruppe"),
    "look_up": (operations.look_up(COLUMN, CATEGORY), "Timepris efter linjens stillingsgruppe"),
    "stack": (operations.stack([A, B], MONTHS), "én værdi pr. måned: Lønomkostninger; Øvrige udgifter"),
    "otherwise": (operations.otherwise(DAYS, B), "Sidste dag, eller hvor den mangler Øvrige udgifter"),
    "month_position": (operations.month_position(FIRSTS), "månedsnummeret for (Første dag)"),
    "count_between": (
        operations.count_between(DAYS, A, B, where=(CATEGORY, "leder")),
        "antal med Sidste dag fra Lønomkostninger til Øvrige udgifter, hvor stillingsgruppe er Leder",
    ),
}


@pytest.mark.parametrize("operation", sorted({*ARITHMETIC, *WORDS}))
def test_every_operation_has_words(assessment: Assessment, operation: str) -> None:
    """Each operation between quantities is said in words, and by numbers where it is a number."""
    quantity, expected = WORDS[operation]
    steps = Steps(Words(assessment), Numbers("da"))

    assert quantity.operation == operation
    assert Expression(steps.words, steps.name).of(Node(quantity)) == expected


def test_an_element_is_its_column_for_one_member(assessment: Assessment) -> None:
    """The second job group's amount is its own hours times its own rate."""
    amount = (COLUMN * B).named("amount_of_hours", "kr")
    step = Steps(Words(assessment), Numbers("da")).of(Node(operations.element(amount, 1)))

    assert step.title == "Lønomkostninger, Medarbejder = 4 kr."
    assert step.lines == ["Timepris, Medarbejder × Øvrige udgifter", "= 2 × 2"]


def test_a_long_dimension_is_cut_short(assessment: Assessment) -> None:
    """Twelve members stand in a table, the others are counted."""
    many = Dimension("phase", [f"fase {number}" for number in range(15)])
    column = Quantity(np.arange(15.0), "kr", "wage_cost", many)
    step = Steps(Words(assessment), Numbers("da")).of(Node((column * B).named("amount_of_hours", "kr")))

    assert len(step.rows) == 13
    assert step.rows[-1] == ["… og 3 flere"]


def test_a_number_below_zero_stands_in_parentheses(assessment: Assessment) -> None:
    """1 + −0.1 would be hard to read."""
    change = Quantity(-0.1, "share", "sensitivity.wages.0")
    step = Steps(Words(assessment), Numbers("da")).of(Node((A * (1 + change)).named("changed_wage_cost", "kr")))

    assert step.lines[1] == "= 6 × (1 + (-0,1))"


def test_the_head_says_what_price_level_and_whose_data(assessment: Assessment) -> None:
    """A derivation that is passed on alone still tells what it is of."""
    head = "Regnet i hånden [kontrol]: results.wage_cost · Prisniveau 2019 · Illustrative data"

    assert explained(assessment, "wage_cost").splitlines()[0].strip() == head


def test_a_sub_period_is_found_by_its_name(tmp_path: Path) -> None:
    """The stem of a variant may be left out like that of a result."""
    more = "variants: {spring: {label: Foråret, window: {start: 2019-01-01, end: 2019-06-30}}}\n"
    assessment = somcost.assess(write_hand_scenario(tmp_path, more=more))

    assert find(assessment, "spring.wage_cost").path == "variants.spring.wage_cost"


def test_every_value_that_was_replaced_is_told(tmp_path: Path) -> None:
    """The scenario's 0.5 stands for the municipality's 0.3, which stands for the common 0.25."""
    path = write_hand_scenario(tmp_path, without="assumptions", more="assumptions: own.yaml\n")
    own = ASSUMPTIONS[: ASSUMPTIONS.index("sources")].replace("id: hand", "id: own")
    own += "extends: ./hand.yaml\nparameters:\n  overhead: {value: 0.3, unit: share, source: loen}\n"
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    with path.open("a", encoding="utf-8") as file:
        file.write("overrides: {parameters.overhead: 0.5}\n")
    text = explained(somcost.assess(path), "parameters.overhead")

    assert text.index("Erstatter 0,3 fra") < text.index("Erstatter 0,25 fra")


CITIZENS = "id,start,end\n1,2018-12-01,2019-03-31\n2,2019-01-01,2019-06-30\n"
"""Four months and six: five on average; a person-year is 365.25 of the 90 + 181 days of 2019."""


def test_figures_say_their_own_unit(tmp_path: Path) -> None:
    """Months, kr a year, years: what a reader would else have to guess."""
    path = write_hand_scenario(tmp_path, without="participants", more="participants: {path: citizens.csv}\n")
    text = path.read_text("utf-8").replace("start_up:\n", "start_up:\n  spread_years: 5\n")
    path.write_text(text, encoding="utf-8")
    (tmp_path / "citizens.csv").write_text(CITIZENS, encoding="utf-8")
    assessment = somcost.assess(path)

    assert "= 5 måneder" in explained(assessment, "months_each")
    assert "= 80.867,16 kr. pr. år" in explained(assessment, "cost_per_person_year")
    assert "= 5 år" in explained(assessment, "start_up.spread_years")
    assert "= 4.000 kr. pr. år" in explained(assessment, "start_up_cost_per_year")


def test_what_would_be_divided_by_zero_says_so(tmp_path: Path) -> None:
    """The one who left did so before the window: there is no cost per discharged, and it is no number either."""
    path = write_hand_scenario(tmp_path, without="participants", more="participants: {path: citizens.csv}\n")
    (tmp_path / "citizens.csv").write_text("id,start,end\n1,2019-01-01,\n2,2018-01-01,2018-06-30\n", encoding="utf-8")
    text = explained(somcost.assess(path), "cost_per_discharged", "en")

    assert "Not defined: results.cost_per_discharged" in text
    assert "It would be divided by zero." in text


def test_an_open_end_is_what_stands_in_for_it() -> None:
    """The first citizen's last day is stated, the third's is the replacement."""
    last = operations.otherwise(DAYS, B)

    assert [resolved(Node(last, member)).value for member in (0, 2)] == [43_500, 2]


def test_a_source_is_told_in_full_once(assessment: Assessment) -> None:
    """Wages, overhead and norm are from one table; the second time its title is enough."""
    text = explained(assessment, "job_groups.leder.hourly_rate", "en")

    assert text.count("Kontoret, Lønstatistik, 2019, tabel 1") == 1
    assert text.count("Source: Lønstatistik (as above)") == 2


def test_a_rate_that_lacks_a_parameter_says_so(tmp_path: Path) -> None:
    """Nobody is paid by the hour, so that the set may lack the paid hours of a year; that job group has no rate."""
    path = write_hand_scenario(tmp_path)
    hourly = "  vikar: {label: Vikar, hourly_wage_cost: 300, hour_basis: paid, source: loen}\n"
    (tmp_path / "hand.yaml").write_text(ASSUMPTIONS + hourly, encoding="utf-8")
    text = explained(somcost.assess(path), "job_groups.vikar.hourly_rate", "en")

    assert "The assumption set lacks a parameter that the hourly rate needs." in text
