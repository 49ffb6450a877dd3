"""The kinds of exports: time registrations, citizens, expenses; what each kind's columns are told by."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from somcost.intake.periods import FORMS
from somcost.model.profiles import MEANINGS, KindName, Meaning, PeriodForm

DAYS: tuple[PeriodForm, ...] = ("dd-mm-yyyy", "mm-dd-yyyy", "yyyy-mm-dd", "dd-mm-yy", "serial", "typed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of export (slags udtræk), and what its columns are told by.

    Attributes:
        name: Its name.
        by_cells: What a column is by its heading and its cells, half and half; all else is told by headings.
        typed: What a column is only if most of its cells can be read so.
        unnamed: What a column may be by its cells alone where its heading says nothing, and how sure that makes it.
        needed: What every export of the kind has; one of each.
        dates: What holds dates.
        periods: How its dates may be written.
        counted: The columns of which one is filled in every row that counts, the first that there is.
        filled_down: What is often written once and left blank in the rows below.
        worded: The column whose words are mapped, if any.
        holds: What a table of the kind holds, in a message.
    """

    name: KindName
    by_cells: tuple[Meaning, ...]
    typed: tuple[Meaning, ...]
    unnamed: Mapping[Meaning, float]
    needed: tuple[tuple[Meaning, ...], ...]
    dates: tuple[Meaning, ...]
    periods: tuple[PeriodForm, ...] = FORMS
    counted: tuple[Meaning, ...]
    filled_down: tuple[Meaning, ...] = ()
    worded: Meaning | None = None
    holds: str

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """What its columns may mean."""
        return MEANINGS[self.name]


REGISTRATIONS = Kind(
    name="registrations",
    by_cells=("date", "year", "hours", "pause", "start_time", "end_time", "with_citizen", "job_group"),
    typed=("date", "year", "hours", "pause", "start_time", "end_time"),
    unnamed=MappingProxyType({"date": 0.5, "job_group": 0.6, "hours": 0.3}),
    needed=(("date",), ("job_group",), ("hours",)),
    dates=("date",),
    counted=("hours", "end_time"),
    filled_down=("date", "year", "employee", "job_group"),
    worded="job_group",
    holds="hours",
)
CITIZENS = Kind(
    name="citizens",
    by_cells=("start", "end"),
    typed=("start", "end"),
    unnamed=MappingProxyType({}),
    needed=(("id",), ("start",)),
    dates=("start", "end"),
    periods=DAYS,
    counted=("id",),
    worded="status",
    holds="citizens",
)
EXPENSES = Kind(
    name="expenses",
    by_cells=("date", "year", "amount", "debit", "credit", "vat"),
    typed=("date", "year", "amount", "debit", "credit", "vat"),
    unnamed=MappingProxyType({"date": 0.5}),
    needed=(("date",), ("amount", "debit")),
    dates=("date",),
    counted=("amount", "debit", "credit"),
    filled_down=("year", "account", "account_text", "category"),
    holds="amounts",
)
KINDS: Mapping[KindName, Kind] = MappingProxyType({each.name: each for each in (REGISTRATIONS, CITIZENS, EXPENSES)})
