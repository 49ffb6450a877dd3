"""From a scenario's sound shape to the model: every number keeps its dotted key and its place."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from somcost.model.calendar import last_day
from somcost.model.scenario import (
    Alternative,
    BehaviourRule,
    Course,
    Courses,
    Gap,
    Participants,
    PartMonth,
    Scenario,
    Sensitivities,
    Settings,
    StartUp,
    StartUpExpense,
    Stated,
    Training,
    UnitNames,
    Variant,
    Window,
)
from somcost.model.tables import Staff, TableFile
from somcost.model.uncertainty import Uncertainty
from somcost.problems import Location, Problem, check
from somcost.read.price_level import price_level_of
from somcost.read.scenario_shapes import (
    AlternativeShape,
    CoursesShape,
    ParticipantsShape,
    PartMonthShape,
    ScenarioShape,
    StaffShape,
    StartUpShape,
    TrainingShape,
    WindowShape,
)
from somcost.read.uncertainty import uncertainty_of
from somcost.read.yaml_tree import Document


def scenario_of(shape: ScenarioShape, document: Document, courses: Sequence[Course] | None) -> Scenario:
    """Make the scenario; `courses` are those read from a file, None when they stand in the scenario."""
    return _Made(document).scenario(shape, courses)


@dataclass(frozen=True, slots=True)
class _Made:
    """Makes the parts of a scenario."""

    document: Document

    def at(self, *path: str | int) -> Location:
        return self.document.place(*path)

    def stated(self, value: float, *path: str | int) -> Stated:
        return Stated(".".join(str(part) for part in path), float(value), self.at(*path))

    def maybe(self, value: float | None, *path: str | int) -> Stated | None:
        return None if value is None else self.stated(value, *path)

    def scenario(self, shape: ScenarioShape, courses: Sequence[Course] | None) -> Scenario:
        return Scenario(
            id=shape.id,
            title=shape.title,
            location=self.at(),
            assumptions=shape.assumptions,
            window=self.window(shape.window),
            origin=shape.origin,
            notes=tuple(shape.notes),
            unit=UnitNames(shape.unit.one, shape.unit.many) if shape.unit else UnitNames(),
            participants=self.participants(shape.participants) if shape.participants else None,
            courses=self.courses(shape.courses, courses) if shape.courses else None,
            start_up=self.start_up(shape.start_up) if shape.start_up else None,
            cost_behaviour=tuple(self.rules(shape)),
            variants=tuple(self.variants(shape)),
            sensitivity=self.sensitivity(shape),
            uncertainty=uncertainty_of(shape.uncertainty, self.document) if shape.uncertainty else Uncertainty(),
            alternative=self.alternative(shape.alternative) if shape.alternative else None,
            price_level=price_level_of(shape.price_level, self.document),
            settings=Settings(**shape.settings.model_dump()),
        )

    def alternative(self, shape: AlternativeShape) -> Alternative:
        return Alternative(shape.label, self.stated(shape.cost_per_year, "alternative", "cost_per_year"), shape.source)

    def window(self, shape: WindowShape) -> Window:
        gaps = (
            Gap(gap.start, gap.end, gap.reason, self.at("window", "gaps", number))
            for number, gap in enumerate(shape.gaps)
        )
        parts = (self.part_month(part, number) for number, part in enumerate(shape.part_months))
        return Window(shape.start, shape.end, self.at("window", "start"), tuple(gaps), tuple(parts))

    def part_month(self, shape: PartMonthShape, number: int) -> PartMonth:
        path = ("window", "part_months", number)
        factor = self.maybe(shape.factor, *path, "factor")
        return PartMonth(shape.month, shape.registered_to, factor, shape.reason, self.at(*path))

    def participants(self, shape: ParticipantsShape) -> Participants:
        def number(name: str) -> Stated | None:
            return self.maybe(getattr(shape, name), "participants", name)

        def years(name: str) -> tuple[Stated, ...]:
            counts: dict[str, float] = getattr(shape, name)
            return tuple(self.stated(counts[year], "participants", name, year) for year in sorted(counts))

        return Participants(
            location=self.at("participants"),
            count=number("count"),
            per_year=number("per_year"),
            months_each=number("months_each"),
            completion_rate=number("completion_rate"),
            enrolled=years("enrolled"),
            discharged=years("discharged"),
            note=shape.note,
        )

    def courses(self, shape: CoursesShape, read: Sequence[Course] | None) -> Courses:
        if read is None:
            read = [
                Course(course.id, self.stated(course.participants, "courses", "list", number, "participants"))
                for number, course in enumerate(shape.list_ or [])
            ]
        return Courses(
            list=tuple(read),
            per_year=self.stated(shape.per_year, "courses", "per_year"),
            location=self.at("courses"),
            capacity=self.maybe(shape.capacity, "courses", "capacity"),
            headline=shape.headline,
        )

    def start_up(self, shape: StartUpShape) -> StartUp:
        expenses = (
            StartUpExpense(
                each.label, self.stated(each.amount, "start_up", "expenses", number, "amount"), each.price_year
            )
            for number, each in enumerate(shape.expenses)
        )
        return StartUp(
            location=self.at("start_up"),
            training=tuple(self.training(each, number) for number, each in enumerate(shape.training)),
            expenses=tuple(expenses),
            spread_years=self.maybe(shape.spread_years, "start_up", "spread_years"),
        )

    def training(self, shape: TrainingShape, number: int) -> Training:
        path = ("start_up", "training", number)
        return Training(
            job_group=shape.job_group,
            persons=self.stated(shape.persons, *path, "persons"),
            days=self.stated(shape.days, *path, "days"),
            fee_each=self.stated(shape.fee_each, *path, "fee_each"),
            label=shape.label or f"{number + 1}",
            location=self.at(*path),
        )

    def rules(self, shape: ScenarioShape) -> list[BehaviourRule]:
        return [
            BehaviourRule(
                MappingProxyType({column: tuple(values) for column, values in rule.match.items()}),
                rule.behaves,
                self.at("cost_behaviour", number),
                self.maybe(rule.capacity, "cost_behaviour", number, "capacity"),
                rule.label or f"{number + 1}",
            )
            for number, rule in enumerate(shape.cost_behaviour)
        ]

    def variants(self, shape: ScenarioShape) -> list[Variant]:
        return [
            Variant(name, each.label or name, each.window.start, each.window.end, self.at("variants", name, "window"))
            for name, each in shape.variants.items()
        ]

    def sensitivity(self, shape: ScenarioShape) -> Sensitivities:
        def numbers(name: str) -> tuple[Stated, ...]:
            values: list[float] = getattr(shape.sensitivity, name)
            return tuple(self.stated(value, "sensitivity", name, number) for number, value in enumerate(values))

        return Sensitivities(numbers("wages"), numbers("participants"), numbers("course_size"))


@check
def staff_periods_are_in_order(place: Location, start: str, end: str) -> Problem:
    """A period of full-time staff ends after it starts."""
    return Problem(place, "full_time_staff", f"ends {end}, before it starts {start}", "Exchange start and end.")


def inline_staff(rows: Sequence[StaffShape], document: Document) -> tuple[Staff, list[Problem]]:
    """Make the table of full-time staff that is written out in the scenario."""
    places = [document.place("full_time_staff", number) for number in range(len(rows))]
    starts = [_day(row.start, last=False) for row in rows]
    ends = [_day(row.end, last=True) for row in rows]
    staff = Staff(
        files=(TableFile(document.name, MappingProxyType({})),),
        file=[0] * len(rows),
        line=[place.line for place in places],
        start=starts,
        end=ends,
        job_group=[row.job_group for row in rows],
        fte=[row.fte for row in rows],
    )
    reversed_rows = [number for number in range(len(rows)) if ends[number] < starts[number]]
    problems = [staff_periods_are_in_order(places[each], rows[each].start, rows[each].end) for each in reversed_rows]
    return staff, problems


def _day(text: str, *, last: bool) -> dt.date:
    """Give the day, or the first or last day of the month."""
    if len(text) > len("2018-03"):
        return dt.date.fromisoformat(text)
    first = dt.date.fromisoformat(f"{text}-01")
    return last_day(first) if last else first
