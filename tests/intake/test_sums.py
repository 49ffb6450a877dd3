"""Sums among the rows of an export: known by what they say and by what they add up to, asked about where in doubt."""

from pathlib import Path
from typing import Any

import pytest

from somcost.intake.imported import Imported, import_files
from somcost.intake.said import Said
from somcost.intake.sum_words import says_sum
from somcost.model.profiles import KindName
from somcost.read.assumptions import read_assumptions

GROUPS = read_assumptions("som-2019", beside=Path())[0].job_groups
HEAD = "Dato;Medarbejder;Stilling;Timer\n"
ROWS = "01-03-2018;M1;Pædagog;7,5\n02-03-2018;M1;Pædagog;2,5\n"


def imported(folder: Path, text: str, kind: KindName = "registrations", **said: Any) -> Imported:
    """Write an export and import it."""
    path = folder / "export.csv"
    path.write_text(text, "utf-8")
    return import_files([path], GROUPS, said=Said(kind=kind, **said))


def hours(found: Imported) -> float:
    """Give the hours that count."""
    return float(sum(one.hours for file in found.files for one in file.read.registered))


def left_out(found: Imported) -> list[tuple[int, str, float | None]]:
    """Give what is left out: its line, why, and its hours."""
    return [(each.line, each.reason, each.hours) for file in found.files for each in file.read.aside]


@pytest.mark.parametrize(
    "words",
    ["I alt", "Januar i alt", "Socialrådgiver i alt:", "Subtotal", "Mellemsum", "∑", "Σ Pædagog", "Kørsel sum",
     "Materialer total", "Hovedtotal", "Samlet", "Gennemsnit", "Gns.", "Normtid", "Saldo", "(i alt)"],
)  # fmt: skip
def test_a_row_says_that_it_is_a_sum(words: str) -> None:
    """At the beginning of its first cell, or at the end of any."""
    assert says_sum([words, "", 7.5])


@pytest.mark.parametrize(
    "words", ["Summer", "Alt i alt et godt møde", "Normal dag", "Totalt", "Medarbejder 1", "Snitsår"]
)
def test_a_row_that_says_no_sum(words: str) -> None:
    """Words that only hold such a word, or hold it in the middle."""
    assert not says_sum([words, "", 7.5])


def test_a_sum_without_a_day_is_no_registration(tmp_path: Path) -> None:
    """7.5 + 2.5, and the sum of both in the words of a registration: 10 hours and not 20."""
    found = imported(tmp_path, f"{HEAD}{ROWS};Pædagog i alt;Pædagog;10,0\n")

    assert hours(found) == 10
    assert left_out(found) == [(4, "total", 10)]
    assert found.profile.fill_down == ()


def test_a_sum_with_a_day_is_one_if_it_adds_up(tmp_path: Path) -> None:
    """7.5 + 2.5 is 10 and not 9: what says that it is a sum and is not is asked about."""
    surely = imported(tmp_path, f"{HEAD}{ROWS}31-03-2018;M1 i alt;Pædagog;10,0\n")
    perhaps = imported(tmp_path, f"{HEAD}{ROWS}31-03-2018;M1 i alt;Pædagog;9,0\n")

    assert left_out(surely) == [(4, "total", 10)]
    assert (surely.questions, hours(surely)) == ([], 10)
    assert left_out(perhaps) == [(4, "perhaps_total", 9)]
    assert [each.key for each in perhaps.questions] == ["sums"]


@pytest.mark.parametrize(("said", "expected"), [("drop", 10), ("keep", 19)])
def test_what_is_in_doubt_counts_as_it_is_said(tmp_path: Path, said: str, expected: float) -> None:
    """7.5 + 2.5, and 9 more if it is no sum."""
    found = imported(tmp_path, f"{HEAD}{ROWS}31-03-2018;M1 i alt;Pædagog;9,0\n", sums=said)

    assert hours(found) == expected
    assert found.questions == []


@pytest.mark.parametrize("rows", [f"{ROWS}31-03-2018;;Pædagog;10,0\n", f"31-03-2018;;Pædagog;10,0\n{ROWS}"])
def test_what_adds_up_and_lacks_a_cell_is_asked_about(tmp_path: Path, rows: str) -> None:
    """No word says so: the employee is blank, and the hours are those of both others, above or below."""
    found = imported(tmp_path, HEAD + rows)

    assert [each.key for each in found.questions] == ["sums"]
    assert hours(found) == 10


def test_what_adds_up_and_lacks_nothing_is_a_registration(tmp_path: Path) -> None:
    """1 + 1 is 2 by accident; so is a row like the one before it."""
    rows = "01-03-2018;M1;Pædagog;1\n02-03-2018;M1;Pædagog;1\n03-03-2018;M1;Pædagog;2\n"
    found = imported(tmp_path, HEAD + rows)

    assert (found.questions, hours(found)) == ([], 4)


def test_where_every_row_says_that_it_is_a_sum_all_are_asked_about(tmp_path: Path) -> None:
    """Sums of nothing may be all there is."""
    text = "Stilling;jan 2018;feb 2018\nPædagog i alt;10;20\nPsykolog i alt;5;6\n"
    groups = {"Pædagog i alt": "paedagog", "Psykolog i alt": "psykolog"}
    asked = imported(tmp_path, text, groups=groups)
    kept = imported(tmp_path, text, groups=groups, sums="keep")

    assert [each.key for each in asked.questions] == ["sums"]
    assert hours(kept) == 41


def test_a_sum_of_months_across_is_known_in_every_column(tmp_path: Path) -> None:
    """1 + 2, 3 + 4 and 5 + 6 in a row that says nothing, in the words of a registration."""
    text = (
        "Medarbejder;Stilling;jan 2018;feb 2018;mar 2018\nM1;Pædagog;1;3;5\nM2;Pædagog;2;4;6\nHold A;Pædagog;3;7;11\n"
    )
    found = imported(tmp_path, text)

    assert left_out(found) == [(4, "perhaps_total", 21)]
    assert hours(found) == 21


def test_a_blank_beside_a_balance_is_not_written_once(tmp_path: Path) -> None:
    """Balances and sums alone lack an account: one of a later posting is not that of the row above."""
    text = (
        "Dato;Art;Kontonavn;Beløb\n01-03-2018;4010;Kørsel;125,00\n02-03-2018;4020;Materialer;25,00\n"
        "Saldo;;;150,00\nI alt;;;150,00\n"
    )
    assert imported(tmp_path, text, "expenses").profile.fill_down == ()
