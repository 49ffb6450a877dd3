"""What a simulation demands: distributions that are some, values that can be, correlations that hold together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import numpy as np

from somcost.analyse.distributions.library import has_scipy, simulations_have_their_library
from somcost.analyse.distributions.stated import Unfit
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.simulate.joint import Joint
from somcost.analyse.simulate.uniforms import BLOCK, SETS
from somcost.analyse.vary.keys import keys_of
from somcost.analyse.vary.ranges import Range, is_possible, stated_ranges
from somcost.cost.evaluate import Array
from somcost.model.uncertainty import Correlation, Uncertainty
from somcost.problems import Location, Problem, check

LEAST_DRAWS, MOST_DRAWS, MOST_PAIRS = 100, 100_000_000, BLOCK * SETS
TOLERANCE = 1e-8


@check
def distributions_fit_their_numbers(place: Location, key: str, found: str, advice: str) -> Problem:
    """The numbers of a distribution make one: a mode within its range, a beta's mean within its ends."""
    return Problem(place, key, found, advice)


@check
def distributions_are_possible(place: Location, key: str, name: str, end: float) -> Problem:
    """A distribution has no more than a millionth of its values where the input can have none: hours under 0."""
    found = f"is {name} and reaches {end:.6g}, no value that {key} can have"
    if end > 0:
        return Problem(place, key, found, "A share is 1 at most; take triangular, pert or beta between low and high.")
    return Problem(place, key, found, "Take triangular, pert, lognormal or beta, or give it less spread.")


@check
def correlations_are_matrices(place: Location, found: str, advice: str) -> Problem:
    """Correlations are from -1 to 1, 1 with oneself, the same both ways, and all of them can hold at once."""
    return Problem(place, "matrix", found, advice)


@check
def correlated_inputs_are_uncertain(place: Location, key: str) -> Problem:
    """An input that is correlated with others has a range of its own."""
    return Problem(place, key, "is correlated but does not vary", "State its low and high, or leave it out here.")


@check
def inputs_are_correlated_once(place: Location, key: str) -> Problem:
    """An input is in one correlation at most, and once in that."""
    return Problem(place, key, "is correlated a second time", "Put all inputs that belong together in one matrix.")


@check
def simulated_results_move(place: Location, result: str) -> Problem:
    """A result is simulated that some uncertain input moves."""
    return Problem(place, result, "no input that is drawn moves it", "State uncertainty, or ask for another result.")


@check
def draws_are_possible(place: Location, draws: int) -> Iterator[Problem]:
    """A simulation has 100 draws at least and a hundred million at most."""
    if not LEAST_DRAWS <= draws <= MOST_DRAWS:
        expected = f"{LEAST_DRAWS} to {MOST_DRAWS:,} are expected"
        yield Problem(place, "draws", f"{draws:,} draws, {expected}", "10,000 are enough for most questions.")


@check
def pairs_of_draws_are_possible(place: Location, pairs: int) -> Iterator[Problem]:
    """Contributions to the variance rest on 100 pairs of draws at least and 131,072 at most."""
    if not LEAST_DRAWS <= pairs <= MOST_PAIRS:
        expected = f"{LEAST_DRAWS} to {MOST_PAIRS:,} are expected"
        yield Problem(place, "pairs", f"{pairs:,} pairs of draws, {expected}", "8,192 are enough for most questions.")


@check
def quantiles_are_shares(place: Location, quantiles: Sequence[float]) -> Iterator[Problem]:
    """A quantile is named by the share of draws below it, from 0 to 1."""
    for share in quantiles:
        if not 0 <= share <= 1:
            yield Problem(place, "quantiles", f"{share:g} is no share from 0 to 1", "The 5 % quantile is 0.05.")


