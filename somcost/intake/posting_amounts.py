"""A posting's amount and VAT by the profile: on which side it is, and in what it is written."""

from collections.abc import Mapping
from decimal import Decimal

from somcost.intake.amounts import amount_of
from somcost.intake.expense_columns import is_credit
from somcost.intake.read_rows import Cells
from somcost.intake.row_cells import MARK, Reason, Unread, is_empty
from somcost.model.profiles import AmountsIn, ImportProfile, Meaning

AMOUNTS: tuple[Meaning, ...] = ("amount", "debit", "credit")
KR: Mapping[AmountsIn, int] = {"kr": 1, "thousands": 1_000, "millions": 1_000_000}
"""kr that an amount of one stands for."""


class AmountReader:
    """Reads the amounts of a row.

    Attributes:
        profile: How they are written.
    """

    def __init__(self, profile: ImportProfile) -> None:
        self.profile = profile

    def amount(self, cells: Cells) -> Decimal:
        """Read the amount, costs positive: a column with its side, or debit less credit."""
        if "amount" in cells:
            amount = self._sided(self._number(cells, "amount", "amount_unread"), cells)
        else:
            amount = self._number(cells, "debit", "amount_unread") - self._credit(cells)
        return -amount if self.profile.sign == "costs-negative" else amount

    def _credit(self, cells: Cells) -> Decimal:
        """Read what is credited, above 0 if the column writes credits without a minus and below 0 if with one."""
        credit = self._number(cells, "credit", "amount_unread")
        if "credit" not in self.profile.columns or self.profile.credits != "signed":
            return credit
        if credit > 0:
            raise Unread("side_contradicts", "credit")
        return -credit

    def _sided(self, amount: Decimal, cells: Cells) -> Decimal:
        """Give an amount with the sign that its side gives it."""
        if "side" not in self.profile.columns or not amount:
            return amount
        credited = is_credit(cells["side"])
        if credited is None:
            raise Unread("side_unread", "side")
        if self.profile.credits == "signed":
            if credited != (amount < 0):
                raise Unread("side_contradicts", "side")
            return amount
        if amount < 0:
            raise Unread("side_contradicts", "side")
        return -amount if credited else amount

    def vat(self, cells: Cells, amount: Decimal) -> Decimal:
        """Read the VAT, with the amount's sign; one that contradicts it is refused."""
        vat = self._number(cells, "vat", "vat_unread")
        if self.profile.sign == "costs-negative":
            vat = -vat
        has_side = "amount" not in cells or ("side" in self.profile.columns and self.profile.credits != "signed")
        if has_side and amount < 0:
            vat = -abs(vat)
        if vat and amount and (vat < 0) != (amount < 0):
            raise Unread("vat_contradicts", "vat")
        return vat

    def _number(self, cells: Cells, meaning: Meaning, reason: Reason) -> Decimal:
        """Read an amount; 0 where the cell is blank or there is no such column."""
        if is_empty(cells, meaning):
            return Decimal(0)
        amount = amount_of(cells[meaning], mark=self.profile.decimal or MARK)
        if amount is None:
            raise Unread(reason, meaning)
        return amount * KR[self.profile.amounts_in or "kr"]

    def aside(self, cells: Cells) -> Decimal | None:
        """Give the amount of a row that is set aside; None where it holds none or it cannot be read."""
        if all(is_empty(cells, meaning) for meaning in AMOUNTS):
            return None
        try:
            return self.amount(cells)
        except Unread:
            return None
