"""The report in the terminal."""

import io
import re
from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario
from rich.console import Console

import somcost
from somcost.present.numbers import Numbers
from somcost.present.terminal import print_assessment

SCENARIOS = sorted((Path(somcost.__file__).parent.parent / "scenarios").glob("*.yaml"))


def printed(scenario: Path, numbers: Numbers | None = None) -> str:
    """Print a scenario's report to text of 80 columns."""
    console = Console(file=io.StringIO(), width=80, markup=False, highlight=False, emoji=False)
    print_assessment(somcost.assess(scenario), console, numbers=numbers or Numbers("da"))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def row(text: str, name: str) -> list[str]:
    """Give the cells of the first row that begins so."""
    line = next(line for line in text.splitlines() if line.strip().startswith(name))
    return re.split(r"\s{2,}", line.strip())


def test_the_main_table_is_the_reports(tmp_path: Path) -> None:
    """A year costs 60,000, a citizen 5,000, a month 1,250 or about a thousand."""
    scenario = write_hand_scenario(tmp_path)

    assert row(printed(scenario), "Indsamlet") == ["Indsamlet", "60.000", "5.000", "1.000"]
    assert row(printed(scenario, Numbers("da", 1)), "Indsamlet") == ["Indsamlet", "60.000", "5.000", "1.250"]
    assert row(printed(scenario, Numbers("en", 10)), "Registered") == ["Registered", "60,000", "5,000", "1,250"]


def test_headings_say_price_level_and_rounding(tmp_path: Path) -> None:
    """Every table of kr says its price level and what it is rounded to; the head says where the data is from."""
    text = printed(write_hand_scenario(tmp_path), Numbers("da", 100))
    titles = [line for line in text.splitlines() if "(kr., prisniveau 2019, afrundet til 100)" in line]

    assert text.startswith(
        "Regnet i hånden [kontrol]\nBeløb i kr., prisniveau 2019, afrundet til 100\nIllustrative data\n"
    )
    assert [title.partition(" (")[0] for title in titles] == [
        "Omkostninger",
        "Holdt op imod",
        "Det hviler tallene på",
        "Følsomhed: løn",
        "Følsomhed: antal borgere",
    ]


def test_sensitivities_stand_below(tmp_path: Path) -> None:
    """Wages 10 % up are 65,500 a year; fifteen citizens 55,000 × 15/12 + 5,000 = 73,750, 4,917 each."""
    text = printed(write_hand_scenario(tmp_path), Numbers("da", 1))

    assert row(text, "+10 %") == ["+10 %", "65.500", "5.458", "1.365"]
    assert row(text, "15 ") == ["15", "73.750", "4.917", "1.229"]


def test_shares_stand_below(tmp_path: Path) -> None:
    """40,000 of 60,000 went to hours with citizens, 15,000 to hours without, 5,000 to expenses."""
    text = printed(write_hand_scenario(tmp_path))

    assert row(text, "Kontakt") == ["Kontakt", "Med borger 67 % · Uden borger 25 %"]
    assert "Øvrige udgifter 8 %" in text


def test_alternative_and_start_up_and_checks_stand_below(tmp_path: Path) -> None:
    """The alternative costs 7,500; training 2 × (3 × 7.5 × 400 + 500) = 19,000 and a table 1,000 are 20,000."""
    text = printed(write_hand_scenario(tmp_path))

    assert row(text, "Alternativ: Andet tilbud") == ["Alternativ: Andet tilbud, pr. år", "8.000"]
    assert row(text, "Etableringsomkostninger")[1] == "20.000"
    assert "150 = 150: stemmer" in text
    assert "60.000 = 60.000: stemmer" in text


def test_only_what_is_defined_is_shown(tmp_path: Path) -> None:
    """Without citizens, courses or an alternative nothing is said of them."""
    text = printed(write_hand_scenario(tmp_path, without="alternative"))

    for absent in ("Holdt op imod", "indskrevet", "forløb", "nan", "None"):
        assert absent not in text