@check
def simulation_settings_are_possible(place: Location, seed: int, sampling: str, share: float) -> Iterator[Problem]:
    """A seed is a whole number from 0, sampling random or sobol, a range where none is stated a share under 1."""
    if seed < 0:
        yield Problem(place, "seed", f"{seed} is under 0", "Any whole number from 0 on gives draws of its own.")
    if sampling not in ("random", "sobol"):
        yield Problem(place, "sampling", f"{sampling} is no way to draw", "Give random, or sobol for even points.")
    if not 0 < share < 1:
        yield Problem(place, "share", f"{share:g} is no share between 0 and 1", "10 % either way is 0.10.")


def problems_of_distributions(assessment: AnyAssessment) -> Iterator[Problem]:
    """Find what is wrong with the distributions and correlations that are stated; unknown keys are others' business."""
    uncertainty = assessment.inputs.scenario.uncertainty
    keys = keys_of(assessment)
    if any(stated.key not in keys for stated in uncertainty.inputs):
        return
    ranges = stated_ranges(assessment)
    for found in ranges.values():
        yield from _of_range(found, found.location or assessment.inputs.scenario.location)
    for correlation in uncertainty.correlations:
        yield from _of_matrix(correlation)
        for key in correlation.keys:
            if key in keys and key not in ranges:
                yield correlated_inputs_are_uncertain(correlation.location, key)
    yield from _of_membership(uncertainty)


def _of_range(found: Range, place: Location) -> Iterator[Problem]:
    key = found.key.name
    here = found.distribution.location if found.distribution else place
    try:
        form = found.form
    except Unfit as unfit:
        yield distributions_fit_their_numbers(here, key, unfit.found, unfit.advice)
        return
    impossible = [end for end in form.ends if not is_possible(found.key, end)]
    if impossible:
        yield distributions_are_possible(here, key, form.name, impossible[0])


def _of_membership(uncertainty: Uncertainty) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, place in chain.from_iterable(
        ((key, each.location) for key in each.keys) for each in uncertainty.correlations
    ):
        if key in seen:
            yield inputs_are_correlated_once(place, key)
        seen.add(key)


def _of_matrix(correlation: Correlation) -> Iterator[Problem]:
    matrix, place = np.array(correlation.matrix, dtype=np.float64), correlation.location
    if np.abs(matrix).max() > 1:
        advice = "1 moves together, 0 not, -1 against each other."
        yield correlations_are_matrices(place, f"{_largest(matrix):.15g} is no correlation", advice)
    elif np.any(np.diag(matrix) != 1):
        yield correlations_are_matrices(place, "is not 1 from upper left to lower right", "Each input follows itself.")
    elif np.any(matrix != matrix.T):
        row, column = np.argwhere(matrix != matrix.T)[0]
        keys = f"{correlation.keys[row]} with {correlation.keys[column]}"
        differ = f"{keys} is {matrix[row, column]:.15g}, the other way round {matrix[column, row]:.15g}"
        yield correlations_are_matrices(place, differ, "A correlation is the same both ways.")
    elif np.linalg.eigvalsh(matrix).min() < -TOLERANCE:
        cannot = "these correlations cannot hold at once: the matrix is not positive semidefinite"
        advice = "Two inputs that both follow a third cannot go against each other; bring the numbers nearer to 0."
        yield correlations_are_matrices(place, cannot, advice)


def _largest(matrix: Array) -> float:
    return float(matrix.flat[np.abs(matrix).argmax()])


def problems_of_library(joint: Joint, place: Location, *, sampling: str) -> Iterator[Problem]:
    """Find what needs scipy where it is not installed, each at its place."""
    if has_scipy():
        return
    yield from _of_forms(joint, joint.ranges, place)
    for group in joint.groups:
        if not group.moves_as_one:
            yield simulations_have_their_library(place, group.keys[0], "a correlation")
    if sampling == "sobol":
        yield simulations_have_their_library(place, "sampling", "sobol")


def _of_forms(joint: Joint, ranges: Mapping[str, Range], place: Location) -> Iterator[Problem]:
    for key, form in joint.forms.items():
        if form.needs_scipy:
            stated = ranges[key].distribution
            yield simulations_have_their_library(stated.location if stated else place, key, form.name)
