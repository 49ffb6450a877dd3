"""Exports of accounts, worked out by hand: how amounts are written, VAT, signs, and every krone accounted for."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from somcost.cli import app
from somcost.intake.amounts import amount_of, is_unclear, mark_of
from somcost.intake.expenses import accounts_of
from somcost.intake.headings import amounts_by, meanings_of
from somcost.intake.imported import Imported, import_files
from somcost.intake.said import Said
from somcost.read.assumptions import read_assumptions
from somcost.read.number_cells import Mark

GROUPS = read_assumptions("som-2019", beside=Path())[0].job_groups


def imported(folder: Path, text: str, **said: Any) -> Imported:
    """Write an export and import it."""
    path = folder / "export.csv"
    path.write_text(text, "utf-8")
    return import_files([path], GROUPS, said=Said(kind="expenses", **said))


@pytest.mark.parametrize(
    ("text", "mark", "kr"),
    [
        ("1.234,50", ",", "1234.50"),
        ("1.234,50-", ",", "-1234.50"),
        ("(1.234,50)", ",", "-1234.50"),
        ("-1.234,50", ",", "-1234.50"),
        ("\u22121.234,50", ",", "-1234.50"),
        ("1 234,50 kr.", ",", "1234.50"),
        ("kr. 1.234,50-", ",", "-1234.50"),
        ("DKK 1,234.50", ".", "1234.50"),
        ("500,-", ",", "500"),
        ("-500,-", ",", "-500"),
        ("1.500,--", ",", "1500"),
        ("+12", ",", "12"),
    ],
)
def test_amounts_as_they_are_written(text: str, mark: Mark, kr: str) -> None:
    """To the øre, with the sign wherever it stands."""
    assert amount_of(text, mark=mark) == Decimal(kr)


@pytest.mark.parametrize("text", ["", "-", "-5-", "(-5)", "5 stk", "1.23,4", "5%", "12-03-2018", "kr", ",-"])
def test_what_is_no_amount(text: str) -> None:
    """Two signs, other units, dates."""
    assert amount_of(text, mark=",") is None


def test_a_workbooks_noise_is_no_part_of_an_amount() -> None:
    """0.1 + 0.2 is 0.3."""
    assert amount_of(0.1 + 0.2, mark=",") == Decimal("0.3")


def test_the_mark_is_told_by_any_amount() -> None:
    """Brackets and a trailing minus hide nothing; 1.500 alone tells nothing."""
    assert mark_of(["1.500", "(2,5)"]) == ","
    assert mark_of(["1.500", "1.500,-"]) == ","
    assert mark_of(["1,500", "7.25-"]) == "."
    assert mark_of(["1.500", "7"]) is None
    assert is_unclear("1.500-")
    assert not is_unclear("7")


VAT_ROWS = "02-01-2018;{0};250,00\n03-01-2018;100,00;\n04-01-2018;{1};-0,03\n"


@pytest.mark.parametrize(
    ("heading", "first", "credit", "said", "total"),
    [
        ("Beløb ekskl. moms", "1.000,00", "-0,10", "in", "1349.87"),
        ("Beløb ekskl. moms", "1.000,00", "-0,10", "out", "1099.90"),
        ("Beløb inkl. moms", "1.250,00", "-0,13", "in", "1349.87"),
        ("Beløb inkl. moms", "1.250,00", "-0,13", "out", "1099.90"),
    ],
)
def test_vat_by_hand(tmp_path: Path, heading: str, first: str, credit: str, said: str, total: str) -> None:
    """1000 + 250 + 100 - 0.10 - 0.03 with VAT, 1000 + 100 - 0.10 without, whichever way the export has it."""
    text = f"Dato;{heading};Moms\n" + VAT_ROWS.format(first, credit)
    found = imported(tmp_path, text, vat=said)

    assert found.questions == []
    assert accounts_of(found.reads, found.profile).written == Decimal(total)


def test_vat_is_asked_about_where_it_stands(tmp_path: Path) -> None:
    """A column of VAT asks twice if no heading tells; one of noughts asks nothing."""
    some = imported(tmp_path, "Dato;Beløb;Moms\n02-01-2018;125,00;25,00\n")
    none = imported(tmp_path, "Dato;Beløb;Moms\n02-01-2018;125,00;0,00\n")

    assert [each.key for each in some.questions] == ["vat", "amounts_are"]
    assert none.questions == []


@pytest.mark.parametrize(("said", "written"), [("costs-negative", "60"), ("costs-positive", "-60")])
def test_signs_are_asked_about_and_said(tmp_path: Path, said: str, written: str) -> None:
    """-50 - 20 + 10 is 60 of costs or 60 of credits."""
    text = "Dato;Beløb\n02-01-2018;-50,00\n03-01-2018;-20,00\n04-01-2018;10,00\n"
    found = imported(tmp_path, text, sign=said)

    assert [each.key for each in imported(tmp_path, text).questions] == ["sign"]
    assert found.questions == []
    assert accounts_of(found.reads, found.profile).written == Decimal(written)


def test_some_credits_among_costs_are_not_asked_about(tmp_path: Path) -> None:
    """Two of five amounts are under 0, and the sum is 300 - 20."""
    amounts = ("100", "100", "100", "-10", "-10")
    rows = "".join(f"0{day}-02-2018;4010;{amount},00\n" for day, amount in enumerate(amounts, start=1))

    assert not imported(tmp_path, f"Dato;Konto;Beløb\n{rows}").questions


def test_a_large_credit_among_small_costs_is_asked_about(tmp_path: Path) -> None:
    """One amount of three is under 0, and all of them together."""
    found = imported(tmp_path, "Dato;Beløb\n02-01-2018;-500,00\n03-01-2018;20,00\n04-01-2018;10,00\n")

    assert [each.key for each in found.questions] == ["sign"]


def test_vat_of_a_credit_by_its_side(tmp_path: Path) -> None:
    """A credit's VAT is a credit: 1000 + 250 - 100 - 25."""
    text = "Dato;Beløb uden moms;D/K;Moms\n02-01-2018;1.000,00;D;250,00\n03-01-2018;100,00;K;25,00\n"
    found = imported(tmp_path, text, vat="in")

    assert accounts_of(found.reads, found.profile).written == Decimal(1125)


