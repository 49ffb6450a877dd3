"""1,000,000 draws over 30 inputs of Jammerbugt's full model against the same formula written by hand in numpy.

    python benchmarks/simulate.py [DRAWS]

By hand stands twice: with whole arrays, as one writes it, and in blocks, as one writes it once memory runs out. Each
version runs in a process of its own, several times after a small first run; peak memory is what the others add to
what is held then. All draw from the same distributions and give mean, sd and five quantiles of cost per participant;
first of all the formula by hand and the traced one are compared at the same draws. At most 1.5 times the time and 2
times the memory of either. Linux only, for the memory.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

import somcost
from somcost.analyse.distributions.forms import Form
from somcost.analyse.distributions.scipy_forms import Pert
from somcost.analyse.simulate.question import Settings, asked
from somcost.analyse.simulate.simulate import QUANTILES, simulate
from somcost.analyse.vary.keys import Key, keys_of
from somcost.cost.evaluate import Array
from somcost.model.uncertainty import Change, Distribution, UncertainInput, Uncertainty
from somcost.problems import Location

SCENARIO = "scenarios/jammerbugt.yaml"
DRAWS, WARM_UP, RUNS, BLOCK = 1_000_000, 10_000, 7, 2**13
AT_MOST = {"time": 1.5, "memory": 2.0}
RESULT = "cost_per_participant"
VARIED = (
    "wages",
    "participants_per_year",
    "observed_months",
    "parameters.",
    "job_groups.",
    "hours.",
    "other_expenses.",
)
FAMILIES = ("triangular", "pert", "normal", "lognormal", "uniform", "gamma")
Inputs = dict[str, Array]
Summary = tuple[float, float, list[float]]


def main(draws: int) -> int:
    """Compare the formulas, run each version in its own process and print the table; 1 where a limit does not hold."""
    assessment = uncertain()
    agree(assessment)
    found = {version: measured(version, draws) for version in VERSIONS}
    print(f"| {draws:,} draws, {len(ByHand(assessment).forms)} inputs | Time | Peak memory | Mean | 95 % quantile |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for version, each in found.items():
        mean, _, quantiles = each["summary"]
        print(f"| {version} | {each['time']:.2f} s | {each['memory']:.0f} MB | {mean:,.0f} | {quantiles[-1]:,.0f} |")
    ours, fails = found.pop("somcost"), False
    for other, each in found.items():
        ratios = {what: ours[what] / each[what] for what in AT_MOST}
        print(f"somcost / {other}: " + ", ".join(f"{what} {ratio:.2f}" for what, ratio in ratios.items()))
        fails = fails or any(ratios[what] > most for what, most in AT_MOST.items())
    return int(fails)


def measured(version: str, draws: int) -> dict[str, Any]:
    """Run a version in a process of its own."""
    output = subprocess.run([sys.executable, __file__, str(draws), version], check=True, capture_output=True, text=True)
    return dict(json.loads(output.stdout))


def run(version: str, draws: int) -> None:
    """Run a version and print its best time, the memory it adds to a small run, and what it found."""
    work = VERSIONS[version](uncertain())
    work(WARM_UP)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak starts again from what is held now
    before, times, summary = megabytes("VmRSS"), [], None
    for _ in range(RUNS):
        start = time.perf_counter()
        summary = work(draws)
        times.append(time.perf_counter() - start)
    print(json.dumps({"time": min(times), "memory": megabytes("VmHWM") - before, "summary": summary}))


def megabytes(what: str) -> float:
    """Give the memory the process holds, or its peak, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith(what)) / 1024


def uncertain() -> somcost.Assessment:
    """Assess the scenario with 30 uncertain inputs, each 10 % either way, all families in turn, none together."""
    assessment = somcost.assess(SCENARIO)
    keys = [key for name, key in keys_of(assessment).items() if name.startswith(VARIED) and name not in VARIED[-2:]]
    inputs = tuple(uncertain_input(key, FAMILIES[number % len(FAMILIES)]) for number, key in enumerate(keys))
    scenario = replace(assessment.inputs.scenario, uncertainty=Uncertainty(inputs, wages_move_together=False))
    return replace(assessment, inputs=replace(assessment.inputs, scenario=scenario))


def uncertain_input(key: Key, family: str) -> UncertainInput:
    """Say how uncertain an input is; a gamma by mean and standard deviation."""
    here, base = Location(SCENARIO), key.base or 0.0
    by_moments = family == "gamma"
    distribution = Distribution(
        family,  # type: ignore[arg-type]
        here,
        mean=base if by_moments else None,
        sd=0.05 * base if by_moments else None,
    )
    ends = (-0.05, 0.05) if key.name == "wages" else (0.9 * base, 1.1 * base)
    low, high = (Change("to", end) for end in ends)
    return UncertainInput(key.name, here, low, high, distribution=distribution)


