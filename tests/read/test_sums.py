"""Registrations read as sums: every engine gives what the row reader gives, or leaves the file to it."""

import datetime as dt
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from large_files import SUMMED, outcome, registrations, scenario
from test_errors import ERRORS, FOLDER, spoilt_folder
from typer.testing import CliRunner

from somcost import assess
from somcost.cli import app
from somcost.model.reading import EngineName, Reading
from somcost.model.tables import Registrations
from somcost.problems import InputProblems
from somcost.read.sums import blocks, engine, reader

EXPORTS = Path(__file__).parents[1] / "exports"
CORPUS = [
    folder.name
    for folder in sorted(EXPORTS.iterdir())
    if (folder / "expected.csv").exists() and "hours" in (folder / "expected.csv").read_text("utf-8").split("\n", 1)[0]
]
DIALECTS: tuple[str, ...] = (
    "cp1252",
    "bom",
    "utf-16",
    "crlf",
    "sep",
    "blank",
    "quotes",
    "tabs",
    "spaces",
    "no-end",
    "slashes",
)
DIALECTS += ("thousands", "unread")
HEADER = "date;job_group;hours;activity;phase;employee\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is read under the test's own folder, and Spark's work in one part."""
    settings_of_spark = tmp_path / "spark"
    settings_of_spark.mkdir()
    (settings_of_spark / "spark-defaults.conf").write_text("spark.sql.shuffle.partitions 1\n", "utf-8")
    monkeypatch.setenv("SOMCOST_CACHE", str(tmp_path / "kept"))
    monkeypatch.setenv("SPARK_CONF_DIR", str(settings_of_spark))


def hours_by_words(table: Registrations) -> dict[tuple[object, ...], float]:
    """Add up hours by month and words."""
    sums: defaultdict[tuple[object, ...], float] = defaultdict(float)
    words = zip(table.job_group, table.activity, table.phase, table.with_citizen, table.site, table.course, strict=True)
    for date, by_month, word, hours in zip(table.date, table.by_month, words, table.hours, strict=True):
        sums[date.replace(day=1), by_month, *word] += hours
    return sums


@pytest.mark.parametrize("name", SUMMED)
@pytest.mark.parametrize("folder", CORPUS)
def test_engines_agree_on_every_export(folder: str, name: EngineName, tmp_path: Path) -> None:
    """The hours of the corpus are the same by month and every word, and no row is lost."""
    path = scenario(tmp_path / "it", (EXPORTS / folder / "expected.csv").read_bytes())
    rows, sums = registrations(path, Reading("rows")), registrations(path, Reading(name))

    assert hours_by_words(sums) == pytest.approx(hours_by_words(rows), rel=1e-9)
    assert sums.rows_read == len(rows)
    assert rows.are_sums is False


