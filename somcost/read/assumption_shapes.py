"""What a person may type in an assumption set."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from somcost.read.shapes import Day, Identifier, Shape, Text, Word, Year
from somcost.read.uncertainty_shapes import AnyDistribution

UNITS = {
    "annual_hours_norm": "hours/year",
    "paid_hours_norm": "hours/year",
    "overhead": "share",
    "hours_per_day": "hours/day",
    "pension": "share",
    "atp": "share",
    "holiday_allowance": "share",
}
"""Every parameter there is, and its unit."""

WAGE_KEYS = ("monthly_wage_cost", "annual_wage_cost", "hourly_wage_cost")
WAGE_DETAILS = ("price_year", "low", "high", "distribution", "valid_to", "checked")
WAGE_UNITS = {"monthly_wage_cost": "kr/month", "annual_wage_cost": "kr/year", "hourly_wage_cost": "kr/hour"}


class BoundShape(Shape):
    """The lowest or highest value thought possible."""

    value: float = Field(description="The bound, in the value's own unit.")
    reason: str = Field("", description="Why it is thought so.")


def _bound(value: Any) -> Any:
    return value if isinstance(value, dict) else {"value": value}


AnyBound = Annotated[BoundShape, BeforeValidator(_bound, json_schema_input_type=float | BoundShape)]


class SourceShape(Shape):
    """A published source; only the title is required."""

    title: Text = Field(description="The source's title.")
    publisher: str = Field("", description="Who published it.")
    date: Word = Field("", description="Date, month, year or text.")
    locator: str = Field("", description="Where in the source: table, chapter, page, filter.")
    note: str = Field("", description="What else a reviewer should know.")
    url: str = Field("", description="Its address.")


class ValueShape(Shape):
    """What may stand beside every value."""

    source: str | None = Field(None, description="Key of one of the set's sources.")
    price_year: Year | None = Field(None, description="Price year, where it is not the set's price level.")
    low: AnyBound | None = Field(None, description="Lowest value thought possible: a number, or {value, reason}.")
    high: AnyBound | None = Field(None, description="Highest value thought possible: a number, or {value, reason}.")
    distribution: AnyDistribution | None = Field(None, description="How it is distributed between low and high.")
    valid_to: Day | None = Field(None, description="Last day the value holds; use past it warns.")
    checked: Day | None = Field(None, description="Day the value was last compared with its source.")
    note: str = Field("", description="What a reader should know.")


class ParameterShape(ValueShape):
    """A parameter: a value with its unit."""

    value: float = Field(description="The value; a share is 0.20, never 20.")
    unit: Literal["hours/year", "share", "hours/day"] | None = Field(None, description="The unit, which must fit.")


class JobGroupShape(ValueShape):
    """A job group: a wage of its own, or the mean of other groups."""

    label: Text | None = Field(None, description="The name users read.")
    monthly_wage_cost: float | None = Field(None, gt=0, description="Gross wage cost, kr per month.")
    annual_wage_cost: float | None = Field(None, gt=0, description="Gross wage cost, kr per year.")
    hourly_wage_cost: float | None = Field(None, gt=0, description="Gross wage cost, kr per hour of hour_basis.")
    hour_basis: Literal["effective", "paid"] | None = Field(
        None, description="Which hours an hourly wage is paid for: effective (1,418 a year) or paid (1,924)."
    )
    mean_of: list[Identifier] | None = Field(None, min_length=1, description="Groups whose plain mean is the wage.")
    includes: list[Word] | None = Field(None, description="What the wage already holds: pension, atp, …")
    adds: list[Word] | None = Field(None, description="pension, atp, holiday_allowance: laid on top of the wage.")

    @model_validator(mode="after")
    def _one_wage(self) -> "JobGroupShape":
        stated = [key for key in (*WAGE_KEYS, "mean_of") if getattr(self, key) is not None]
        if len(stated) > 1:
            raise PydanticCustomError(
                "misfit",
                "states {stated}; a group has one wage",
                {"stated": " and ".join(stated), "advice": "Keep one of them."},
            )
        if self.mean_of is not None and (self.adds or self.includes):
            raise PydanticCustomError(
                "misfit",
                "is a mean of groups and states what is laid on a wage",
                {"advice": "Say adds and includes of the members, each of its own wage."},
            )
        details = [key for key in WAGE_DETAILS if getattr(self, key) is not None]
        if details and not set(stated) & set(WAGE_KEYS):
            raise PydanticCustomError(
                "misfit",
                "states {details}, which describes a wage, but no wage",
                {"details": " and ".join(details), "advice": "State the wage beside it, or leave it out."},
            )
        if (self.hourly_wage_cost is None) != (self.hour_basis is None):
            raise PydanticCustomError(
                "misfit",
                "hourly_wage_cost and hour_basis belong together",
                {"advice": "State `hour_basis: effective` (1,418 hours a year) or `paid` (1,924) with an hourly wage."},
            )
        return self


class ParametersShape(Shape):
    """The parameters of a set."""

    annual_hours_norm: ParameterShape | None = Field(None, description="Effective hours a year (årsnorm), hours/year.")
    paid_hours_norm: ParameterShape | None = Field(None, description="Paid hours a year (37 × 52), hours/year.")
    overhead: ParameterShape | None = Field(None, description="Share laid on the wage cost (overhead).")
    hours_per_day: ParameterShape | None = Field(None, description="Hours of a working day (37 / 5), hours/day.")
    pension: ParameterShape | None = Field(None, description="Share added to wages that do not hold pension.")
    atp: ParameterShape | None = Field(None, description="Share added to wages that do not hold ATP.")
    holiday_allowance: ParameterShape | None = Field(None, description="Share added for holiday allowance.")


class AssumptionSetShape(Shape):
    """An assumption set (forudsætningssæt)."""

    schema_: Literal["somcost/assumptions@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The set's name in scenarios.")
    title: Text = Field(description="What users read.")
    price_level: Year = Field(description="The year whose prices the values are in.")
    extends: str | None = Field(
        None, min_length=1, description="A set to build on: the id of a published one, or a path."
    )
    sources: dict[Word, SourceShape] = Field(default={}, description="The sources that values name.")
    parameters: ParametersShape = Field(default=ParametersShape.model_construct(), description="Norms and shares.")
    job_groups: dict[Identifier, JobGroupShape] = Field(default={}, description="Wages by job group.")
