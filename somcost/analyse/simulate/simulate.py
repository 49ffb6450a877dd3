"""Monte Carlo: the traced formulas at many draws of the uncertain inputs."""

from collections.abc import Mapping, Sequence

import numpy as np

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.simulate.checks import draws_are_possible, quantiles_are_shares
from somcost.analyse.simulate.contributions import PAIRS, contributions_of
from somcost.analyse.simulate.outcome import Outcome, outcome
from somcost.analyse.simulate.question import Question, Settings, asked
from somcost.analyse.simulate.simulation import Simulation
from somcost.analyse.simulate.uniforms import Sampling, Source, one_set, sets_of
from somcost.analyse.vary.results import asked_results, defined_results
from somcost.cost.evaluate import Array
from somcost.problems import refuse

QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)
BUDGETED = ("annual_operating_cost", "mean_cost_per_year")


def simulate(  # noqa: PLR0913 - each is a choice of the user's
    assessment: AnyAssessment,
    *,
    results: Sequence[str] = (),
    draws: int = 10_000,
    seed: int = 0,
    sampling: Sampling = "random",
    budget: float | None = None,
    thresholds: Mapping[str, float] | None = None,
    quantiles: Sequence[float] = QUANTILES,
    share: float = 0.10,
    indices: bool = False,
) -> Simulation:
    """Say how sure results are when the inputs are drawn from their distributions (Monte Carlo-simulering).

    Draws are made and evaluated some at a time; of each draw only the results are kept, 8 bytes each.

    Args:
        assessment: What is asked about.
        results: Names of results; the headline if none are named.
        draws: Number of draws; evenly spread ones are rounded up to 16 sets of a power of two.
        seed: What the draws start from; the same seed gives the same answer, 0 is a seed.
        sampling: `random`, or `sobol` for evenly spread points (Sobol', each set scrambled anew), which are surer.
        budget: Kr a year that the annual operating cost shall not exceed, of a plan the mean cost a year.
        thresholds: By result, the value that shall not be exceeded, in its unit.
        quantiles: Shares of all draws, each between 0 and 1.
        share: The range either way where nothing at all is stated.
        indices: Whether to say also which inputs the variance comes from.

    Returns:
        By result, mean, spread, quantiles, chance to exceed the threshold and convergence, each with its error.

    Raises:
        InputProblems: A name is no result, a distribution or setting cannot be, or scipy is needed and missing.

    >>> import somcost
    >>> found = simulate(somcost.assess("scenarios/jammerbugt.yaml"), draws=20_000, budget=3_000_000)
    >>> each = found.results["cost_per_participant"]
    >>> round(each.value, -3), round(each.mean.value, -3), each.mean.error < 300
    (368000.0, 368000.0, True)
    >>> round(found.results["annual_operating_cost"].probability.value, 1)
    0.1
    """
    place = assessment.inputs.scenario.location
    refuse([*draws_are_possible(place, draws), *quantiles_are_shares(place, quantiles)])
    limits = _limits(assessment, thresholds or {}, budget)
    names = list(dict.fromkeys([*asked_results(assessment, results), *limits]))
    question = asked(assessment, names, Settings(seed, sampling, share))
    source = sets_of(draws, seed=seed, sampling=sampling) if sampling == "sobol" else one_set(draws, seed=seed)
    drawn = _drawn(question, source)
    return Simulation(
        joint=question.joint,
        source=source,
        stated=question.stated,
        share=share,
        results={
            name: _outcome(question, name, drawn[row], quantiles, limits.get(name)) for row, name in enumerate(names)
        },
        contributions=contributions_of(question, sets_of(PAIRS, seed=seed, sampling=sampling)) if indices else {},
    )


def _limits(assessment: AnyAssessment, thresholds: Mapping[str, float], budget: float | None) -> dict[str, float]:
    """Give by result what it shall not exceed; a threshold stated goes before the budget."""
    names = asked_results(assessment, list(thresholds)) if thresholds else []
    limits = dict(zip(names, thresholds.values(), strict=True))
    if budget is None:
        return limits
    defined = defined_results(assessment)
    budgeted = next((name for name in BUDGETED if name in defined), asked_results(assessment, [])[0])
    return {budgeted: budget, **limits}


def _drawn(question: Question, source: Source) -> Array:
    """Give every draw of each result: results by sets by draws of a set."""
    drawn = np.empty((len(question.model.results), source.sets, source.each))
    for number, start, shares in source.blocks(question.joint.sources):
        block = question.model.at(question.joint.at(shares))
        drawn[:, number, start : start + shares.shape[1]] = block
    return drawn


def _outcome(
    question: Question, name: str, draws: Array, quantiles: Sequence[float], threshold: float | None
) -> Outcome:
    told = name in question.variation.results
    return outcome(
        draws,
        value=question.variation.base[name],
        unit=question.variation.quantity(name).unit if told else "",
        quantiles=quantiles,
        threshold=threshold,
    )
