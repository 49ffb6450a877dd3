"""Random registrations in a random shape and dialect come back; random files are read or refused, and nothing else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from somcost.cli import app
from somcost.intake.imported import import_files
from somcost.intake.layout import is_blank
from somcost.intake.registrations import registrations_of
from somcost.intake.said import Said
from somcost.intake.sheets import ENDINGS, sheets_of
from somcost.model.profiles import KindName
from somcost.model.tables import Registrations
from somcost.problems import InputProblems
from somcost.read.assumptions import read_assumptions

GROUPS = read_assumptions("som-2019", beside=Path())[0].job_groups
LABELS = {group.label: name for name, group in GROUPS.items()}
Row = tuple[dt.date, str, int]
ROWS = st.lists(
    st.tuples(
        st.dates(dt.date(2018, 1, 1), dt.date(2019, 12, 31)), st.sampled_from(sorted(LABELS)), st.integers(1, 900)
    ),
    min_size=3,
    max_size=30,
)
"""A day, a job group, minutes."""
MINUTES = st.lists(st.integers(0, 900), min_size=6, max_size=6)
DATES: dict[str, Callable[[dt.date], str]] = {
    "%d-%m-%Y": lambda day: f"{day:%d-%m-%Y}",
    "iso": lambda day: day.isoformat(),
    "short": lambda day: f"{day:%d.%m.%y}",
}
HOURS: dict[str, Callable[[int], str]] = {
    "comma": lambda minutes: f"{minutes / 60:.6f}".replace(".", ","),
    "point": lambda minutes: f"{minutes / 60:.6f}",
    "clock": lambda minutes: f"{minutes // 60}:{minutes % 60:02}",
    "words": lambda minutes: f"{minutes // 60} t {minutes % 60} min",
}
DIALECTS = st.tuples(
    st.sampled_from(sorted(DATES)),
    st.sampled_from(sorted(HOURS)),
    st.sampled_from([";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)


CELLS = ["01-02-2018", "31-12-9999", "-", "12", "1.234,50-", "(7,5)", "K", "D", "I alt", "Aktiv", "Saldo", "marts 2018"]
DAYS = [f"{day}-03-2018;Pædagog;1\n;Psykolog;1\n" for day in range(12, 17)]


def imported(text: str, *, encoding: str = "utf-8") -> Registrations:
    """Write an export and import it; it must be in no doubt."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_bytes(text.encode(encoding))
        found = import_files([path], GROUPS)
        assert list(found.problems(set_aside=False, duplicates=None)) == []
        return registrations_of([(file.path.name, file.read) for file in found.files])


@given(ROWS, DIALECTS)
@settings(deadline=None)
def test_a_long_table_comes_back_in_any_dialect(rows: list[Row], dialect: tuple[str, str, str, str, str, bool]) -> None:
    """The same days, job groups and hours, with sums and titles round them."""
    dates, hours, between, encoding, end, framed = dialect
    lines = [between.join(["Dato", "Stilling", "Varighed"])]
    lines += [between.join([DATES[dates](day), label, HOURS[hours](minutes)]) for day, label, minutes in rows]
    if framed:
        total = between.join(["I alt", "", HOURS[hours](sum(minutes for *_, minutes in rows))])
        lines = ["Udtræk af tid", "", *lines, total, "", "Slut på udtræk"]
    found = imported(end.join(lines) + end, encoding=encoding)

    assert list(found.date) == [day for day, *_ in rows]
    assert list(found.job_group) == [LABELS[label] for _, label, _ in rows]
    assert list(found.hours) == pytest.approx([minutes / 60 for *_, minutes in rows], abs=1e-6)


@given(
    st.dictionaries(st.sampled_from(sorted(LABELS)), st.lists(st.integers(0, 900), min_size=6, max_size=6), min_size=2)
)
@settings(deadline=None)
def test_months_across_come_back(table: dict[str, list[int]]) -> None:
    """Six months of minutes by job group, with sums beside and below."""
    months = ["jan 2018", "feb 2018", "mar 2018", "apr 2018", "maj 2018", "jun 2018"]
    lines = [";".join(["Stilling", *months, "I alt"])]
    lines += [
        ";".join([label, *(HOURS["comma"](each) for each in minutes), HOURS["comma"](sum(minutes))])
        for label, minutes in table.items()
    ]
    lines.append(";".join(["I alt", *(HOURS["comma"](sum(column)) for column in zip(*table.values(), strict=True))]))
    found = imported("\n".join(lines))

    assert sum(found.hours) == pytest.approx(sum(map(sum, table.values())) / 60, abs=1e-4)
    assert set(found.job_group) == {LABELS[label] for label in table}
    assert {day.month for day in found.date} == set(range(1, 7))


