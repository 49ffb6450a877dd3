"""Exports imported: understood, or read by a profile, with every row accounted for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from somcost.intake.checks import (
    export_rows_are_read,
    exports_are_understood,
    exports_hold_a_table,
    exports_hold_no_row_twice,
    exports_leave_no_hours_behind,
    job_groups_of_profiles_are_known,
    re_entries_are_decided,
    stated_columns_are_there,
)
from somcost.intake.fitting import left_behind, named_sheets, tables_of
from somcost.intake.group_words import with_words_of
from somcost.intake.guess import understand
from somcost.intake.layout import Region
from somcost.intake.personal import findings_in, problems_of_cells, problems_of_names, replaced
from somcost.intake.pseudonyms import Pseudonyms
from somcost.intake.read_rows import UNASKED, RowsRead
from somcost.intake.reading import READINGS, Reading
from somcost.intake.said import Said
from somcost.intake.sheet import Sheet
from somcost.intake.sheets import sheets_of
from somcost.intake.summaries import questions_of_sums
from somcost.intake.understood import Doubt, Understood
from somcost.intake.words_left import OF_WORDS, WORDS_LEFT, doubts_of_words_left
from somcost.model.assumptions import JobGroup
from somcost.model.profiles import ImportProfile
from somcost.problems import InputProblems, Location, Problem, refuse
from somcost.read.cells import Content

Duplicates = Literal["keep", "drop"]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """An export that was read (indlæst fil).

    Attributes:
        path: Where it is.
        sheet: Its sheet that holds the table.
        region: Where the table stands in it.
        read: Its rows.
        repeated: Its rows that stand in an earlier file too, with their hours or kr.
    """

    path: Path
    sheet: Sheet
    region: Region
    read: RowsRead[Any]
    repeated: tuple[int, float | Decimal] = (0, 0.0)


@dataclass(frozen=True, slots=True)
class Imported:
    """Exports imported together.

    Attributes:
        files: Each of them.
        profile: How they were read.
        understood: What was found out about the first, where no profile was given.
        duplicates: What was done with rows that stand in two files.
    """

    files: Sequence[ImportedFile]
    profile: ImportProfile
    understood: Understood | None = None
    duplicates: Duplicates | None = None

    @property
    def reads(self) -> list[tuple[str, RowsRead[Any]]]:
        """Each file's name, and what was read of it."""
        return [(file.path.name, file.read) for file in self.files]

    @property
    def left_out(self) -> tuple[int, Decimal]:
        """Rows and kr of expenses that are left out because an earlier file has them too."""
        if self.duplicates != "drop":
            return 0, Decimal(0)
        repeated = [file.repeated for file in self.files]
        return sum(rows for rows, _ in repeated), sum((Decimal(size) for _, size in repeated), Decimal(0))

    @property
    def repeated(self) -> tuple[int, float | Decimal]:
        """Rows that stand in an earlier file too, with their hours or kr."""
        return sum(file.repeated[0] for file in self.files), sum(file.repeated[1] for file in self.files)

    @property
    def questions(self) -> list[Doubt]:
        """What the rows leave open, and a person must say."""
        own = list(READINGS[self.profile.kind].questions(self.reads, self.profile))
        words = [] if self.understood else doubts_of_words_left([(file.sheet, file.read.aside) for file in self.files])
        return [*questions_of_sums(self.reads), *words, *own]

    def _name_of(self, file: ImportedFile) -> str:
        """Give a file's name in a message, with the sheet where several are read."""
        return f"{file.path}[{file.sheet.name}]" if len(self.profile.sheets) > 1 else str(file.path)

    def _first_sum(self, place: Location) -> Location:
        """Give where the first row stands that may be a sum."""
        doubtful = (
            Location(self._name_of(file), each.line)
            for file in self.files
            for each in file.read.aside
            if each.reason == "perhaps_total"
        )
        return next(doubtful, place)

    def problems(self, *, set_aside: bool, duplicates: Duplicates | None) -> Iterator[Problem]:
        """Give what stands in the way of using the rows: doubts, or else the rows that cannot be read.

        Args:
            set_aside: Whether rows that cannot be read are left out on somebody's word.
            duplicates: What is done with rows that stand in two files.
        """
        if self.understood and self.understood.doubts:
            place = Location(str(self.files[0].path))
            yield from (exports_are_understood(place, doubt) for doubt in self.understood.doubts)
            return
        place = Location(str(self.files[0].path))
        for doubt in self.questions:
            if set_aside and (doubt.key == "sums" or doubt.key in OF_WORDS):
                continue
            decided = re_entries_are_decided if doubt.key == "re_entries" else exports_are_understood
            yield decided(self._first_sum(place) if doubt.key == "sums" else place, doubt)
        for file in self.files:
            for heading in left_behind(file.sheet, file.region, self.profile):
                yield exports_leave_no_hours_behind(
                    Location(self._name_of(file), file.sheet.lines[file.region.top]), heading
                )
            for each in () if set_aside else file.read.aside:
                if each.reason not in UNASKED and each.reason not in WORDS_LEFT and each.reason != "perhaps_total":
                    at = Location(self._name_of(file), each.line, each.column)
                    yield export_rows_are_read(at, each.reason, self.profile.kind)
            if file.repeated[0] and duplicates is None:
                unit = READINGS[self.profile.kind].unit
                yield exports_hold_no_row_twice(Location(self._name_of(file)), *file.repeated, unit)