def test_every_krone_is_accounted_for(tmp_path: Path) -> None:
    """100 + 50 - 30 read; 40 without a date, 120 a sum, and a word set aside: 280 in the export."""
    path, out = tmp_path / "export.csv", tmp_path / "expenses.csv"
    path.write_text(
        "Dato;Konto;Tekst;Beløb\n02-01-2018;4;x;100,00\n03-01-2018;4;y;50,00\n04-01-2018;4;z;-30,00\n"
        ";4;uden dato;40,00\n05-01-2018;4;w;mange\nI alt;;;120,00\n",
        "utf-8",
    )
    asked = ["import", str(path), "--kind", "expenses", "--set-aside", "--write", str(out), "--json"]
    told = json.loads(CliRunner().invoke(app, asked).stdout)
    accounts = told["accounts"]

    assert (accounts["rows"], accounts["amount"]) == (6, 280)
    assert (accounts["read"], accounts["amount_read"], accounts["amount_aside"]) == (3, 120, 160)
    assert (accounts["credit_notes"], accounts["amount_credited"], accounts["written"]) == (1, -30, 120)
    assert {each["reason"]: each["amount"] for each in told["set_aside"]} == {
        "total": 120,
        "date_missing": 40,
        "amount_unread": None,
    }
    assert out.read_text("utf-8") == "date,amount,category\n2018-01-02,100,4\n2018-01-03,50,4\n2018-01-04,-30,4\n"


def test_an_amount_that_cannot_be_read_is_in_no_sum_and_is_told(tmp_path: Path) -> None:
    """It is not 0 kr.: the sums hold 100 kr., and one row is said to be in none of them."""
    found = imported(tmp_path, "Dato;Konto;Beløb\n01-02-2018;4010;100,00\n02-02-2018;4010;ca. 50\n")
    accounts = accounts_of(found.reads, found.profile)

    assert (accounts.rows, accounts.amount, accounts.unread) == (2, Decimal(100), 1)
    shown = CliRunner().invoke(app, ["import", str(tmp_path / "export.csv"), "--kind", "expenses"]).output
    assert "Rækker, hvis beløb ikke kan læses, og som ikke er med i nogen sum: 1." in " ".join(shown.split())


def test_a_row_of_two_files_is_told_in_kr(tmp_path: Path) -> None:
    """And left out on somebody's word, with its kr in the account: 30 in the files, 20 written."""
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text("Dato;Konto;Beløb\n02-01-2018;4;10,00\n" + ("03-01-2018;4;10,00\n" if path == paths[1] else ""))
    asked = ["import", *map(str, paths), "--kind", "expenses", "--write", str(tmp_path / "out.csv"), "--json"]
    refused = CliRunner().invoke(app, asked)
    told = json.loads(CliRunner().invoke(app, [*asked, "--duplicates", "drop"]).stdout)["accounts"]

    assert "1 row with 10.00 kr in an earlier file too" in refused.stderr
    assert (told["amount"], told["amount_repeated"], told["written"]) == (30, 10, 20)


