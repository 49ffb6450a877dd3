"""Favrskov, Børnegrupper: five group courses with three phases."""

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reconstruction.diary import Activity, Diary, Pot
from reconstruction.expenses import Expense, Kind, bills
from reconstruction.intervention import Span
from reconstruction.published import Figure, figures
from reconstruction.sums import Sums, Vector
from reconstruction.tables import write_expenses, write_registrations
from reconstruction.workdays import working_days

NAME = "favrskov"
SEED = 7
COURSES_A_YEAR = 2.5
BEFORE, MEETINGS, AFTER = "før indsatsen", "gruppemøder", "afslutning"
PHASES = (BEFORE, MEETINGS, AFTER)
JULY = 7


@dataclass(frozen=True, slots=True)
class Course:
    """A group course: its children, the spans of its phases, the weekday of its meetings and its two leaders.

    `meetings_cost` is what its group meetings plausibly cost in wages, kr: the course for four met most often.
    `effort` is what a child took before and after the meetings, beside the other courses.
    """

    id: str
    participants: int
    spans: Mapping[str, Span]
    weekday: int
    leaders: tuple[str, str]
    meetings_cost: float
    effort: float


def _course(number: int, participants: int, dates: str, *, weekday: int, meetings_cost: float, effort: float) -> Course:
    first, meetings, after, last = map(dt.date.fromisoformat, dates.split())
    one = dt.timedelta(days=1)
    spans = {BEFORE: (first, meetings - one), MEETINGS: (meetings, after - one), AFTER: (after, last)}
    leaders = (f"M{2 * number - 1}", f"M{2 * number}")
    return Course(f"forløb-{number}", participants, spans, weekday, leaders, meetings_cost, effort)


COURSES = (
    _course(1, 6, "2018-01-15 2018-02-20 2018-06-06 2018-06-29", weekday=1, meetings_cost=44_000, effort=1.04),
    _course(2, 4, "2018-08-15 2018-09-13 2019-02-01 2019-02-22", weekday=3, meetings_cost=60_000, effort=0.98),
    _course(3, 8, "2018-08-13 2018-09-12 2018-12-20 2019-01-25", weekday=2, meetings_cost=47_000, effort=0.95),
    _course(4, 5, "2019-01-14 2019-02-19 2019-06-06 2019-06-28", weekday=1, meetings_cost=48_000, effort=1.05),
    _course(5, 6, "2019-03-11 2019-04-10 2019-09-26 2019-10-25", weekday=2, meetings_cost=44_000, effort=1.01),
)

OTHERS = {
    "psykolog": ("M11",),
    "sundhedsplejerske": ("M12",),
    "paedagog": ("M13",),
    "socialraadgiver": ("M14",),
    "ergoterapeut": ("M15",),
    "leder_socialraadgiver": ("M16",),
}

LEADERS = {"gruppeleder": 1.0}
INTERVIEWERS = {"gruppeleder": 0.60, "socialraadgiver": 0.20, "sundhedsplejerske": 0.12, "psykolog": 0.08}
ALL_ROUND = {"gruppeleder": 0.62, "psykolog": 0.12, "socialraadgiver": 0.14, "leder_socialraadgiver": 0.12}

ACTIVITIES: Mapping[tuple[str, bool], Sequence[Activity]] = {
    (BEFORE, True): (Activity("Forsamtale med barn og forældre", 1.0, INTERVIEWERS, (4, 4, 6)),),
    (BEFORE, False): (
        Activity("Visitation og koordinering", 0.50, ALL_ROUND, (2, 4, 4)),
        Activity("Planlægning af forløbet", 0.50, LEADERS, (4, 6, 8)),
    ),
    (MEETINGS, True): (
        Activity("Gruppemøde", 0.84, LEADERS, (7, 8), together=True),
        Activity("Gruppemøde, gæst i gruppen", 0.16, {"paedagog": 0.5, "ergoterapeut": 0.5}, (4, 6), together=True),
    ),
    (MEETINGS, False): (
        Activity("Forberedelse af gruppemøde", 0.50, LEADERS, (2, 4, 4)),
        Activity("Opfølgning efter gruppemøde", 0.34, LEADERS, (2, 2, 3)),
        Activity("Supervision", 0.16, {"gruppeleder": 0.7, "psykolog": 0.3}, (4, 6)),
    ),
    (AFTER, True): (Activity("Afsluttende samtale med barn og forældre", 1.0, INTERVIEWERS, (4, 4, 6)),),
    (AFTER, False): (
        Activity("Evaluering og overlevering", 0.65, ALL_ROUND, (2, 4, 4)),
        Activity("Journal og status", 0.35, LEADERS, (2, 4)),
    ),
}

KINDS: Mapping[str, Sequence[Kind]] = {
    BEFORE: (Kind("Supervision", 0.30, 1), Kind("Transport", 0.10, 1.5)),
    MEETINGS: (Kind("Materialer", 0.12, 2), Kind("Forplejning", 0.18, 5)),
    AFTER: (Kind("Supervision", 0.30, 1),),
}
WITH_CITIZEN = {BEFORE: 0.30, AFTER: 0.30}
"""Share of the wages of a phase that is spent with children and parents; that of the meetings follows from 43 %."""


