"""From what a person typed of uncertainty to the model."""

from collections.abc import Sequence

from somcost.model.uncertainty import Correlation, Distribution, UncertainInput, Uncertainty
from somcost.problems import Location
from somcost.read.uncertainty_shapes import CorrelationShape, DistributionShape, UncertainInputShape, UncertaintyShape
from somcost.read.yaml_tree import Document


def distribution_of(shape: DistributionShape | None, location: Location) -> Distribution | None:
    """Make a distribution; None where none is stated."""
    if shape is None:
        return None
    return Distribution(
        form=shape.form,
        location=location,
        mode=shape.mode,
        weight=shape.weight,
        coverage=shape.coverage,
        mean=shape.mean,
        sd=shape.sd,
        values=tuple(shape.values),
        weights=tuple(shape.weights),
    )


def uncertainty_of(shape: UncertaintyShape, document: Document) -> Uncertainty:
    """Make what a scenario says of how sure its inputs are."""
    return Uncertainty(
        inputs=tuple(_input(key, each, document) for key, each in shape.inputs.items()),
        correlations=tuple(_correlation(number, each, document) for number, each in enumerate(shape.correlations)),
        wages_move_together=shape.wages_move_together,
        location=document.place("uncertainty"),
    )


def _input(key: str, shape: UncertainInputShape, document: Document) -> UncertainInput:
    path = ("uncertainty", "inputs", key)
    return UncertainInput(
        key=key,
        location=document.key_place(*path),
        low=shape.low,
        high=shape.high,
        reason=shape.reason,
        distribution=distribution_of(shape.distribution, document.place(*path, "distribution")),
    )


def _correlation(number: int, shape: CorrelationShape, document: Document) -> Correlation:
    return Correlation(
        keys=tuple(shape.inputs),
        matrix=tuple(tuple(row) for row in shape.matrix or _of_pairs(shape.correlation or 0.0, len(shape.inputs))),
        location=document.place("uncertainty", "correlations", number),
    )


def _of_pairs(correlation: float, size: int) -> Sequence[Sequence[float]]:
    return [[1.0 if row == column else correlation for column in range(size)] for row in range(size)]