def import_files(
    paths: Sequence[Path],
    groups: Mapping[str, JobGroup],
    *,
    profile: ImportProfile | None = None,
    said: Said | None = None,
    duplicates: Duplicates | None = None,
    names: Pseudonyms | None = None,
) -> Imported:
    """Import exports (indlæs eksporter).

    Args:
        paths: The files, in order.
        groups: The assumption set's job groups.
        profile: How they are to be read; found out from the first file if not given.
        said: What a person says about it beforehand; beside a profile words, the sheet and the year count.
        duplicates: Whether rows that stand in an earlier file are left out.
        names: Gives pseudonyms for numbers that identify persons; without them such numbers are refused.

    Raises:
        InputProblems: A file cannot be read, holds personal numbers, or does not fit the profile.
    """
    said, understood = said or Said(), None
    if profile is not None:
        profile = said.beside(profile)
    sheets = {path: _sheets(path, profile, names) for path in paths}
    if profile is None:
        understood = _understood(paths[0], sheets[paths[0]], groups, said)
        every = [table for path in paths for table in tables_of(path, sheets[path], understood.profile, understood)]
        others = [(sheet, region) for sheet, region in every if sheet is not understood.sheet]
        understood = with_words_of(understood, others, groups, said)
        profile = understood.profile
    if profile.kind == "registrations":
        _refuse_unknown_groups(profile, groups, paths[0])
    reading = READINGS[profile.kind]
    files = [
        ImportedFile(path, sheet, region, reading.rows(sheet, region, profile))
        for path in paths
        for sheet, region in tables_of(path, sheets[path], profile, understood)
    ]
    return Imported(_told_apart(files, duplicates, reading), profile, understood, duplicates)


def _sheets(path: Path, profile: ImportProfile | None, names: Pseudonyms | None) -> list[Sheet]:
    encoding, delimiter = (None, None) if profile is None else (profile.encoding, profile.delimiter)
    refuse(problems_of_names(path))
    sheets = sheets_of(path, encoding=encoding, delimiter=delimiter)
    found = list(problems_of_names(path, sheets))
    if names is not None:
        refuse(found)
        return [without_numbers(sheet, names) for sheet in sheets]
    refuse([*found, *(problem for sheet in sheets for problem in problems_of_cells(sheet))])
    return sheets


def without_numbers(sheet: Sheet, names: Pseudonyms) -> Sheet:
    """Give a sheet with a pseudonym for every number that identifies a person."""
    rows: list[Sequence[Content]] = list(sheet.rows)
    for row in {each.row for each in findings_in(sheet.rows)}:
        rows[row] = [replaced(cell, names.of) for cell in rows[row]]
    return replace(sheet, rows=rows)


def _understood(path: Path, sheets: Sequence[Sheet], groups: Mapping[str, JobGroup], said: Said) -> Understood:
    if said.sheets:
        sheets = named_sheets(sheets, said.sheets, path)
    found = understand(sheets, groups, name=_name(path), said=said)
    if found is None:
        raise InputProblems([exports_hold_a_table(Location(str(path)), said.kind)])
    headings = found.region.headings
    missing = [heading for heading in said.columns.values() if heading not in headings]
    refuse(stated_columns_are_there(Location(str(path)), heading, headings) for heading in missing)
    return found


def _name(path: Path) -> str:
    name = "".join(each if each.isalnum() else "-" for each in path.stem).strip("-")
    return name or "export"


def _refuse_unknown_groups(profile: ImportProfile, groups: Mapping[str, JobGroup], path: Path) -> None:
    place = profile.location if profile.location.file else Location(str(path))
    unknown = dict.fromkeys(group for group in profile.values.get("job_group", {}).values() if group not in groups)
    refuse(job_groups_of_profiles_are_known(place, group, list(groups)) for group in unknown)


def _told_apart(files: Sequence[ImportedFile], duplicates: Duplicates | None, reading: Reading) -> list[ImportedFile]:
    """Count the rows that stand in an earlier file, and leave them out where that is said."""
    earlier: Counter[tuple[object, ...]] = Counter()
    found: list[ImportedFile] = []
    for file in files:
        own = Counter(map(reading.nature, file.read.registered))
        left = own & earlier
        repeated: list[Any] = []
        kept: list[Any] = []
        for one in file.read.registered:
            nature = reading.nature(one)
            twice = left[nature] > 0
            left[nature] -= twice
            (repeated if twice else kept).append(one)
        told = (len(repeated), sum(map(reading.size, repeated)))
        read = replace(file.read, registered=kept) if duplicates == "drop" else file.read
        found.append(replace(file, read=read, repeated=told))
        earlier |= own
    return found
