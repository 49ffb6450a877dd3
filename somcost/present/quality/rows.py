"""The report's tables of rows: outliers, rows alike, and what became of every row."""

from collections.abc import Iterator

from somcost.analyse.quality.account import TableAccount
from somcost.analyse.quality.duplicates import Duplicates
from somcost.analyse.quality.outlier import AllOutliers, Outlier, Outliers
from somcost.analyse.quality.robust import RobustRule
from somcost.present.language import N_
from somcost.present.quality.months import NONE
from somcost.present.quality.said import Said
from somcost.present.quality.table import Cell, QualityTable, Row, Value
from somcost.present.quality.words import AMOUNTS, REASONS, TABLES
from somcost.present.words import inside


def outliers_table(outliers: AllOutliers, said: Said) -> QualityTable:
    """Give the hours that stand out."""
    rows = [
        *_outliers(outliers.days, N_("Long day"), said),
        *_outliers(outliers.weeks, N_("Long week"), said),
        *_outliers(outliers.rows, N_("Long row"), said),
        *_outliers(outliers.cases, N_("Case unlike the others"), said),
    ]
    text = N_("Over {day} hours a day, {week} a week, {row} in a row without an employee; case: {rule}")
    above = {
        name: said.numbers.count(each.above or 0.0)
        for name, each in (("day", outliers.days), ("week", outliers.weeks), ("row", outliers.rows))
    }
    notes = [said.say(text, rule=inside(said.rule(RobustRule())), **above)]
    if outliers.cases.usual is not None and outliers.cases.found:
        usual = said.numbers.figure(outliers.cases.usual, "hours")
        notes.append(said.say(N_("The median case has {hours} hours."), hours=usual))
    headings = said.each(N_("What"), N_("First row"), N_("When"), N_("Hours"), N_("Rows"))
    return QualityTable(said.say(N_("Outliers")), headings, rows, (0, 1, 2), notes)


def _outliers(outliers: Outliers, what: str, said: Said) -> Iterator[Row]:
    name = said.case if outliers.rule is not None else said.employee
    for each in outliers.found:
        told = said.say(what)
        if each.number is not None:
            told = f"{told}: {inside(name(each.number))}"
        hours: Cell = NONE if each.hours is None else Value(each.hours, "hours")
        yield [told, _place(each, said), each.when or "", hours, Value(each.rows, "count")]


def _place(outlier: Outlier, said: Said) -> str:
    return said.places([outlier.first], 1)


def duplicates_table(found: Duplicates, said: Said) -> QualityTable:
    """Give the rows alike in every column."""
    rows: list[Row] = [
        [
            said.say(TABLES[each.table]),
            said.places(each.first, each.rows),
            Value(each.rows, "count"),
            Value(each.amount, "hours" if each.table == "time_registrations" else "kr"),
        ]
        for each in found.found
    ]
    text = N_("After the first of each kind: registrations {rows} ({hours} hours), expenses {expenses} ({kr} kr.).")
    extra = said.say(
        text,
        rows=said.numbers.plain(found.extra_rows),
        hours=said.numbers.figure(found.extra_hours, "hours"),
        expenses=said.numbers.plain(found.extra_expenses),
        kr=said.numbers.figure(found.extra_kr, "kr"),
    )
    nameless = said.each(N_("The registrations name no employee: alike rows may be two people's."))
    notes = [extra] if found.employees_known else [extra, *nameless]
    headings = said.each(N_("Table"), N_("File and row"), N_("Rows alike"), N_("Hours or kr. again"))
    return QualityTable(said.say(N_("Rows alike in every column")), headings, rows, (0, 1), notes)


def account_table(account: TableAccount, said: Said) -> QualityTable:
    """Give what became of a table's rows: read = costed + set aside."""
    rows: list[Row] = [
        [said.say(N_("Read")), "", *_counted(account.rows, account.amount, account.unit)],
        [said.say(N_("Costed")), "", *_counted(account.costed_rows, account.costed_amount, account.unit)],
    ]
    for each in account.set_aside:
        name = said.say(N_("Set aside: {reason}"), reason=said.say(REASONS[each.reason]))
        where = said.places(each.first, each.rows)
        rows.append([name, where, *_counted(each.rows, each.amount, account.unit)])
    first = said.say(N_("First rows")) if account.set_aside else ""
    headings = ["", first, *said.each(N_("Rows"), AMOUNTS[account.unit])]
    title = said.say(N_("What became of every row: {table}"), table=inside(said.say(TABLES[account.table])))
    return QualityTable(title, headings, rows, (0, 1), said.each(N_("Read = costed + set aside: adds up.")))


def _counted(rows: int, amount: float, unit: str) -> list[Cell]:
    return [Value(rows, "count"), Value(amount, unit)]