def test_dropped_rows_are_counted(tmp_path: Path) -> None:
    """January's two rows of ten hours are set aside where the window begins in February; 150 = 130 + 20."""
    more = "window: {start: 2019-02-01, end: 2019-12-31}\nsettings: {outside_window: drop}\n"
    text = printed(write_hand_scenario(tmp_path, without="window", more=more))

    assert "rækker 2, timer 20, udgifter 0 kr." in text
    assert "150 = 150: stemmer" in text


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["da", "en"])
def test_reports_fit_eighty_columns(scenario: Path, language: str) -> None:
    """No line is wider, no word is broken by an ellipsis, no figure is missing its value."""
    text = printed(scenario, Numbers(language))

    assert max(map(len, text.splitlines())) <= 80
    assert "…" not in text
    assert "nan" not in text.split()


def test_staff_alone_stands_once(tmp_path: Path) -> None:
    """Without registrations the estimate is that of the staff: one leader for a year, 1,500 hours at 400 kr."""
    staff = "full_time_staff: [{start: 2019-01, end: 2019-12, job_group: leder, fte: 1}]\n"
    text = printed(write_hand_scenario(tmp_path, without="time_registrations", more=staff), Numbers("da", 1))

    assert row(text, "Fuldtidsansatte") == ["Fuldtidsansatte", "605.000", "50.417", "12.604"]
    assert "Indsamlet" not in text
    assert text.count("Fuldtidsansatte") == 2


SPRING = "variants: {spring: {label: Foråret, window: {start: 2019-01-01, end: 2019-06-30}}}\n"
ENROLLED = "participants: {count: 12, months_each: 4, enrolled: {2019: 20}}\n"
COURSES = "courses: {per_year: 2, list: [{id: Hold A, participants: 5}, {id: Hold B, participants: 4}]}\n"


def test_a_report_says_which_assumptions_it_rests_on(tmp_path: Path) -> None:
    """The set's title and id stand in the head."""
    assert "Regnet i hånden (hand)" in printed(write_hand_scenario(tmp_path)).splitlines()[:6]


def test_every_caveat_is_told(tmp_path: Path) -> None:
    """Missing expenses, few citizens and the scenario's note stand below the costs."""
    few = "participants: {count: 3, months_each: 4}\n"
    scenario = write_hand_scenario(tmp_path, without="participants", more=few)
    scenario.write_text(scenario.read_text("utf-8").replace("expenses: expenses.csv\n", ""), encoding="utf-8")
    text = " ".join(printed(scenario).split())

    assert "Der er få borgere" in text
    assert "Der er ikke oplyst øvrige udgifter" in text
    assert "Kun til prøve." in text


def test_the_alternative_has_its_source(tmp_path: Path) -> None:
    """And stands beside the cost per citizen of a year, 5,000."""
    text = printed(write_hand_scenario(tmp_path))
    below = text[text.index("Holdt op imod") :]

    assert "Budget 2019." in below
    assert row(below, "Omkostning pr. borger") == ["Omkostning pr. borger", "5.000"]


def test_the_largest_share_stands_first(tmp_path: Path) -> None:
    """40,000 of 60,000 went to the phase start, 15,000 to slut, 5,000 to none."""
    assert row(printed(write_hand_scenario(tmp_path)), "Fase")[1] == "start 67 % · slut 25 % · Ikke oplyst 8 %"


def test_cost_per_enrolled_stands_below_that_per_citizen(tmp_path: Path) -> None:
    """60,000 over twenty enrolled is 3,000, no column of the main table."""
    text = printed(write_hand_scenario(tmp_path, without="participants", more=ENROLLED), Numbers("en", 1))

    assert row(text, "Registered") == ["Registered", "60,000", "5,000", "1,250"]
    assert row(text, "Cost per enrolled") == ["Cost per enrolled", "3,000"]


