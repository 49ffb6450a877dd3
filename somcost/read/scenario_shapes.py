"""What a person may type in a scenario."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from somcost.read.file_shapes import AnyTables, FileOrNoneShape, TableShape
from somcost.read.price_level_shapes import AnyPriceLevel
from somcost.read.shapes import Day, DayOrMonth, Identifier, Month, Shape, Text, Word, Year
from somcost.read.uncertainty_shapes import UncertaintyShape


class UnitShape(Shape):
    """What a participant is called."""

    one: Text = Field(description="One of them: familie.")
    many: Text = Field(description="Several: familier.")


class GapShape(Shape):
    """Days on which nothing was registered."""

    start: Day = Field(description="First day.")
    end: Day = Field(description="Last day, included.")
    reason: str = Field("", description="Why.")


class PartMonthShape(Shape):
    """A month registered only in part."""

    month: Month = Field(description="The month, 2018-06.")
    registered_to: Day | None = Field(None, description="Last day registered; the days after it are not observed.")
    factor: float | None = Field(
        None, description="What the month's hours and expenses are multiplied by; it then counts whole."
    )
    reason: str = Field("", description="Why; required with a factor.")


class WindowShape(Shape):
    """The observation window (indsamlingsperiode)."""

    start: Day = Field(description="First day.")
    end: Day = Field(description="Last day, included.")
    gaps: list[GapShape] = Field(default=[], description="Gaps inside the window.")
    part_months: list[PartMonthShape] = Field(default=[], description="Months registered only in part.")


class ParticipantsShape(FileOrNoneShape):
    """The participants: numbers, or a list of citizens (path)."""

    count: float | None = Field(None, description="Participants in the window.")
    per_year: float | None = Field(None, description="Participants a year, in place of count × 12 / window months.")
    months_each: float | None = Field(None, description="Mean months in the intervention.")
    completion_rate: float | None = Field(None, description="Share of those who start that complete.")
    enrolled: dict[Annotated[str, Field(pattern=r"^(19|20)\d\d$")], float] = Field(
        default={}, description="Enrolled by year."
    )
    discharged: dict[Annotated[str, Field(pattern=r"^(19|20)\d\d$")], float] = Field(
        default={}, description="Discharged by year."
    )
    note: str = Field("", description="What a reader should know.")
    path: Text | None = Field(None, description="The list of citizens: id, start; optional end, status, site.")


class CourseShape(Shape):
    """A group course observed."""

    id: Word = Field(description="Its name in the column course.")
    participants: float = Field(description="How many took part.")


class CoursesShape(FileOrNoneShape):
    """Group courses (gruppeforløb)."""

    list_: Annotated[list[CourseShape], Field(min_length=1)] | None = Field(
        None, alias="list", description="The courses observed."
    )
    path: Text | None = Field(None, description="Or a file with the columns id, participants.")
    per_year: float = Field(description="Courses a year.")
    capacity: float | None = Field(None, description="Seats of a course.")
    headline: Literal["mean_of_ratios", "ratio_of_means"] = Field(
        "mean_of_ratios", description="Which estimator is the cost per participant."
    )

    @model_validator(mode="after")
    def _one_list(self) -> "CoursesShape":
        if self.list_ is not None and self.path is not None:
            raise PydanticCustomError("misfit", "has both list and path", {"advice": "Keep one of them."})
        return self


class StaffShape(Shape):
    """Full-time staff of a job group over a period."""

    start: DayOrMonth = Field(description="First day, or month.")
    end: DayOrMonth = Field(description="Last day, or month, included.")
    job_group: Word = Field(description="Key of a job group.")
    fte: float = Field(ge=0, description="Full-time equivalents (årsværk).")


def _staff(value: Any) -> Any:
    written_out = isinstance(value, list) and all(isinstance(one, dict) and "path" not in one for one in value)
    return {"rows": value} if written_out else {"tables": value}


class StaffSourceShape(Shape):
    """Full-time staff, written out or in files."""

    rows: list[StaffShape] | None = Field(None, min_length=1)
    tables: AnyTables | None = None


AnyStaff = Annotated[
    StaffSourceShape,
    BeforeValidator(_staff, json_schema_input_type=str | TableShape | list[str | TableShape | StaffShape]),
]


class TrainingShape(Shape):
    """Training before the start."""

    job_group: Word = Field(description="Key of a job group.")
    persons: float = Field(gt=0, description="Persons trained.")
    days: float = Field(ge=0, description="Days each.")
    fee_each: float = Field(0.0, ge=0, description="Fee per person, kr.")
    label: str = Field("", description="What it is called in reports.")


class StartUpExpenseShape(Shape):
    """An expense before the start."""

    label: Text = Field(description="What it is.")
    amount: float = Field(ge=0, description="kr.")
    price_year: Year | None = Field(None, description="Price year, where it is not the set's price level.")


class StartUpShape(Shape):
    """Start-up (etablering)."""

    training: list[TrainingShape] = Field(default=[], description="Training.")
    expenses: list[StartUpExpenseShape] = Field(default=[], description="Expenses.")
    spread_years: float | None = Field(
        None, description="Years of use to spread the cost evenly over; null: not spread."
    )


def _words(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


class RuleShape(Shape):
    """A rule of cost behaviour: the first that matches a line wins."""

    match: dict[Text, Annotated[list[Word], BeforeValidator(_words, json_schema_input_type=str | list[str])]] = Field(
        description="Column → value or values; kind is wage or expense."
    )
    behaves: Literal["fixed", "variable", "stepwise"] = Field(
        description="Whether the lines follow the number of participants, smoothly or in whole units."
    )
    capacity: float | None = Field(None, gt=0, description="Stepwise: participants a year that one unit serves.")
    label: str = Field("", description="Stepwise: what a unit is called: team, employee.")

    @model_validator(mode="after")
    def _capacity_of_a_step(self) -> "RuleShape":
        if (self.behaves == "stepwise") is (self.capacity is None):
            found = "is stepwise without capacity" if self.capacity is None else f"is {self.behaves} with a capacity"
            advice = "capacity: 8 says that one unit serves 8 participants a year; only stepwise lines have one."
            raise PydanticCustomError("misfit", found, {"advice": advice})
        return self


class VariantWindowShape(Shape):
    """A sub-period of the window."""

    start: Day = Field(description="First day.")
    end: Day = Field(description="Last day, included.")


class VariantShape(Shape):
    """A sub-period assessed beside the whole."""

    window: VariantWindowShape = Field(description="The sub-period.")
    label: str = Field("", description="What it is called in reports.")


class SensitivityShape(Shape):
    """The report's own sensitivities."""

    wages: list[float] = Field(default=[], description="Changes of all wages as shares: 0.10 is +10 %.")
    participants: list[float] = Field(default=[], description="Other numbers of participants a year.")
    course_size: list[float] = Field(default=[], description="Other numbers of participants a course.")


