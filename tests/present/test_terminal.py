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