def test_courses_stand_with_their_cost_and_that_of_a_participant(tmp_path: Path) -> None:
    """Hold A is 10 hours at 400 kr for five, Hold B 20 hours at 300 and 2,000 for four; it says which mean is shown."""
    path = write_hand_scenario(tmp_path, without="sensitivity", more=COURSES)
    time = "date,job_group,hours,course\n2019-01-04,leder,10,Hold A\n2019-02-05,medarbejder,20,Hold B\n"
    (tmp_path / "time.csv").write_text(time, encoding="utf-8")
    (tmp_path / "expenses.csv").write_text("date,amount,course\n2019-02-01,2000,Hold B\n", encoding="utf-8")
    text = printed(path, Numbers("en", 1))

    assert row(text, "Hold A") == ["Hold A", "5", "4,000", "800"]
    assert row(text, "Hold B") == ["Hold B", "4", "8,000", "2,000"]
    assert "Omkostningen pr. borger er gennemsnittet af forløbenes egne omk" in " ".join(printed(path).split())
    assert row(text, "Group courses ")[1:] == ["12,000", "6,000", "1,400", "350"]


def test_a_sub_periods_sensitivity_begins_with_its_own_cost(tmp_path: Path) -> None:
    """Spring's 84,000 a year stands above 91,800, its cost with wages 10 % up."""
    text = printed(write_hand_scenario(tmp_path, more=SPRING), Numbers("da", 1))
    below = text[text.index("Følsomhed: løn") :]
    spring = below[below.index("Foråret") :]

    assert row(spring, "Som beregnet") == ["Som beregnet", "84.000", "7.000", "1.750"]
    assert row(spring, "+10 %") == ["+10 %", "91.800", "7.650", "1.913"]


def test_checks_are_told_to_the_krone(tmp_path: Path) -> None:
    """Whatever the results are rounded to: 55,000 of wages and 5,005 of expenses."""
    path = write_hand_scenario(tmp_path)
    (tmp_path / "expenses.csv").write_text("date,amount\n2019-02-01,5005\n", encoding="utf-8")

    assert "60.005 = 60.005: stemmer" in printed(path)


def test_start_up_spread_over_years_stands_below_the_whole(tmp_path: Path) -> None:
    """A table of 1,000 in use for five years is 200 a year."""
    more = "start_up: {spread_years: 5, expenses: [{label: Bord, amount: 1000}]}\n"
    scenario = write_hand_scenario(tmp_path)
    text = scenario.read_text("utf-8")
    scenario.write_text(text[: text.index("start_up")] + more, encoding="utf-8")
    below = printed(scenario, Numbers("en", 1))

    assert row(below, "Start-up cost ")[-1] == "1,000"
    assert row(below, "Start-up cost per year")[-1] == "200"


def test_the_head_says_how_much_of_the_window_was_observed(tmp_path: Path) -> None:
    """Ten of twelve months, where November and December are a gap."""
    gap = "window: {start: 2019-01-01, end: 2019-12-31, gaps: [{start: 2019-11-01, end: 2019-12-31, reason: Pause}]}\n"
    path = write_hand_scenario(tmp_path, without="window", more=f"{gap}settings: {{inside_gap: drop}}\n")

    assert "Window January 1, 2019 to December 31, 2019: 10 of 12 months" in printed(path, Numbers("en"))


def test_a_large_annual_cost_is_told_in_millions(tmp_path: Path) -> None:
    """55,000 of wages and 1,000,000 of expenses are 1.1 million, and 88,000 a citizen."""
    path = write_hand_scenario(tmp_path)
    (tmp_path / "expenses.csv").write_text("date,amount\n2019-02-01,1000000\n", encoding="utf-8")

    assert row(printed(path), "Indsamlet")[:3] == ["Indsamlet", "1,1 mio.", "88.000"]


def test_the_alternative_is_told_in_kr(tmp_path: Path) -> None:
    """1,234,567 is rounded like the cost it stands beside, not told in millions."""
    path = write_hand_scenario(tmp_path)
    path.write_text(path.read_text("utf-8").replace("cost_per_year: 7500", "cost_per_year: 1234567"), encoding="utf-8")

    assert row(printed(path), "Alternativ: Andet tilbud")[-1] == "1.235.000"


def test_the_caveat_on_few_months_counts_the_observed_ones(tmp_path: Path) -> None:
    """Ten of twelve."""
    gap = "window: {start: 2019-01-01, end: 2019-12-31, gaps: [{start: 2019-11-01, end: 2019-12-31, reason: Pause}]}\n"
    path = write_hand_scenario(tmp_path, without="window", more=f"{gap}settings: {{inside_gap: drop}}\n")

    assert "Only 10 months are observed" in printed(path, Numbers("en"))
