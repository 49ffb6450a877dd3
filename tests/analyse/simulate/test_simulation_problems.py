"""What a person may get wrong about distributions and correlations: a problem at its place, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario

from somcost import Assessment, InputProblems, assess
from somcost.analyse.simulate.checks import problems_of_distributions
from somcost.analyse.simulate.contributions import contributions
from somcost.analyse.simulate.simulate import simulate
from somcost.problems import Problem

OF_INPUTS = {
    "a beta wider than it can be": (
        "hours: {distribution: {form: beta, mean: 0.5, sd: 0.6}}",
        "distributions-fit-their-numbers",
        "has the sd 0.6, under 0.5 is expected with this mean",
    ),
    "a beta's mean without its ends": (
        "hours: {distribution: {form: beta, mean: 150, sd: 6}}",
        "distributions-fit-their-numbers",
        "has the mean 150, between 0 and 1 is expected",
    ),
    "a gamma of a range": (
        "hours: {low: 140, high: 160, distribution: gamma}",
        "distributions-fit-their-numbers",
        "states no mean and sd",
    ),
    "a gamma around nothing": (
        "hours: {distribution: {form: gamma, mean: -1, sd: 1}}",
        "distributions-fit-their-numbers",
        "has the mean -1, above 0 is expected",
    ),
    "a lognormal from nothing": (
        "hours: {low: 0, high: 160, distribution: lognormal}",
        "distributions-fit-their-numbers",
        "has the low 0, above 0 is expected",
    ),
    "a mode outside the range": (
        "hours: {low: 140, high: 160, distribution: {form: pert, mode: 170}}",
        "distributions-fit-their-numbers",
        "has its mode 170 outside its range from 140 to 160",
    ),
    "weights under nothing": (
        "hours: {distribution: {form: discrete, values: [140, 160], weights: [2, -1]}}",
        "distributions-fit-their-numbers",
        "has weights under 0, or none above it",
    ),
    "negative hours": (
        "hours: {low: 50, high: 250, distribution: normal}",
        "distributions-are-possible",
        "is normal and reaches -138.988, no value that hours can have",
    ),
    "an hours norm of nothing": (
        "parameters.annual_hours_norm: {distribution: {form: normal, mean: 1500, sd: 400}}",
        "distributions-are-possible",
        "is normal and reaches -401.37, no value that parameters.annual_hours_norm can have",
    ),
    "wages that fall by more than all": (
        "wages: {distribution: {form: normal, mean: 0.01, sd: 0.5}}",
        "distributions-are-possible",
        "is normal and reaches -2.36671, no value that wages can have",
    ),
}
OF_CORRELATIONS = {
    "more than 1": ("[[1, 1.5, 0], [1.5, 1, 0], [0, 0, 1]]", "1.5 is no correlation"),
    "no 1 with itself": ("[[1, 0, 0], [0, 0.9, 0], [0, 0, 1]]", "is not 1 from upper left to lower right"),
    "not the same both ways": (
        "[[1, 0.5, 0], [0.4, 1, 0], [0, 0, 1]]",
        "hours with wages is 0.5, the other way round 0.4",
    ),
    "not all at once": (
        "[[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]]",
        "these correlations cannot hold at once: the matrix is not positive semidefinite",
    ),
}
RANGES = "hours: {low: 140, high: 160}, wages: {low: -0.1, high: 0.1}, other_expenses: {low: 4000, high: 6000}"


def scenario(folder: Path, inputs: str, correlations: str = "[]") -> Path:
    """Write the scenario with inputs and correlations stated."""
    more = f"uncertainty:\n  inputs: {{{inputs}}}\n  correlations: {correlations}\n"
    return write_hand_scenario(folder, more=more)


def problems(path: Path) -> tuple[Problem, ...]:
    """Give the problems of a scenario, whether they are found as it is assessed or when it is simulated."""
    with pytest.raises(InputProblems) as found:
        simulate(assess(path), draws=100)
    return found.value.problems


@pytest.mark.parametrize("what", OF_INPUTS)
def test_distribution_that_is_none_is_a_problem_at_its_place(tmp_path: Path, what: str) -> None:
    """The line of the input, its key, the check, what was found and what to do."""
    stated, check, found = OF_INPUTS[what]
    path = scenario(tmp_path, stated)
    (problem,) = problems(path)

    assert (problem.check, problem.message) == (check, found)
    assert problem.key == stated.partition(":")[0]
    assert path.read_text(encoding="utf-8").splitlines()[problem.location.line - 1].strip().startswith("inputs:")
    assert problem.advice


@pytest.mark.parametrize("what", OF_CORRELATIONS)
def test_matrix_that_is_no_correlation_matrix_is_a_problem(tmp_path: Path, what: str) -> None:
    """Each way to be none has its words."""
    matrix, found = OF_CORRELATIONS[what]
    path = scenario(tmp_path, RANGES, f"[{{inputs: [hours, wages, other_expenses], matrix: {matrix}}}]")
    (problem,) = problems(path)

    assert (problem.check, problem.message) == ("correlations-are-matrices", found)
    assert path.read_text(encoding="utf-8").splitlines()[problem.location.line - 1].strip().startswith("correlations:")


def test_an_input_in_two_correlations_is_a_problem(tmp_path: Path) -> None:
    """The second one is pointed at."""
    twice = "[{inputs: [hours, wages], correlation: 0.5}, {inputs: [hours, other_expenses], correlation: 0.5}]"
    (problem,) = problems(scenario(tmp_path, RANGES, twice))

    assert (problem.check, problem.key) == ("inputs-are-correlated-once", "hours")


def test_a_correlated_input_that_does_not_vary_is_a_problem(tmp_path: Path) -> None:
    """A correlation with what stands still says nothing."""
    path = scenario(tmp_path, "hours: {low: 140, high: 160}", "[{inputs: [hours, wages], correlation: 0.5}]")
    (problem,) = problems(path)

    assert (problem.check, problem.key) == ("correlated-inputs-are-uncertain", "wages")


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """Two distributions and a matrix."""
    inputs = "hours: {low: 50, high: 250, distribution: normal}, wages: {low: -0.1, high: 0.1, distribution: lognormal}"
    found = problems(scenario(tmp_path, inputs, "[{inputs: [hours, wages], matrix: [[1, 2], [2, 1]]}]"))

    assert sorted(problem.check for problem in found) == [
        "correlations-are-matrices",
        "distributions-are-possible",
        "distributions-fit-their-numbers",
    ]


def test_a_singular_matrix_is_one(tmp_path: Path) -> None:
    """Correlation 1 of three inputs, or 1 and −1, are matrices like any other."""
    for correlation in ("correlation: 1", "matrix: [[1, -1, 1], [-1, 1, -1], [1, -1, 1]]"):
        path = scenario(tmp_path, RANGES, f"[{{inputs: [hours, wages, other_expenses], {correlation}}}]")
        assert simulate(assess(path), draws=100).results["cost_per_participant"].undefined == 0


@pytest.fixture(name="plain", scope="module")
def plain_assessment(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The scenario as it is."""
    return assess(write_hand_scenario(tmp_path_factory.mktemp("plain")))


