"""The report's tables by month: coverage, months far from the others, stops and late starts."""

from somcost.analyse.quality.coverage import Coverage, CoveredMonth
from somcost.analyse.quality.months import FarMonths
from somcost.analyse.quality.stops import Stops
from somcost.present.language import N_
from somcost.present.quality.said import Said
from somcost.present.quality.table import QualityTable, Row, Value
from somcost.present.quality.words import ENDS

NONE = "·"
"""A month in which a job group registers nothing."""


def coverage_table(coverage: Coverage, said: Said) -> QualityTable:
    """Give hours by month and job group."""
    rows: list[Row] = []
    for each in coverage.months:
        hours = [NONE if cell is None else Value(cell, "hours") for cell in (*each.hours, each.total)]
        rows.append([each.month, _days(each, said), *hours])
    groups = [said.group(group) for group in coverage.job_groups]
    headings = [*said.each(N_("Month"), N_("Days")), *groups, said.say(N_("Total"))]
    title = said.say(N_("Registered hours by month and job group"))
    return QualityTable(title, headings, rows, (0, 1), said.each(N_("Days observed; · is a month without hours.")))


def _days(month: CoveredMonth, said: Said) -> str:
    if not month.observed_days:
        return said.say(N_("gap"))
    whole = month.observed_days == month.days
    part = said.say(N_("{part} of {whole}"), part=month.observed_days, whole=month.days)
    told = str(month.days) if whole else part
    return told if month.factor is None else f"{told} × {said.numbers.count(month.factor, 2)}"


def far_months_table(months: FarMonths, said: Said) -> QualityTable:
    """Give the months far from the others."""
    rows: list[Row] = [
        [
            each.month,
            said.group(each.job_group),
            Value(each.hours_per_day, "hours/day"),
            Value(each.usual, "hours/day"),
            Value(each.hours_per_day / each.usual - 1, "share"),
        ]
        for each in months.found
    ]
    headings = said.each(N_("Month"), N_("Whose hours"), N_("Hours a day"), N_("Usual"), N_("Off by"))
    counted = N_("Hours, scaled up where the month is, per observed day; months of {days} observed days or more.")
    notes = [said.say(counted, days=months.rule.least_days), said.rule(months.rule)]
    return QualityTable(said.say(N_("Months far from the others")), headings, rows, (0, 1), notes)


def stops_table(stops: Stops, said: Said) -> QualityTable:
    """Give who stopped or started late."""
    rows: list[Row] = [
        [
            said.group(each.job_group) if each.employee is None else said.employee(each.employee),
            said.say(ENDS[each.end]),
            each.month,
            Value(each.silent_months, "count"),
        ]
        for each in stops.found
    ]
    text = N_("Told of who has hours in {share} of the months between the first and the last, {least} at least.")
    share = said.numbers.percent(stops.rule.steady_share)
    notes = [said.say(text, share=share, least=stops.rule.least_months)]
    headings = said.each(N_("Who"), N_("What"), N_("Month"), N_("Months without hours"))
    return QualityTable(said.say(N_("Sudden stops and late starts")), headings, rows, (0, 1, 2), notes)
