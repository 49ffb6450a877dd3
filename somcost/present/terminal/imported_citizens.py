"""What an import of citizens found: how many, how long, who came back, and the rows left out."""

import datetime as dt
from collections.abc import Iterator, Sequence

from somcost.intake.citizens import Described, described
from somcost.intake.imported import Imported
from somcost.intake.re_entries import Overlap
from somcost.present.imported_words import aside_of
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.imported_aside import left_out, lines_of, repeated
from somcost.present.terminal.view import MISSING, Block, Lines, Table

RE_ENTRIES = {
    "merged": N_("Several stays of a citizen become one row, from the first start to the last end."),
    "counted": N_("Each stay counts as a citizen of its own."),
}


def citizens_blocks(imported: Imported, numbers: Numbers) -> Iterator[Block]:
    """Give what lists of citizens hold, stays that overlap, and every row."""
    blocks = _Blocks(imported, numbers)
    yield blocks.citizens()
    if blocks.found.overlaps:
        yield blocks.overlaps()
    yield blocks.rows()


class _Blocks:
    def __init__(self, imported: Imported, numbers: Numbers) -> None:
        self.imported, self.numbers = imported, numbers
        self.found: Described = described(imported.reads)

    def say(self, message: str, **words: object) -> str:
        return say(message, self.numbers.language).format(**words)

    def citizens(self) -> Table:
        found, plain = self.found, self.numbers.plain
        rows = [
            [self.say(N_("Citizens")), plain(found.citizens)],
            [self.say(N_("Stays")), plain(found.stays)],
            [self.say(N_("Months in the intervention, all stays")), self.numbers.count(found.months)],
            [self.say(N_("First date")), self._day(found.first)],
            [self.say(N_("Last date")), self._day(found.last)],
            [self.say(N_("Stays without a last day")), plain(found.without_end)],
            [self.say(N_("Citizens with several stays")), plain(found.re_entered)],
            [self.say(N_("Their stays")), plain(found.re_entries)],
        ]
        notes = []
        if found.without_end:
            notes.append(self.say(N_("The months count a stay without a last day to the last date in the export.")))
        if found.re_entered and self.imported.profile.re_entries:
            notes.append(self.say(RE_ENTRIES[self.imported.profile.re_entries]))
        return Table(self.say(N_("Citizens in the export")), ["", self.say(N_("How many"))], rows, notes)

    def _day(self, date: dt.date | None) -> str:
        return MISSING if date is None else self.numbers.day(date)

    def overlaps(self) -> Lines:
        lines = [("", self._overlap(each)) for each in self.found.overlaps]
        return Lines(self.say(N_("Stays of the same citizen that overlap")), lines)

    def _overlap(self, overlap: Overlap) -> str:
        names = [name for name, _ in self.imported.reads]
        places = [f"{names[each.file]}:{each.stay.line}" for each in (overlap.first, overlap.second)]
        return self.say(N_("{first} and {second}"), first=places[0], second=places[1])

    def rows(self) -> Table:
        rows: list[Sequence[str]] = [[self.say(N_("Stays")), self.numbers.plain(self.found.stays), ""]]
        for reason, aside, places in aside_of(self.imported.files):
            rows.append([left_out(reason, self.numbers), self.numbers.plain(len(aside)), lines_of(places)])
        left, _ = self.imported.repeated
        if left and self.imported.duplicates == "drop":
            rows.append([repeated(self.numbers), self.numbers.plain(left), ""])
        headings = ["", self.say(N_("Rows")), self.say(N_("Lines"))]
        return Table(self.say(N_("Every row")), headings, rows, words=(0, 2))
