"""What each kind of export is read by: its rows, what makes two of them one, and what must be asked of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from somcost.intake.citizen_rows import Stay, read_citizens
from somcost.intake.citizens import questions_of_citizens
from somcost.intake.expense_rows import Posting, read_expenses
from somcost.intake.expenses import questions_of_expenses
from somcost.intake.layout import Region
from somcost.intake.pseudonyms import same
from somcost.intake.read_rows import RowsRead
from somcost.intake.rows import Registered, read_registrations
from somcost.intake.sheet import Sheet
from somcost.intake.understood import Doubt
from somcost.model.profiles import ImportProfile, KindName

Reads = Sequence[tuple[str, RowsRead[Any]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a kind of export is read (indlæsning).

    Attributes:
        rows: Reads the rows of a table.
        nature: Gives what makes two rows of different files the same.
        size: Gives the hours or kr of a row; 0 of a stay.
        unit: What the size is of, in a message; "" where there is none.
        questions: Asks what the rows leave open.
    """

    rows: Callable[[Sheet, Region, ImportProfile], RowsRead[Any]]
    nature: Callable[[Any], tuple[object, ...]]
    size: Callable[[Any], float | Decimal]
    unit: str
    questions: Callable[[Reads, ImportProfile], Iterator[Doubt]]


def _of_registration(one: Registered) -> tuple[object, ...]:
    return (one.span, one.group, one.hours, one.with_citizen, *sorted(one.words.items()))


def _of_stay(one: Stay) -> tuple[object, ...]:
    return (same(one.id), one.start, one.end, one.status, one.site)


def _of_posting(one: Posting) -> tuple[object, ...]:
    return (one.span, one.amount, one.vat, *sorted(one.words.items()))


READINGS: Mapping[KindName, Reading] = MappingProxyType(
    {
        "registrations": Reading(
            read_registrations, _of_registration, lambda one: one.hours, "hours", lambda _reads, _profile: iter(())
        ),
        "citizens": Reading(read_citizens, _of_stay, lambda _one: 0, "", questions_of_citizens),
        "expenses": Reading(read_expenses, _of_posting, lambda one: one.amount, "kr", questions_of_expenses),
    }
)
