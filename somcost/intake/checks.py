"""What stands in the way of an export's becoming a table of the project."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from somcost.intake.row_cells import Reason
from somcost.intake.understood import Doubt
from somcost.model.profiles import KindName
from somcost.problems import Location, Problem, check
from somcost.validate.nearest import listed, nearest

FOUND: Mapping[Reason, str] = {
    "above": "the row stands above the header, and is written like {a_row}",
    "alone": "the row holds hours and nothing else; it may be a sum",
    "hours_unread": "the hours are not written as the profile says",
    "hours_negative": "the hours are under 0",
    "date_missing": "the row has {holds} and no date",
    "date_unread": "the date is not written as the profile says, or is none",
    "group_missing": "the row has hours and no job group",
    "group_unknown": "the profile maps this word to no job group",
    "answer_unread": "the cell is neither yes nor no",
    "id_missing": "the row has dates and no citizen",
    "start_missing": "the citizen has no start",
    "start_unread": "the start is not written as the profile says, or is no day",
    "end_unread": "the end is not written as the profile says, or is no day",
    "end_before_start": "the end is before the start",
    "status_unknown": "the profile maps this word to no status",
    "amount_alone": "the row holds an amount and nothing else; it may be a sum",
    "perhaps_balance": "the row says that it is a balance, and holds an amount",
    "amount_unread": "the amount is not written as the profile says",
    "side_unread": "the cell is neither debit nor credit",
    "side_contradicts": "the amount's sign contradicts debit or credit",
    "vat_unread": "the VAT is not written as the profile says",
    "vat_contradicts": "the VAT has another sign than the amount",
}
HOLDS: Mapping[KindName, str] = {"registrations": "hours", "citizens": "a citizen", "expenses": "an amount"}
A_ROW: Mapping[KindName, str] = {
    "registrations": "a registration",
    "citizens": "a citizen's",
    "expenses": "a posting",
}
ADVICE: Mapping[Reason, str] = {
    "date_missing": "If a blank repeats the date above, say --fill-down date (a profile: `fill_down`).",
    "group_missing": "If a blank repeats the job group above, say --fill-down job_group (a profile: `fill_down`).",
    "hours_negative": "Take the row out together with the one it corrects.",
    "status_unknown": "Add the word under values.status in the profile, or say --status WORD=STATUS.",
    "group_unknown": "Add the word under values.job_group in the profile, or say --job-group WORD=ID.",
}
ANYWAY = "Correct the profile or the export; --set-aside leaves such rows out, with {what} in the report."
WHAT: Mapping[KindName, str] = {"registrations": "their hours", "citizens": "their lines", "expenses": "their amounts"}
FIRST: Mapping[KindName, str] = {"registrations": "hours", "citizens": "start", "expenses": "amount"}


@check
def exports_are_understood(place: Location, doubt: Doubt) -> Problem:
    """An export is made into a table of the project when nothing about it is in doubt."""
    return Problem(place, doubt.key, doubt.found, doubt.advice)


@check
def exports_hold_a_table(place: Location, kind: KindName) -> Problem:
    """An export has a header: of hours, job group and date; of citizens and their start; or of amounts and dates."""
    advice = f"Say its columns: --column {FIRST[kind]}=HEADING."
    return Problem(place, "", "no header of a table was found", advice)


@check
def re_entries_are_decided(place: Location, doubt: Doubt) -> Problem:
    """A citizen with several stays is one citizen or several on somebody's word."""
    return Problem(place, doubt.key, doubt.found, doubt.advice)


@check
def exports_have_the_profiles_columns(place: Location, heading: str, headings: Sequence[str]) -> Problem:
    """An export that is read with a profile has the columns that the profile names."""
    named = [each for each in headings if each]
    near = nearest(heading, named)
    advice = f"Is it {near} now? Correct the profile." if near else f"It has {listed(named)}."
    return Problem(place, "columns", f'no column is called "{heading}"', advice)


@check
def exports_have_the_named_sheet(place: Location, name: str, sheets: Sequence[str]) -> Problem:
    """A workbook has the sheet that the profile or a person names."""
    named = [each for each in sheets if each]
    advice = f"It has {listed(named)}." if named else "It is no workbook: leave sheet out of the profile."
    return Problem(place, "sheet", f'no sheet is called "{name}"', advice)


@check
def export_rows_are_read(place: Location, reason: Reason, kind: KindName) -> Problem:
    """Every row of an export that holds hours, a citizen or an amount is read, or set aside on somebody's word."""
    found = FOUND[reason].format(holds=HOLDS[kind], a_row=A_ROW[kind])
    return Problem(place, "", found, ADVICE.get(reason, ANYWAY.format(what=WHAT[kind])))


@check
def job_groups_of_profiles_are_known(place: Location, group: str, known: Sequence[str]) -> Problem:
    """A profile maps words to job groups that the assumption set has."""
    parts = [each for each in known if group.casefold() in each.split("_")]
    near = " or ".join(parts) or nearest(group, known)
    advice = f"Did you mean {near}?" if near else f"The set has {listed(known)}; --assumptions names one of your own."
    return Problem(place, "values.job_group", f'"{group}" is no job group of the assumption set', advice)


@check
def exports_hold_no_row_twice(place: Location, rows: int, size: float | Decimal, unit: str) -> Problem:
    """No row stands in two exports that are imported together, unless somebody says that it counts twice."""
    some = "1 row" if rows == 1 else f"{rows} rows"
    stands = "stands" if rows == 1 else "stand"
    held = {"hours": f"{size:g} hours", "kr": f"{size} kr"}.get(unit)
    found = f"{some} with {held} in an earlier file too" if held else f"{some} {stands} in an earlier file too"
    return Problem(place, "", found, "Say --duplicates drop to leave them out, --duplicates keep to count them twice.")


@check
def exports_leave_no_hours_behind(place: Location, heading: str) -> Problem:
    """Where periods or job groups stand across, no other column holds numbers, unless somebody leaves it out."""
    found = f'the column "{heading}" holds numbers and is not read: its heading is none of those across'
    return Problem(
        place, "across", found, f'Correct the heading, or say --ignore "{heading}" (`ignored` in a profile).'
    )


@check
def export_headings_differ(place: Location, heading: str) -> Problem:
    """A column that is read has a heading of its own."""
    return Problem(place, "columns", f'several columns are called "{heading}"', "Give them names that differ.")


@check
def periods_across_stand_once(place: Location, heading: str, other: str) -> Problem:
    """A period that stands across has one column, so that nothing is counted twice."""
    found = f'"{heading}" and "{other}" are of the same period'
    advice = f'Say --ignore "{other}" if that one is not meant, else --ignore "{heading}" (`ignored` in a profile).'
    return Problem(place, "across", found, advice)


@check
def one_sheet_fits_the_profile(place: Location, sheets: Sequence[str]) -> Problem:
    """A workbook has one sheet that a profile without a sheet's name fits."""
    return Problem(place, "sheet", f"the profile fits {listed(sheets)}", "Name the one that is meant in the profile.")


@check
def stated_columns_are_there(place: Location, heading: str, headings: Sequence[str]) -> Problem:
    """A column that a person names is in the export."""
    named = [each for each in headings if each]
    near = nearest(heading, named)
    advice = f"Did you mean {near}?" if near else f"It has {listed(named)}."
    return Problem(place, "--column", f'no column is called "{heading}"', advice)
