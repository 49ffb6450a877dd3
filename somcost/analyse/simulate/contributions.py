"""Which inputs the uncertainty of a result comes from: Sobol' indices and rank correlations on the traced formulas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.simulate.checks import pairs_of_draws_are_possible
from somcost.analyse.simulate.estimates import Estimate, plain
from somcost.analyse.simulate.indices import Indices, Parts, Values, indices_of, parts_of
from somcost.analyse.simulate.joint import Joint
from somcost.analyse.simulate.question import Question, Settings, asked
from somcost.analyse.simulate.ranks import rank_correlation
from somcost.analyse.simulate.uniforms import Sampling, Source, sets_of
from somcost.problems import refuse

PAIRS = 2**13


@dataclass(frozen=True, slots=True)
class Contribution:
    """What inputs that move together bring to the variance of a result (bidrag til variansen).

    Attributes:
        inputs: One input by itself, or those that move together.
        first: The part of the variance they bring alone (Sobol' first order); None where the result does not vary.
        total: The part they bring alone and together with others (Sobol' total).
        rank_correlations: By input, Spearman's rank correlation with the result; None where either does not vary.
    """

    inputs: tuple[str, ...]
    first: Estimate | None
    total: Estimate | None
    rank_correlations: Mapping[str, float | None]

    def as_dict(self) -> dict[str, Any]:
        """Give the parts as plain data."""
        return {
            "inputs": list(self.inputs),
            "first_order": plain(self.first),
            "total": plain(self.total),
            "rank_correlation": dict(self.rank_correlations),
        }


@dataclass(frozen=True, slots=True)
class Contributions:
    """Where the variance of a result comes from.

    Attributes:
        variance: Of the result.
        each: The inputs, the largest total first.
        source: How the pairs of draws were made.
        evaluations: How often the formulas were evaluated.
        undefined: Pairs left out since the result is not defined at them.
    """

    variance: float
    each: Sequence[Contribution]
    source: Source
    evaluations: int
    undefined: int

    def as_dict(self) -> dict[str, Any]:
        """Give the contributions as plain data."""
        return {
            "variance": self.variance,
            "inputs": [each.as_dict() for each in self.each],
            "pairs_of_draws": self.source.draws,
            "evaluations": self.evaluations,
            "undefined_pairs": self.undefined,
            "seed": self.source.seed,
            "sampling": self.source.sampling,
        }


def contributions(
    assessment: AnyAssessment,
    *,
    results: Sequence[str] = (),
    pairs: int = PAIRS,
    seed: int = 0,
    sampling: Sampling = "random",
    share: float = 0.10,
) -> dict[str, Contributions]:
    """Say which inputs the uncertainty of results comes from (bidrag til variansen).

    Inputs that move together are entered as one, for their parts cannot be told apart.

    Args:
        assessment: What is asked about.
        results: Names of results; the headline if none are named.
        pairs: Pairs of draws, rounded up to 16 sets of a power of two; for each pair the formulas are evaluated two
            times more than there are inputs or groups of them.
        seed: What the draws start from; 0 is a seed.
        sampling: `random`, or `sobol` for evenly spread points.
        share: The range either way where nothing at all is stated.

    Returns:
        By result, the first-order and total index of every input or group with their standard errors.

    Raises:
        InputProblems: A name is no result, a distribution or setting cannot be, or scipy is needed and missing.

    >>> import somcost
    >>> found = contributions(somcost.assess("scenarios/jammerbugt.yaml"))["cost_per_participant"]
    >>> {each.inputs[0]: round(each.total.value, 1) for each in found.each[:2]}
    {'wages': 0.5, 'hours': 0.5}
    """
    refuse(pairs_of_draws_are_possible(assessment.inputs.scenario.location, pairs))
    question = asked(assessment, results, Settings(seed, sampling, share))
    return contributions_of(question, sets_of(pairs, seed=seed, sampling=sampling))


def contributions_of(question: Question, source: Source) -> dict[str, Contributions]:
    """Give the contributions to every result of a question."""
    joint, model = question.joint, question.model
    groups = [group.keys for group in joint.groups]
    pairs = [(a, parts_of(model.at, a, b, groups)) for a, b in _pairs(joint, source)]
    correlations = _rank_correlations(model.results, pairs)
    return {
        name: Contributions(
            variance=found.variance,
            each=_largest_first(groups, found, correlations[name]),
            source=source,
            evaluations=source.draws * (len(groups) + 2),
            undefined=found.undefined,
        )
        for name, found in zip(model.results, indices_of(parts for _, parts in pairs), strict=True)
    }


def _pairs(joint: Joint, source: Source) -> Iterator[tuple[Values, Values]]:
    """Give the inputs' values of both halves of every set."""
    for _, _, shares in source.blocks(2 * joint.sources):
        yield joint.at(shares[: joint.sources]), joint.at(shares[joint.sources :])


def _rank_correlations(
    results: Sequence[str], pairs: Sequence[tuple[Values, Parts]]
) -> dict[str, dict[str, float | None]]:
    """Give, by result and input, the rank correlation over the first halves of all pairs."""
    values = {name: np.concatenate([a[name] for a, _ in pairs]) for name in pairs[0][0]}
    found = np.concatenate([parts.at_a for _, parts in pairs], axis=1)
    return {
        result: {name: rank_correlation(own, row) for name, own in values.items()}
        for result, row in zip(results, found, strict=True)
    }


def _largest_first(
    groups: Sequence[tuple[str, ...]], found: Indices, correlations: Mapping[str, float | None]
) -> list[Contribution]:
    each = [
        Contribution(keys, first, total, {key: correlations[key] for key in keys})
        for keys, first, total in zip(groups, found.first, found.total, strict=True)
    ]
    return sorted(each, key=lambda one: -one.total.value if one.total else 0.0)
