"""What does an intervention cost a year, per citizen and per month? The Danish SØM method, every figure traced.

>>> import somcost
>>> somcost.__version__.count(".")
2
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from somcost.analyse.assessment import Assessment
    from somcost.analyse.compare.comparison import compare
    from somcost.analyse.compare.difference import explain_difference
    from somcost.analyse.compare.sites import sites
    from somcost.analyse.compare.variances import budget_variances
    from somcost.analyse.quality.quality import quality
    from somcost.analyse.resample.resample import resample
    from somcost.analyse.simulate.simulate import simulate
    from somcost.analyse.vary.break_even import break_even
    from somcost.analyse.vary.grid import grid, vary
    from somcost.analyse.vary.one_way import tornado
    from somcost.pipeline import assess
    from somcost.problems import InputProblems, Location, Problem

    __version__: str

__all__ = [
    "Assessment",
    "InputProblems",
    "Location",
    "Problem",
    "__version__",
    "assess",
    "break_even",
    "budget_variances",
    "compare",
    "explain_difference",
    "grid",
    "quality",
    "resample",
    "simulate",
    "sites",
    "tornado",
    "vary",
]

_HOMES = {
    "Assessment": "somcost.analyse.assessment",
    "assess": "somcost.pipeline",
    "break_even": "somcost.analyse.vary.break_even",
    "budget_variances": "somcost.analyse.compare.variances",
    "compare": "somcost.analyse.compare.comparison",
    "explain_difference": "somcost.analyse.compare.difference",
    "grid": "somcost.analyse.vary.grid",
    "quality": "somcost.analyse.quality.quality",
    "resample": "somcost.analyse.resample.resample",
    "simulate": "somcost.analyse.simulate.simulate",
    "sites": "somcost.analyse.compare.sites",
    "tornado": "somcost.analyse.vary.one_way",
    "vary": "somcost.analyse.vary.grid",
    "InputProblems": "somcost.problems",
    "Location": "somcost.problems",
    "Problem": "somcost.problems",
}


def __getattr__(name: str) -> Any:  # so that `somcost --help` loads neither the engine nor the packages' metadata
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - only when asked for

        return version("somcost")
    if name not in _HOMES:
        raise AttributeError(f"module 'somcost' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - as above

    return getattr(import_module(_HOMES[name]), name)
