"""Numbers that identify a person stop an import, or leave it as pseudonyms; none is in any output."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from person_numbers import parted, person_number
from typer.testing import CliRunner, Result

from somcost.cli import app


def planted(folder: Path) -> tuple[Path, list[str]]:
    """Write an export with numbers in a column and in a note; give its path and the numbers."""
    numbers = [person_number(1), person_number(2, valid=False), person_number(3)]
    lines = ["Dato;Stilling;Timer;Borger;Bemærkning"]
    lines += [f"12-03-2018;Pædagog;{hours};{parted(own)};intet" for hours, own in enumerate(numbers, start=1)]
    lines += [f"13-03-2018;Pædagog;4;sag 7;ringet om {parted(numbers[0])}"]
    path = folder / "in" / "export.csv"
    path.parent.mkdir()
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path, numbers


def everything(folder: Path, *texts: str) -> str:
    """Give all that was printed and written."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "in"]
    return "\n".join([*texts, *(path.read_bytes().decode("utf-8", "replace") for path in files)])


def test_numbers_stop_an_import_and_are_not_shown(tmp_path: Path) -> None:
    """The columns are named with their first place; nothing is written."""
    path, numbers = planted(tmp_path)
    refused = CliRunner().invoke(app, ["import", str(path), "--write", str(tmp_path / "time.csv")])

    assert refused.exit_code == 1
    assert "export.csv:2:4: column 4: 3 cells of the column hold CPR numbers" in refused.stderr
    assert "export.csv:5:5: column 5: a cell of the column holds a CPR number" in refused.stderr
    assert not (tmp_path / "time.csv").exists()
    for number in numbers:
        assert number[:6] not in refused.output
        assert number[6:] not in refused.output


def test_pseudonyms_stand_for_persons_in_every_output(tmp_path: Path) -> None:
    """The same ones in the next import with the same key; of the numbers nothing is left anywhere."""
    path, numbers = planted(tmp_path)
    key = tmp_path / "secret" / "key.txt"
    key.parent.mkdir()
    out, profile = tmp_path / "out" / "time.csv", tmp_path / "out" / "profile.yaml"
    out.parent.mkdir()
    asked = ["import", str(path), "--pseudonymise", str(key), "--write", str(out), "--save", str(profile)]
    first = CliRunner().invoke(app, [*asked, "--new-key"])
    assert first.exit_code == 0, first.stderr
    rows = out.read_text("utf-8")
    again = CliRunner().invoke(app, [*asked, "--json"])

    assert out.read_text("utf-8") == rows
    assert key.stat().st_mode & 0o077 == 0
    assert len({line.split(",")[-1] for line in rows.splitlines()[1:]}) == 4
    told = everything(tmp_path, first.output, again.output)
    for number in numbers:
        assert number not in told
        assert f"{number[:6]}-{number[6:]}" not in told


@pytest.mark.parametrize("place", ["in/key.txt", "out/key.txt"])
def test_a_key_lies_elsewhere(tmp_path: Path, place: str) -> None:
    """Neither beside the exports nor beside what is written."""
    path, _ = planted(tmp_path)
    (tmp_path / "out").mkdir()
    asked = ["import", str(path), "--write", str(tmp_path / "out" / "time.csv")]
    refused = CliRunner().invoke(app, [*asked, "--pseudonymise", str(tmp_path / place), "--new-key"])

    assert refused.exit_code == 1
    assert "lies beside the exports or what is written" in refused.stderr
    assert not (tmp_path / place).exists()


def test_a_key_is_long_random_and_never_written_over(tmp_path: Path) -> None:
    """A short one, one of one letter, none at all, and one that is there already."""
    path, _ = planted(tmp_path)
    folder = tmp_path / "secret"
    folder.mkdir()
    for content in ("short", "a" * 64, None):
        key = folder / "key.txt"
        key.unlink(missing_ok=True)
        if content is not None:
            key.write_text(content)
        assert CliRunner().invoke(app, ["import", str(path), "--pseudonymise", str(key)]).exit_code == 1
    key.write_text("b" * 64)
    assert CliRunner().invoke(app, ["import", str(path), "--pseudonymise", str(key), "--new-key"]).exit_code == 1
    assert key.read_text() == "b" * 64