class ByHand:
    """Cost per family with 30 inputs, as its author would write it in numpy."""

    def __init__(self, assessment: somcost.Assessment) -> None:
        self.forms = asked(assessment, [RESULT], Settings()).joint.forms
        self.base = {name: key.base or 0.0 for name, key in keys_of(assessment).items()}
        rows = assessment.inputs.registrations
        if rows is None:
            raise SystemExit("the benchmark needs registrations")
        self.groups, self.phases, self.activities = (
            sorted(set(map(str, each))) for each in (rows.job_group, rows.phase, rows.activity)
        )
        self.hours = np.zeros((len(self.phases), len(self.groups), len(self.activities)))
        for group, phase, activity, hours in zip(rows.job_group, rows.phase, rows.activity, rows.hours, strict=True):
            place = self.phases.index(str(phase)), self.groups.index(str(group)), self.activities.index(str(activity))
            self.hours[place] += hours

    def cost(self, x: Inputs) -> Array:
        """Hours of each group, at its rate, and the expenses; a year's, by the families."""

        def change(name: str) -> Array:
            return x[name] / self.base[name]

        activities = np.stack([change(f"hours.activity.{activity}") for activity in self.activities])
        hours = np.zeros((len(self.groups), activities.shape[1]))
        for phase, of_phase in zip(self.phases, self.hours, strict=True):
            hours += (of_phase @ activities) * change(f"hours.phase.{phase}")
        wages = np.zeros(activities.shape[1])
        for group, of_group in zip(self.groups, hours, strict=True):
            wages += of_group * change(f"hours.job_group.{group}") * x[f"job_groups.{group}.monthly_wage_cost"]
        wages *= 12 * (1 + x["parameters.overhead"]) / x["parameters.annual_hours_norm"] * (1 + x["wages"])
        expenses = sum(value for name, value in x.items() if name.startswith("other_expenses."))
        return np.asarray(12 * (wages + expenses) / x["observed_months"] / x["participants_per_year"])

    def drawn(self, random: np.random.Generator, draws: int) -> Inputs:
        """Draw every input."""
        return {name: drawn(random, form, draws) for name, form in self.forms.items()}

    def whole(self, draws: int) -> Summary:
        """Draw, calculate and sum up in whole arrays."""
        return summed_up(self.cost(self.drawn(np.random.default_rng(0), draws)))

    def blocked(self, draws: int) -> Summary:
        """Draw and calculate in blocks, sum up their results."""
        random, costs = np.random.default_rng(0), np.empty(draws)
        for start in range(0, draws, BLOCK):
            block = costs[start : start + BLOCK]
            block[:] = self.cost(self.drawn(random, len(block)))
        return summed_up(costs)


def drawn(random: np.random.Generator, form: Form, draws: int) -> Array:
    """Draw from a distribution by numpy's own generators."""
    numbers = form.as_dict()
    match form.name:
        case "triangular":
            return random.triangular(numbers["low"], numbers["mode"], numbers["high"], draws)
        case "uniform":
            return random.uniform(numbers["low"], numbers["high"], draws)
        case "normal":
            return random.normal(numbers["mean"], numbers["sd"], draws)
        case "lognormal":
            return random.lognormal(numbers["mean_of_logarithm"], numbers["sd_of_logarithm"], draws)
        case "gamma":
            mean, sd = numbers["mean"], numbers["sd"]
            return random.gamma((mean / sd) ** 2, sd**2 / mean, draws)
    if not isinstance(form, Pert):
        raise SystemExit(f"numpy draws no {form.name}")
    return form.low + (form.high - form.low) * random.beta(*form.shapes, draws)


def summed_up(costs: Array) -> Summary:
    """Give mean, standard deviation and quantiles."""
    return float(costs.mean()), float(costs.std(ddof=1)), np.quantile(costs, QUANTILES).tolist()


def traced(assessment: somcost.Assessment, draws: int) -> Summary:
    """Simulate with somcost, which tells more than this: errors, convergence."""
    found = simulate(assessment, results=[RESULT], draws=draws, seed=0, quantiles=QUANTILES).results[RESULT]
    if found.mean is None or found.sd is None:
        raise SystemExit("the benchmark's result is defined")
    return found.mean.value, found.sd.value, [each.value for each in found.quantiles.values()]


def agree(assessment: somcost.Assessment) -> None:
    """Stop unless both formulas give the same at the same draws."""
    question = asked(assessment, [RESULT], Settings())
    values = question.joint.at(np.random.default_rng(1).random((question.joint.sources, WARM_UP)))
    np.testing.assert_allclose(question.model.at(values)[0], ByHand(assessment).cost(values), rtol=1e-12)


VERSIONS: dict[str, Callable[[somcost.Assessment], Callable[[int], Summary]]] = {
    "somcost": lambda assessment: lambda draws: traced(assessment, draws),
    "by hand": lambda assessment: ByHand(assessment).whole,
    "by hand in blocks": lambda assessment: ByHand(assessment).blocked,
}


if __name__ == "__main__":
    if len(sys.argv) > 2:  # noqa: PLR2004 - the number of draws and the version
        run(sys.argv[2], int(sys.argv[1]))
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else DRAWS))