@given(st.sampled_from(ENDINGS), st.binary(max_size=400))
@example(".csv", b"\x00")
@example(".csv", b'a;b\n"open;1\n')
@example(".xlsx", b"PK\x03\x04")
@example(".parquet", b"PAR1PAR1")
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused(ending: str, content: bytes) -> None:
    """No file ends in anything but sheets or problems."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"export{ending}"
        path.write_bytes(content)
        try:
            sheets_of(path)
        except InputProblems:
            return


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=12))
@settings(deadline=None, max_examples=300)
def test_any_cells_are_imported_or_refused(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, and wherever the header seems to be."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_text("\n".join(";".join(row) for row in [*rows, ["Dato", "Stilling", "Timer"], *rows]), "utf-8")
        try:
            found = import_files([path], GROUPS)
        except InputProblems:
            return
        read = [file.read for file in found.files]
        assert all(one.hours >= 0 for each in read for one in each.registered)


@given(
    st.sampled_from([("citizens", "Borger;Start;Slut;Status"), ("expenses", "Dato;Konto;Beløb;D/K;Moms;Debet")]),
    st.lists(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(CELLS)), max_size=6), max_size=12),
)
@settings(deadline=None, max_examples=300)
def test_any_cells_of_other_kinds_are_imported_or_refused(told: tuple[KindName, str], rows: list[list[str]]) -> None:
    """Every row that is not blank counts, or is set aside."""
    kind, header = told
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        path.write_text("\n".join(";".join(row) for row in [*rows, header.split(";"), *rows]), "utf-8")
        try:
            found = import_files([path], GROUPS, said=Said(kind=kind))
        except InputProblems:
            return
        list(found.problems(set_aside=False, duplicates=None))
        (file,) = found.files
        under = [row for row in file.sheet.rows[file.region.first :] if not is_blank(row)]
        aside = [each for each in file.read.aside if each.reason != "above"]
        assert len(file.read.registered) + len(aside) == len(under)


def test_a_cell_of_ten_megabytes_is_told(tmp_path: Path) -> None:
    """By its line, and quickly."""
    path = tmp_path / "export.csv"
    path.write_text(f'Dato;Stilling;Timer\n12-03-2018;"{"x" * 10_000_000}";1\n', "utf-8")
    refused = CliRunner().invoke(app, ["import", str(path)])

    assert refused.exit_code == 1
    assert "export.csv:2: " in refused.stderr


def test_a_folder_is_all_its_tables(tmp_path: Path) -> None:
    """In the order of their names; other files and lock files are passed over."""
    for name, hours in (("b.csv", 2), ("a.csv", 1), ("~$a.csv", 9), ("notes.pdf", 9)):
        (tmp_path / name).write_text(f"Dato;Stilling;Timer\n12-03-2018;Pædagog;{hours}\n", "utf-8")
    out = tmp_path / "out"
    out.mkdir()
    done = CliRunner().invoke(app, ["import", str(tmp_path), "--write", str(out / "time.csv")])

    assert done.exit_code == 0, done.stderr
    assert (out / "time.csv").read_text("utf-8").splitlines()[1:] == ["2018-03-12,paedagog,1", "2018-03-12,paedagog,2"]


def test_a_missing_date_is_not_the_one_above(tmp_path: Path) -> None:
    """One blank among ten is missing; where half are blank and each day comes once, the column is written once."""
    few, many = tmp_path / "few.csv", tmp_path / "many.csv"
    few.write_text("Dato;Stilling;Timer\n" + "12-03-2018;Pædagog;1\n" * 9 + ";Pædagog;1\n", "utf-8")
    many.write_text("Dato;Stilling;Timer\n" + "".join(DAYS), "utf-8")

    assert [each.reason for each in import_files([few], GROUPS).files[0].read.aside] == ["date_missing"]
    half = tmp_path / "half.csv"
    half.write_text("Dato;Stilling;Timer\n" + "12-03-2018;Pædagog;1\n;Psykolog;1\n" * 5, "utf-8")
    assert len(import_files([half], GROUPS).files[0].read.aside) == 5
    said = Said(fill_down=("date",))
    assert len(import_files([half], GROUPS, said=said).files[0].read.registered) == 10
    assert len(import_files([many], GROUPS).files[0].read.registered) == 10


def test_a_sum_in_the_words_of_a_registration_is_asked_about(tmp_path: Path) -> None:
    """One that has a day and a job group may be either; one that lacks them is a sum; another word is none."""
    path = tmp_path / "export.csv"
    rows = [
        "12-03-2018;Pædagog;Samtale;2",
        "12-03-2018;Pædagog;I alt;2",
        "I alt;;;4",
        "12-03-2018;Pædagog;Samlet plan;3",
    ]
    path.write_text("\n".join(["Dato;Stilling;Opgave;Timer", *rows]), "utf-8")
    read = import_files([path], GROUPS).files[0].read

    assert [(each.reason, each.hours) for each in read.aside] == [("perhaps_total", 2), ("total", 4)]
    assert sum(one.hours for one in read.registered) == 5


def test_no_column_of_hours_is_left_behind(tmp_path: Path) -> None:
    """A month that is misspelt is told, with a profile too, until somebody leaves it out."""
    path, profile = tmp_path / "export.csv", tmp_path / "profile.yaml"
    path.write_text("Stilling;jan 2018;feb 2018;marts18x\nPædagog;1;2;3\nPsykolog;4;5;6\n", "utf-8")
    out = ["--write", str(tmp_path / "time.csv")]
    asked = ["import", str(path), "--ignore", "marts18x"]

    assert CliRunner().invoke(app, ["import", str(path), *out]).exit_code == 1
    assert CliRunner().invoke(app, [*asked, *out, "--save", str(profile)]).exit_code == 0
    assert CliRunner().invoke(app, ["import", str(path), "--profile", str(profile), *out]).exit_code == 0
    profile.write_text(profile.read_text("utf-8").replace("- marts18x", "- maj18x"), "utf-8")
    refused = CliRunner().invoke(app, ["import", str(path), "--profile", str(profile), *out])
    assert "[exports-leave-no-hours-behind]" in refused.stderr
