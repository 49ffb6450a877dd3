"""From a plan's sound shape to the model, with the assumption set and discount schedule it names."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from somcost.model.plan import (
    Category,
    Discounting,
    DiscountSchedule,
    EmployeeType,
    Institution,
    Intervention,
    NamedCase,
    Plan,
    PlanInputs,
    PlanLine,
    PlannedParticipants,
    TakenResult,
    counted_year,
)
from somcost.model.scenario import FileRead, Stated, UnitNames
from somcost.model.uncertainty import Uncertainty
from somcost.problems import InputProblems, Location, refuse
from somcost.read.assumptions import overridden, read_assumptions
from somcost.read.discount_schedule import read_discount_schedule, schedule_on
from somcost.read.plan_shapes import (
    AmountShape,
    DiscountingShape,
    GrantShape,
    InstitutionShape,
    InstitutionsShape,
    PlanLineShape,
    PlanShape,
    SavedExpenseShape,
)
from somcost.read.price_level import price_level_of
from somcost.read.shape_problems import shaped
from somcost.read.uncertainty import uncertainty_of
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document, read_document

KIND = "somcost/plan@"
SCHEMA = f"{KIND}1"


def is_plan(path: Path) -> bool:
    """Tell whether a file says that it is a plan; what cannot be read is left to the reading of a scenario."""
    try:
        text, _ = text_of(path)
        value = read_document(text, name=str(path)).value
    except InputProblems:
        return False
    return says_it_is_a_plan(value)


def says_it_is_a_plan(value: object) -> bool:
    """Tell whether what a file holds says that it is a plan, of whatever version."""
    return isinstance(value, dict) and str(value.get("schema", "")).startswith(KIND)


def read_plan(plan: str | Path) -> PlanInputs:
    """Read a plan and all it names.

    Args:
        plan: Path of the plan's YAML file.

    Raises:
        InputProblems: Something is wrong with any of the files.
    """
    path = Path(plan)
    text, content = text_of(path)
    document = read_document(text, name=str(path))
    shape = shaped(document, PlanShape)
    if isinstance(shape, list):
        raise InputProblems(shape)
    found, files = read_assumptions(shape.assumptions, beside=path.parent, named_at=document.place("assumptions"))
    assumptions, problems = overridden(found, shape.overrides, document=document, origin=shape.id)
    refuse(problems)
    own = FileRead(path.name, hashlib.sha256(content).hexdigest())
    made = _Made(document, path.parent, shape.intervention.first_year).plan(shape)
    schedule = None if made.discounting is None else made.discounting.schedule
    return PlanInputs(made, assumptions, (own, *files, *([] if schedule is None else [_file(schedule)])))


def _file(schedule: DiscountSchedule) -> FileRead:
    path = Path(schedule.location.file)
    return FileRead(path.name, hashlib.sha256(text_of(path)[1]).hexdigest())


@dataclass(frozen=True, slots=True)
class _Made:
    """Makes the parts of a plan."""

    document: Document
    folder: Path
    first_year: int | None

    def at(self, *path: str | int) -> Location:
        return self.document.place(*path)

    def maybe(self, value: float | None, *path: str | int) -> Stated | None:
        return None if value is None else Stated(".".join(map(str, path)), float(value), self.at(*path))

    def plan(self, shape: PlanShape) -> Plan:
        return Plan(
            id=shape.id,
            title=shape.title,
            location=self.at(),
            assumptions=shape.assumptions,
            origin=shape.origin,
            notes=tuple(shape.notes),
            unit=UnitNames(shape.unit.one, shape.unit.many) if shape.unit else UnitNames(),
            intervention=self.intervention(shape),
            participants=self.participants(shape),
            teams=self.teams(shape),
            employees=tuple(self.employees(shape)),
            turnover=self.maybe(shape.turnover, "turnover"),
            institutions=self.institutions(shape.institutions),
            lines=tuple(self.lines(shape)),
            price_level=price_level_of(shape.price_level, self.document),
            uncertainty=uncertainty_of(shape.uncertainty, self.document) if shape.uncertainty else Uncertainty(),
            sensitivities=tuple(self.cases(shape)),
            discounting=self.discounting(shape.discounting) if shape.discounting else None,
        )

    def intervention(self, shape: PlanShape) -> Intervention:
        def number(name: str) -> Stated | None:
            return self.maybe(getattr(shape.intervention, name), "intervention", name)

        return Intervention(
            horizon=shape.intervention.horizon,
            course_length=number("course_length"),
            courses_per_year=number("courses_per_year"),
            sessions_per_course=number("sessions_per_course"),
            first_year=shape.intervention.first_year,
        )

    def participants(self, shape: PlanShape) -> PlannedParticipants:
        def number(name: str) -> Stated | None:
            return self.maybe(getattr(shape.participants, name, None), "participants", name)

        return PlannedParticipants(
            per_course=number("per_course"),
            per_team=number("per_team"),
            total=number("total"),
            completion_rate=number("completion_rate"),
        )

    def teams(self, shape: PlanShape) -> MappingProxyType[int, Stated]:
        stated: dict[int, Stated] = {}
        for number, each in enumerate(shape.teams or []):
            place = self.at("teams", number, "count")
            stated[counted_year(each.year, self.first_year)] = Stated(f"teams.{number}.count", float(each.count), place)
        return MappingProxyType(stated)

    def employees(self, shape: PlanShape) -> Iterator[EmployeeType]:
        for name, each in shape.employees.items():
            path = ("employees", name)
            per_team, caseload = (self.maybe(getattr(each, key), *path, key) for key in ("per_team", "caseload"))
            yield EmployeeType(name, each.label or name, self.at(*path), per_team, caseload)

    def institutions(self, shape: InstitutionsShape | None) -> Stated | tuple[Institution, ...] | None:
        if shape is None or shape.each is None:
            return None if shape is None else self.maybe(shape.count, "institutions")
        return tuple(self.institution(name, each) for name, each in shape.each.items())

    def institution(self, name: str, shape: InstitutionShape) -> Institution:
        path = ("institutions", name)
        counts = {
            each: Stated(f"institutions.{name}.employees.{each}", float(count), self.at(*path, "employees", each))
            for each, count in shape.employees.items()
        }
        residents = self.maybe(shape.residents, *path, "residents")
        return Institution(name, shape.label or name, self.at(*path), MappingProxyType(counts), residents)

    def lines(self, shape: PlanShape) -> Iterator[PlanLine]:
        for name, line in shape.lines.items():
            yield self.line("lines", name, line, line.category)
        for name, grant in shape.grants.items():
            yield self.line("grants", name, grant, "grant")
        for name, saved in shape.saved_expenses.items():
            yield self.line("saved_expenses", name, saved, "saved")

    def line(self, section: str, name: str, shape: AmountShape, category: Category) -> PlanLine:
        path = (section, name)
        resource = shape if isinstance(shape, PlanLineShape) else None

        def number(key: str) -> Stated | None:
            stated = self.maybe(getattr(shape, key, None), *path, key)
            return None if stated is None else replace(stated, source=shape.source)

        return PlanLine(
            id=name,
            label=shape.label,
            category=category,
            location=self.at(*path),
            driver=shape.driver,
            timing=shape.timing,
            employee=shape.employee,
            years=tuple(sorted({counted_year(year, self.first_year) for year in shape.years})),
            quantity=number("quantity"),
            price=number("price"),
            price_year=shape.price_year,
            unvalued=shape.not_quantified,
            source=shape.source,
            note=shape.note,
            of=shape.of if isinstance(shape, GrantShape) else None,
            taken=self.taken(path, shape) if isinstance(shape, SavedExpenseShape) else None,
            job_group=resource.job_group if resource else None,
            hours=number("hours"),
            lifetime=number("lifetime"),
            scrap_value=number("scrap_value"),
            annuity_rate=number("annuity_rate"),
            left_out=resource.left_out if resource else "",
            in_kind=resource.in_kind if resource else False,
        )

    def taken(self, path: tuple[str, str], shape: SavedExpenseShape) -> TakenResult | None:
        if shape.scenario is None or shape.result is None:
            return None
        places = (self.at(*path, "scenario"), self.at(*path, "result"))
        return TakenResult(self.folder / shape.scenario, shape.result, *places)

    def cases(self, shape: PlanShape) -> Iterator[NamedCase]:
        for name, case in shape.sensitivities.items():
            yield NamedCase(name, case.label, self.at("sensitivities", name), MappingProxyType(dict(case.set)))

    def discounting(self, shape: DiscountingShape) -> Discounting:
        place = self.at("discounting", "schedule" if shape.on is None else "on")
        named = shape.schedule if shape.on is None else schedule_on(shape.on, named_at=place)
        schedule = None if named is None else read_discount_schedule(named, beside=self.folder, named_at=place)
        rate = self.maybe(shape.rate, "discounting", "rate")
        return Discounting(self.at("discounting"), schedule, rate, shape.first_year)
