"""Import profiles (indlæsningsprofiler): how an export is to be read; reviewed once, and kept for the next one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from somcost.problems import Location

KindName = Literal["registrations", "citizens", "expenses"]
KINDS: tuple[KindName, ...] = get_args(KindName)
OfRegistrations = Literal[
    "date",
    "year",
    "job_group",
    "hours",
    "start_time",
    "end_time",
    "pause",
    "employee",
    "activity",
    "phase",
    "with_citizen",
    "case",
    "site",
    "course",
]
OfCitizens = Literal["id", "start", "end", "status", "site"]
OfExpenses = Literal[
    "date",
    "year",
    "amount",
    "debit",
    "credit",
    "side",
    "vat",
    "account",
    "account_text",
    "category",
    "phase",
    "site",
    "course",
]
Meaning = Literal[OfRegistrations, OfCitizens, OfExpenses]
MEANINGS: Mapping[KindName, tuple[Meaning, ...]] = MappingProxyType(
    {
        "registrations": get_args(OfRegistrations),
        "citizens": get_args(OfCitizens),
        "expenses": get_args(OfExpenses),
    }
)
"""What the columns of each kind of export may mean."""
ReEntries = Literal["merged", "counted"]
Sign = Literal["costs-positive", "costs-negative"]
Credits = Literal["unsigned", "signed"]
Vat = Literal["in", "out"]
AmountsAre = Literal["with-vat", "without-vat"]
AmountsIn = Literal["kr", "thousands", "millions"]
Sums = Literal["keep", "drop"]
Over = Literal["period", "job_group"]
Mark = Literal[",", "."]
NOWHERE = Location("")

PeriodForm = Literal[
    "dd-mm-yyyy",
    "mm-dd-yyyy",
    "yyyy-mm-dd",
    "dd-mm-yy",
    "month",
    "week",
    "quarter",
    "half-year",
    "year",
    "serial",
    "typed",
]
"""How a period is written."""
DurationForm = Literal["decimal", "clock", "words", "minutes", "mixed", "h.mm"]


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column of an export that is read (kolonne).

    Attributes:
        heading: Its heading; those of several header rows are joined with blanks.
        form: How its cells are written, of dates, times and hours.
    """

    heading: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Across:
    """What stands across an export, a column for each, the hours in the cells (på tværs).

    Attributes:
        over: Periods or job groups.
        form: How the periods in the headings are written.
        hours: How the hours in the cells are written.
    """

    over: Over
    form: str
    hours: str


@dataclass(frozen=True, slots=True)
class ImportProfile:
    """How an export is to be read (indlæsningsprofil).

    Attributes:
        id: Its name.
        columns: The columns that are read, by what they mean; all others are left out.
        kind: What kind of export it is.
        values: By meaning, the export's words and ours.
        across: What stands across, where anything does.
        decimal: The decimal mark of numbers that are text.
        year: The year of periods that do not say it.
        fill_down: Columns of which a blank cell repeats the one above.
        sheets: The sheets of a workbook; the one that fits where none is named.
        encoding: Of a text file.
        delimiter: Of a text file.
        ignored: Headings of columns that hold numbers and are left out on somebody's word.
        re_entries: Whether several stays of a citizen are one, or count each.
        sign: Whether costs are written as positive or as negative amounts.
        credits: Whether credits have a minus beside the column that tells them.
        vat: Whether the amounts that are written hold VAT.
        amounts_are: Whether the export's amounts hold VAT.
        amounts_in: Whether the export's amounts are kr, or thousands or millions of them.
        sums: What rows are that may be sums of others.
        location: Where the profile is written.
    """

    id: str
    columns: Mapping[Meaning, ColumnRead]
    kind: KindName = "registrations"
    values: Mapping[Meaning, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    across: Across | None = None
    decimal: Mark | None = None
    year: int | None = None
    fill_down: tuple[Meaning, ...] = ()
    sheets: tuple[str, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    ignored: tuple[str, ...] = ()
    re_entries: ReEntries | None = None
    sign: Sign | None = None
    credits: Credits | None = None
    vat: Vat | None = None
    amounts_are: AmountsAre | None = None
    amounts_in: AmountsIn | None = None
    sums: Sums | None = None
    location: Location = NOWHERE