def sums() -> Sums:
    """Say what the published figures require of each course's wages by phase and of its other expenses, kr."""
    published = figures(NAME)
    unknown = Sums({f"{name} {course.id}": kroner for course in COURSES for name, kroner in _preferred(course).items()})
    for change in (0, 10, 20):
        row = f"wages_plus_{change}" if change else "base"
        costs = [_wages(unknown, course) * (1 + change / 100) + unknown[f"other {course.id}"] for course in COURSES]
        each = [cost / course.participants for cost, course in zip(costs, COURSES, strict=True)]
        _require(unknown, _mean(costs), _mean(each), published=published, row=row)
    for size in (4, 6, 8):
        cost = _mean([_cost_at(unknown, course, size) for course in COURSES])
        _require(unknown, cost, cost / size, published=published, row=f"children_{size}")
    _require_shares_and_range(unknown, published)
    for course in COURSES:
        for name, kroner in _preferred(course).items():
            unknown.bound(unknown[f"{name} {course.id}"], 0.7 * kroner, 1.4 * kroner)
    return unknown


def _preferred(course: Course) -> dict[str, float]:
    children = course.participants * course.effort
    other = 2_290 + 70.0 * course.participants
    return {BEFORE: 2_900 * children, MEETINGS: course.meetings_cost, AFTER: 1_900 * children, "other": other}


def _wages(unknown: Sums, course: Course) -> Vector:
    wages: Vector = sum((unknown[f"{phase} {course.id}"] for phase in PHASES), 0 * unknown.preferred)
    return wages


def _cost_at(unknown: Sums, course: Course, size: int) -> Vector:
    fixed = unknown[f"{MEETINGS} {course.id}"] + unknown[f"other {course.id}"]
    scaling = unknown[f"{BEFORE} {course.id}"] + unknown[f"{AFTER} {course.id}"]
    return fixed + scaling * size / course.participants


def _mean(vectors: Sequence[Vector]) -> Vector:
    mean: Vector = sum(vectors, 0 * vectors[0]) / len(vectors)
    return mean


def _require(unknown: Sums, course: Vector, each: Vector, *, published: Mapping[str, Figure], row: str) -> None:
    unknown.require(course * COURSES_A_YEAR, published[f"{row}.annual"])
    unknown.require(course, published[f"{row}.per_course"])
    unknown.require(each, published[f"{row}.per_participant"])


def _require_shares_and_range(unknown: Sums, published: Mapping[str, Figure]) -> None:
    every, other = unknown.total(*PHASES, "other"), unknown.total("other")
    meetings = unknown.total(MEETINGS) + sum(kind.weight for kind in KINDS[MEETINGS]) * other
    unknown.require_share(meetings, every, published["phase_shares_pct.group_meetings"])
    rest = 100 - sum(published[f"shares_pct.{part}"].value for part in ("with_citizen", "without_citizen"))
    unknown.require_share(other, every, Figure("the rest of Figure 7-8", rest, 1))
    largest, smallest = (choose(COURSES, key=lambda course: course.participants) for choose in (max, min))
    for end, course in (("min", largest), ("max", smallest)):
        each = (_wages(unknown, course) + unknown[f"other {course.id}"]) / course.participants
        unknown.require(each, published[f"per_participant_range_over_courses.{end}"])


def make() -> float:
    """Write Favrskov's tables; give how far inside the tightest published interval its sums lie."""
    unknown = sums()
    kroner = unknown.solve()
    shares = {**WITH_CITIZEN, MEETINGS: _share_of_meetings(kroner)}
    diary = Diary(SEED)
    for course in COURSES:
        for phase, with_citizen in ACTIVITIES:
            share = shares[phase] if with_citizen else 1 - shares[phase]
            diary.fill(_pot(course, phase, with_citizen=with_citizen, kroner=share * kroner[f"{phase} {course.id}"]))
    write_registrations(NAME, diary.sorted_entries(), by="course")
    expenses = [bill for course in COURSES for bill in _bills(course, kroner[f"other {course.id}"])]
    write_expenses(NAME, sorted(expenses, key=lambda each: (each.date, each.course, each.category)))
    return unknown.margin


def _share_of_meetings(kroner: Mapping[str, float]) -> float:
    """Give the share of the meetings' wages with citizens that puts 43 of 97 kroner of all wages there."""
    published = figures(NAME)
    with_citizen, without = (published[f"shares_pct.{part}"].value for part in ("with_citizen", "without_citizen"))
    by_phase = {phase: sum(amount for name, amount in kroner.items() if name.startswith(phase)) for phase in PHASES}
    wanted = sum(by_phase.values()) * with_citizen / (with_citizen + without)
    return (wanted - sum(WITH_CITIZEN[phase] * by_phase[phase] for phase in WITH_CITIZEN)) / by_phase[MEETINGS]


def _pot(course: Course, phase: str, *, with_citizen: bool, kroner: float) -> Pot:
    days = _meeting_days(course) if phase == MEETINGS and with_citizen else _days(course, phase)
    employees = {**OTHERS, "gruppeleder": course.leaders}
    return Pot(
        kroner,
        with_citizen,
        days={phase: days},
        weights={phase: 1.0},
        activities=ACTIVITIES[phase, with_citizen],
        employees=employees,
        phase=phase,
        course=course.id,
    )


def _days(course: Course, phase: str) -> list[dt.date]:
    return [day for day in working_days(*course.spans[phase]) if day.month != JULY]


def _meeting_days(course: Course) -> list[dt.date]:
    return [day for day in _days(course, MEETINGS) if day.weekday() == course.weekday]


def _bills(course: Course, kroner: float) -> list[Expense]:
    """Put a course's other expenses into bills, each kind in its phase."""
    draw = random.Random(f"{SEED} {course.id}")
    total = sum(kind.weight for kinds in KINDS.values() for kind in kinds)
    found = []
    for phase, kinds in KINDS.items():
        days = _meeting_days(course) if phase == MEETINGS else _days(course, phase)
        part = kroner * sum(kind.weight for kind in kinds) / total
        drawn = bills(part, kinds, days={phase: days}, draw=draw)
        found += [replace(bill, phase=phase, course=course.id) for bill in drawn]
    return found
