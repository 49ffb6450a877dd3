"""What an import of time registrations found: the months, the gaps, and the rows left out."""

from collections.abc import Iterator, Sequence

from somcost.intake.imported import Imported
from somcost.intake.registrations import registrations_of
from somcost.present.imported_words import aside_of, by_month, gaps_of, hours_of
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.imported_aside import left_out, lines_of, repeated
from somcost.present.terminal.view import MISSING, Block, Table

LONGEST_BAR = 24
BAR = "█"


def registrations_blocks(imported: Imported, numbers: Numbers) -> Iterator[Block]:
    """Give the months of registrations, if there are any, and every row."""
    blocks = _Blocks(imported, numbers)
    if len(blocks.table):
        yield blocks.months()
    yield blocks.rows()


class _Blocks:
    def __init__(self, imported: Imported, numbers: Numbers) -> None:
        self.imported, self.numbers = imported, numbers
        self.table = registrations_of(imported.reads)

    def say(self, message: str, **words: object) -> str:
        return say(message, self.numbers.language).format(**words)

    def months(self) -> Table:
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

    def rows(self) -> Table:
        read = sum(len(file.read.registered) for file in self.imported.files)
        rows: list[Sequence[str]] = [
            [self.say(N_("Registrations")), self.numbers.plain(read), self.numbers.count(sum(self.table.hours)), ""]
        ]
        for reason, aside, places in aside_of(self.imported.files):
            hours = hours_of(aside)
            shown = MISSING if hours is None else self.numbers.count(hours)
            rows.append([left_out(reason, self.numbers), self.numbers.plain(len(aside)), shown, lines_of(places)])
        left, size = self.imported.repeated
        if left and self.imported.duplicates == "drop":
            rows.append([repeated(self.numbers), self.numbers.plain(left), self.numbers.count(size), ""])
        headings = ["", self.say(N_("Rows")), self.say(N_("Hours")), self.say(N_("Lines"))]
        return Table(self.say(N_("Every row")), headings, rows, words=(0, 3))
