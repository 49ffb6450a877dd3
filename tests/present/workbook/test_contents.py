"""What the workbook says beside its numbers: labels, units, sources, caveats, privacy, language and charts."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hand_scenario import write_hand_scenario

import somcost
from somcost.present.workbook import write_workbook

SPRING = "variants: {spring: {label: Foråret, window: {start: 2019-01-01, end: 2019-06-30}}}\n"
"""Half a year with 39,000 of wages and 3,000 of expenses: 84,000 a year, 7,000 for each of twelve citizens."""
Sheets = Callable[..., Any]
SCENARIOS = Path(__file__).parents[3] / "scenarios"


@pytest.fixture
def book(tmp_path: Path) -> Sheets:
    """Write a scenario's workbook and open it with the values stored in it."""

    def written(*, more: str = SPRING, without: str = "", language: str = "da") -> Any:
        path = tmp_path / "book.xlsx"
        write_workbook(
            somcost.assess(write_hand_scenario(tmp_path, more=more, without=without)), path, language=language
        )
        return openpyxl.load_workbook(path, data_only=True)

    return written


def rows(sheet: Any) -> list[list[Any]]:
    """Give the cells of every row up to the last that is filled; an empty cell is None."""
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [row[: max((number for number, cell in enumerate(row, 1) if cell is not None), default=0)] for row in found]


def row(sheet: Any, label: str) -> list[Any]:
    """Give the first row under that label, without it."""
    return next(each[1:] for each in rows(sheet) if each and each[0] == label)


def table(sheet: Any, title: str, label: object) -> list[Any]:
    """Give the first row under that label below a title, without it."""
    below = rows(sheet)[[each[:1] for each in rows(sheet)].index([title]) :]
    return next(each[1:] for each in below if each and each[0] == label)


def test_every_sheet_says_unit_price_level_and_origin(book: Sheets) -> None:
    """Under the title of each."""
    assert {sheet["A2"].value for sheet in book()} == {"Alle beløb i kr. · Prisniveau 2019 · illustrative data"}


def test_the_summary_names_its_figures(book: Sheets) -> None:
    """60,000 a year, 5,000 a citizen, 1,250 a month; in spring 84,000, 7,000 and 1,750; the alternative 7,500."""
    summary = book()["Overblik"]

    assert row(summary, "Resultat") == ["Indsamlet", "Foråret"]
    assert row(summary, "Årlige driftsomkostninger") == [60_000, 84_000]
    assert row(summary, "Omkostning pr. borger") == [5_000, 7_000]
    assert row(summary, "Omkostning pr. borger pr. måned") == [1_250, 1_750]
    assert row(summary, "Etableringsomkostninger") == [20_000, 20_000]
    assert row(summary, "Alternativ: Andet tilbud, pr. år") == [7_500]


def test_the_summary_says_what_to_bear_in_mind(book: Sheets) -> None:
    """Where the data is from, what is thin, and the scenario's own note."""
    summary = book(without="expenses")["Overblik"]
    told = [each[0] for each in rows(summary) if each and str(each[0]).startswith("• ")]

    assert told == [
        "• Illustrative data.",
        "• Der er ikke oplyst øvrige udgifter; de tæller som 0, og omkostningen kan være for lav.",
        "• Kun til prøve.",
    ]


def test_results_stand_beside_their_names_and_units(book: Sheets) -> None:
    """A row a result, a column an estimate."""
    results = book()["Resultater"]

    assert row(results, "Lønomkostninger") == ["kr.", 55_000, 39_000]
    assert row(results, "Øvrige udgifter") == ["kr.", 5_000, 3_000]
    assert row(results, "Observerede måneder") == ["måneder", 12, 6]
    assert row(results, "Årlige driftsomkostninger") == ["kr. pr. år", 60_000, 84_000]
    assert row(results, "Borgere pr. år") == ["pr. år", 12, 12]
    assert row(results, "Omkostning pr. borger pr. måned") == ["kr. pr. måned", 1_250, 1_750]


