"""Scenarios: one assessment's window, participants, courses, start-up, sensitivities and settings."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from somcost.model.assumptions import AssumptionSet
from somcost.model.price_index import Prices, StatedPriceLevel
from somcost.model.tables import Citizens, Expenses, Registrations, Staff
from somcost.model.uncertainty import Uncertainty
from somcost.problems import Location

Origin = Literal["observed", "reconstructed", "illustrative"]
Headline = Literal["mean_of_ratios", "ratio_of_means"]
Behaviour = Literal["fixed", "variable", "stepwise"]
RowRule = Literal["error", "drop"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A number stated in a scenario, by its dotted key, with its place, and who says so where that is told."""

    key: str
    value: float
    location: Location
    source: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of the window on which nothing was registered (hul i indsamlingen), both included."""

    start: dt.date
    end: dt.date
    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class PartMonth:
    """A month registered only in part: to `registered_to`, and scaled up by `factor` where one is given."""

    month: dt.date
    registered_to: dt.date | None
    factor: Stated | None
    reason: str
    location: Location


@dataclass(frozen=True, slots=True)
class Window:
    """The observation window (indsamlingsperiode), both days included."""

    start: dt.date
    end: dt.date
    location: Location
    gaps: tuple[Gap, ...] = ()
    part_months: tuple[PartMonth, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitNames:
    """What a participant is called: one barn, many børn; "" where the scenario does not say."""

    one: str = ""
    many: str = ""


@dataclass(frozen=True, slots=True)
class Participants:
    """Participants (borgere) as stated in the scenario; what is None is not stated."""

    location: Location
    count: Stated | None = None
    per_year: Stated | None = None
    months_each: Stated | None = None
    completion_rate: Stated | None = None
    enrolled: tuple[Stated, ...] = ()
    discharged: tuple[Stated, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A group course (gruppeforløb) and how many took part."""

    id: str
    participants: Stated


@dataclass(frozen=True, slots=True)
class Courses:
    """The courses observed, how many run a year, the seats of one, and which estimator is the headline."""

    list: tuple[Course, ...]
    per_year: Stated
    location: Location
    capacity: Stated | None = None
    headline: Headline = "mean_of_ratios"


@dataclass(frozen=True, slots=True)
class Training:
    """Training before the start (uddannelse): persons × (days × hours a day × hourly rate + fee)."""

    job_group: str
    persons: Stated
    days: Stated
    fee_each: Stated
    label: str
    location: Location


@dataclass(frozen=True, slots=True)
class StartUpExpense:
    """An expense before the start, kr."""

    label: str
    amount: Stated
    price_year: int | None


@dataclass(frozen=True, slots=True)
class StartUp:
    """Start-up (etablering): training and expenses; spread over `spread_years` when that is stated."""

    location: Location
    training: tuple[Training, ...] = ()
    expenses: tuple[StartUpExpense, ...] = ()
    spread_years: Stated | None = None


@dataclass(frozen=True, slots=True)
class BehaviourRule:
    """Cost lines that match every stated column behave so; the first rule that matches a line wins.

    Stepwise lines come in whole units (a team, an employee) that each serve `capacity` participants a year.
    """

    match: Mapping[str, tuple[str, ...]]
    behaves: Behaviour
    location: Location
    capacity: Stated | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A sub-period of the window, assessed beside the whole."""

    id: str
    label: str
    start: dt.date
    end: dt.date
    location: Location


@dataclass(frozen=True, slots=True)
class Sensitivities:
    """The report's own sensitivities: changes of all wages, participants a year, participants a course."""

    wages: tuple[Stated, ...] = ()
    participants: tuple[Stated, ...] = ()
    course_size: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the intervention is held against (alternativ), kr a year for one citizen."""

    label: str
    cost_per_year: Stated
    source: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices the method leaves open, each with its default."""

    outside_window: RowRule = "error"
    inside_gap: RowRule = "error"
    negative_amounts: Literal["error", "credit"] = "error"
    few_participants: int = 10
    few_months: int = 12
    fewest_citizens: int = 3


@dataclass(frozen=True, slots=True)
class Scenario:
    """One assessment as its author wrote it, without the tables it names."""

    id: str
    title: str
    location: Location
    assumptions: str
    window: Window
    origin: Origin | None = None
    notes: tuple[str, ...] = ()
    unit: UnitNames = field(default_factory=UnitNames)
    participants: Participants | None = None
    courses: Courses | None = None
    start_up: StartUp | None = None
    cost_behaviour: tuple[BehaviourRule, ...] = ()
    variants: tuple[Variant, ...] = ()
    sensitivity: Sensitivities = field(default_factory=Sensitivities)
    uncertainty: Uncertainty = field(default_factory=Uncertainty)
    alternative: Alternative | None = None
    settings: Settings = field(default_factory=Settings)
    price_level: StatedPriceLevel | None = None


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read: its name beside the scenario, the SHA-256 of its bytes, and its rows if it is a table."""

    name: str
    sha256: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything an assessment is computed from. A table is None when the scenario names none."""

    scenario: Scenario
    assumptions: AssumptionSet
    registrations: Registrations | None = None
    expenses: Expenses | None = None
    citizens: Citizens | None = None
    staff: Staff | None = None
    files: tuple[FileRead, ...] = ()
    prices: Prices | None = None

    @property
    def lacks_places(self) -> bool:
        """Whether the registrations are sums whose rows' lines are not known."""
        return self.registrations is not None and self.registrations.are_sums and not all(self.registrations.line)

    @property
    def states_uncertainty(self) -> bool:
        """Whether the scenario or its assumptions say anything of uncertainty that must be checked."""
        return self.scenario.uncertainty.is_stated or self.assumptions.states_uncertainty
