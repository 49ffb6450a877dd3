"""The library that some distributions are computed by; it is optional."""

import importlib.util

from somcost.problems import Location, Problem, check


def has_scipy() -> bool:
    """Whether scipy is installed."""
    return importlib.util.find_spec("scipy") is not None


@check
def simulations_have_their_library(place: Location, key: str, what: str) -> Problem:
    """Some distributions, correlations and Sobol' points are computed by scipy, an optional library."""
    return Problem(place, key, f"{what} needs scipy, which is not installed", "pip install 'somcost[simulation]'")
