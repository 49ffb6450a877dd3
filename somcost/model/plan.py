"""Plans: what an intervention will cost before there is anything to register (de seks trin i Omkostningsmodellen)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

from somcost.model.assumptions import AssumptionSet, Source
from somcost.model.price_index import Prices, StatedPriceLevel
from somcost.model.scenario import Alternative, Courses, FileRead, Origin, Stated, UnitNames, Variant
from somcost.model.tables import Registrations
from somcost.model.uncertainty import Change, Uncertainty
from somcost.problems import Location

Category = Literal["preparation", "training", "operation", "investment", "grant", "saved"]
Driver = Literal["intervention", "institution", "team", "employee", "course", "session", "participant"]
Timing = Literal["once", "yearly"]
Bound = Literal["at least", "at most", "in part"]
"""What is shown is the least or the most that a figure can be; in part: it may be both less and more."""

COSTS: tuple[Category, ...] = ("preparation", "training", "operation", "investment")
"""The four categories of resource use; grants and saved expenses are signed lines of their own."""
CATEGORIES: tuple[Category, ...] = (*COSTS, "grant", "saved")
SECTIONS: Mapping[Category, str] = {**dict.fromkeys(COSTS, "lines"), "grant": "grants", "saved": "saved_expenses"}
"""Where in a plan's file a line of a category stands."""


LONGEST = 100
"""Years that can be looked ahead: a higher number names a year of the calendar."""


def counted_year(year: int, first_year: int | None) -> int:
    """Give a year of the horizon, counted from 1, from how a plan names it: by number, or of the calendar.

    >>> counted_year(2, 2025), counted_year(2026, 2025), counted_year(2026, None)
    (2, 2, 2026)
    """
    return year if first_year is None or year <= LONGEST else year - first_year + 1


@dataclass(frozen=True, slots=True)
class Intervention:
    """The first step: how long is looked ahead, how long a course takes, what it is made of.

    Attributes:
        horizon: Years looked ahead.
        course_length: Years a course takes; None where there are no courses.
        courses_per_year: Courses a team starts in a year; None where it runs them back to back.
        sessions_per_course: Sessions of a course.
        first_year: The calendar year of the first year; None where years of operation are counted.
    """

    horizon: int
    course_length: Stated | None = None
    courses_per_year: Stated | None = None
    sessions_per_course: Stated | None = None
    first_year: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedParticipants:
    """Who takes part: so many a course, so many a year for each team, or so many in all, from the first year."""

    per_course: Stated | None = None
    per_team: Stated | None = None
    total: Stated | None = None
    completion_rate: Stated | None = None


