"""What the columns of an account's postings say together: which side a posting is on, and whether VAT is in it."""

from collections.abc import Iterable, Mapping, Sequence

from somcost.intake.amounts import amount_of
from somcost.intake.headings import amounts_by, kr_each_of
from somcost.model.profiles import AmountsAre, AmountsIn, ColumnRead, Meaning
from somcost.read.cells import Content, as_text
from somcost.read.number_cells import MARKS

DEBIT = frozenset({"d", "debet", "debit", "s", "+"})
OF_KR: tuple[Meaning, ...] = ("amount", "debit", "credit", "vat")
CREDIT = frozenset({"k", "c", "kredit", "credit", "h", "-"})


def is_credit(content: Content) -> bool | None:
    """Whether a cell says credit; None where it says neither credit nor debit.

    >>> is_credit("K"), is_credit("Debet"), is_credit("?")
    (True, False, None)
    """
    text = as_text(content).strip().casefold()
    return True if text in CREDIT else False if text in DEBIT else None


def signed_form(meaning: str, cells: Mapping[Meaning, Sequence[Content]]) -> str:
    """Say whether credits are written with a minus beside what else says so: "signed", "unsigned"; "" of no credits.

    Args:
        meaning: The column that tells credits apart: credit or side.
        cells: The cells of the columns by meaning, row by row.
    """
    if meaning == "credit" and "credit" in cells:
        return _form(cells["credit"])
    if meaning == "side" and {"side", "amount"} <= cells.keys():
        rows = zip(cells["side"], cells["amount"], strict=True)
        return _form(amount for side, amount in rows if is_credit(side))
    return ""


def _form(cells: Iterable[Content]) -> str:
    amounts = [amount for cell in cells if (amount := _any_amount(cell))]
    return "signed" if amounts and all(amount < 0 for amount in amounts) else "unsigned"


def _any_amount(cell: Content) -> float | None:
    """Give an amount of which the sign alone is looked at."""
    found = (amount_of(cell, mark=mark) for mark in MARKS)
    return next((float(amount) for amount in found if amount is not None), None)


def amounts_are(columns: Mapping[Meaning, ColumnRead]) -> AmountsAre | None:
    """Give whether the headings of amounts say that VAT is in them; None where they do not, or disagree."""
    said = {found for heading in _headings(columns) if (found := amounts_by(heading))}
    return said.pop() if len(said) == 1 else None


def amounts_in(columns: Mapping[Meaning, ColumnRead]) -> AmountsIn | None:
    """Give whether the headings of amounts say that they are thousands or millions; None where not all say the same."""
    said = {kr_each_of(heading) for heading in _headings(columns)}
    return said.pop() if len(said) == 1 else None


def amounts_may_be_in(columns: Mapping[Meaning, ColumnRead], titles: Iterable[str]) -> str | None:
    """Give what says that some amounts may be in thousands or millions: one of the headings, or a title above them."""
    return next((text for text in (*_headings(columns), *titles) if kr_each_of(text)), None)


def _headings(columns: Mapping[Meaning, ColumnRead]) -> list[str]:
    return [columns[each].heading for each in OF_KR if each in columns]
