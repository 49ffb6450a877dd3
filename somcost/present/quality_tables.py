"""The data quality report as tables of words and values, alike in the terminal and on the workbook's sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from somcost.analyse.quality.account import TableAccount
from somcost.analyse.quality.outlier import Outlier, Outliers
from somcost.analyse.quality.places import Place
from somcost.analyse.quality.quality import Quality
from somcost.analyse.quality.robust import RobustRule
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.quality_words import AMOUNTS, CHOICES, ENDS, PARTS, REASONS, TABLES, UNKNOWN
from somcost.present.words import Words, inside

NONE = "·"
"""A month in which a job group registers nothing."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a unit; None where it is not known."""

    value: float | None
    unit: str


Cell = str | Value


@dataclass(frozen=True, slots=True)
class QualityTable:
    """A table of the report.

    Attributes:
        words: The columns that hold words; the others hold numbers.
        notes: The rule by which it was made, and what to know of it.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    words: tuple[int, ...]
    notes: Sequence[str] = ()


class QualityTables:
    """Makes the report's tables in one language."""

    def __init__(self, found: Quality, words: Words) -> None:
        self.found, self.words, self.numbers = found, words, Numbers(words.language, 1)

    def say(self, message: str, **words: object) -> str:
        """Say a text."""
        return self.words.say(message, **words)

    def verdict(self) -> str:
        """Say whether there is anything to look at, and what."""
        findings = self.found.findings
        if not findings:
            return self.say(N_("Nothing stands out: every row is costed and nothing rests on a doubtful choice."))
        parts = [f"{inside(self.say(PARTS[part]))} ({self.numbers.plain(count)})" for part, count in findings.items()]
        return self.say(N_("To look at: {parts}."), parts=", ".join(parts))

    def findings(self) -> Iterator[QualityTable]:
        """Give the tables of what was found, those with anything in them."""
        tables = (self._far_months(), self._stops(), self._outliers(), self._doubts(), self._duplicates())
        yield from (table for table in tables if table.rows)

    def not_told(self) -> list[str]:
        """Say what could not be judged, and why."""
        outliers = self.found.outliers
        reasons = (
            (N_("Months far from the others"), self.found.far_months.not_judged),
            (N_("Sudden stops and late starts"), self.found.stops.not_judged),
            (N_("Hours of an employee's day"), outliers.days.not_known),
            (N_("Hours of an employee's week"), outliers.weeks.not_known),
            (N_("Hours of a case"), outliers.cases.not_known),
        )
        told = [f"{self.say(what)}: {self.say(UNKNOWN[why])}" for what, why in reasons if why is not None]
        left_out = N_("{count} rows do not name both an employee and a day")
        told += self._left_out(N_("Hours of an employee's day and week"), outliers.days, left_out)
        told += self._left_out(N_("Hours of a case"), outliers.cases, N_("{count} rows name no case"))
        resting = self.found.resting
        if not resting.values_are_dated:
            told.append(self.say(N_("Checked values: not known, no value says when it was last checked")))
        return told

    def _left_out(self, what: str, outliers: Outliers, rows: str) -> Iterator[str]:
        if outliers.not_known is None and outliers.not_judged_rows:
            count = self.numbers.plain(outliers.not_judged_rows)
            yield f"{self.say(what)}: {self.say(rows, count=count)}"

    def _table(
        self,
        title: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        words: tuple[int, ...],
        notes: Sequence[str] = (),
    ) -> QualityTable:
        return QualityTable(self.say(title), [self.say(each) if each else "" for each in headings], rows, words, notes)

    def _group(self, group: str | None) -> str:
        return self.say(N_("All together")) if group is None else self.words.member("job_group", group)

    def _rule(self, rule: RobustRule) -> str:
        text = N_(
            "Far is more than {deviations} robust deviations (1.4826 × MAD) and at least {share} from the median."
        )
        return self.say(
            text, deviations=self.numbers.count(rule.deviations), share=self.numbers.percent(rule.least_share)
        )

    def _far_months(self) -> QualityTable:
        months = self.found.far_months
        rows: list[Sequence[Cell]] = [
            [
                each.month,
                self._group(each.job_group),
                Value(each.hours_per_day, "hours/day"),
                Value(each.usual, "hours/day"),
                Value(each.hours_per_day / each.usual - 1, "share"),
            ]
            for each in months.found
        ]
        headings = [N_("Month"), N_("Whose hours"), N_("Hours a day"), N_("Usual"), N_("Off by")]
        counted = N_("Hours, scaled up where the month is, per observed day; months of {days} observed days or more.")
        notes = [self.say(counted, days=months.rule.least_days), self._rule(months.rule)]
        return self._table(N_("Months far from the others"), headings, rows, (0, 1), notes)

    def _stops(self) -> QualityTable:
        stops = self.found.stops
        rows: list[Sequence[Cell]] = [
            [
                self._group(each.job_group) if each.employee is None else self._employee(each.employee),
                self.say(ENDS[each.end]),
                each.month,
                Value(each.silent_months, "count"),
            ]
            for each in stops.found
        ]
        text = N_("Told of who has hours in {share} of the months between the first and the last, {least} at least.")
        share = self.numbers.percent(stops.rule.steady_share)
        notes = [self.say(text, share=share, least=stops.rule.least_months)]
        headings = [N_("Who"), N_("What"), N_("Month"), N_("Months without hours")]
        return self._table(N_("Sudden stops and late starts"), headings, rows, (0, 1, 2), notes)

    def _employee(self, number: int) -> str:
        return self.say(N_("Employee no. {number}"), number=number)

    def _outliers(self) -> QualityTable:
        outliers = self.found.outliers
        rows = [
            *self._long(outliers.days, N_("Long day")),
            *self._long(outliers.weeks, N_("Long week")),
            *self._long(outliers.rows, N_("Long row")),
            *self._long(outliers.cases, N_("Case unlike the others")),
        ]
        text = N_("Over {day} hours a day, {week} a week, {row} in a row without an employee; case: {rule}")
        above = {
            name: self.numbers.count(each.above or 0.0)
            for name, each in (("day", outliers.days), ("week", outliers.weeks), ("row", outliers.rows))
        }
        notes = [self.say(text, rule=inside(self._rule(RobustRule())), **above)]
        if outliers.cases.usual is not None and outliers.cases.found:
            usual = self.numbers.figure(outliers.cases.usual, "hours")
            notes.append(self.say(N_("The median case has {hours} hours."), hours=usual))
        headings = [N_("What"), N_("First row"), N_("When"), N_("Hours"), N_("Rows")]
        return self._table(N_("Outliers"), headings, rows, (0, 1, 2), notes)

    def _long(self, outliers: Outliers, what: str) -> Iterator[list[Cell]]:
        for each in outliers.found:
            whose = self._whose(each, is_case=outliers.rule is not None)
            hours, rows = Value(each.hours, "hours"), Value(each.rows, "count")
            told = self.say(what) if each.number is None else f"{self.say(what)}: {inside(whose)}"
            yield [told, _place(each.first), each.when or "", hours, rows]

    def _whose(self, outlier: Outlier, *, is_case: bool) -> str:
        if outlier.number is None:
            return ""
        return self.say(N_("Case no. {number}"), number=outlier.number) if is_case else self._employee(outlier.number)

    def _duplicates(self) -> QualityTable:
        found = self.found.duplicates
        rows: list[Sequence[Cell]] = [
            [
                self.say(TABLES[each.table]),
                self.places(each.first, each.rows),
                Value(each.rows, "count"),
                Value(each.amount, "hours" if each.table == "time_registrations" else "kr"),
            ]
            for each in found.found
        ]
        text = N_("After the first of each kind: registrations {rows} ({hours} hours), expenses {expenses} ({kr} kr.).")
        notes = [
            self.say(
                text,
                rows=self.numbers.plain(found.extra_rows),
                hours=self.numbers.figure(found.extra_hours, "hours"),
                expenses=self.numbers.plain(found.extra_expenses),
                kr=self.numbers.figure(found.extra_kr, "kr"),
            )
        ]
        if not found.employees_known:
            notes.append(self.say(N_("The registrations name no employee: alike rows may be two people's.")))
        headings = [N_("Table"), N_("File and row"), N_("Rows alike"), N_("Hours or kr. again")]
        return self._table(N_("Rows alike in every column"), headings, rows, (0, 1), notes)

    def places(self, places: Sequence[Place], count: int) -> str:
        """Say where rows stand: the file once, its lines, and that there are more."""
        said = []
        for file in dict.fromkeys(each.file for each in places):
            lines = ", ".join(str(each.line) for each in places if each.file == file)
            said.append(f"{_name(file)}: {lines}")
        return "; ".join(said) + (" …" if count > len(places) else "")

    def _doubts(self) -> QualityTable:
        resting = self.found.resting
        rows: list[Sequence[Cell]] = [
            [
                self.say(CHOICES[each.choice]) + (f": {self._names(each.names)}" if each.names else ""),
                Value(each.kr_per_year, "kr/year"),
                Value(each.share, "share"),
                Value(each.rows, "count"),
            ]
            for each in resting.doubts
        ]
        annual = self.numbers.plain(resting.annual_operating_cost)
        text = N_("Of annual operating cost, {annual} kr.; a row may rest on several, the shares do not add up.")
        headings = [N_("Rests on"), N_("kr. a year"), N_("Share"), N_("Rows")]
        return self._table(N_("What the result rests on"), headings, rows, (0,), [self.say(text, annual=annual)])

    def _names(self, names: Sequence[str]) -> str:
        groups = self.words.assessment.inputs.assumptions.job_groups
        said = [self._group(name) if name in groups else self._key(name) for name in names]
        return ", ".join(said)

    def _key(self, name: str) -> str:
        return self.words.key(name) if "." in name else name

    def coverage(self) -> QualityTable | None:
        """Give hours by month and job group; None without registrations."""
        coverage = self.found.coverage
        if coverage is None:
            return None
        rows: list[Sequence[Cell]] = []
        for each in coverage.months:
            days = self._days(each.observed_days, each.days, each.factor)
            hours = [NONE if cell is None else Value(cell, "hours") for cell in (*each.hours, each.total)]
            rows.append([each.month, days, *hours])
        groups = [self._group(group) for group in coverage.job_groups]
        headings = [self.say(N_("Month")), self.say(N_("Days")), *groups, self.say(N_("Total"))]
        title = self.say(N_("Registered hours by month and job group"))
        return QualityTable(title, headings, rows, (0, 1), [self.say(N_("Days observed; · is a month without hours."))])

    def _days(self, observed: int, days: int, factor: float | None) -> str:
        if not observed:
            return self.say(N_("gap"))
        told = str(observed) if observed == days else self.say(N_("{part} of {whole}"), part=observed, whole=days)
        return told if factor is None else f"{told} × {self.numbers.count(factor, 2)}"

    def account(self, account: TableAccount) -> QualityTable:
        """Give what became of a table's rows: read = costed + set aside."""
        rows: list[Sequence[Cell]] = [
            [self.say(N_("Read")), "", *_counted(account.rows, account.amount, account.unit)],
            [self.say(N_("Costed")), "", *_counted(account.costed_rows, account.costed_amount, account.unit)],
        ]
        for each in account.set_aside:
            name = self.say(N_("Set aside: {reason}"), reason=self.say(REASONS[each.reason]))
            where = self.places(each.first, each.rows)
            rows.append([name, where, *_counted(each.rows, each.amount, account.unit)])
        first = self.say(N_("First rows")) if account.set_aside else ""
        headings = ["", first, self.say(N_("Rows")), self.say(AMOUNTS[account.unit])]
        table = inside(self.say(TABLES[account.table]))
        title = self.say(N_("What became of every row: {table}"), table=table)
        return QualityTable(title, headings, rows, (0, 1), [self.say(N_("Read = costed + set aside: adds up."))])


def _counted(rows: int, amount: float, unit: str) -> list[Cell]:
    return [Value(rows, "count"), Value(amount, unit)]


def _place(place: Place) -> str:
    return f"{_name(place.file)}: {place.line}"


def _name(file: str) -> str:
    return file.rpartition("/")[2]
