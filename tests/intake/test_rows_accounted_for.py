"""Every row of an export is read once, or left out with its reason and line; by small exports worked out by hand."""

from pathlib import Path

import pytest

from somcost.intake.data_rows import holds_data
from somcost.intake.imported import Imported, import_files
from somcost.intake.job_groups import matches
from somcost.intake.said import Said
from somcost.model.assumptions import JobGroup
from somcost.problems import InputProblems, Location
from somcost.read.assumptions import read_assumptions

GROUPS = read_assumptions("som-2019", beside=Path())[0].job_groups
HEAD = "Dato;Stilling;Opgave;Timer\n"


def written(folder: Path, *texts: str) -> list[Path]:
    """Write exports."""
    paths = [folder / f"export-{number}.csv" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


def left_out(imported: Imported) -> list[tuple[int, str]]:
    """Give the lines that are left out, with their reason."""
    return [(each.line, each.reason) for file in imported.files for each in file.read.aside]


def doubts(imported: Imported) -> list[str]:
    """Give the keys in doubt."""
    return [] if imported.understood is None else [each.key for each in imported.understood.doubts]


def test_a_row_of_two_files_counts_as_often_as_somebody_says(tmp_path: Path) -> None:
    """Of two alike in the second file one stands in the first too; the third repeats the first, not the second."""
    one, other = "12-03-2018;Pædagog;Samtale;1\n", "13-03-2018;Pædagog;Samtale;2\n"
    paths = written(tmp_path, HEAD + one, HEAD + one + one + other, HEAD + one + other)

    def hours(imported: Imported) -> float:
        return float(sum(row.hours for file in imported.files for row in file.read.registered))

    asked = import_files(paths, GROUPS)
    assert [file.repeated for file in asked.files] == [(0, 0), (1, 1), (2, 3)]
    assert len(list(asked.problems(set_aside=False, duplicates=None))) == 2
    kept = import_files(paths, GROUPS, duplicates="keep")
    assert hours(kept) == 1 + 4 + 3
    assert list(kept.problems(set_aside=False, duplicates="keep")) == []
    assert hours(import_files(paths, GROUPS, duplicates="drop")) == 1 + 3 + 0


def test_a_pause_is_no_longer_than_the_time(tmp_path: Path) -> None:
    """Two hours with three of pause are none."""
    text = "Dato;Stilling;Start;Slut;Pause (min)\n12-03-2018;Pædagog;8:00;10:00;180\n12-03-2018;Pædagog;8:00;10:00;30\n"
    found = import_files(written(tmp_path, text), GROUPS)

    assert left_out(found) == [(2, "hours_negative")]
    assert [row.hours for row in found.files[0].read.registered] == [1.5]


def test_what_stands_once_above_its_rows_goes_with_them(tmp_path: Path) -> None:
    """A row with the day and the job group, and no hours, stands over two rows that have nothing else."""
    text = HEAD + "12-03-2018;Pædagog;;\n;;Samtale;2\n;;Møde;3\n"
    found = import_files(written(tmp_path, text), GROUPS, said=Said(fill_down=("date", "job_group")))

    assert left_out(found) == [(2, "no_hours")]
    assert [(str(row.span.start), row.group, row.hours) for row in found.files[0].read.registered] == [
        ("2018-03-12", "paedagog", 2),
        ("2018-03-12", "paedagog", 3),
    ]


def test_one_blank_among_many_days_is_missing(tmp_path: Path) -> None:
    """Also where no day comes twice."""
    rows = "".join(f"{day}-03-2018;Pædagog;Samtale;1\n" for day in range(10, 20))
    assert left_out(import_files(written(tmp_path, HEAD + rows + ";Pædagog;Samtale;1\n"), GROUPS)) == [
        (12, "date_missing")
    ]


def test_a_column_whose_name_says_nothing_is_asked_about(tmp_path: Path) -> None:
    """Days under a strange heading are proposed, and taken when they are named."""
    paths = written(tmp_path, "Hvornår;Stilling;Timer\n12-03-2018;Pædagog;1\n")

    assert doubts(import_files(paths, GROUPS)) == ["columns.date"]
    assert doubts(import_files(paths, GROUPS, said=Said(columns={"date": "Hvornår"}))) == []


def test_a_word_like_two_groups_is_sure_of_neither() -> None:
    """One letter tells them apart, and the word lacks it."""
    pair = {name: JobGroup(name, f"Pædagog {name}", Location("set.yaml")) for name in ("a", "b")}

    assert not matches(["Pædagog"], pair)["Pædagog"].is_sure
    assert matches(["Pædagog a"], pair)["Pædagog a"].is_sure


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """A cell over three lines counts as three."""
    text = HEAD + '12-03-2018;Pædagog;"en\nto\ntre";1\n31-02-2018;Pædagog;Samtale;1\n'

    assert left_out(import_files(written(tmp_path, text), GROUPS)) == [(5, "date_unread")]


@pytest.mark.parametrize("cells", ["ja;nej", "1;nej"])
def test_answers_across_are_no_hours(tmp_path: Path, cells: str) -> None:
    """Two job groups as headings, with words in the cells: where the hours stand is asked."""
    found = import_files(written(tmp_path, f"Dato;Socialrådgiver;Pædagog\n12-03-2018;{cells}\n"), GROUPS)

    assert found.profile.across is None
    assert "columns.hours" in doubts(found)


def test_an_upper_heading_stands_over_its_columns(tmp_path: Path) -> None:
    """Norm and used, each with hours and minutes below."""
    text = ";;Norm;;Brugt;\nDato;Stilling;Timer;Minutter;Timer;Minutter\n12-03-2018;Pædagog;7;420;1;90\n"
    found = import_files(written(tmp_path, text), GROUPS, said=Said(columns={"hours": "Brugt Minutter"}))

    assert [row.hours for row in found.files[0].read.registered] == [1.5]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("05-01-2018;M1;Socialrådgiver;2", True),
        ("M1;Koordinator;2 t 12 min", True),
        ("M1;7,5", True),
        ("uge 9 2018;30", True),
        ("Dato;Stilling;Timer", False),
        ("Stilling;jan 2018;feb 2018", False),
        ("Dato;Socialrådgiver;Pædagog", False),
        ("Stilling;1;2;3", False),
        ("Stilling;2018;2019", False),
        ("Udskrevet 12-06-2018", False),
    ],
)
def test_a_row_of_data_is_no_header(row: str, expected: bool) -> None:
    """Hours, or a day or a period beside a job group or a number; what stands across is of one kind alone."""
    assert holds_data(row.split(";"), GROUPS) is expected