@pytest.mark.parametrize(
    ("settings", "check"),
    [
        ({"draws": 99}, "draws-are-possible"),
        ({"draws": 10**9}, "draws-are-possible"),
        ({"seed": -1}, "simulation-settings-are-possible"),
        ({"sampling": "halton"}, "simulation-settings-are-possible"),
        ({"share": 0.0}, "simulation-settings-are-possible"),
        ({"quantiles": (0.5, 5.0)}, "quantiles-are-shares"),
        ({"results": ["cost_per_partcipant"]}, "results-are-known"),
        ({"thresholds": {"cost_per_partcipant": 1.0}}, "results-are-known"),
    ],
)
def test_settings_that_cannot_be_are_problems(plain: Assessment, settings: dict[str, object], check: str) -> None:
    """Too few draws and too many, a seed under 0, a quantile in percent, a result that is none."""
    with pytest.raises(InputProblems) as found:
        simulate(plain, **settings)  # type: ignore[arg-type]

    assert [problem.check for problem in found.value.problems] == [check]


@pytest.mark.parametrize("pairs", [99, 131_073])
def test_pairs_of_draws_have_bounds(plain: Assessment, pairs: int) -> None:
    """Each set of them is held at once."""
    with pytest.raises(InputProblems, match="pairs-of-draws-are-possible"):
        contributions(plain, pairs=pairs)


def test_sound_scenarios_have_no_problems() -> None:
    """Of all that are published."""
    for path in sorted(Path("scenarios").glob("*.yaml")):
        assert list(problems_of_distributions(assess(path))) == []


WITHOUT = """
import sys
sys.modules["scipy"] = None
from somcost import InputProblems, assess
from somcost.analyse.simulate.simulate import simulate
try:
    print(simulate(assess(sys.argv[1]), draws=200, sampling=sys.argv[2], indices=True).results.keys())
except InputProblems as problems:
    print(problems)
"""


@pytest.mark.parametrize(
    ("inputs", "correlations", "sampling", "found"),
    [
        (RANGES, "[]", "random", "dict_keys(['cost_per_participant'])"),
        (RANGES, "[{inputs: [hours, wages], correlation: 1}]", "random", "dict_keys(['cost_per_participant'])"),
        (RANGES, "[]", "sobol", "sampling: sobol needs scipy, which is not installed"),
        (RANGES, "[{inputs: [hours, wages], correlation: 0.5}]", "random", "hours: a correlation needs scipy"),
        ("hours: {low: 140, high: 160, distribution: pert}", "[]", "random", ":2:"),
    ],
)
def test_missing_scipy_is_a_problem_only_where_it_is_needed(
    tmp_path: Path, inputs: str, correlations: str, sampling: str, found: str
) -> None:
    """Triangular, uniform and discrete inputs, and those that move as one, need numpy alone."""
    path = scenario(tmp_path, inputs, correlations)
    command = [sys.executable, "-c", WITHOUT, str(path), sampling]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert found.replace(":2:", "hours: pert needs scipy") in output
    if "needs scipy" in output:
        assert "[simulations-have-their-library]\n    pip install 'somcost[simulation]'" in output


def test_checks_and_plain_runs_do_not_load_scipy() -> None:
    """An assessment with stated distributions is checked without it."""
    code = (
        "import sys; from somcost import assess;"
        "from somcost.analyse.simulate.checks import problems_of_distributions;"
        "list(problems_of_distributions(assess('scenarios/jammerbugt.yaml'))); print('scipy' in sys.modules)"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert output == "False\n"
