"""Where a profile's table stands in a file, and whether the profile reads all of it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from somcost.intake import durations
from somcost.intake.amounts import is_amount
from somcost.intake.checks import (
    export_headings_differ,
    exports_have_the_named_sheet,
    exports_have_the_profiles_columns,
    exports_hold_a_table,
    one_sheet_fits_the_profile,
    periods_across_stand_once,
)
from somcost.intake.columns import cells_of, rows_of
from somcost.intake.evidence import filled
from somcost.intake.headings import is_skipped
from somcost.intake.layout import Region, regions
from somcost.intake.periods import ANY_YEAR
from somcost.intake.sheet import Sheet
from somcost.intake.understood import Understood
from somcost.intake.wide import NUMBERS, across_in, columns_across
from somcost.model.calendar import Span
from somcost.model.profiles import ImportProfile
from somcost.problems import InputProblems, Location, refuse
from somcost.read.cells import Content

SUM = re.compile(r"(?i)\b(i alt|ialt|total|sum)\b")


def tables_of(
    path: Path, sheets: Sequence[Sheet], profile: ImportProfile, understood: Understood | None
) -> list[tuple[Sheet, Region]]:
    """Find the profile's tables: one on each sheet that it names, else that on the one sheet that has its headings."""
    named = named_sheets(sheets, profile.sheets, path) if profile.sheets else list(sheets)
    each = [[sheet] for sheet in named] if len(profile.sheets) > 1 else [named]
    return [_table(Location(str(path)), own, profile, understood) for own in each]


def _table(
    place: Location, named: Sequence[Sheet], profile: ImportProfile, understood: Understood | None
) -> tuple[Sheet, Region]:
    """Find the profile's table on one of these sheets."""
    if understood is not None and any(sheet is understood.sheet for sheet in named):
        return _checked(understood.sheet, understood.region, profile, place)
    wanted = {column.heading for column in profile.columns.values()}
    every = [(sheet, region) for sheet in named for region in regions(sheet)]
    best = max(every, key=lambda each: _fit(each[1], wanted, profile), default=None)
    if best is None or (profile.across is not None and not columns_across(profile, best[1].headings)):
        raise InputProblems([exports_hold_a_table(place, profile.kind)])
    missing = [heading for heading in sorted(wanted) if heading not in best[1].headings]
    refuse(exports_have_the_profiles_columns(place, heading, best[1].headings) for heading in missing)
    fits = {sheet.name for sheet, region in every if wanted <= set(region.headings)}
    refuse([one_sheet_fits_the_profile(place, sorted(fits))] if len(fits) > 1 else [])
    return _checked(*best, profile, place)


def _fit(region: Region, wanted: set[str], profile: ImportProfile) -> tuple[int, int]:
    """Say how well a region fits: by the headings that the profile names, then by the columns across."""
    return len(wanted & set(region.headings)), len(columns_across(profile, region.headings))


def named_sheets(sheets: Sequence[Sheet], names: Sequence[str], path: Path) -> list[Sheet]:
    """Give the sheets of some names.

    Raises:
        InputProblems: One is not there.
    """
    there = {sheet.name: sheet for sheet in sheets}
    missing = [name for name in names if name not in there]
    refuse(exports_have_the_named_sheet(Location(str(path)), name, list(there)) for name in missing)
    return [there[name] for name in dict.fromkeys(names)]


def _checked(sheet: Sheet, region: Region, profile: ImportProfile, place: Location) -> tuple[Sheet, Region]:
    """Give a table whose headings that are read stand once."""
    read = [column.heading for column in profile.columns.values()]
    read += [region.headings[number] for number in columns_across(profile, region.headings)]
    twice = dict.fromkeys(heading for heading in read if region.headings.count(heading) > 1)
    refuse(export_headings_differ(place, heading) for heading in twice)
    if profile.across is not None and profile.across.over == "period":
        refuse(periods_across_stand_once(place, *pair) for pair in _of_one_period(region, profile))
    return sheet, region


def _of_one_period(region: Region, profile: ImportProfile) -> Iterator[tuple[str, str]]:
    """Give pairs of headings that name the same period."""
    earlier: dict[Span | str, str] = {}
    for number, span in across_in(profile, region.headings, profile.year or ANY_YEAR).items():
        if span in earlier:
            yield earlier[span], region.headings[number]
        earlier.setdefault(span, region.headings[number])


def left_behind(sheet: Sheet, region: Region, profile: ImportProfile) -> Iterator[str]:
    """Give the headings of columns with numbers that are not read, where something stands across."""
    if profile.across is None:
        return
    across = columns_across(profile, region.headings)
    read = {column.heading for column in profile.columns.values()} | set(profile.ignored)
    rows = rows_of(sheet, region)
    for number, heading in enumerate(region.headings):
        if number in across or heading in read or is_skipped(heading, profile.kind) or SUM.search(heading):
            continue
        if _share_of_numbers(filled(cells_of(sheet, rows, number)), heading, profile) >= NUMBERS:
            yield heading


def _share_of_numbers(cells: Sequence[Content], heading: str, profile: ImportProfile) -> float:
    """Give the share of cells that are hours, or amounts; 0 of none."""
    if profile.kind == "expenses":
        return sum(map(is_amount, cells)) / max(len(cells), 1)
    return max(durations.forms_of(cells, heading=heading).values(), default=0.0)