def test_a_file_without_headings_has_no_table(tmp_path: Path) -> None:
    """Its first row is none."""
    paths = written(tmp_path, "05-01-2018;Socialrådgiver;2,5\n06-01-2018;Pædagog;1,5\n")

    with pytest.raises(InputProblems, match="no header of a table was found"):
        import_files(paths, GROUPS)


def test_a_row_above_the_headings_is_counted_and_asked_about(tmp_path: Path) -> None:
    """A registration, a posting or a stay is; a title is not."""
    text = f"Udtræk 2018\n11-03-2018;Pædagog;Samtale;4\n{HEAD}12-03-2018;Pædagog;Samtale;1\n"
    found = import_files(written(tmp_path, text), GROUPS)
    assert left_out(found) == [(2, "above")]
    assert [problem.check for problem in found.problems(set_aside=False, duplicates=None)] == ["export-rows-are-read"]

    text = "02-01-2018;4010;5,00\nDato;Konto;Beløb\n03-01-2018;4010;1,00\n"
    assert left_out(import_files(written(tmp_path, text), GROUPS, said=Said(kind="expenses"))) == [(1, "above")]
    text = "B1;02-01-2018\nBorger;Start\nB2;02-02-2018\n"
    assert left_out(import_files(written(tmp_path, text), GROUPS, said=Said(kind="citizens"))) == [(1, "above")]


@pytest.mark.parametrize(
    "text",
    [
        "Uge;Stilling;Timer\nUge 1;Pædagog;7\n",
        "Uge;Stilling;Timer\n1;Pædagog;7\n",
        "Måned;Stilling;Timer\njanuar;Pædagog;7\n",
        "Stilling;januar;feb 2018\nPædagog;7;0\n",
        "Udskrevet 12-06-2019\n\nMåned;Stilling;Timer\njanuar;Pædagog;7\n",
    ],
)
def test_a_year_that_nothing_says_is_asked_for(tmp_path: Path, text: str) -> None:
    """By the option that says it, and once it is said nothing is in doubt; the day of printing says none."""
    paths = written(tmp_path, text)
    said = import_files(paths, GROUPS, said=Said(year=2018))

    assert doubts(import_files(paths, GROUPS)) == ["year"]
    assert doubts(said) == []
    assert str(said.files[0].read.registered[0].span.start) == "2018-01-01"
    assert sum(row.hours for row in said.files[0].read.registered) == 7


def test_a_row_without_its_year_is_told(tmp_path: Path) -> None:
    """Among rows that have it in a column, of weeks below each other and of months across."""
    long = written(
        tmp_path,
        "År;Uge;Stilling;Timer\n2018;1;Pædagog;7\n2018;2;Pædagog;7\n;3;Psykolog;7\n" + "2018;4;Pædagog;1\n" * 9,
    )
    assert left_out(import_files(long, GROUPS)) == [(4, "date_unread")]
    wide = written(tmp_path, "År;Stilling;januar;februar\n2018;Pædagog;1;2\nx;Psykolog;3;\n" + "2018;Pædagog;1;1\n" * 9)
    assert left_out(import_files(wide, GROUPS)) == [(3, "date_unread")]


def test_a_year_alone_is_no_date_until_it_is_said(tmp_path: Path) -> None:
    """Sums of a year are spread over its months on somebody's word."""
    paths = written(tmp_path, "År;Stilling;Timer\n2018;Pædagog;365\n")
    said = import_files(paths, GROUPS, said=Said(columns={"date": "År"}))

    assert doubts(import_files(paths, GROUPS)) == ["columns.date"]
    assert doubts(said) == []
    assert str(said.files[0].read.registered[0].span.end) == "2018-12-31"


def test_of_two_columns_of_a_month_one_is_left_out(tmp_path: Path) -> None:
    """1 + 2 of the first, once the other two are said to be out."""
    text = "Stilling;Timer;;Forbrugt tid;\n;jan 2018;feb 2018;jan 2018;feb 2018\nPædagog;1;2;30;40\n"
    said = Said(ignored=("Forbrugt tid jan 2018", "Forbrugt tid feb 2018"))
    found = import_files(written(tmp_path, text), GROUPS, said=said)

    assert list(found.problems(set_aside=False, duplicates=None)) == []
    assert sum(row.hours for row in found.files[0].read.registered) == 3


def test_a_profile_whose_columns_across_are_gone_finds_no_table(tmp_path: Path) -> None:
    """It does not read nothing and call that done."""
    (first,) = written(tmp_path, "Stilling;jan 2018;feb 2018\nPædagog;1;2\n")
    profile = import_files([first], GROUPS).profile
    (later,) = written(tmp_path, "Stilling;1. jan;2. jan\nPædagog;1;2\n")

    with pytest.raises(InputProblems, match="no header of a table was found"):
        import_files([later], GROUPS, profile=profile)