@dataclass(frozen=True, slots=True)
class EmployeeType:
    """A type of employee: so many in each team, as many as their caseload asks for, or those of each institution."""

    id: str
    label: str
    location: Location
    per_team: Stated | None = None
    caseload: Stated | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution with its own staff and residents (niveau 3): employees of each type, by id."""

    id: str
    label: str
    location: Location
    employees: Mapping[str, Stated]
    residents: Stated | None = None


@dataclass(frozen=True, slots=True)
class TakenResult:
    """A result of another scenario or plan that a line has for its price (en erstattet indsats' omkostning).

    Attributes:
        path: The other's file.
        result: The name of its result.
        file_at: Where its file is named.
        result_at: Where its result is named.
    """

    path: Path
    result: str
    file_at: Location
    result_at: Location


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of resource use, a grant or a saved expense.

    Attributes:
        driver: What it follows; `employee` names the type where it follows one type only.
        timing: Once for each of its driver when that starts, or each year that it runs.
        years: The only years it falls in; empty for all.
        hours: Hours of `job_group`, at its hourly rate; or `quantity` × `price`.
        lifetime: Years an investment lasts; None where it has no value left.
        scrap_value: kr an investment is worth at the end of its life.
        annuity_rate: Rate at which an investment is paid as equal yearly amounts; None where it is paid when bought.
        unvalued: Why it has no number: it is not quantified; "" where it is.
        left_out: Why time or goods that nobody pays are left out; "" where they are not.
        in_kind: Whether nobody pays for it though it is valued.
        of: The line that a grant pays.
        taken: The result of another scenario that is its price.
        taken_bound: What that result is a bound of; None where it is whole.
    """

    id: str
    label: str
    category: Category
    location: Location
    driver: Driver
    timing: Timing
    employee: str | None = None
    years: tuple[int, ...] = ()
    job_group: str | None = None
    hours: Stated | None = None
    quantity: Stated | None = None
    price: Stated | None = None
    lifetime: Stated | None = None
    scrap_value: Stated | None = None
    annuity_rate: Stated | None = None
    price_year: int | None = None
    unvalued: str = ""
    left_out: str = ""
    in_kind: bool = False
    of: str | None = None
    taken: TakenResult | None = None
    taken_bound: Bound | None = None
    source: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """The start of the dotted keys of its numbers."""
        return f"{SECTIONS[self.category]}.{self.id}"

    @property
    def counts(self) -> bool:
        """Whether it is part of the cost."""
        return not (self.unvalued or self.left_out)

    @property
    def years_paid(self) -> int:
        """How many years an investment is paid over; 0 where it is paid when bought."""
        return 0 if self.annuity_rate is None or self.lifetime is None else round(self.lifetime.value)

    def falls(self, year: int) -> bool:
        """Tell whether it is bought in a year, 0 for the first."""
        return not self.years or year + 1 in self.years


@dataclass(frozen=True, slots=True)
class DiscountStep:
    """A rate of a schedule, from a year after the first on."""

    from_year: int
    rate: float


@dataclass(frozen=True, slots=True)
class DiscountSchedule:
    """Discount rates by years ahead (kalkulationsrente), with who set them."""

    id: str
    title: str
    source: Source
    location: Location
    rates: tuple[DiscountStep, ...]

    def step(self, years_ahead: int) -> DiscountStep:
        """Give the rate of a year so many years after the one that counts whole, and from when it holds."""
        return [step for step in self.rates if step.from_year <= years_ahead][-1]


@dataclass(frozen=True, slots=True)
class Discounting:
    """How later years count: by a schedule or one rate; whether the first year counts whole."""

    location: Location
    schedule: DiscountSchedule | None = None
    rate: Stated | None = None
    first_year: Literal["undiscounted", "discounted"] = "undiscounted"


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A named sensitivity (navngiven følsomhed): what is changed at once, by dotted key."""

    id: str
    label: str
    location: Location
    changes: Mapping[str, Change]


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned scenario as its author wrote it."""

    id: str
    title: str
    location: Location
    assumptions: str
    intervention: Intervention
    participants: PlannedParticipants
    origin: Origin | None = None
    notes: tuple[str, ...] = ()
    unit: UnitNames = field(default_factory=UnitNames)
    teams: Mapping[int, Stated] = field(default_factory=dict)
    employees: tuple[EmployeeType, ...] = ()
    turnover: Stated | None = None
    institutions: Stated | tuple[Institution, ...] | None = None
    lines: tuple[PlanLine, ...] = ()
    discounting: Discounting | None = None
    uncertainty: Uncertainty = field(default_factory=Uncertainty)
    sensitivities: tuple[NamedCase, ...] = ()
    price_level: StatedPriceLevel | None = None

    variants: ClassVar[tuple[Variant, ...]] = ()
    courses: ClassVar[Courses | None] = None
    alternative: ClassVar[Alternative | None] = None
    """What only a scenario has: a plan observes no sub-periods and no courses."""

    def year_label(self, year: int) -> str:
        """Say a year of the horizon, counted from 1, as the plan does: by number, or of the calendar."""
        return str((self.intervention.first_year or 1) + year - 1)

    @property
    def years(self) -> list[str]:
        """The years of the horizon: by number, or of the calendar."""
        return [self.year_label(year) for year in range(1, self.intervention.horizon + 1)]

    @property
    def stay(self) -> float:
        """Years that participants take part: a course; residents throughout the horizon, all others a year."""
        if self.intervention.course_length is not None:
            return self.intervention.course_length.value
        return float(self.intervention.horizon) if self.residents else 1.0

    @property
    def institution_list(self) -> tuple[Institution, ...]:
        """The institutions where each is described; none where they are only counted."""
        return self.institutions if isinstance(self.institutions, tuple) else ()

    @property
    def residents(self) -> list[Stated]:
        """The residents of each institution, where they are stated."""
        return [each.residents for each in self.institution_list if each.residents is not None]

    @property
    def has_participants(self) -> bool:
        """Whether the plan says how many take part."""
        who = self.participants
        return bool(self.residents) or any(each is not None for each in (who.per_course, who.per_team, who.total))

    def stands_throughout(self, driver: Driver) -> bool:
        """Whether what a line follows is the same from the first year: bought in a named year, it is bought for all."""
        return driver in ("intervention", "institution") or (driver == "participant" and self.starts_all_at_once)

    @property
    def starts_all_at_once(self) -> bool:
        """Whether all who take part start in the first year."""
        return bool(self.residents) or self.participants.total is not None

    def label(self, name: str) -> str | None:
        """Give what a line, a type of employee or an institution is called."""
        groups: tuple[Sequence[Institution | EmployeeType | PlanLine], ...]
        groups = (self.institution_list, self.employees, self.lines)
        return {each.id: each.label for group in groups for each in group}.get(name)


@dataclass(frozen=True, slots=True)
class PlanInputs:
    """Everything a plan's cost is computed from; `scenario` is the plan, so that both kinds are read alike."""

    scenario: Plan
    assumptions: AssumptionSet
    files: tuple[FileRead, ...] = ()
    prices: Prices | None = None

    registrations: ClassVar[Registrations | None] = None
    """A plan has none."""

    @property
    def states_uncertainty(self) -> bool:
        """Whether the plan or its assumptions say anything of uncertainty that must be checked."""
        return self.scenario.uncertainty.is_stated or self.assumptions.states_uncertainty
