"""Lists of citizens, worked out by hand: stays, re-entries, what is left out, and that no id leaves."""

import datetime as dt
import json
from pathlib import Path

import pytest
from person_numbers import parted, person_number
from typer.testing import CliRunner

from somcost.cli import app
from somcost.cost.givens import day_number
from somcost.cost.window import calendar_months
from somcost.intake.citizens import citizens_of, described, months_between
from somcost.intake.headings import meanings_of
from somcost.intake.imported import Imported, import_files
from somcost.intake.pseudonyms import Pseudonyms
from somcost.intake.said import Said
from somcost.intake.statuses import statuses_of
from somcost.read.assumptions import read_assumptions

GROUPS = read_assumptions("som-2019", beside=Path())[0].job_groups
HEAD = "Borger;Start;Slut;Status;Sted\n"


def imported(folder: Path, *texts: str) -> Imported:
    """Write lists and import them."""
    paths = [folder / f"export-{number}.csv" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return import_files(paths, GROUPS, said=Said(kind="citizens"))


def test_months_by_hand() -> None:
    """20 of March's 31 days, all of April, 10 of May's 31."""
    assert months_between(dt.date(2018, 3, 12), dt.date(2018, 5, 10)) == pytest.approx(20 / 31 + 1 + 10 / 31)
    assert months_between(dt.date(2018, 2, 1), dt.date(2018, 2, 1)) == pytest.approx(1 / 28)


def test_a_stay_may_end_on_its_first_day(tmp_path: Path) -> None:
    """Both days count, so it lasted a day."""
    found = imported(tmp_path, HEAD + "a;01-02-2018;01-02-2018;;\nb;02-02-2018;01-02-2018;;\n").files[0].read

    assert [(stay.line, stay.end) for stay in found.registered] == [(2, dt.date(2018, 2, 1))]
    assert [each.reason for each in found.aside] == ["end_before_start"]


def test_a_status_is_one_of_ours(tmp_path: Path) -> None:
    """What a word is said to mean is enrolled, discharged or completed."""
    imported(tmp_path, HEAD + "a;01-02-2018;;Aktiv;\n")
    asked = ["import", str(tmp_path / "export-0.csv"), "--kind", "citizens", "--status", "Aktiv=i gang"]
    result = CliRunner().invoke(app, asked)

    assert result.exit_code == 2
    assert "i gang is none of enrolled, discharged, completed" in " ".join(result.output.replace("│", " ").split())


@pytest.mark.parametrize("days", [(17, 44), (0, 30), (58, 59), (5, 600)])
def test_months_are_those_an_assessment_counts(days: tuple[int, int]) -> None:
    """The report on a list and the denominators of an assessment count calendar months alike."""
    first, last = (dt.date(2018, 1, 1) + dt.timedelta(each) for each in days)

    assert months_between(first, last) == pytest.approx(calendar_months(day_number(first), day_number(last)))


def test_a_list_is_described(tmp_path: Path) -> None:
    """Two citizens, three stays; the open one counts to the last date there is: 1 + 2 + 1 month."""
    rows = "a;01-01-2018;31-01-2018;;\nb;01-02-2018;31-03-2018;;\na;01-03-2018;;;\n"
    found = described(imported(tmp_path, HEAD + rows).reads)

    assert (found.citizens, found.stays, found.without_end) == (2, 3, 1)
    assert (found.re_entered, found.re_entries) == (1, 2)
    assert (found.first, found.last) == (dt.date(2018, 1, 1), dt.date(2018, 3, 31))
    assert found.months == pytest.approx(4)
    assert found.overlaps == []


def test_stays_merge_from_the_first_start_to_the_last_end(tmp_path: Path) -> None:
    """Also where the stay that began last ends first; its status and site count."""
    rows = "a;01-03-2018;30-04-2018;Afsluttet;Syd\na;01-01-2018;31-12-2018;Aktiv;Nord\n"
    found = imported(tmp_path, HEAD + rows)
    merged = citizens_of(found.reads, re_entries="merged")

    assert (list(merged.id), list(merged.start)) == (["1"], [dt.date(2018, 1, 1)])
    assert (list(merged.end), list(merged.status)) == ([dt.date(2018, 12, 31)], ["discharged"])
    assert list(merged.site) == ["Syd"]


def test_a_stay_overlaps_one_that_ends_on_its_first_day(tmp_path: Path) -> None:
    """Both days count; the day after is no overlap; one without an end overlaps all that follow."""
    same = imported(tmp_path, HEAD + "a;01-01-2018;31-01-2018;;\na;31-01-2018;02-02-2018;;\n")
    after = imported(tmp_path, HEAD + "a;01-01-2018;31-01-2018;;\na;01-02-2018;02-02-2018;;\n")
    still = imported(tmp_path, HEAD + "a;01-01-2018;;;\na;01-02-2018;02-02-2018;;\na;01-05-2018;;;\n")

    assert [len(described(each.reads).overlaps) for each in (same, after, still)] == [1, 0, 2]


def test_a_later_list_closes_a_stay(tmp_path: Path) -> None:
    """The same start in two quarters' lists: of two that begin together the later file's is the last."""
    found = imported(tmp_path, HEAD + "a;01-01-2018;;Aktiv;\n", HEAD + "a;01-01-2018;31-05-2018;Gennemført;\n")
    merged = citizens_of(found.reads, re_entries="merged")

    assert [each.key for each in found.questions] == ["re_entries"]
    assert (list(merged.end), list(merged.status)) == ([dt.date(2018, 5, 31)], ["completed"])


def test_pseudonyms_of_counted_stays_differ(tmp_path: Path) -> None:
    """The second ends in -2, and the same key gives the same name again."""
    found = imported(tmp_path, HEAD + "a;01-01-2018;31-01-2018;;\na;01-03-2018;;;\n")
    names = Pseudonyms(bytes(range(32)))
    first, second = citizens_of(found.reads, names, "counted").id

    assert first == names.of("a")
    assert second == f"{first}-2"


def test_person_numbers_are_refused_or_hidden(tmp_path: Path) -> None:
    """Without a key the list is refused without being shown; with one neither the number nor its half leaves."""
    number = parted(person_number(7))
    folder = tmp_path / "lists"
    folder.mkdir()
    path, out, key = folder / "export.csv", folder / "citizens.csv", tmp_path / "key"
    path.write_text(f"CPR-nr;Start\n{number};01-01-2018\n", "utf-8")
    asked = ["import", str(path), "--kind", "citizens", "--write", str(out)]
    refused = CliRunner().invoke(app, asked)
    (tmp_path / "keys").mkdir()
    key = tmp_path / "keys" / "key"
    hidden = CliRunner().invoke(app, [*asked, "--pseudonymise", str(key), "--new-key"])

    assert "[exports-hold-no-cpr-numbers]" in refused.stderr
    assert number[:6] not in refused.output
    assert hidden.exit_code == 0, hidden.output
    assert number[:6] not in out.read_text("utf-8") + hidden.output
    assert out.read_text("utf-8").splitlines()[1].startswith("b-")


def test_every_row_is_in_the_report(tmp_path: Path) -> None:
    """Two stays, one without a start, one that ends before it begins, a sum: five rows by reason and line."""
    path = tmp_path / "export.csv"
    path.write_text(HEAD + "a;01-01-2018;;;\nb;;01-02-2018;;\nc;02-01-2018;01-01-2018;;\nd;01-01-2018;;;\nI alt;4;;;\n")
    told = json.loads(CliRunner().invoke(app, ["import", str(path), "--kind", "citizens", "--json"]).stdout)

    assert told["citizens"]["participants"] == 2
    assert [(each["reason"], each["lines"]) for each in told["set_aside"]] == [
        ("total", [6]),
        ("start_missing", [3]),
        ("end_before_start", [4]),
    ]


def test_what_is_set_aside_does_not_reach_the_scenario(tmp_path: Path) -> None:
    """Only on somebody's word, and only then."""
    path, out = tmp_path / "export.csv", tmp_path / "citizens.csv"
    path.write_text(HEAD + "a;01-01-2018;;;\nb;;01-02-2018;;\n")
    asked = ["import", str(path), "--kind", "citizens", "--write", str(out)]

    assert CliRunner().invoke(app, asked).exit_code == 1
    assert CliRunner().invoke(app, [*asked, "--set-aside"]).exit_code == 0
    assert out.read_text("utf-8") == "id,start,end\n1,2018-01-01,\n"


@pytest.mark.parametrize(
    ("word", "status"), [("I gang", "enrolled"), ("UDSKREVET", "discharged"), ("Gennemført", "completed")]
)
def test_words_for_statuses(word: str, status: str) -> None:
    """In any case of letters."""
    assert statuses_of([word])[word].group == status
    assert statuses_of([word])[word].is_sure


@pytest.mark.parametrize("word", ["Ikke gennemført", "Ej indskrevet", "Gennemførte ikke"])
def test_a_denied_status_is_never_taken_unasked(word: str) -> None:
    """It is nearly the word that it denies."""
    assert word not in statuses_of([word]) or not statuses_of([word])[word].is_sure


def test_headings_that_are_nearly_each_other() -> None:
    """Udskrevet is a letter from indskrevet; expected ends are none."""
    assert meanings_of("Udskrevet", "citizens") == {"end": 1.0}
    assert meanings_of("Udskrevetdato", "citizens").keys() == {"end"}
    assert meanings_of("Forventet udskrivningsdato", "citizens") == {}
