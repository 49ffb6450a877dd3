"""What a person may type in a plan."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from somcost.model.plan import LONGEST, counted_year
from somcost.read.price_level_shapes import AnyPriceLevel
from somcost.read.scenario_shapes import AnyChange, UnitShape
from somcost.read.shapes import Day, Identifier, Shape, Text, Word, Year
from somcost.read.uncertainty_shapes import Level, UncertaintyShape

Share = Annotated[float, Field(ge=0, le=1)]
Positive = Annotated[float, Field(gt=0, le=1e12)]
NotNegative = Annotated[float, Field(ge=0, le=1e12)]
CourseLength = Annotated[float, Field(ge=1 / 366, le=100)]
"""Years; a day at least."""
AnyDriver = Literal["intervention", "institution", "team", "employee", "course", "session", "participant"]


def _complain(found: Any, advice: str) -> PydanticCustomError:
    return PydanticCustomError("misfit", found, {"advice": advice})


class InterventionShape(Shape):
    """The intervention: how long is looked ahead, and what a course is."""

    horizon: int = Field(ge=1, le=LONGEST, description="Years looked ahead; 5 is usual.")
    course_length: CourseLength | None = Field(None, description="Years a course takes: 0.5 is half a year.")
    courses_per_year: Positive | None = Field(
        None, description="Courses a team starts in a year; back to back where not said."
    )
    sessions_per_course: Positive | None = Field(None, description="Sessions of a course.")
    first_year: Year | None = Field(
        None, description="Calendar year of the first year; years of operation where not said."
    )


class PlannedParticipantsShape(Shape):
    """Who takes part; one of per_course, per_team and total."""

    per_course: Positive | None = Field(None, description="Participants who start on each course.")
    per_team: Positive | None = Field(None, description="Participants who start with each team in a year.")
    total: Positive | None = Field(None, description="Participants in all, from the first year.")
    completion_rate: Share | None = Field(None, description="Share of those who start that complete.")

    @model_validator(mode="after")
    def _one_of_them(self) -> "PlannedParticipantsShape":
        if sum(each is not None for each in (self.per_course, self.per_team, self.total)) > 1:
            raise _complain("counts the participants in two ways", "Keep one of per_course, per_team and total.")
        return self


class TeamsShape(Shape):
    """Teams that start in a year."""

    year: int = Field(ge=1, description="The year, 1 is the first; or of the calendar where first_year is said.")
    count: NotNegative = Field(description="Teams that start.")


def _years_differ(teams: list[TeamsShape]) -> list[TeamsShape]:
    if len({each.year for each in teams}) < len(teams):
        raise _complain("names a year twice", "Add the teams of the year together.")
    return teams


class EmployeeTypeShape(Shape):
    """A type of employee; one of per_team and caseload, or neither where each institution says how many it has."""

    label: str = Field("", description="What it is called in reports.")
    per_team: NotNegative | None = Field(None, description="Employees of the type in each team.")
    caseload: Positive | None = Field(None, description="Participants that one of them has at a time.")

    @model_validator(mode="after")
    def _one_of_them(self) -> "EmployeeTypeShape":
        if self.per_team is not None and self.caseload is not None:
            raise _complain("says how many by both per_team and caseload", "Say per_team, or caseload.")
        return self


class InstitutionShape(Shape):
    """An institution with its own staff and residents."""

    label: str = Field("", description="What it is called in reports.")
    residents: Positive | None = Field(None, description="Residents (or pupils, users) who take part.")
    employees: dict[Identifier, NotNegative] = Field(default={}, description="Type of employee → how many it has.")


class InstitutionsShape(Shape):
    """Institutions: how many, or each by its id."""

    count: Positive | None = Field(None, description="How many.")
    each: dict[Identifier, InstitutionShape] | None = Field(None, min_length=1, description="Each, by its id.")


def _institutions(value: Any) -> Any:
    return {"each": value} if isinstance(value, dict) else {"count": value}


AnyInstitutions = Annotated[
    InstitutionsShape,
    BeforeValidator(_institutions, json_schema_input_type=float | dict[Identifier, InstitutionShape]),
]


class AmountShape(Shape):
    """What every line says: how much, what it follows, when, and who says so."""

    label: Text = Field(description="What it is.")
    driver: AnyDriver = Field(description="What it follows.")
    timing: Literal["once", "yearly"] = Field(description="Once for each when it starts, or each year it runs.")
    employee: Word | None = Field(None, description="With driver employee: the one type it follows.")
    years: list[Annotated[int, Field(ge=1)]] = Field(
        default=[],
        description="The only years it falls in, 1 is the first; or of the calendar where first_year is said.",
    )
    price: NotNegative | None = Field(None, description="kr for one.")
    quantity: NotNegative | None = Field(None, description="How many; 1 where not said.")
    not_quantified: str = Field("", description="Why it has no number; totals then say at least.")
    price_year: Year | None = Field(None, description="Price year, where it is not the set's price level.")
    source: str = Field("", description="Where the numbers are from.")
    note: str = Field("", description="What a reader should know.")


class PlanLineShape(AmountShape):
    """A line of resource use: hours of a job group, or quantity × price."""

    category: Literal["preparation", "training", "operation", "investment"] = Field(description="Its category.")
    job_group: Word | None = Field(None, description="Whose hours; key of a job group.")
    hours: NotNegative | None = Field(None, description="Hours for one of the driver.")
    lifetime: Positive | None = Field(None, description="Years an investment lasts.")
    scrap_value: NotNegative | None = Field(None, description="kr it is worth at the end of its life.")
    annuity_rate: Annotated[float, Field(ge=0, lt=1)] | None = Field(
        None,
        description="Rate of interest at which an investment is paid as equal amounts in each year of its life,"
        " instead of its price when bought and a residual value at the end.",
    )
    in_kind: bool = Field(False, description="Nobody pays for it, but it is valued: volunteers, lent rooms.")
    left_out: str = Field("", description="Why something nobody pays for is left out of the cost.")

    @model_validator(mode="after")
    def _one_amount(self) -> "PlanLineShape":
        hours, price = self.hours is not None, self.price is not None
        if self.not_quantified and (hours or price or self.quantity is not None):
            raise _complain("is not quantified and has a number", "Keep one of them.")
        if self.left_out and not (hours or price):
            return self
        if not self.not_quantified and hours == price:
            raise _complain("has not one of hours and price", "Say hours and job_group, or price, or not_quantified.")
        if hours != (self.job_group is not None):
            raise _complain("has not hours and job_group together", "Say whose hours they are, and how many.")
        if self.quantity is not None and not price:
            raise _complain("has a quantity of what has no price", "Say price, or leave quantity out.")
        if self.lifetime is not None and (self.category != "investment" or self.timing != "once"):
            raise _complain(
                "has a lifetime and is no investment bought once", "Say category: investment, timing: once."
            )
        if self.lifetime is not None and hours:
            raise _complain(
                "has a lifetime and no price", "Say what it is bought for; hours have no value left at the end."
            )
        whole = self.lifetime is not None and self.lifetime == int(self.lifetime) and self.lifetime <= LONGEST
        if self.annuity_rate is not None and not whole:
            raise _complain(
                "has an annuity rate and no lifetime of whole years", "Say lifetime: 1 to 100 years, whole."
            )
        if self.scrap_value is not None and (self.lifetime is None or self.scrap_value > (self.price or 0)):
            raise _complain(
                "has a scrap value without a lifetime, or above its price", "It is the value at the end of its life."
            )
        return self


class SignedLineShape(AmountShape):
    """A grant or a saved expense: an amount that is deducted, never netted away unseen."""

    @model_validator(mode="after")
    def _one_amount(self) -> "SignedLineShape":
        if bool(self.not_quantified) == (self.price is not None):
            raise _complain("has not one of price and not_quantified", "Say the amount as price: a positive number.")
        return self


class GrantShape(SignedLineShape):
    """A grant (tilskud)."""

    of: Word | None = Field(None, description="The line it pays.")


class SavedExpenseShape(AmountShape):
    """A saved expense: an amount, or a result of the scenario or plan of the intervention that is replaced."""

    scenario: Text | None = Field(None, description="The file of the intervention that is replaced.")
    result: Word | None = Field(None, description="Which of its results is saved for each: cost_per_participant.")

    @model_validator(mode="after")
    def _one_amount(self) -> "SavedExpenseShape":
        if (self.scenario is None) != (self.result is None):
            raise _complain("has not scenario and result together", "Name the file, and which of its results is saved.")
        if sum([self.price is not None, self.scenario is not None, bool(self.not_quantified)]) != 1:
            raise _complain(
                "has not one of price, scenario and not_quantified", "Say the amount as price: a positive number."
            )
        if self.scenario is not None and self.price_year is not None:
            raise _complain("has a price year and takes its price from a scenario", "The scenario has its own.")
        return self


class DiscountingShape(Shape):
    """How later years count; one of schedule, on and rate."""

    schedule: Text | None = Field(None, description="Id of a published schedule, or a path.")
    on: Day | None = Field(None, description="A day: the published schedule that held on it.")
    rate: Annotated[float, Field(ge=0, lt=1)] | None = Field(None, description="One rate for all years.")
    first_year: Literal["undiscounted", "discounted"] = Field(
        "undiscounted", description="Whether year 1 counts whole."
    )

    @model_validator(mode="after")
    def _one_of_them(self) -> "DiscountingShape":
        if sum(each is not None for each in (self.schedule, self.on, self.rate)) != 1:
            advice = "Say schedule: finansministeriet-2021, on: a day, or rate: 0.035."
            raise _complain("has not one of schedule, on and rate", advice)
        return self


class NamedCaseShape(Shape):
    """A named sensitivity: what is changed at once."""

    label: Text = Field(description="What it is called in reports.")
    set: dict[Text, Level] = Field(
        min_length=1, description="Dotted key → its value, or a change in percent with its sign: +10 %."
    )


class PlanShape(Shape):
    """A plan: an assessment ahead of time."""

    schema_: Literal["somcost/plan@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The plan's name.")
    title: Text = Field(description="What users read.")
    origin: Literal["observed", "reconstructed", "illustrative"] | None = Field(
        None, description="Where the numbers come from."
    )
    notes: list[Text] = Field(default=[], description="Caveats that every report repeats.")
    assumptions: Text = Field(description="Id of a published set, or a path (with / or ending in .yaml).")
    overrides: dict[Text, AnyChange] = Field(default={}, description="Dotted key of an assumption → its value here.")
    unit: UnitShape | None = Field(None, description="What a participant is called.")
    intervention: InterventionShape = Field(description="Horizon and courses.")
    participants: PlannedParticipantsShape | None = Field(None, description="Who takes part.")
    institutions: AnyInstitutions | None = Field(
        None,
        description="Institutions it runs in: how many, or each by its id with its own staff and residents;"
        " results are told for a standard institution.",
    )
    teams: Annotated[list[TeamsShape], Field(min_length=1), AfterValidator(_years_differ)] | None = Field(
        None, description="Teams by the year they start; one from year 1 where not said."
    )
    employees: dict[Identifier, EmployeeTypeShape] = Field(default={}, description="Types of employee, any number.")
    turnover: Share | None = Field(
        None,
        description="Share of the employees replaced each year; what is bought once for an employee is bought again.",
    )
    lines: dict[Identifier, PlanLineShape] = Field(min_length=1, description="Resource use.")
    grants: dict[Identifier, GrantShape] = Field(default={}, description="Grants.")
    saved_expenses: dict[Identifier, SavedExpenseShape] = Field(
        default={}, description="Expenses saved, such as those of a replaced intervention."
    )
    price_level: AnyPriceLevel | None = Field(
        None, description="The price level all amounts are brought to, a year or more; as stated where not said."
    )
    uncertainty: UncertaintyShape | None = Field(None, description="How sure the inputs are.")
    sensitivities: dict[Identifier, NamedCaseShape] = Field(
        default={}, description="Named sensitivities; the results lie between the lowest and the highest of them."
    )
    discounting: DiscountingShape | None = Field(
        None, description="How later years count; no present value where not said."
    )

    @model_validator(mode="after")
    def _teams_start_in_a_year_once(self) -> "PlanShape":
        years = [counted_year(each.year, self.intervention.first_year) for each in self.teams or []]
        if len(set(years)) < len(years):
            raise _complain("teams name a year twice, by its number too", "Add the teams of the year together.")
        return self