@pytest.mark.parametrize("name", ERRORS)
def test_bad_input_is_told_alike(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the row reader tells of a fault, with file, line and column, is told of it whatever reads the file."""
    arguments = spoilt_folder(name, tmp_path / "it")
    if arguments[0] not in {"run", "check", "explain", "sensitivity", "simulate", "resample", "compare", "sites"}:
        pytest.skip("the command reads rows, or none")
    monkeypatch.chdir(tmp_path / "it")
    result = CliRunner().invoke(app, [*arguments, "--engine", "duckdb"])

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (FOLDER / name / "expected.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("hours-are-decimal", '2018-03-05;paedagog;"syv";;;\n'),
        ("hours-are-not-negative", "2018-03-05;paedagog;-1,5;;;\n"),
        ("cells-are-filled", "2018-03-05;;1,5;;;\n"),
        ("dates-are-real", "2018-02-30;paedagog;1,5;;;\n"),
        ("rows-fit-the-header", "2018-03-05;paedagog;1,5;;;;;x\n"),
        ("text-is-not-garbled", "2018-03-05;paedagog;1,5;OpfÃ¸lgning;;\n"),
        ("job-groups-are-in-the-set", "2018-03-05;pedagog;1,5;;;\n"),
        ("decimal-marks-agree", "2018-03-05;paedagog;1.5;;;\n"),
    ],
)
@pytest.mark.parametrize("engine_name", SUMMED)
def test_the_line_of_a_fault_far_down_is_told(
    name: str, spoilt: str, engine_name: EngineName, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bad row among thousands is found in whatever block it lies."""
    monkeypatch.setattr(blocks, "ROWS_OF_A_BLOCK", 700)
    good = [f"2018-03-{day:02};paedagog;1,25;Samtale;;m{number}\n" for number in range(100) for day in range(12, 32)]
    path = scenario(tmp_path / "it", HEADER + "".join(good) + spoilt + "".join(good[:100]))
    with pytest.raises(InputProblems) as caught:
        assess(path, reading=Reading(engine_name))

    assert [(each.check, each.location.line) for each in caught.value.problems] == [(name, 2002)]


def test_many_faults_are_counted_by_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first stand in full, the others as a number of each kind; what is kept of them does not grow."""
    monkeypatch.setattr(blocks, "ROWS_OF_A_BLOCK", 500)
    rows = "".join("2018-03-12;paedagog;syv;;;\n2018-02-30;paedagog;1,5;;;\n" for _ in range(3_000))
    with pytest.raises(InputProblems) as caught:
        assess(scenario(tmp_path / "it", HEADER + "2018-03-12;paedagog;1,5;;;\n" + rows), reading=Reading("duckdb"))

    assert str(caught.value).splitlines()[-1] == ("… and 5,980 more: 2,990 [dates-are-real], 2,990 [hours-are-decimal]")
    assert len(caught.value.problems) <= 1_000


def test_a_day_of_more_than_24_hours_is_told_with_its_lines(tmp_path: Path) -> None:
    """Each row is possible, their sum is not: the lines are those of the file."""
    text = HEADER + "12-03-2018;paedagog;13;;;m1\n12-03-2018;paedagog;12;;;m2\n12-03-2018;paedagog;11,5;;;m1\n"
    with pytest.raises(InputProblems) as caught:
        assess(scenario(tmp_path / "it", text), reading=Reading("duckdb"))

    (problem,) = caught.value.problems
    assert problem.check == "hours-fit-into-days"
    assert "24.5 hours in 2018-03-12 (lines 2, 4)" in problem.message


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: ("sep=;\n" + text).encode(),
        lambda text: ("\n\n" + text.replace("\n", "\n\n")).encode(),
        lambda text: text.replace("Opfølgning", '"Opfølgning; kort"').encode(),
        lambda text: text.replace(";", "\t").encode(),
        lambda text: text.replace(";", " ; ").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: text.replace("-03-", "/03/").encode(),
        lambda text: text.replace("1,5", "1.000,5").encode(),
        lambda text: text.replace(";Opf", ";x;Opf").replace(";activity", ";note;activity").encode(),
    ],
    ids=DIALECTS,
)
@pytest.mark.parametrize("name", SUMMED)
def test_any_dialect_gives_the_same(change: object, name: EngineName, tmp_path: Path) -> None:
    """Encodings, line ends, quotes and marks change nothing, whether the engine reads them or leaves them."""
    text = HEADER + "".join(
        f"{day:02}-03-2018;{group};{hours};Opfølgning;opstart;\n"
        for day in range(12, 32)
        for group in ("paedagog", "psykolog")
        for hours in ("1,5", "0,25")
    )
    assert callable(change)
    path = scenario(tmp_path / "it", change(text))
    rows, sums = registrations(path, Reading("rows")), registrations(path, Reading(name))

    assert hours_by_words(sums) == pytest.approx(hours_by_words(rows), rel=1e-9)
    assert sums.rows_read == len(rows) == 80
    assert sums.are_sums


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.dates(dt.date(2018, 2, 20), dt.date(2019, 3, 10)),
            st.sampled_from(["paedagog", "psykolog", "familieterapeut"]),
            st.integers(1, 9_000),
            st.sampled_from(["", "Samtale", "Opfølgning"]),
        ),
        min_size=1,
        max_size=60,
    ),
    start=st.dates(dt.date(2018, 2, 25), dt.date(2018, 5, 10)),
)
def test_an_assessment_is_the_same(
    rows: list[tuple[dt.date, str, int, str]], start: dt.date, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Windows, gaps and sub-periods that begin within a month part the days as they do row by row."""
    lines = [f"{day:%d-%m-%Y};{group};{hours / 1000:.3f};{word};;" for day, group, hours, word in rows]
    lines.append("13-05-2018;paedagog;1,000;;;")
    text = HEADER + "\n".join(lines).replace(".", ",") + "\n13-05-2018;paedagog;1,25;;;\n"
    path = scenario(tmp_path_factory.mktemp("it"), text, start=str(start))
    by_rows, by_sums = (assess(path, reading=Reading(name)).as_dict() for name in ("rows", "duckdb"))

    assert numbers(by_sums) == pytest.approx(numbers(by_rows), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", SUMMED)
def test_days_within_a_month_are_told_apart(name: EngineName, tmp_path: Path) -> None:
    """By hand: 1 hour before the window, 8 in the gap and 64 after are set aside; the early part has 2 + 4."""
    days = ["11-03", "12-03", "15-05", "09-07", "16-05", "23-07"]
    lines = [f"{day}-2018;paedagog;{hours};;;" for day, hours in zip(days, (1, 2, 4, 8, 16, 32), strict=True)]
    path = scenario(tmp_path / "it", HEADER + "\n".join([*lines, "01-03-2019;paedagog;64;;;"]) + "\n")
    found = assess(path, reading=Reading(name))
    whole, early = found.as_dict(), found.as_dict()["variants"]["early"]

    assert whole["set_aside"] == {"rows": 3, "hours": 73.0, "expenses": 0.0}
    assert early["wage_cost"] == pytest.approx(whole["results"]["wage_cost"] * 6 / 54)


def numbers(found: object, path: str = "") -> dict[str, float]:
    """Give every number of a result by its path."""
    if isinstance(found, dict):
        return {key: number for name, each in found.items() for key, number in numbers(each, f"{path}.{name}").items()}
    if isinstance(found, list):
        return {key: number for row, each in enumerate(found) for key, number in numbers(each, f"{path}.{row}").items()}
    return {path: float(found)} if isinstance(found, int | float) else {}


class TestKept:
    """Sums kept for the next run."""

    TEXT = HEADER + "12-03-2018;paedagog;1,5;;;\n13-03-2018;paedagog;2;;;\n"

    @pytest.fixture
    def read(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
        """Note every time an engine is asked."""
        asked: list[str] = []

        def noted(name: EngineName) -> engine.Engine:
            asked.append(name)
            return engine.engine_of(name)

        monkeypatch.setattr(reader, "engine_of", noted)
        return iter([asked]).__next__()  # type: ignore[return-value]

    def test_the_second_run_reads_no_rows(self, read: list[str], tmp_path: Path) -> None:
        """The result is the same to the last byte; the folder holds one file that only its owner may read."""
        path = scenario(tmp_path / "it", self.TEXT)
        first, second = (assess(path, reading=Reading("duckdb")).as_dict() for _ in range(2))

        assert (first, len(read)) == (second, 1)
        (kept,) = (tmp_path / "kept").iterdir()
        assert kept.stat().st_mode & 0o077 == 0

    def test_what_has_changed_is_read_again(self, read: list[str], tmp_path: Path) -> None:
        """A changed byte, window or description leaves the old sums unused."""
        path = scenario(tmp_path / "it", self.TEXT)
        assess(path, reading=Reading("duckdb"))
        (tmp_path / "it" / "time.csv").write_text(self.TEXT.replace("1,5", "2,5"), "utf-8")
        assert sum(registrations(path, Reading("duckdb")).hours) == 4.5
        assert len(read) == 2
        scenario(tmp_path / "it", self.TEXT.replace("1,5", "2,5"), start="2018-03-13")
        assert assess(path, reading=Reading("duckdb")).ledger.set_aside.hours == 2.5
        assert len(read) == 3
        path.write_text(path.read_text("utf-8").replace("time.csv", "{path: time.csv, columns: {phase: activity}}"))
        assess(path, reading=Reading("duckdb"))
        assert len(read) == 4

    def test_another_version_reads_again(
        self, read: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What an earlier version kept is not trusted."""
        path = scenario(tmp_path / "it", self.TEXT)
        assess(path, reading=Reading("duckdb"))
        monkeypatch.setattr("somcost.read.sums.kept.version", lambda _: "99.0")
        assess(path, reading=Reading("duckdb"))

        assert len(read) == 2

    def test_without_cache_none_is_read_or_kept(self, read: list[str], tmp_path: Path) -> None:
        """--no-cache leaves the folder alone."""
        path = scenario(tmp_path / "it", self.TEXT)
        for _ in range(2):
            assess(path, reading=Reading("duckdb", cache=False))

        assert len(read) == 2
        assert not (tmp_path / "kept").exists()

    def test_a_damaged_or_forbidden_cache_is_none(self, read: list[str], tmp_path: Path) -> None:
        """Half a file is not trusted, and a folder that cannot be made stops nothing."""
        path = scenario(tmp_path / "it", self.TEXT)
        assess(path, reading=Reading("duckdb"))
        (kept,) = (tmp_path / "kept").iterdir()
        kept.write_bytes(kept.read_bytes()[:100])
        assess(path, reading=Reading("duckdb"))
        assert len(read) == 2
        shutil.rmtree(tmp_path / "kept")
        (tmp_path / "kept").write_text("no folder", "utf-8")
        assess(path, reading=Reading("duckdb"))
        assert len(read) == 3


def test_large_files_are_read_by_an_engine_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By size, where duckdb is installed; small ones row by row."""
    path = scenario(tmp_path / "it", TestKept.TEXT)
    assert not registrations(path, Reading()).are_sums
    monkeypatch.setattr("somcost.read.sums.choice.LARGE", 40)
    assert registrations(path, Reading()).are_sums
    monkeypatch.setattr("somcost.read.sums.choice.is_installed", lambda _: False)
    assert not registrations(path, Reading()).are_sums


def test_a_missing_engine_names_the_command_that_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 1 and one line, no traceback."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    path = scenario(tmp_path / "it", TestKept.TEXT)
    result = CliRunner().invoke(app, ["run", str(path), "--engine", "spark"])

    assert result.exit_code == 1
    assert "the engine spark needs pyspark and narwhals, not installed [engines-are-installed]" in result.stderr
    assert "pip install 'somcost[spark]'" in result.stderr


def test_an_engine_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark without Java, or with a cluster that does not answer."""

    def none(_: EngineName) -> engine.Engine:
        raise engine.NotStarted("Java is not found")

    monkeypatch.setattr(reader, "engine_of", none)
    with pytest.raises(InputProblems, match=r"spark does not start: Java is not found \[engines-start\]"):
        assess(scenario(tmp_path / "it", TestKept.TEXT), reading=Reading("spark"))


def test_an_engine_says_nothing_itself() -> None:
    """A bar of progress on standard output would break the JSON of a long run."""
    duck = engine.engine_of("duckdb")

    assert duck.connection.sql("SELECT current_setting('enable_progress_bar')").fetchall() == [(False,)]  # type: ignore[attr-defined]


def test_quality_says_what_sums_cannot_tell(tmp_path: Path) -> None:
    """Coverage and the account stand; rows and employees are not judged, which is said."""
    path = scenario(tmp_path / "it", TestKept.TEXT)
    said = CliRunner().invoke(app, ["quality", str(path), "--engine", "duckdb", "--lang", "en"])

    assert said.exit_code == 0, said.stderr
    words = " ".join(said.stdout.split())
    assert "Rows alike in every column: not judged, the registrations were read as sums" in words
    assert "Hours of an employee's day: not judged, the registrations were read as sums" in words
    assert "Read = costed + set aside: adds up." in words


def test_a_workbook_says_that_its_lines_are_sums(tmp_path: Path) -> None:
    """The sheet of registrations has a line for each sum, and says of how many rows."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only here

    path, book = scenario(tmp_path / "it", TestKept.TEXT), tmp_path / "ud.xlsx"
    result = CliRunner().invoke(app, ["run", str(path), "--engine", "duckdb", "--xlsx", str(book), "--lang", "en"])

    assert result.exit_code == 0, result.stderr
    cells = [str(cell.value) for row in load_workbook(book)["Time registrations"].iter_rows() for cell in row]
    assert any("sums of 2 rows" in cell for cell in cells)


CELLS = {
    "date": [
        *("2018-03-15", "15-03-2018", "5-4-2018", "05/04/2018", "13/04/2018", "05.04.2018", "2018-04", "2018-13-01"),
        *("18-03-05", "", "2018-03-15 00:00", "0018-03-05", "1899-01-01", "x", "2018-4-5", " 2018-03-15 "),
    ],
    "job_group": ["paedagog", "psykolog", "", "pædagog", "Ã¦", "\x07", "a b", " paedagog", '"paedagog"', "NULL", "nan"],
    "hours": [
        *("1", "1,5", "1.5", "0", "-1", "inf", "nan", "", " 2 ", "+3", ",5", "1.000,5", "1,000.5", "24", "25", "7:24"),
        *("1 000", "0x1", "١", "1,5h", "99999999999", "1e400"),
    ],
    "activity": ["", "Møde", "x", '"a;b"', "a\tb", "NULL", "NA", "=1"],
    "employee": ["", "m1", "m2"],
}


def random_file(chance: Random) -> bytes:
    """Write a file in a random dialect, most cells sound, some not, some rows too long, too short or blank."""
    mark = chance.choice([";", ",", "\t"])
    columns = ["date", "job_group", "hours", *chance.sample(["activity", "employee"], chance.randint(0, 2))]
    chance.shuffle(columns)
    hours = "2" if mark == "," else chance.choice(["1,5", "2"])
    good = {"date": chance.choice(CELLS["date"][:2]), "job_group": "paedagog", "hours": hours, "activity": "Møde"}
    lines = [mark.join(columns)]
    for _ in range(chance.randint(1, 8)):
        cells = [chance.choice(CELLS[name]) if chance.random() < 0.12 else good.get(name, "m1") for name in columns]
        cells = cells[:-1] if chance.random() < 0.03 else cells + [""] * (chance.random() < 0.03)
        lines += [mark.join(cells), *[""] * (chance.random() < 0.04)]
    end = chance.choice(["\n", "\n", "\r\n", "\r"])
    text = end.join(lines) + end * (chance.random() < 0.8)
    return text.encode(chance.choice(["utf-8", "utf-8", "cp1252", "utf-8-sig", "utf-16"]), "ignore")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_random_files_come_out_alike(seed: int) -> None:
    """The same cost, or the same checks and the same first line; never a traceback."""
    with TemporaryDirectory() as folder:
        path = scenario(Path(folder), random_file(Random(seed)))

        assert outcome(path, "duckdb") == outcome(path, "rows")


@pytest.mark.parametrize(("text", "hours"), [("1e1", 10.0), ("1_0", 10.0), ("5,", 5.0)])
def test_what_an_engine_takes_that_the_row_reader_refuses(text: str, hours: float, tmp_path: Path) -> None:
    """Numbers written oddly are refused row by row; by DuckDB they are read as what they say, never as another."""
    path = scenario(tmp_path / "it", f"{HEADER}2018-03-15;paedagog;1,5;;;\n2018-03-15;paedagog;{text};;;\n")

    assert sum(registrations(path, Reading("duckdb")).hours) == 1.5 + hours
    with pytest.raises(InputProblems, match="hours-are-decimal"):
        registrations(path, Reading("rows"))
