"""What a person may type of how sure an input is."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from somcost.model.uncertainty import Change
from somcost.read.shapes import Shape, Text

PERCENT = re.compile(r"([+-][0-9]+(?:\.[0-9]+)?) ?%")
TAKES = {
    "triangular": {"mode"},
    "pert": {"mode", "weight"},
    "uniform": set(),
    "normal": {"coverage", "mean", "sd"},
    "lognormal": {"coverage", "mean", "sd"},
    "gamma": {"mean", "sd"},
    "beta": {"mean", "sd"},
    "discrete": {"values", "weights"},
    "empirical": {"values"},
}
"""What each distribution takes beside low and high."""


def _level(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise PydanticCustomError("float_type", "is no number")
    if isinstance(value, str):
        percent = PERCENT.fullmatch(value)
        if percent is None:
            raise PydanticCustomError("float_type", "is no number")
        return Change("percent", float(percent[1]) / 100)
    return Change("to", float(value))


Level = Annotated[Change, BeforeValidator(_level, json_schema_input_type=float | str)]


class DistributionShape(Shape):
    """A distribution (fordeling)."""

    form: Literal["triangular", "pert", "normal", "lognormal", "uniform", "gamma", "beta", "discrete", "empirical"] = (
        Field(description="The family.")
    )
    mode: float | None = Field(None, description="Triangular and pert: the likeliest value, else the input's own.")
    weight: float | None = Field(None, gt=0, description="Pert: how much the mode weighs, else 4.")
    coverage: float | None = Field(
        None, gt=0, lt=1, description="Normal and lognormal: the share between low and high, else 0.90."
    )
    mean: float | None = Field(None, description="Normal, lognormal, gamma, beta: the mean.")
    sd: float | None = Field(None, gt=0, description="Standard deviation, beside mean.")
    values: list[float] = Field(default=[], description="Discrete and empirical: the values.")
    weights: list[float] = Field(default=[], description="Discrete: how often each value comes, in any measure.")

    @model_validator(mode="after")
    def _takes(self) -> "DistributionShape":
        own = {name: getattr(self, name) for name in self.__class__.model_fields if name != "form"}
        stated = {name for name, value in own.items() if value is not None and value != []}
        strange = sorted(stated - TAKES[self.form])
        if strange:
            misfit(f"is {self.form} and states {strange[0]}", f"It takes {listed_names(TAKES[self.form])}.")
        if (self.mean is None) != (self.sd is None):
            misfit("states one of mean and sd", "They belong together.")
        if self.form in ("discrete", "empirical") and not self.values:
            misfit(f"is {self.form} without values", "List them: `values: [4, 6, 8]`.")
        if self.weights and len(self.weights) != len(self.values):
            misfit(f"has {len(self.values)} values and {len(self.weights)} weights", "Give each value its weight.")
        return self


def misfit(found: str, advice: str) -> None:
    """Refuse a value whose parts do not fit each other."""
    raise PydanticCustomError("misfit", "{found}", {"found": found, "advice": advice})


def listed_names(names: set[str]) -> str:
    """List what a distribution takes."""
    return " and ".join(["low", "high", *sorted(names)]) if names else "low and high alone"


def _distribution(value: Any) -> Any:
    return {"form": value} if isinstance(value, str) else value


AnyDistribution = Annotated[
    DistributionShape, BeforeValidator(_distribution, json_schema_input_type=str | DistributionShape)
]


class UncertainInputShape(Shape):
    """The range of an input, and how it is distributed."""

    low: Level | None = Field(None, description="Lowest value: a number, or a change in percent with its sign: -10 %.")
    high: Level | None = Field(None, description="Highest value: a number, or a change in percent: +10 %.")
    reason: str = Field("", description="Why it is thought so.")
    distribution: AnyDistribution | None = Field(None, description="How it is distributed; triangular if not said.")

    @model_validator(mode="after")
    def _both_ends(self) -> "UncertainInputShape":
        if (self.low is None) != (self.high is None):
            misfit("states one of low and high", "A range has both ends.")
        form = self.distribution
        if self.low is None and (form is None or (form.mean is None and not form.values)):
            misfit("has no range", "State low and high, or a distribution with mean and sd or with values.")
        return self


class CorrelationShape(Shape):
    """Inputs that vary together."""

    inputs: Annotated[list[Text], Field(min_length=2)] = Field(description="Dotted keys of the inputs.")
    correlation: float | None = Field(None, ge=-1, le=1, description="Rank correlation of each pair; 1 is together.")
    matrix: list[list[float]] | None = Field(None, description="Or all correlations, row by row.")

    @model_validator(mode="after")
    def _one_way(self) -> "CorrelationShape":
        if (self.correlation is None) == (self.matrix is None):
            misfit("has not one of correlation and matrix", "State one number for all pairs, or the whole matrix.")
        size = len(self.inputs)
        if self.matrix is not None and (len(self.matrix) != size or any(len(row) != size for row in self.matrix)):
            misfit(f"has a matrix that is not {size} × {size}", "One row and one column for each of the inputs.")
        return self


class UncertaintyShape(Shape):
    """How sure the inputs are (usikkerhed)."""

    inputs: dict[Text, UncertainInputShape] = Field(default={}, description="Dotted key → its range.")
    correlations: list[CorrelationShape] = Field(default=[], description="Inputs that vary together.")
    wages_move_together: bool = Field(True, description="Whether all job groups' wages rise and fall together.")
