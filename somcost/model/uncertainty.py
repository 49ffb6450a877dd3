"""How sure the inputs are: their range, their distribution, and which of them move together."""

from dataclasses import dataclass
from typing import Literal

from somcost.problems import Location

Form = Literal["triangular", "pert", "normal", "lognormal", "uniform", "gamma", "beta", "discrete", "empirical"]
How = Literal["to", "by", "percent"]


@dataclass(frozen=True, slots=True)
class Change:
    """A changed value: `to` a value, `by` an amount, or by a share of the value (`percent`, 0.10 for +10 %)."""

    how: How
    amount: float

    def of(self, base: float) -> float:
        """Give the changed value.

        >>> Change("to", 5).of(4), Change("by", 1).of(4), Change("percent", 0.10).of(4)
        (5, 5, 4.4)
        """
        if self.how == "to":
            return self.amount
        return base + self.amount if self.how == "by" else base * (1 + self.amount)


@dataclass(frozen=True, slots=True)
class Distribution:
    """How an input's value is distributed (fordeling); what is None is not stated.

    Attributes:
        form: The family.
        mode: The likeliest value, of triangular and pert; the input's own value where it is not stated.
        weight: How much the mode of a pert weighs beside low and high; 4 where it is not stated.
        coverage: The share of a normal or lognormal between low and high; 0.90 where it is not stated.
        mean: Of gamma, beta, normal and lognormal.
        sd: Standard deviation, beside mean.
        values: Of discrete and empirical.
        weights: How often each value of a discrete one comes, in any measure.
    """

    form: Form
    location: Location
    mode: float | None = None
    weight: float | None = None
    coverage: float | None = None
    mean: float | None = None
    sd: float | None = None
    values: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class UncertainInput:
    """An input's range as stated in the scenario, by its dotted key."""

    key: str
    location: Location
    low: Change | None = None
    high: Change | None = None
    reason: str = ""
    distribution: Distribution | None = None


@dataclass(frozen=True, slots=True)
class Correlation:
    """Inputs that vary together: their rank correlations, row by row in the order of the keys."""

    keys: tuple[str, ...]
    matrix: tuple[tuple[float, ...], ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What a scenario says of how sure its inputs are (usikkerhed)."""

    inputs: tuple[UncertainInput, ...] = ()
    correlations: tuple[Correlation, ...] = ()
    wages_move_together: bool = True
    location: Location | None = None

    @property
    def is_stated(self) -> bool:
        """Whether anything is said."""
        return bool(self.inputs or self.correlations)
