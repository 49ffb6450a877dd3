"""What a person says about an export before it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from somcost.intake.job_groups import Match
from somcost.model.profiles import (
    AmountsAre,
    AmountsIn,
    DurationForm,
    ImportProfile,
    KindName,
    Mark,
    Meaning,
    ReEntries,
    Sign,
    Sums,
    Vat,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says about an export beforehand; what is None or empty is found out.

    Attributes:
        kind: What kind of export it is.
        columns: By meaning, the heading of its column.
        groups: The export's words for job groups, and the set's.
        statuses: The export's words for citizens' statuses, and ours.
        categories: The export's accounts, their texts or its categories, and the category of each.
        dates: How dates are written.
        decimal: The decimal mark.
        hours: How hours are written.
        year: The year of periods that do not say it.
        sheets: The sheets that hold the table, or tables that are read alike.
        fill_down: Columns of which a blank cell repeats the one above.
        ignored: Headings of columns that hold numbers and are left out.
        re_entries: Whether several stays of a citizen are one, or count each.
        sign: Whether costs are written as positive or as negative amounts.
        vat: Whether the amounts that are written hold VAT.
        amounts_are: Whether the export's amounts hold VAT.
        amounts_in: Whether the export's amounts are kr, or thousands or millions of them.
        sums: What rows are that may be sums of others.
    """

    kind: KindName = "registrations"
    columns: Mapping[Meaning, str] = field(default_factory=lambda: MappingProxyType({}))
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    statuses: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    categories: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dates: str | None = None
    decimal: Mark | None = None
    hours: DurationForm | None = None
    year: int | None = None
    sheets: tuple[str, ...] = ()
    fill_down: tuple[Meaning, ...] = ()
    ignored: tuple[str, ...] = ()
    re_entries: ReEntries | None = None
    sign: Sign | None = None
    vat: Vat | None = None
    amounts_are: AmountsAre | None = None
    amounts_in: AmountsIn | None = None
    sums: Sums | None = None

    def beside(self, profile: ImportProfile) -> ImportProfile:
        """Give a profile with the words, the sheet and the year that are said beside it."""
        said: Mapping[Meaning, Mapping[str, str]] = {
            "job_group": self.groups,
            "status": self.statuses,
            "category": self.categories,
        }
        words = {name: MappingProxyType({**profile.values.get(name, {}), **own}) for name, own in said.items() if own}
        values = MappingProxyType({**profile.values, **words})
        year = profile.year if self.year is None else self.year
        return replace(profile, values=values, sheets=self.sheets or profile.sheets, year=year)

    def matches(self) -> dict[str, Match]:
        """Give the words for job groups or statuses that are said, as sure as can be."""
        return {word: Match(word, ours, 1.0) for word, ours in {**self.groups, **self.statuses}.items()}