def test_shares_stand_on_the_sheet_of_results(book: Sheets) -> None:
    """Of 60,000 kr two thirds went to hours with citizens, to the phase start, to Samtale, and to the leader."""
    results = book()["Resultater"]

    for label in ("Med borger", "start", "Samtale", "Leder"):
        assert row(results, label) == [pytest.approx(2 / 3), "andel"]
    assert row(results, "Øvrige udgifter")[0] == "kr."
    assert next(cell.number_format for cell in results["B"] if cell.value == 0.25) == "0.0%"


def test_assumptions_stand_with_source_origin_and_note(book: Sheets) -> None:
    """As the set states them, with the lowest and the highest value thought possible."""
    more = "overrides: {parameters.overhead: {value: 0.3, source: Økonomi, note: Eget tal}}\n"
    sheet = book(more=more)["Forudsætninger"]
    source = "Kontoret, Lønstatistik, 2019, tabel 1"

    assert row(sheet, "Månedlig lønomkostning, Leder") == [
        *(40_000, "kr. pr. måned", source, "2019", "hand, linje 12", "")
    ]
    assert row(sheet, "Overhead")[:4] == [0.3, "andel", "Økonomi", ""]
    assert row(sheet, "Overhead")[5] == "Eget tal"
    assert "hand" in row(sheet, "Overhead")[4]
    assert [each[0] for each in rows(sheet) if each[1:2] == [12]] == ["Borgere i perioden"]


