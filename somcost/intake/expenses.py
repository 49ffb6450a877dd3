"""From what was read of accounts to the project's own table of expenses: VAT, months, and every krone accounted for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from somcost.intake.expense_rows import Posting
from somcost.intake.read_rows import UNASKED, RowsRead
from somcost.intake.understood import Doubt
from somcost.model.calendar import Span, days, days_by_month
from somcost.model.profiles import ImportProfile
from somcost.model.tables import Expenses, TableFile

Reads = Sequence[tuple[str, RowsRead[Posting]]]
NOTHING = Decimal(0)
ORE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Accounts:
    """Where every krone of exports of expenses went (beløb i regnskab), kr, costs positive.

    Attributes:
        rows: Rows of the exports that are not blank.
        amount: What stands in them, as far as it can be read.
        unread: Rows that are set aside with an amount that cannot be read; it is in none of the sums.
        read: Rows that count.
        amount_read: What stands in those.
        amount_aside: What stands in the rows that are set aside.
        repeated: Rows that stand in an earlier file too and are left out.
        amount_repeated: What stands in those.
        vat_added: VAT added to the amounts that count, or taken from them.
        written: What is written.
        credit_notes: Rows that count and are under 0.
        amount_credited: What stands in those, as it is written.
    """

    rows: int
    amount: Decimal
    unread: int
    read: int
    amount_read: Decimal
    amount_aside: Decimal
    repeated: int
    amount_repeated: Decimal
    vat_added: Decimal
    written: Decimal
    credit_notes: int
    amount_credited: Decimal


def accounts_of(reads: Reads, profile: ImportProfile, left: tuple[int, Decimal] = (0, NOTHING)) -> Accounts:
    """Account for every row and krone of exports.

    Args:
        reads: Each file's name, and what was read of it.
        profile: How they were read.
        left: Rows and kr that were left out because an earlier file has them too.
    """
    postings = [one for _, read in reads for one in read.registered]
    aside = [each for _, read in reads for each in read.aside]
    credited = [written(one, profile) for one in postings if one.amount < 0]
    amount_read = sum((one.amount for one in postings), NOTHING)
    amount_aside = sum((each.amount or NOTHING for each in aside), NOTHING)
    total = sum((written(one, profile) for one in postings), NOTHING)
    return Accounts(
        rows=len(postings) + len(aside) + left[0],
        amount=amount_read + amount_aside + left[1],
        unread=sum(each.amount is None and each.reason not in UNASKED for each in aside),
        read=len(postings),
        amount_read=amount_read,
        amount_aside=amount_aside,
        repeated=left[0],
        amount_repeated=left[1],
        vat_added=total - amount_read,
        written=total,
        credit_notes=len(credited),
        amount_credited=sum(credited, NOTHING),
    )


def written(one: Posting, profile: ImportProfile) -> Decimal:
    """Give the amount that is written: as it stands, or with its VAT added, or without the VAT in it.

        amounts without VAT, written with it: amount + VAT; amounts with VAT, written without: amount - VAT

    Args:
        one: The posting.
        profile: Whether VAT is in its amount, and whether it shall be.
    """
    if profile.vat == "in" and profile.amounts_are == "without-vat":
        return one.amount + one.vat
    if profile.vat == "out" and profile.amounts_are == "with-vat":
        return one.amount - one.vat
    return one.amount


def expenses_of(reads: Reads, profile: ImportProfile) -> Expenses:
    """Give the expenses of one export or several, one after the other (øvrige udgifter).

    An amount of a period over several months is shared among them by days, to the øre.

    Args:
        reads: Each file's name, and what was read of it.
        profile: How they were read.
    """
    rows = [
        (number, one, *part)
        for number, (_, read) in enumerate(reads)
        for one in read.registered
        for part in parts_of(one.span, written(one, profile))
    ]
    every = [one for _, one, *_ in rows]
    return Expenses(
        files=tuple(TableFile(name, {}) for name, _ in reads),
        file=[number for number, *_ in rows],
        line=[one.line for one in every],
        date=[day for *_, day, _, _ in rows],
        by_month=[by_month for *_, by_month, _ in rows],
        amount=[float(amount) for *_, amount in rows],
        category=[one.words.get("category") for one in every],
        phase=[one.words.get("phase") for one in every],
        site=[one.words.get("site") for one in every],
        course=[one.words.get("course") for one in every],
        price_year=[None for _ in every],
    )


def parts_of(span: Span, amount: Decimal) -> Iterator[tuple[dt.date, bool, Decimal]]:
    """Give the days of an amount: its date, whether that stands for its month, and the kr; a part a month.

    >>> quarter = Span(dt.date(2018, 1, 1), dt.date(2018, 3, 31))
    >>> [(str(day), str(kr)) for day, _, kr in parts_of(quarter, Decimal(100))]
    [('2018-01-01', '34.44'), ('2018-02-01', '31.11'), ('2018-03-01', '34.45')]
    """
    if span.start == span.end:
        yield span.start, False, amount
        return
    left = amount
    *earlier, (last, _) = days_by_month(span)
    for month, inside in earlier:
        part = (amount * inside / days(span.start, span.end)).quantize(ORE, ROUND_HALF_UP)
        left -= part
        yield month, True, part
    yield last, True, left


def questions_of_expenses(reads: Reads, profile: ImportProfile) -> Iterator[Doubt]:
    """Ask what the amounts do not tell: their sign, whether VAT is in them, and whether it shall be."""
    postings = [one for _, read in reads for one in read.registered]
    yield from _of_sign(postings, profile)
    yield from _of_vat(postings, profile)


def _of_sign(postings: Sequence[Posting], profile: ImportProfile) -> Iterator[Doubt]:
    if profile.sign is not None:
        return
    negative = sum(one.amount < 0 for one in postings)
    counted = sum(one.amount != 0 for one in postings)
    if 2 * negative > counted or sum((one.amount for one in postings), NOTHING) < 0:
        found = f"{negative} of {counted} amounts are under 0"
        advice = (
            "Say --sign costs-negative if costs are written with a minus, --sign costs-positive if these are credits "
            "(`sign` in a profile)."
        )
        yield Doubt("sign", found, advice)


def _of_vat(postings: Sequence[Posting], profile: ImportProfile) -> Iterator[Doubt]:
    has_vat = any(one.vat for one in postings)
    if not has_vat:
        wanted = {"in": "with-vat", "out": "without-vat"}.get(profile.vat or "")
        if wanted is not None and profile.amounts_are != wanted:
            found = f"the amounts are to be written {wanted.replace('-', ' ').replace('vat', 'VAT')}"
            advice = f"No VAT is told in the export. Say --amounts-are {wanted} if they are so; else leave --vat out."
            yield Doubt("vat", found, advice)
        return
    if profile.vat is None:
        found = "the export has a column of VAT"
        yield Doubt("vat", found, "Say --vat in to write amounts with VAT, --vat out without (`vat` in a profile).")
    if profile.amounts_are is None:
        found = "no heading tells whether VAT is in the amounts"
        advice = "Say --amounts-are with-vat or --amounts-are without-vat (`amounts_are` in a profile)."
        yield Doubt("amounts_are", found, advice)