def test_free_text_is_never_written(tmp_path: Path) -> None:
    """Neither in what is written nor in the report."""
    path, out = tmp_path / "export.csv", tmp_path / "out.csv"
    path.write_text("Dato;Posteringstekst;Beløb\n02-01-2018;fortroligt;10,00\n", "utf-8")
    shown = CliRunner().invoke(app, ["import", str(path), "--kind", "expenses", "--write", str(out)])

    assert "fortroligt" not in shown.output + out.read_text("utf-8")


def test_options_of_another_kind_are_refused(tmp_path: Path) -> None:
    """A status of expenses, a sign of citizens, a kind beside a profile."""
    path = tmp_path / "export.csv"
    path.write_text("Dato;Beløb\n02-01-2018;10,00\n", "utf-8")
    for said in (["--kind", "expenses", "--status", "a=enrolled"], ["--sign", "costs-positive"]):
        assert CliRunner().invoke(app, ["import", str(path), *said]).exit_code == 2


def test_headings_of_amounts() -> None:
    """What they say of VAT is no part of their name; balances and budgets are no amounts."""
    assert meanings_of("Beløb (kr.) inkl. moms", "expenses") == {"amount": 1.0}
    assert meanings_of("Korrigeret budget kr.", "expenses") == {}
    assert (amounts_by("Beløb ex. moms"), amounts_by("Beløb med moms")) == ("without-vat", "with-vat")


@pytest.mark.parametrize(
    ("heading", "total"),
    [("Beløb i 1.000 kr.", 13000), ("Beløb (t.kr.)", 13000), ("tkr.", 13000), ("Forbrug, mio. kr.", 13_000_000),
     ("Beløb kr.", 13), ("Beløb", 13)],
)  # fmt: skip
def test_amounts_are_what_their_heading_says(tmp_path: Path, heading: str, total: int) -> None:
    """12.5 + 0.5, in kr, thousands or millions; nothing is in doubt."""
    found = imported(tmp_path, f"Dato;Konto;{heading}\n02-01-2018;4;12,5\n03-01-2018;4;0,5\n")

    assert list(found.problems(set_aside=False, duplicates=None)) == []
    assert accounts_of(found.reads, found.profile).written == Decimal(total)


@pytest.mark.parametrize("text", ["Beløb i 1.000 kr.\n\nDato;Konto;Beløb", "Dato;Konto;Beløb (t.kr.);Moms"])
def test_thousands_that_not_every_heading_says_are_asked_about(tmp_path: Path, text: str) -> None:
    """A title says it, or one of two headings."""
    rows = "\n02-01-2018;4;12,5;2,5\n"
    found = imported(tmp_path, text + rows)
    said = imported(tmp_path, text + rows, amounts_in="thousands", vat="in", amounts_are="with-vat")

    assert found.understood is not None
    assert [each.key for each in found.understood.doubts] == ["amounts_in"]
    assert accounts_of(said.reads, said.profile).written == Decimal(12500)


def test_vat_that_is_of_the_amount_is_in_it(tmp_path: Path) -> None:
    """Heraf moms: what is asked is whether it is to be written."""
    found = imported(tmp_path, "Dato;Beløb;Heraf moms\n02-01-2018;125,00;25,00\n")

    assert [each.key for each in found.questions] == ["vat"]


def test_amounts_across_are_all_read_or_told(tmp_path: Path) -> None:
    """Six times 1 + 1, and 4, are 16; a word and a balance are told, a sum is none, an unknown column stops it."""
    six = "".join(f"401{number};1,00;1,00\n" for number in range(6))
    text = f"Konto;jan 2018;feb 2018\n{six}4020;mange;4,00\n4000 i alt;6,00;10,00\nSaldo;6,00;10,00\n"
    found = imported(tmp_path, text)
    aside = [(each.line, each.column, each.reason, each.amount) for each in found.files[0].read.aside]

    assert accounts_of(found.reads, found.profile).written == 16
    assert aside == [
        (8, 2, "amount_unread", None),
        (9, 0, "total", Decimal(16)),
        (10, 0, "perhaps_balance", Decimal(16)),
    ]
    left = imported(tmp_path, "Konto;jan 2018;feb 2018;marts18x\n4010;1,00;2,00;3,00\n4020;1,00;2,00;3,00\n")
    assert [each.check for each in left.problems(set_aside=False, duplicates=None)] == ["exports-leave-no-hours-behind"]


def test_budgets_across_are_no_expenses(tmp_path: Path) -> None:
    """Under a heading of what was spent months are read, under one of the budget none; they are asked about."""
    text = "Konto;Forbrug;;Budget;\n;jan 2018;feb 2018;jan 2018;feb 2018\n4010;1,00;2,00;30,00;40,00\n"
    found = imported(tmp_path, text)
    told = [each.message for each in found.problems(set_aside=False, duplicates=None)]

    assert accounts_of(found.reads, found.profile).written == 3
    assert len(told) == 2
    assert all("Budget" in message for message in told)