def test_bounds_and_last_day_stand_beside_an_assumption(tmp_path: Path) -> None:
    """Low is the lower, high the higher, each with its reason."""
    path = write_hand_scenario(tmp_path)
    bounds = "low: {value: 0, reason: Udbud}, high: 1, valid_to: 2024-12-31, note: Aftalt}"
    text = (tmp_path / "hand.yaml").read_text("utf-8").replace("note: Aftalt}", bounds)
    (tmp_path / "hand.yaml").write_text(text, encoding="utf-8")
    write_workbook(somcost.assess(path), tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")["Forudsætninger"]

    assert row(sheet, "Overhead")[5] == "Aftalt; lav 0 (Udbud); høj 1; gælder til 2024-12-31"


def test_the_scenarios_numbers_stand_by_key_a_first_day_before_its_last(book: Sheets) -> None:
    """Participants before the window, with the line each is stated in."""
    sheet = book(more="")["Forudsætninger"]
    numbers = rows(sheet)[[each[:1] for each in rows(sheet)].index(["Scenariets tal"]) + 2 :]

    assert [each[3] for each in numbers] == [
        "participants.count (linje 10)",
        "participants.months_each (linje 10)",
        "window (linje 7)",
        "window (linje 7)",
        "window.start (linje 7)",
        "window.end (linje 7)",
    ]


def test_inputs_look_like_inputs(book: Sheets) -> None:
    """A wage and a registered hour have the ground that the sheet says inputs have; a rate has not."""
    found = book()
    wage, rate = found["Forudsætninger"]["B7"], found["Forudsætninger"]["C15"]
    hours = next(cell for cell in found["Tidsregistreringer"][5] if cell.value == 10)

    assert wage.fill.fgColor.rgb == hours.fill.fgColor.rgb == "FFFFF8DC"
    assert rate.fill.fgColor.rgb != wage.fill.fgColor.rgb


def test_nobody_is_named_in_the_workbook(tmp_path: Path) -> None:
    """The two employees are 1 and 2, case 17-4 is 1, on every sheet; the row they stand in leads back to the file."""
    path = write_hand_scenario(tmp_path)
    time = "date,job_group,hours,employee,case\n2019-01-04,leder,10,m17,17-4\n2019-01-05,leder,10,m4,17-4\n"
    (tmp_path / "time.csv").write_text(time, encoding="utf-8")
    write_workbook(somcost.assess(path), tmp_path / "book.xlsx")
    found = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = found["Tidsregistreringer"]
    headings = [cell.value for cell in sheet[4]]

    assert not {"m17", "m4", "17-4"} & {cell for each in found for line in rows(each) for cell in line}
    for heading, expected in {
        "Medarbejder": ["1", "2"],
        "Sag": ["1", "1"],
        "Fil og række": ["time.csv:2", "time.csv:3"],
    }.items():
        column = headings.index(heading) + 1
        assert [sheet.cell(line, column).value for line in (5, 6)] == expected


def test_changes_stand_below_what_they_change(book: Sheets) -> None:
    """Spring's own 84,000 above its 10 % on wages: 12 × (1.1 × 39,000 + 3,000) / 6 = 91,800."""
    sheet = book()["Følsomhed"]

    assert table(sheet, "Løn – Indsamlet", "Som beregnet") == [60_000, 5_000, 1_250]
    assert table(sheet, "Løn – Indsamlet", 0.1)[0] == pytest.approx(65_500)
    assert table(sheet, "Løn – Foråret", "Som beregnet") == [84_000, 7_000, 1_750]
    assert table(sheet, "Løn – Foråret", 0.1)[0] == pytest.approx(91_800)
    assert table(sheet, "Antal deltagere – Indsamlet", 15)[0] == pytest.approx(73_750)


def test_files_stand_with_rows_and_hash(book: Sheets, tmp_path: Path) -> None:
    """A reader can tell whether a file is the one that was read."""
    sheet = book()["Kilder"]

    for name, count in {"scenario.yaml": "", "hand.yaml": "", "time.csv": "15", "expenses.csv": "2"}.items():
        assert row(sheet, name) == [count, hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()]


def test_checks_say_what_they_compare(book: Sheets) -> None:
    """Hours, lines and months, each with both ways."""
    sheet = book()["Kontrol"]

    assert row(sheet, "Timer ind = timer medregnet + timer holdt ude") == [150, 150, 0, "OK"]
    assert row(sheet, "Summen af omkostningslinjerne = indsamlede omkostninger") == [60_000, 60_000, 0, "OK"]
    assert row(sheet, "Summen af månederne = indsamlede omkostninger") == [60_000, 60_000, 0, "OK"]


def test_the_workbook_speaks_the_language_asked_for(book: Sheets) -> None:
    """Names of sheets and of results."""
    found = book(language="en")

    assert found.sheetnames[0] == "Summary"
    assert row(found["Results"], "Annual operating cost") == ["kr. a year", 60_000, 84_000]


def reference(series: Any) -> tuple[str, str]:
    """Give where a chart's series takes its names and its values from."""
    names = series.cat.numRef or series.cat.strRef
    return names.f, series.val.numRef.f


def cells(found: Any, reference: str) -> list[Any]:
    """Give the values a chart's reference leads to."""
    sheet, _, area = reference.replace("'", "").rpartition("!")
    area = area.replace("$", "")
    block = found[sheet][area]
    return [line[0].value for line in block] if isinstance(block, tuple) else [block.value]


def test_charts_draw_every_month_and_activity(book: Sheets) -> None:
    """Twelve months with 7,000 in January and 2,000 of expenses in December; two activities."""
    found = book()
    months, activities = found["Overblik"]._charts
    wages, expenses = ([cells(found, each) for each in reference(series)] for series in months.series)
    ((names, costs),) = ([cells(found, each) for each in reference(series)] for series in activities.series)

    assert wages[0] == [dt.datetime(2019, month, 1) for month in range(1, 13)]  # noqa: DTZ001 - a cell has no zone
    assert wages[1] == [7_000] * 5 + [4_000] * 5 + [0, 0]
    assert expenses[1] == [0, 3_000, *[0] * 9, 2_000]
    assert sorted(zip(costs, [name[-5:] for name in names], strict=True)) == [(15_000, "=Møde"), (40_000, "mtale")]


def test_charts_of_changes_draw_the_cost_per_citizen(book: Sheets) -> None:
    """10 % on wages is 5,458.33 a citizen, fifteen citizens 4,916.67."""
    found = book(more="")
    drawn = [[cells(found, each) for each in reference(chart.series[0])] for chart in found["Følsomhed"]._charts]

    assert drawn == [[[0.1], [pytest.approx(5_458.333333)]], [[15], [pytest.approx(4_916.666667)]]]


def test_the_workbook_is_dated_by_the_window(book: Sheets) -> None:
    """No clock time stands in the file, so that the same inputs give the same bytes."""
    assert book().properties.created == dt.datetime(2019, 12, 31)  # noqa: DTZ001 - openpyxl gives no zone


def test_staff_stands_by_month_and_job_group(book: Sheets) -> None:
    """Half a leader from November: 0.5 × 1,500 / 12 = 62.5 hours at 400 kr in each of two months."""
    staff = "full_time_staff: [{start: 2019-11, end: 2019-12, job_group: leder, fte: 0.5}]\n"
    sheet = book(more=staff)["Fuldtidsansatte"]
    headings, *lines = [each for each in rows(sheet) if len(each) > 1]
    lead = [[line[headings.index(name)] for name in ("Måned", "Stillingsgruppe")] for line in lines]

    assert lead == [[dt.datetime(2019, month, 1), "Leder"] for month in (11, 12)]  # noqa: DTZ001 - a cell has no zone
    for line in lines:
        assert {0.5, 62.5, 400, 25_000} <= set(line[2:])


def test_monthly_sums_are_said_to_be_sums(tmp_path: Path) -> None:
    """Three rows are more than the two that a sheet is to hold here; two of them are one month's."""
    path = write_hand_scenario(tmp_path)
    time = "date,job_group,hours\n2019-01-04,leder,10\n2019-01-05,leder,5\n2019-02-05,leder,20\n"
    (tmp_path / "time.csv").write_text(time, encoding="utf-8")
    write_workbook(somcost.assess(path), tmp_path / "book.xlsx", row_limit=2)
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx", data_only=True)["Tidsregistreringer"]
    hours = [cell.value for line in sheet.iter_rows(min_row=5) for cell in line if cell.value in {15, 20}]

    assert str(sheet["A3"].value).startswith("Månedssummer af 3 rækker")
    assert hours == [15, 20]


def test_the_alternative_stands_on_the_sheet_of_results(book: Sheets) -> None:
    """As an input that may be changed."""
    assert row(book()["Resultater"], "Alternativ: Andet tilbud, pr. år") == [7_500, "kr. pr. år"]


def test_sources_stand_in_full(book: Sheets) -> None:
    """Title, publisher, date and where in it."""
    assert row(book()["Kilder"], "loen")[:4] == ["Lønstatistik", "Kontoret", "2019", "tabel 1"]


def test_a_printed_page_says_what_it_is_of(book: Sheets) -> None:
    """The scenario's title stands in the header of every sheet."""
    assert {sheet.oddHeader.left.text for sheet in book()} == {"Regnet i hånden [kontrol]"}


def test_verdicts_are_coloured(book: Sheets) -> None:
    """Good and bad of each check, and of all together."""
    found = book()
    coloured = {
        name: [(str(area.sqref), [rule.formula for rule in area.rules]) for area in found[name].conditional_formatting]
        for name in ("Kontrol", "Overblik")
    }

    assert coloured["Kontrol"] == [("E7:E9", [['"OK"'], ['"FEJL"']])]
    assert coloured["Overblik"] == [("B11", [['"Alt stemmer"'], ['"FEJL – se arket Kontrol"']])]


@pytest.mark.parametrize("name", ["thisted", "koebenhavn"])
def test_no_two_columns_or_steps_have_one_name(name: str, tmp_path: Path) -> None:
    """A sub-period's columns say whose they are; the days of two observed periods are numbered."""
    write_workbook(somcost.assess(SCENARIOS / f"{name}.yaml"), tmp_path / "a.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx")
    for sheet in ("Tidsregistreringer", "Udgifter", "Beregning"):
        for row in sheets[sheet].iter_rows(max_row=40, values_only=True):
            cells = [cell for cell in row if isinstance(cell, str) and not cell.startswith("=")]
            if cells and cells[0] in ("Dato", "Måned", "Stillingsgruppe"):
                assert len(set(cells)) == len(cells)
    steps = [row[0] for row in sheets["Beregning"].iter_rows(values_only=True)]
    below = steps[steps.index("Mellemregning") :]
    assert len(set(below)) == len(below)