class AlternativeShape(Shape):
    """What the intervention is held against."""

    label: Text = Field(description="What it is.")
    cost_per_year: float = Field(gt=0, description="kr a year for one citizen.")
    source: str = Field("", description="Where the figure is from.")


class SettingsShape(Shape):
    """The choices the method leaves open."""

    outside_window: Literal["error", "drop"] = Field("error", description="Rows dated outside the window.")
    inside_gap: Literal["error", "drop"] = Field("error", description="Rows dated inside a gap.")
    negative_amounts: Literal["error", "credit"] = Field(
        "error", description="Negative expenses: an error, or credit notes."
    )
    few_participants: int = Field(10, ge=0, description="Fewer participants than this are told as a caveat.")
    fewest_citizens: int = Field(3, ge=1, description="Results for fewer observed citizens than this are not shown.")
    few_months: int = Field(12, ge=0, description="Fewer observed months than this are told as a caveat.")


class ChangedValueShape(Shape):
    """An overridden value, with why."""

    value: float = Field(description="The new value.")
    source: str = Field("", description="Where it is from, in words.")
    note: str = Field("", description="Why.")


def _changed(value: Any) -> Any:
    return value if isinstance(value, dict) else {"value": value}


AnyChange = Annotated[ChangedValueShape, BeforeValidator(_changed, json_schema_input_type=float | ChangedValueShape)]


class ScenarioShape(Shape):
    """A scenario: one assessment (omkostningsvurdering)."""

    schema_: Literal["somcost/scenario@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The scenario's name.")
    title: Text = Field(description="What users read.")
    origin: Literal["observed", "reconstructed", "illustrative"] | None = Field(
        None, description="Where the data comes from."
    )
    notes: list[Text] = Field(default=[], description="Caveats that every report repeats.")
    assumptions: Text = Field(description="Id of a published set, or a path (with / or ending in .yaml).")
    overrides: dict[Text, AnyChange] = Field(default={}, description="Dotted key of an assumption → its value here.")
    unit: UnitShape | None = Field(None, description="What a participant is called.")
    window: WindowShape = Field(description="The observation window.")
    time_registrations: AnyTables | None = Field(None, description="File or files of time registrations.")
    expenses: AnyTables | None = Field(None, description="File or files of other expenses.")
    participants: ParticipantsShape | None = Field(None, description="Participants: numbers or a list of citizens.")
    courses: CoursesShape | None = Field(None, description="Group courses.")
    full_time_staff: AnyStaff | None = Field(
        None, description="Full-time staff: rows, or a file with month (or start and end), job_group, fte."
    )
    start_up: StartUpShape | None = Field(None, description="Start-up cost, kept apart from operation.")
    cost_behaviour: list[RuleShape] = Field(default=[], description="Which cost lines are fixed or variable.")
    variants: dict[Identifier, VariantShape] = Field(default={}, description="Sub-periods assessed beside the whole.")
    sensitivity: SensitivityShape = Field(default=SensitivityShape.model_construct(), description="Sensitivities.")
    uncertainty: UncertaintyShape | None = Field(None, description="How sure the inputs are.")
    alternative: AlternativeShape | None = Field(None, description="What the cost per citizen is held against.")
    price_level: AnyPriceLevel | None = Field(
        None, description="The price level all amounts are brought to, a year or more; as stated where not said."
    )
    settings: SettingsShape = Field(
        default=SettingsShape.model_construct(), description="Choices the method leaves open."
    )
