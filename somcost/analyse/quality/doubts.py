"""What the result rests on: the share of the annual operating cost that comes from each doubtful choice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.months import FarMonths
from somcost.analyse.quality.part import Part, annual_cost_of
from somcost.analyse.quality.values import doubtful_keys, values_by_group
from somcost.model.calendar import month_name
from somcost.model.tables import Expenses, Registrations

Choice = Literal[
    "scaled_months",
    "dated_by_month",
    "mean_wages",
    "overridden_values",
    "outdated_values",
    "unchecked_values",
    "credits",
    "no_price_year",
    "duplicates",
    "outliers",
    "far_months",
]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful choice and what rests on it.

    Attributes:
        choice: Which.
        names: The months, job groups or assumptions concerned; nothing where it is rows alone.
        rows: Registrations and expenses concerned.
        kr_per_year: Their part of the annual operating cost; less than 0 for credits.
        share: Of the annual operating cost; None where that is 0 kr.
    """

    choice: Choice
    names: tuple[str, ...]
    rows: int
    kr_per_year: float
    share: float | None


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on doubtful choices; a row may rest on several, so that the shares do not add up.

    Attributes:
        annual_operating_cost: What the shares are of, kr a year.
        values_are_dated: Whether any value in use says when it was last checked.
        doubts: Those that anything rests on.
    """

    annual_operating_cost: float
    values_are_dated: bool
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The costed rows that other parts of the report found, by their numbers."""

    duplicates: Part
    outliers: Part


def resting_of(assessment: Assessment, found: Found, months: FarMonths) -> Resting:
    """Say what part of the annual operating cost rests on each doubtful choice (tvivlsomme valg)."""
    choices = _Choices(assessment)
    annual = float(assessment.tree["results"]["annual_operating_cost"].value)
    every: list[tuple[Choice, Sequence[str], Part]] = [
        *choices.of_dates(),
        *choices.of_wages(),
        *choices.of_expenses(),
        ("duplicates", (), found.duplicates),
        ("outliers", (), found.outliers),
        choices.of_months("far_months", [each.month for each in months.found if each.job_group is None]),
    ]
    doubts = []
    for choice, names, part in every:
        if part.rows or part.staff_groups:
            kr = annual_cost_of(assessment.costing, part)
            doubts.append(Doubt(choice, tuple(names), part.rows, kr, kr / annual if annual else None))
    return Resting(annual, choices.dated, tuple(doubts))


class _Choices:
    def __init__(self, assessment: Assessment) -> None:
        self.assessment, self.scenario = assessment, assessment.inputs.scenario
        ledger = assessment.costing.ledger
        registrations = None if ledger.registrations is None else ledger.registrations.table
        expenses = None if ledger.expenses is None else ledger.expenses.table
        self.registrations = registrations if isinstance(registrations, Registrations) else Registrations()
        self.expenses = expenses if isinstance(expenses, Expenses) else Expenses()
        self.values = values_by_group(assessment.inputs, self._groups())
        self.dated = any(value.checked for each in self.values.values() for value in each)

    def _groups(self) -> list[str]:
        """Give the job groups whose rates the annual cost rests on."""
        staff = self.assessment.inputs.staff
        named = set(self.registrations.job_group)
        if self.assessment.inputs.registrations is None and staff is not None:
            named = set(staff.job_group)
        return [group for group in self.assessment.inputs.assumptions.job_groups if group in named]

    def of_dates(self) -> Iterator[tuple[Choice, Sequence[str], Part]]:
        scaled = [month_name(part.month) for part in self.scenario.window.part_months if part.factor is not None]
        yield self.of_months("scaled_months", scaled)
        registrations, expenses = (
            [row for row, by_month in enumerate(table.by_month) if by_month]
            for table in (self.registrations, self.expenses)
        )
        yield "dated_by_month", (), Part(registrations, expenses)

    def of_months(self, choice: Choice, months: Sequence[str]) -> tuple[Choice, Sequence[str], Part]:
        named = {date for table in (self.registrations, self.expenses) for date in set(table.date)}
        inside = {date for date in named if month_name(date) in months}
        registrations, expenses = (
            [row for row, date in enumerate(table.date) if date in inside]
            for table in (self.registrations, self.expenses)
        )
        return choice, months, Part(registrations, expenses)

    def of_wages(self) -> Iterator[tuple[Choice, Sequence[str], Part]]:
        groups = self.assessment.inputs.assumptions.job_groups
        means = [group for group in self.values if groups[group].mean_of]
        yield "mean_wages", means, self._of_groups(means)
        names: Mapping[str, Sequence[str]] = doubtful_keys(self.assessment, self.values)
        choices: tuple[Choice, ...] = ("overridden_values", "outdated_values", "unchecked_values")
        for choice in choices:
            concerned = [
                group for group, values in self.values.items() if any(value.key in names[choice] for value in values)
            ]
            yield choice, names[choice], self._of_groups(concerned)

    def _of_groups(self, groups: Sequence[str]) -> Part:
        if self.assessment.inputs.registrations is None:
            return Part(staff_groups=groups)
        return Part([row for row, group in enumerate(self.registrations.job_group) if group in groups])

    def of_expenses(self) -> Iterator[tuple[Choice, Sequence[str], Part]]:
        table = self.expenses
        yield "credits", (), Part(expenses=[row for row, amount in enumerate(table.amount) if amount < 0])
        yield "no_price_year", (), Part(expenses=[row for row, year in enumerate(table.price_year) if year is None])
