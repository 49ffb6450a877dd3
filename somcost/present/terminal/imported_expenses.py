"""What an import of expenses found: the categories, and where every row and krone went."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from somcost.intake.expenses import accounts_of, written
from somcost.intake.imported import Imported
from somcost.present.imported_words import amount_of, aside_of
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.imported_aside import left_out, lines_of, repeated
from somcost.present.terminal.view import MISSING, Block, Table

AMOUNTS_ARE = {"with-vat": N_("The export's amounts hold VAT."), "without-vat": N_("The export's amounts hold no VAT.")}
VAT = {"in": N_("Amounts are written with VAT."), "out": N_("Amounts are written without VAT.")}
AMOUNTS_IN = {
    "thousands": N_("The export's amounts are thousands of kr; they are multiplied by 1,000."),
    "millions": N_("The export's amounts are millions of kr; they are multiplied by 1,000,000."),
}
SIGNS = {
    "costs-positive": N_("Costs are positive amounts in the export."),
    "costs-negative": N_("Costs are negative amounts in the export; they are turned round."),
}


def expenses_blocks(imported: Imported, numbers: Numbers) -> Iterator[Block]:
    """Give the categories of expenses, if there are any, and every row and krone."""
    blocks = _Blocks(imported, numbers)
    if any(read.registered for _, read in imported.reads):
        yield blocks.categories()
    yield blocks.rows()


class _Blocks:
    def __init__(self, imported: Imported, numbers: Numbers) -> None:
        self.imported, self.numbers = imported, numbers
        self.accounts = accounts_of(imported.reads, imported.profile, imported.left_out)

    def say(self, message: str, **words: object) -> str:
        return say(message, self.numbers.language).format(**words)

    def _kr(self, amount: Decimal) -> str:
        return self.numbers.plain(amount, 2)

    def categories(self) -> Table:
        sums: dict[str, list[Decimal]] = defaultdict(list)
        for _, read in self.imported.reads:
            for one in read.registered:
                sums[one.words.get("category", "")].append(written(one, self.imported.profile))
        rows = [
            [name or MISSING, self.numbers.plain(len(amounts)), self._kr(sum(amounts, Decimal(0)))]
            for name, amounts in sums.items()
        ]
        headings = [self.say(N_("Category")), self.say(N_("Rows")), self.say(N_("kr, written"))]
        return Table(self.say(N_("Categories")), headings, rows)

    def rows(self) -> Table:
        found, plain = self.accounts, self.numbers.plain
        rows: list[Sequence[str]] = [
            [self.say(N_("In the export")), plain(found.rows), self._kr(found.amount), ""],
            *self._aside(),
            [self.say(N_("Read")), plain(found.read), self._kr(found.amount_read), ""],
        ]
        if found.vat_added:
            added = N_("VAT added") if self.imported.profile.vat == "in" else N_("VAT taken out")
            rows.append([self.say(added), "", self._kr(found.vat_added), ""])
        rows.append([self.say(N_("Written")), plain(found.read), self._kr(found.written), ""])
        if found.credit_notes:
            credited = self.say(N_("of which credit notes, under 0"))
            rows.append([credited, plain(found.credit_notes), self._kr(found.amount_credited), ""])
        headings = ["", self.say(N_("Rows")), self.say(N_("kr")), self.say(N_("Lines"))]
        return Table(self.say(N_("Every row and krone")), headings, rows, list(self._notes()), words=(0, 3))

    def _aside(self) -> Iterator[Sequence[str]]:
        for reason, aside, places in aside_of(self.imported.files):
            amount = amount_of(aside)
            shown = MISSING if amount is None else self._kr(amount)
            yield [left_out(reason, self.numbers), self.numbers.plain(len(aside)), shown, lines_of(places)]
        if self.accounts.repeated:
            yield [
                repeated(self.numbers),
                self.numbers.plain(self.accounts.repeated),
                self._kr(self.accounts.amount_repeated),
                "",
            ]

    def _notes(self) -> Iterator[str]:
        profile = self.imported.profile
        said = (
            SIGNS.get(profile.sign or ""),
            AMOUNTS_IN.get(profile.amounts_in or ""),
            AMOUNTS_ARE.get(profile.amounts_are or ""),
            VAT.get(profile.vat or ""),
        )
        yield from (self.say(each) for each in said if each)
        if self.accounts.unread:
            unread = N_("Rows whose amount cannot be read, and which no sum holds: {count}.")
            yield self.say(unread, count=self.numbers.plain(self.accounts.unread))
        if self.accounts.credit_notes:
            yield self.say(N_("Credit notes need `settings: {{negative_amounts: credit}}` in the scenario."))
