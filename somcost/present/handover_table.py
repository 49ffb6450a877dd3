"""What goes on to SØM as CSV in Danish form: a row for each year and category, the numbers not rounded."""

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from somcost.present.files import write_atomically
from somcost.present.handover_words import HandoverWords
from somcost.present.language import N_
from somcost.present.ledger_table import no_formula
from somcost.present.words import Words

ENCODING, DELIMITER = "utf-8-sig", ";"
"""What a Danish Excel opens as a table by a double click."""


def write_handover(figures: Mapping[str, Any], path: Path, *, words: Words) -> None:
    """Write a hand-over as CSV: semicolons, decimal commas, UTF-8 with its mark; what is not known is an empty cell.

    Args:
        figures: The hand-over as plain data.
        path: The file.
        words: The words of the assessment, in the language of headings and categories.

    Raises:
        InputProblems: The file cannot be written.
    """
    text = io.StringIO()
    rows = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    rows.writerows(handover_rows(figures, words))
    write_atomically(path, lambda to: _write(to, text.getvalue()))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding=ENCODING, newline="")


def handover_rows(figures: Mapping[str, Any], words: Words) -> list[list[str]]:
    """Give the headings and the rows of the table; price level and denominators stand in every row."""
    said, say = HandoverWords(words, figures), words.say
    denominators = figures["denominators"]
    headings = [
        say(N_("Intervention")),
        say(N_("Year")),
        say(N_("Category")),
        say(N_("Payer")),
        say(N_("kr.")),
        said.per_participant(),
        say(N_("Reservation")),
        say(N_("Price level")),
        *(words.key(name) for name in denominators),
    ]
    per = [_number(value) for value in denominators.values()]
    level = str(figures["price_level"])
    title = words.assessment.inputs.scenario.title
    return [_safe(headings), *(_safe([title, *_cells(row, said), level]) + per for row in figures["rows"])]


def _cells(row: Mapping[str, Any], said: HandoverWords) -> list[str]:
    return [
        row["year"],
        said.category(row["category"]),
        said.payer(row["payer"]),
        _number(row["cost"]),
        _number(row["cost_per_participant"]),
        said.bound(row["bound"]),
    ]


def _number(value: float | None) -> str:
    """Write every digit of a number with a decimal comma.

    >>> _number(1234.5), _number(-2000.0), _number(1e-07), _number(-0.0), _number(None)
    ('1234,5', '-2000', '0,0000001', '0', '')
    """
    if value is None:
        return ""
    text = format(Decimal(repr(value + 0.0)), "f")
    whole, _, fraction = text.partition(".")
    return f"{whole},{fraction}" if fraction.strip("0") else whole


def _safe(cells: Sequence[str]) -> list[str]:
    return [cell if _is_number(cell) else no_formula(cell) for cell in cells]


def _is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(",", "", 1).isdecimal()
