"""Words of exports that a profile maps to nothing: each told once, with how many rows it stands in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from somcost.intake.read_rows import SetAside, cell_at
from somcost.intake.row_cells import Reason
from somcost.intake.sheet import Sheet
from somcost.intake.understood import Doubt
from somcost.model.profiles import Meaning
from somcost.read.cells import as_text, quoted

WORDS_LEFT: Mapping[Reason, Meaning] = {"group_unknown": "job_group", "status_unknown": "status"}
"""By the reason of a row that is left out, what its word means."""
OF_WORDS = tuple(f"values.{meaning}" for meaning in WORDS_LEFT.values())
ADVICE: Mapping[Meaning, str] = {
    "job_group": "Say --job-group WORD=ID, or add the word under values.job_group in the profile.",
    "status": "Say --status WORD=STATUS, or add the word under values.status in the profile.",
}
NAMES: Mapping[Meaning, str] = {"job_group": "job group", "status": "status"}


def doubts_of_words_left(files: Sequence[tuple[Sheet, Sequence[SetAside]]]) -> Iterator[Doubt]:
    """Ask what is meant by the words that a profile maps to nothing."""
    found = Counter(word for sheet, aside in files for word in _words(sheet, aside))
    for (meaning, word), rows in found.items():
        stands = "1 row" if rows == 1 else f"{rows:,} rows"
        told = f"{quoted(word)} is mapped to no {NAMES[meaning]}: {stands}"
        yield Doubt(f"values.{meaning}", told, ADVICE[meaning], word, rows=rows)


def _words(sheet: Sheet, aside: Sequence[SetAside]) -> Iterator[tuple[Meaning, str]]:
    left = [each for each in aside if each.reason in WORDS_LEFT]
    rows = dict(zip(sheet.lines, sheet.rows, strict=True)) if left else {}
    for each in left:
        yield WORDS_LEFT[each.reason], as_text(cell_at(rows[each.line], each.column - 1)).strip()
