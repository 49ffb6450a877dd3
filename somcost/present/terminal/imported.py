"""What an import found, as tables: the file, its columns, the job groups, the months, and the rows left out."""

from collections.abc import Collection, Iterator, Sequence

from somcost.intake.imported import Imported
from somcost.intake.registrations import registrations_of
from somcost.intake.understood import ColumnGuess, Understood
from somcost.intake.wide import columns_across
from somcost.model.profiles import Meaning
from somcost.present.imported_words import FORMS, MEANINGS, REASONS, aside_of, by_month, gaps_of
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.view import MISSING, Block, Lines, Table

LINES_SHOWN = 5
LONGEST_BAR = 24
BAR = "█"
DELIMITERS = {";": N_("semicolon"), ",": N_("comma"), "\t": N_("tab"), "|": N_("bar")}
ACROSS = {
    "period": N_("Periods stand across, with hours in the cells."),
    "job_group": N_("Job groups stand across, with hours in the cells."),
}


def imported_blocks(imported: Imported, numbers: Numbers) -> Iterator[Block]:
    """Give what an import found."""
    return _Blocks(imported, numbers).blocks()


class _Blocks:
    def __init__(self, imported: Imported, numbers: Numbers) -> None:
        self.imported, self.numbers = imported, numbers
        self.table = registrations_of([(file.path.name, file.read) for file in imported.files])

    def say(self, message: str, **words: object) -> str:
        return say(message, self.numbers.language).format(**words)

    def blocks(self) -> Iterator[Block]:
        yield self._files()
        understood = self.imported.understood
        if understood is not None:
            yield self._columns(understood)
            if understood.groups:
                yield self._groups(understood)
        if len(self.table):
            yield self._months()
        yield self._rows()
        if understood is not None and understood.doubts:
            doubts = [(each.key, f"{each.found}. {each.advice}") for each in understood.doubts]
            yield Lines(self.say(N_("In doubt, to be said before the rows can be used")), doubts)

    def _files(self) -> Lines:
        return Lines(
            self.say(N_("What was found")),
            [(file.path.name, self._format(number)) for number, file in enumerate(self.imported.files)],
        )

    def _format(self, number: int) -> str:
        file = self.imported.files[number]
        sheet, profile = file.sheet, self.imported.profile
        parts = [sheet.format.upper()]
        if sheet.name:
            parts.append(self.say(N_("sheet {name}"), name=sheet.name))
        if sheet.encoding:
            parts.append(sheet.encoding)
        if sheet.delimiter:
            delimiter = self.say(DELIMITERS.get(sheet.delimiter, sheet.delimiter))
            parts.append(self.say(N_("{delimiter} between cells"), delimiter=delimiter))
        if profile.decimal:
            marks = {",": N_("decimal comma"), ".": N_("decimal point")}
            parts.append(self.say(marks[profile.decimal]))
        parts.append(self.say(N_("header on line {line}"), line=sheet.lines[file.region.top]))
        return ", ".join(parts)

    def _columns(self, understood: Understood) -> Table:
        across = {number for number, _ in columns_across(understood.profile, understood.region.headings)}
        rows = [
            [
                each.heading,
                self._meaning(each, across),
                self.say(FORMS[each.form]) if each.form else "",
                self.numbers.percent(each.confidence) if each.meaning else MISSING,
            ]
            for each in understood.columns
        ]
        headings = [N_("Column"), N_("Read as"), N_("Written as"), N_("How sure")]
        notes = []
        stands = self.imported.profile.across
        notes = [] if stands is None else [self.say(ACROSS[stands.over])]
        for meaning in self.imported.profile.fill_down:
            notes.append(self.say(N_("{column}: a blank cell repeats the one above."), column=self._heading(meaning)))
        if "" in self.imported.profile.values.get("with_citizen", {}):
            notes.append(self.say(N_("{column}: a blank cell is a no."), column=self._heading("with_citizen")))
        return Table(self.say(N_("Columns")), [self.say(each) for each in headings], rows, notes, words=(0, 1, 2))

    def _heading(self, meaning: Meaning) -> str:
        return self.imported.profile.columns[meaning].heading

    def _meaning(self, column: ColumnGuess, across: Collection[int]) -> str:
        if column.number in across:
            return self.say(N_("hours, across"))
        return self.say(MEANINGS[column.meaning] if column.meaning else N_("not read"))

    def _groups(self, understood: Understood) -> Table:
        rows = [[each.word, each.group, self.numbers.percent(each.likeness)] for each in understood.groups.values()]
        headings = [N_("In the export"), N_("Job group"), N_("How sure")]
        return Table(self.say(N_("Job groups")), [self.say(each) for each in headings], rows, words=(0, 1))

    def _months(self) -> Table:
        months = by_month(self.table)
        most = max(hours for _, hours in months.values()) or 1.0
        rows = [
            [month, BAR * round(LONGEST_BAR * hours / most), self.numbers.plain(count), self.numbers.count(hours)]
            for month, (count, hours) in months.items()
        ]
        notes = [self._gap(first, last) for first, last in gaps_of(months)]
        headings = [self.say(N_("Month")), "", self.say(N_("Registrations")), self.say(N_("Hours"))]
        return Table(self.say(N_("Period")), headings, rows, notes, words=(0, 1))

    def _gap(self, first: str, last: str) -> str:
        if first == last:
            return self.say(N_("No hours in {month}: name its days as a gap if nothing was registered."), month=first)
        text = N_("No hours from {first} to {last}: name the days as a gap if nothing was registered.")
        return self.say(text, first=first, last=last)

    def _rows(self) -> Table:
        read = sum(len(file.read.registered) for file in self.imported.files)
        rows: list[Sequence[str]] = [
            [self.say(N_("Registrations")), self.numbers.plain(read), self.numbers.count(sum(self.table.hours)), ""]
        ]
        for reason, count, hours, places in aside_of(self.imported.files):
            shown = ", ".join(str(line) for _, line in places[:LINES_SHOWN]) + (
                " …" if len(places) > LINES_SHOWN else ""
            )
            left = self.say(N_("Left out: {reason}"), reason=self.say(REASONS[reason]))
            rows.append([left, self.numbers.plain(count), self.numbers.count(hours) if hours else MISSING, shown])
        headings = ["", self.say(N_("Rows")), self.say(N_("Hours")), self.say(N_("Lines"))]
        notes = [self.say(N_("--write FILE writes the registrations for a scenario, --save FILE how they were read."))]
        return Table(self.say(N_("Every row")), headings, rows, notes, words=(0, 3))
