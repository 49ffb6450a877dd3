"""What an import found, as tables: the file, its columns and words, what its kind tells, and what is in doubt."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from somcost.intake.imported import Imported
from somcost.intake.questions import Question, question_of, questions_of_rows
from somcost.intake.understood import ColumnGuess, Understood
from somcost.intake.wide import columns_across
from somcost.intake.words_left import OF_WORDS
from somcost.intake.wordy import wordy_columns
from somcost.model.profiles import KindName, Meaning
from somcost.present.imported_questions import doubt_text
from somcost.present.imported_words import FORMS, MEANINGS
from somcost.present.language import N_, Code, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.imported_citizens import citizens_blocks
from somcost.present.terminal.imported_expenses import expenses_blocks
from somcost.present.terminal.imported_registrations import registrations_blocks
from somcost.present.terminal.view import MISSING, Block, Lines, Table

DELIMITERS = {";": N_("semicolon"), ",": N_("comma"), "\t": N_("tab"), "|": N_("bar")}
ACROSS = {
    "period": N_("Periods stand across, with hours in the cells."),
    "amounts": N_("Periods stand across, with amounts in the cells."),
    "job_group": N_("Job groups stand across, with hours in the cells."),
}

WRITES: Mapping[KindName, str] = {
    "registrations": N_("--write FILE writes the registrations for a scenario, --save FILE how they were read."),
    "citizens": N_("--write FILE writes the citizens for a scenario, --save FILE how they were read."),
    "expenses": N_("--write FILE writes the expenses for a scenario, --save FILE how they were read."),
}
GROUPS = N_(
    "The set's job groups are {groups}. Is one missing, make a set of your own and name it by --assumptions own.yaml."
)


def imported_blocks(
    imported: Imported,
    numbers: Numbers,
    *,
    set_aside: bool = False,
    written: Sequence[tuple[str, int | None]] = (),
    groups: Sequence[str] = (),
) -> Iterator[Block]:
    """Give what an import found.

    Args:
        imported: What was imported.
        numbers: How numbers are written.
        set_aside: Whether rows that cannot be read are left out on somebody's word.
        written: The files that were written, each with its rows; None of a profile.
        groups: The job groups of the assumption set.
    """
    return _Blocks(imported, numbers, set_aside, written, groups).blocks()


@dataclass(frozen=True, slots=True)
class _Blocks:
    imported: Imported
    numbers: Numbers
    set_aside: bool
    written: Sequence[tuple[str, int | None]]
    groups: Sequence[str]

    def say(self, message: str, **words: object) -> str:
        return say(message, self.numbers.language).format(**words)

    def blocks(self) -> Iterator[Block]:
        yield self._files()
        understood = self.imported.understood
        if understood is not None:
            yield self._columns(understood)
            if understood.groups:
                yield self._words(understood)
        yield from FOUND[self.imported.profile.kind](self.imported, self.numbers)
        language: Code = "en" if self.numbers.language == "en" else "da"
        questions = list(self._questions())
        doubts = [("", doubt_text(each, language)) for each in questions]
        if self.groups and any(each.key == "values.job_group" for each in questions):
            doubts.append(("", self.say(GROUPS, groups=", ".join(self.groups))))
        if doubts:
            yield Lines(self.say(N_("In doubt, to be said before the rows can be used")), doubts)
        wordy = [("", self._wordy(*each)) for each in wordy_columns(self.imported.reads, self.imported.profile.kind)]
        if wordy:
            yield Lines(self.say(N_("Written as it stands; look whether it names persons")), wordy)
        if self.written:
            yield Lines(self.say(N_("Written to a file")), [(name, self._written(rows)) for name, rows in self.written])
        else:
            yield Lines(self.say(N_("Next")), [("", self.say(WRITES[self.imported.profile.kind]))])

    def _questions(self) -> Iterator[Question]:
        understood = self.imported.understood
        doubts = [*(understood.doubts if understood else ()), *self.imported.questions]
        left = [each for each in doubts if not (self.set_aside and each.key in OF_WORDS)]
        yield from (question_of(each, understood, {}) for each in left)
        yield from questions_of_rows(self.imported, set_aside=self.set_aside)

    def _wordy(self, meaning: Meaning, words: int, rows: int) -> str:
        plain = self.numbers.plain
        told = N_("{column}: {words} different texts in {rows} rows")
        return self.say(told, column=self.say(MEANINGS[meaning]), words=plain(words), rows=plain(rows))

    def _written(self, rows: int | None) -> str:
        if rows is None:
            return self.say(N_("how the export is read"))
        return self.say(N_("1 row") if rows == 1 else N_("{count} rows"), count=self.numbers.plain(rows))

    def _files(self) -> Lines:
        return Lines(
            self.say(N_("What was found")),
            [(file.path.name, self._format(number)) for number, file in enumerate(self.imported.files)],
        )

    def _format(self, number: int) -> str:
        file = self.imported.files[number]
        sheet, profile = file.sheet, self.imported.profile
        parts = [sheet.format.upper()]
        if sheet.name:
            parts.append(self.say(N_("sheet {name}"), name=sheet.name))
        if sheet.encoding:
            parts.append(sheet.encoding)
        if sheet.delimiter:
            delimiter = self.say(DELIMITERS.get(sheet.delimiter, sheet.delimiter))
            parts.append(self.say(N_("{delimiter} between cells"), delimiter=delimiter))
        if profile.decimal:
            marks = {",": N_("decimal comma"), ".": N_("decimal point")}
            parts.append(self.say(marks[profile.decimal]))
        parts.append(self.say(N_("header on line {line}"), line=sheet.lines[file.region.top]))
        return ", ".join(parts)

    def _columns(self, understood: Understood) -> Table:
        across = columns_across(understood.profile, understood.region.headings)
        rows = [
            [
                each.heading,
                self._meaning(each, across),
                self.say(FORMS[each.form]) if each.form else "",
                self.numbers.percent(each.confidence) if each.meaning else MISSING,
            ]
            for each in understood.columns
        ]
        headings = [N_("Column"), N_("Read as"), N_("Written as"), N_("How sure")]
        profile, stands = self.imported.profile, self.imported.profile.across
        repeats = N_("{column}: a blank cell repeats the one above.")
        notes = [self.say(repeats, column=self._heading(meaning)) for meaning in profile.fill_down]
        if stands is not None:
            notes.insert(0, self.say(ACROSS["amounts" if profile.kind == "expenses" else stands.over]))
        if "" in self.imported.profile.values.get("with_citizen", {}):
            notes.append(self.say(N_("{column}: a blank cell is a no."), column=self._heading("with_citizen")))
        return Table(self.say(N_("Columns")), [self.say(each) for each in headings], rows, notes, words=(0, 1, 2))

    def _heading(self, meaning: Meaning) -> str:
        return self.imported.profile.columns[meaning].heading

    def _meaning(self, column: ColumnGuess, across: Collection[int]) -> str:
        if column.number in across:
            of_expenses = self.imported.profile.kind == "expenses"
            return self.say(N_("amounts, across") if of_expenses else N_("hours, across"))
        return self.say(MEANINGS[column.meaning] if column.meaning else N_("not read"))

    def _words(self, understood: Understood) -> Table:
        rows = [[each.word, each.group, self.numbers.percent(each.likeness)] for each in understood.groups.values()]
        of_citizens = self.imported.profile.kind == "citizens"
        title, ours = (N_("Statuses"), N_("Status")) if of_citizens else (N_("Job groups"), N_("Job group"))
        headings = [N_("In the export"), ours, N_("How sure")]
        return Table(self.say(title), [self.say(each) for each in headings], rows, words=(0, 1))


FOUND: Mapping[KindName, Callable[[Imported, Numbers], Iterator[Block]]] = {
    "registrations": registrations_blocks,
    "citizens": citizens_blocks,
    "expenses": expenses_blocks,
}