def imported(folder: Path, *columns: str, rows: list[str], name: str = "udtræk.csv") -> Result:
    """Import registrations with more columns beside date, job group and hours."""
    path = folder / name
    lines = [";".join(["Dato", "Stilling", "Timer", *columns]), *(f"12-03-2018;Pædagog;1,5;{row}" for row in rows)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return CliRunner().invoke(app, ["import", str(path), "--write", str(folder / "ud.csv")])


@pytest.mark.parametrize(
    "form",
    ["{d}{m}{y}-{last}", "{d}{m}{y}–{last}", "{d}{m}{y} {last}", "{d}{m}{y}/{last}", "{d}.{m}.{y}-{last}",
     "{d}.{m}.{y} {last}", "{d}-{m}-{y}-{last}", "{d}{m}{y}{last}", "Sag{d}{m}{y}{last}", "{d}{m}{y}_{last}"],
)  # fmt: skip
@pytest.mark.parametrize("text", ["{}", "Samtale {} i dag"])
def test_every_written_form_stops_an_import(form: str, text: str, tmp_path: Path) -> None:
    """In the activity, which is written as it stands, and in a note, which is not read."""
    number = person_number(21, day_from=10)
    cell = text.format(form.format(d=number[:2], m=number[2:4], y=number[4:6], last=number[6:]))
    for heading, column in (("Aktivitet", 4), ("Bemærkning", 4)):
        refused = imported(tmp_path, heading, rows=["Møde", cell, "Møde"])

        assert refused.exit_code == 1, cell
        assert f"udtræk.csv:3:{column}: column {column}: a cell of the column holds a CPR number" in refused.stderr
        assert number[6:] not in refused.output
        assert not (tmp_path / "ud.csv").exists()


def test_a_column_of_nine_digits_stops_an_import(tmp_path: Path) -> None:
    """A spreadsheet took the leading nought; numbers in cells of a workbook are the same."""
    numbers = [number for seed in range(60) if (number := person_number(seed)).startswith("0")][:3]
    refused = imported(tmp_path, "Sag", rows=[number[1:] for number in numbers])
    book = Workbook()
    assert book.active is not None
    book.active.append(["Dato", "Stilling", "Timer", "Sag"])
    for number in numbers:
        book.active.append(["12-03-2018", "Pædagog", 1.5, int(number)])
    book.save(tmp_path / "udtræk.xlsx")
    typed = CliRunner().invoke(app, ["import", str(tmp_path / "udtræk.xlsx")])

    for each, file in ((refused, "udtræk.csv"), (typed, "udtræk.xlsx")):
        assert f"{file}:2:4: column 4: 3 cells of the column hold CPR numbers" in each.stderr
        assert not any(number[6:] in each.output for number in numbers)


def test_other_numbers_do_not_stop_an_import(tmp_path: Path) -> None:
    """Invoices, accounts, telephones, a date with a count; and one without a hyphen that fails modulus 11."""
    rows = ["Faktura 2018004711", "Konto 8401 1203180042", "Tlf. 12345678", "12-03-2018 1530", "CVR 12345678",
            f"Bilag {parted(person_number(21, valid=False), ' ')}"]  # fmt: skip
    taken = imported(tmp_path, "Aktivitet", rows=rows)

    assert taken.exit_code == 0, taken.stderr
    assert (tmp_path / "ud.csv").read_text("utf-8").count("\n") == 7


def test_names_of_files_and_sheets_stop_an_import(tmp_path: Path) -> None:
    """They stand in profiles and accounts; messages show neither."""
    number = person_number(23)
    named = imported(tmp_path, "Aktivitet", rows=["Møde"], name=f"tid {parted(number)}.csv")
    book = Workbook()
    assert book.active is not None
    book.active.title = number
    for row in (["Dato", "Stilling", "Timer"], ["12-03-2018", "Pædagog", 1.5]):
        book.active.append(row)
    book.save(tmp_path / "udtræk.xlsx")
    sheet = CliRunner().invoke(app, ["import", str(tmp_path / "udtræk.xlsx")])

    assert named.exit_code == sheet.exit_code == 1
    assert "tid [CPR].csv: the name of the file holds a CPR number, which is not shown" in named.stderr
    assert "udtræk.xlsx: the name of the sheet number 1 holds a CPR number" in sheet.stderr
    assert not any(number[6:] in each.output for each in (named, sheet))
