"""The report of an import tells every row and every question, with the option that answers it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from somcost.cli import app
from somcost.intake.job_groups import by_likeness
from somcost.read.assumptions import read_assumptions

A = "Dato;Stilling;Timer\n01-03-2018;Pædagog;2,5\n02-03-2018;Pædagog;3\n"
B = "Dato;Stilling;Timer\n02-03-2018;Pædagog;3\n05-03-2018;Pædagog;4\n"
QUARTER = "Dato;Stilling;Timer\n05-03-2018;Vikar;4\n06-03-2018;Vikar;3\n06-03-2018;Pædagog;1,5\n"


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str, **files: str) -> Result:
    """Import files; a file's name is its keyword."""
    monkeypatch.chdir(folder)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return CliRunner().invoke(app, ["import", *(f"{name}.csv" for name in files), *arguments])


def plain(result: Result) -> str:
    """Give what was printed, each run of blanks and line ends as one."""
    return " ".join(result.stdout.split())


def test_rows_of_an_earlier_file_are_accounted_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """2,5 + 3 + 4 hours are left of 12,5; the one with 3 is told. Before, the preview asks with rows and hours."""
    asked = plain(run(tmp_path, monkeypatch, a=A, b=B))
    dropped = plain(run(tmp_path, monkeypatch, "--duplicates", "drop", a=A, b=B))

    assert "Registreringer 4 12,5 Tvivl" in asked
    assert "en tidligere fil: 1 (3 timer)." in asked
    assert "--duplicates drop | keep" in asked
    assert "Registreringer 3 9,5 Udeladt: også i en tidligere fil 1 3" in dropped
    assert "Tvivl" not in dropped


def test_rows_of_an_earlier_file_are_told_of_every_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stay of a citizen, and a posting with its kr."""
    citizens = ("Borgernr.;Start\nB-1;01-03-2018\nB-2;02-03-2018\n", "Borgernr.;Start\nB-2;02-03-2018\n")
    postings = ("Dato;Konto;Beløb\n01-03-2018;Kørsel;100,50\n", "Dato;Konto;Beløb\n01-03-2018;Kørsel;100,50\n")
    for kind, (a, b), asked, left in (
        ("citizens", citizens, "en tidligere fil: 1. Skal", "Udeladt: også i en tidligere fil 1"),
        ("expenses", postings, "en tidligere fil: 1 (100,50 kr.). Skal", "Udeladt: også i en tidligere fil 1 100,50"),
    ):
        assert asked in plain(run(tmp_path, monkeypatch, "--kind", kind, a=a, b=b))
        assert left in plain(run(tmp_path, monkeypatch, "--kind", kind, "--duplicates", "drop", a=a, b=b))


def test_rows_that_cannot_be_read_are_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the option; not where it is said, nor where every row is read."""
    spoilt = A + "03-03-2018;Pædagog;x\n"

    asked = plain(run(tmp_path, monkeypatch, a=spoilt))
    said = plain(run(tmp_path, monkeypatch, "--set-aside", a=spoilt))
    none = plain(run(tmp_path, monkeypatch, a=A))

    assert "Rækker, der ikke kan læses: 1; de står ovenfor med grund og linjer. Skal de udelades? --set-aside" in asked
    assert "--set-aside" not in said
    assert "--set-aside" not in none


def test_a_new_word_beside_a_profile_is_told_once_and_can_be_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its rows, in the preview and where the rows are to be written; the profile stays as it is."""
    run(tmp_path, monkeypatch, "--save", "profil.yaml", a=A)
    saved = (tmp_path / "profil.yaml").read_bytes()
    beside = ("--profile", "profil.yaml")
    seen = plain(run(tmp_path, monkeypatch, *beside, q=QUARTER))
    refused = run(tmp_path, monkeypatch, *beside, "--write", "tid.csv", q=QUARTER)
    said = run(tmp_path, monkeypatch, *beside, "--write", "tid.csv", "--job-group", "Vikar=paedagog", q=QUARTER)

    assert "Hvilken stillingsgruppe er “Vikar”? (2 rækker) --job-group 'Vikar=…'" in seen
    assert refused.exit_code == 1
    assert refused.stderr.startswith('q.csv: values.job_group: "Vikar" is mapped to no job group: 2 rows [')
    assert refused.stderr.count("[") == 1
    assert said.exit_code == 0, said.stderr
    assert "Registreringer 3 8,5" in plain(said)
    assert (tmp_path / "profil.yaml").read_bytes() == saved


def test_an_option_that_a_profile_answers_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And those for other kinds than the profile's."""
    run(tmp_path, monkeypatch, "--save", "profil.yaml", a=A)
    for option, value in (("--kind", "expenses"), ("--dates", "dd-mm-yyyy"), ("--status", "Ny=enrolled")):
        refused = run(tmp_path, monkeypatch, "--profile", "profil.yaml", option, value, a=A)
        assert refused.exit_code == 2
        assert f"Invalid value for {option}" in refused.stderr


def test_what_was_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of how to write it."""
    looked = plain(run(tmp_path, monkeypatch, a=A))
    written = plain(run(tmp_path, monkeypatch, "--write", "tid.csv", "--save", "profil.yaml", a=A))

    assert "Næste skridt – --write FIL" in looked
    assert "Skrevet" not in looked.partition("Kolonner")[0]
    assert written.endswith("Skrevet profil.yaml sådan læses udtrækket tid.csv 2 rækker")
    assert "--write FIL" not in written


def test_unknown_job_groups_are_listed_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The set's groups, and a set of one's own; the likest come first where there is a choice."""
    seen = plain(run(tmp_path, monkeypatch, a=A.replace("Pædagog;2,5", "Lærer;2,5")))
    groups = read_assumptions("som-2019", beside=tmp_path)[0].job_groups
    refused = run(tmp_path, monkeypatch, "--job-group", "Lærer=leder", a=A.replace("Pædagog;2,5", "Lærer;2,5"))

    assert "stillingsgrupper er psykolog, sundhedsplejerske," in seen
    assert "--assumptions egne.yaml" in seen
    assert by_likeness("Afd.leder", groups)[0] == "leder_socialraadgiver"
    assert "Did you mean leder_socialraadgiver?" in refused.stderr


@pytest.mark.parametrize(("texts", "is_told"), [(10, True), (8, True), (7, False)])
def test_a_column_of_texts_that_may_name_persons_is_told(
    texts: int, *, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of ten rows eight different texts are no categories; seven may be. They are written as they stand."""
    rows = "".join(f"{day:02}-03-2018;Pædagog;1;Samtale {min(day, texts)}\n" for day in range(1, 11))
    found = plain(run(tmp_path, monkeypatch, a="Dato;Stilling;Timer;Aktivitet\n" + rows))
    few = plain(run(tmp_path, monkeypatch, a="Dato;Stilling;Timer;Aktivitet\n" + "".join(rows.splitlines(True)[:9])))

    assert (f"aktivitet: {texts} forskellige tekster i 10 rækker" in found) is is_told
    assert "forskellige tekster" not in few
