"""Numbers that identify a person are found in every form and kept in none; every one is made when the test runs."""

import datetime as dt
import math
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from person_numbers import parted, person_number

from somcost import person_numbers
from somcost.intake import personal, pseudonyms
from somcost.intake.personal import (
    Finding,
    exports_hold_no_cpr_numbers,
    findings_in,
    names_person_numbers,
    replaced,
)
from somcost.person_numbers import holding, is_in, kind_of, ten_digits, without_numbers
from somcost.problems import Location, Problem
from somcost.read.cells import Content

HYPHENS = ["-", "\u2010", "\u2011", "\u2013", " - "]
PARTS = ["", " ", "\u00a0", "/", " / ", "_", *HYPHENS]
SEEDS = st.integers(0, 100_000)
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ .,;:!?()/\n"


def kind(cell: Content) -> str | None:
    """Say what kind of number a cell holds by itself: modulus 11 tells, or the date alone."""
    return kind_of(cell)


def dated(number: str, mark: str, by: str, *, century: str = "") -> str:
    """Part the date of a number too."""
    return f"{number[:2]}{mark}{number[2:4]}{mark}{century}{number[4:6]}{by}{number[6:]}"


def with_lost_nought() -> Iterator[str]:
    """Give numbers that begin with a nought."""
    return (number for seed in range(400) if (number := person_number(seed)).startswith("0"))


@given(SEEDS, st.sampled_from(PARTS), st.booleans())
def test_every_way_to_part_it_is_found(seed: int, part: str, valid: bool) -> None:
    """A hyphen or dash makes it clear; of strokes, blanks or nothing modulus 11 tells the valid from the possible."""
    cell = parted(person_number(seed, valid=valid), part)
    otherwise = "valid" if valid else "possible"

    assert kind(cell) == kind(f"Talt med {cell}.") == ("clear" if part in HYPHENS else otherwise)


@given(SEEDS, st.sampled_from([".", "-", "/", " ", "\u2013"]), st.sampled_from([" ", "-", " - ", "/", "\u2013"]))
def test_a_date_that_is_parted_itself_is_found_by_modulus_11(seed: int, mark: str, by: str) -> None:
    """Points, hyphens, strokes or blanks within the date; alone and in a text, and nothing of it is left."""
    number = person_number(seed, day_from=10)
    cell = dated(number, mark, by)

    assert kind(cell) == kind(f"Talt med {cell}.") == "valid"
    assert kind(dated(person_number(seed, day_from=10, valid=False), mark, by)) == "possible"
    assert without_numbers(f"Mor: {cell}!") == "Mor: [CPR]!"
    assert ten_digits(cell) == number


@given(SEEDS, st.sampled_from(["", ".", "-", "/"]))
def test_a_year_in_full_before_a_hyphen_is_found(seed: int, mark: str) -> None:
    """Only where it is the century of the seventh digit, as that and modulus 11 leave nothing to chance."""
    number = person_number(seed)
    year = person_numbers._century(int(number[4:6]), int(number[6]))
    wrong = next(each for each in ("18", "19", "20") if each != str(year // 100))

    assert kind(dated(number, mark, "-", century=str(year // 100))) == "valid"
    assert kind(dated(number, mark, "-", century=wrong)) is None
    assert kind(dated(person_number(seed, valid=False), mark, "-", century=str(year // 100))) is None


@given(SEEDS, st.sampled_from(["Sag", "borger", "Æbleø"]), st.sampled_from(["", "-"]))
def test_one_that_is_glued_to_a_word_is_found_by_modulus_11(seed: int, word: str, part: str) -> None:
    """Before it and after it; a word has three letters, so codes of one or two are none."""
    cell = parted(person_number(seed), part)

    assert kind(f"{word}{cell}") == kind(f"{word}{cell}{word}") == "valid"
    assert kind(f"{cell}{word}") == ("clear" if part else "valid")
    assert kind(f"{word}{parted(person_number(seed, valid=False), part)}") == "possible"


@given(SEEDS)
def test_names_of_files_hold_one_or_none(seed: int) -> None:
    """A date and a time of the day are none, though they look so: names of files end in them.

    Of 12 March 2018, half past three, modulus 11 leaves 3: 4 + 6 + 0 + 21 + 6 + 40 + 4 + 15 + 6 + 0 = 102 = 9 × 11 + 3.
    """
    number, other = person_number(seed), person_number(seed, valid=False)

    assert is_in(f"tid {parted(number)}.csv")
    assert is_in(f"tid-{number}/ark_1.csv")
    assert not is_in(f"tid {other}.csv")
    assert not is_in(f"tid_{parted('1203181530')}.csv")
    assert is_in(f"borger {other[:6]}-9{other[7:]}.csv") == (kind(f"{other[:6]}-9{other[7:]}") is not None)


@given(SEEDS)
def test_a_spreadsheets_number_is_found(seed: int) -> None:
    """A number cell, the same written as text, and neither with decimals, below nought or not finite."""
    number = person_number(seed, day_from=10)

    assert kind(float(number)) == kind(int(number)) == kind(f"{number}.0") == "valid"
    assert kind(float(number) + 0.5) is kind(-float(number)) is kind(float("inf")) is kind(float("nan")) is None


def test_a_lost_leading_nought_is_found_where_the_digits_stand_alone() -> None:
    """Nine digits are one in a cell of their own, and none within a text."""
    numbers = list(with_lost_nought())

    assert len(numbers) > 50
    for number in numbers:
        assert kind(number[1:]) == kind(f" {number[1:]} ") == kind(float(number)) == "valid"
        assert kind(f"Ring {number[1:]}") is None


@given(SEEDS)
def test_replacement_numbers_are_found(seed: int) -> None:
    """Their day is raised by sixty; by twenty-five there is none."""
    assert kind(person_number(seed, days_more=60)) == "valid"
    assert kind(parted(person_number(seed, day_from=10, days_more=25))) is None


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("3102", "80-1111", None),
        ("3004", "80-1111", "any"),
        ("3104", "80-1111", None),
        ("0013", "80-1111", None),
        ("0113", "80-1111", None),
        ("0012", "80-1111", None),
        ("9112", "80-1111", "any"),
        ("9212", "80-1111", None),
        ("2902", "00-1111", None),
        ("2902", "00-4111", "any"),
        ("2902", "36-9111", "any"),
        ("2902", "58-5111", None),
        ("2902", "60-5111", "any"),
        ("2902", "56-5111", "any"),
    ],
)
def test_the_date_can_be_by_its_century(first: str, last: str, found: str | None) -> None:
    """1900 was no leap year and 2000 was; 1858 and 1860, 2036 and 2056 by the Office's table."""
    assert (kind(first + last) is not None) == (found is not None)


@given(SEEDS)
def test_parts_of_longer_numbers_are_none(seed: int) -> None:
    """Telephones, goods, accounts, case numbers, decimals, and codes of letters and digits."""
    number = person_number(seed, day_from=10)
    others = [
        f"+{number}", f"+45 {number}", f"+45{number}", f"579{number}", f"{number}579", f"8401 {number}",
        f"8401-{number}", f"8401{number}", f"{number},25", f"{number}.5", f"1.{number}", f"{number[:6]}.{number[6:]}",
        f"{number[:6]},{number[6:]}", f"{number[:6]}  {number[6:]}", f"{number[:5]}-{number[5:]}", f"DK{number}",
        f"DK50{number}11", f"ab{number}", f"{number}ab", f"2019-{parted(number)}", f"{parted(number)}-4711",
        f"ab{parted(number)}-11d0-a765-00a0c91e6bf6", f"5790 {parted(number, ' ')}", f"{parted(number, ' ')} 5790",
    ]  # fmt: skip
    assert [text for text in others if kind(text)] == []


@pytest.mark.parametrize(
    "text",
    ["", "7,4", "+45 12 34 56 78", "12345678", "12-05-1990", "12.05.1990", "12051990", "2018-03-12T08:15",
     "010119-310119", "1.205.901.234,00", "1 205 901 234", "5790001234567", "DK50 0040 0440 1162 43",
     "DK5000400440116243", "2019012345", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "19/012345", "1101",
     "kl. 0815-1530", "991399-1234"],
)  # fmt: skip
def test_other_contents_are_none(text: str) -> None:
    """Telephones, dates, amounts, accounts, goods, case numbers and codes as exports have them."""
    assert kind(text) is None
    assert without_numbers(text) == text


@given(SEEDS)
def test_what_stands_beside_hides_none(seed: int) -> None:
    """Labels, lists, years, hours, running numbers and the ends of sentences."""
    number, other = person_number(seed, day_from=10), person_number(seed + 1, day_from=10)
    hyphenated = parted(number)
    texts = [
        f"CPR{number}", f"cpr-{number}", f"cprnr{hyphenated}", f"cpr:{number}", f"borger_{number}_notat", f"({number})",
        f"{number}.", f"{number}, ", f"{number} 450 kr", f"i 2019 {number}", f"{number} 2019", f"1. {number}",
        f"{hyphenated}-01", f"{number}-1", f"{hyphenated}og", f"'{number}", f"{parted(number, ' ')} 2 timer",
        f"{hyphenated} 4711 4712", f"kl 8 {number}", f"8401 {number} {hyphenated}",
    ]  # fmt: skip
    assert [text for text in texts if not kind(text)] == []
    for between in (",", ";", " ", "/", ", ", "\n"):
        assert without_numbers(f"{number}{between}{other}") == f"[CPR]{between}[CPR]"
        assert without_numbers(f"{parted(number, ' ')}{between}{parted(other)}") == f"[CPR]{between}[CPR]"


@given(st.text(LETTERS), SEEDS, st.sampled_from(PARTS), st.text(LETTERS), st.booleans())
def test_a_planted_number_is_found_and_never_shown(before: str, seed: int, part: str, after: str, valid: bool) -> None:
    """In whatever text; not in findings, not in problems, not in what messages quote."""
    number = person_number(seed, valid=valid)
    text = f"{before} {parted(number, part)} {after}"
    found = findings_in([["Note"], [text], [parted(person_number(seed + 1))]])
    problem = exports_hold_no_cpr_numbers(Location("export.csv", 2, 1), "Note", len(found))
    told = [repr(found), str(found), repr(problem), str(problem), without_numbers(text)]

    assert [(each.row, each.column) for each in found] == [(1, 0), (2, 0)]
    assert without_numbers(text).strip() == f"{before} [CPR] {after}".strip()
    for each in (number, number[:6], number[6:]):
        assert not any(each in shown for shown in told)


@given(st.text("0123456789 -,.+aC", max_size=60))
def test_nothing_found_is_left_in_a_text(text: str) -> None:
    """What is taken out uncovers nothing, and a text that holds nothing stays as it is."""
    clean = without_numbers(text)

    assert kind(clean) is None
    assert (clean == text) == (kind(text) is None)


@given(SEEDS)
def test_what_stands_for_a_number_is_asked_for_by_its_ten_digits(seed: int) -> None:
    """However it is written; other cells come back as they are."""
    number = person_number(seed, day_from=10)
    forms: list[Content] = [number, parted(number), parted(number, " "), float(number), f"{number}.0"]

    assert [replaced(form, lambda digits: f"<{digits}>") for form in forms] == [f"<{number}>"] * 5
    assert replaced(f"Mor: {parted(number)}!", lambda _: "B") == "Mor: B!"
    assert [replaced(each, str) for each in (7.4, "x", dt.date(2018, 3, 1))] == [7.4, "x", dt.date(2018, 3, 1)]
    assert [ten_digits(str(form)) for form in (number, parted(number), f"x {number}", "7")] == [
        number,
        number,
        None,
        None,
    ]


@pytest.mark.parametrize(
    "heading",
    ["CPR", "cpr-nr", "CPR-nr.", "cprnr", "CPR_NR", "CPR nummer", "CPR-nummer (10 cifre)", "Personnummer", "Person nr.",
     "personnr", "Borgers CPR-nr.", "BorgerCPR", "barnets cpr", "CPR barn", "CPR no"],
)  # fmt: skip
def test_a_column_called_so_is_a_finding_of_its_own(heading: str) -> None:
    """Also where its cells are masked."""
    assert names_person_numbers(heading)
    assert findings_in([["Timer", heading], [7.4, "******-****"]]) == [Finding(0, 1, None)]


@pytest.mark.parametrize(
    "heading", ["", "Person", "Personale", "CPR-opslag", "Personalegruppe", "CVR-nr", "Opslag i CPR"]
)
def test_other_headings_are_none(heading: str) -> None:
    """Staff, look-ups and companies."""
    assert not names_person_numbers(heading)


def test_a_column_of_persons_is_told_whole() -> None:
    """In a column called so, with one that is clear, or with a third valid, those that are only dates count too."""
    possible = [person_number(seed, day_from=10, valid=False) for seed in range(19)]
    valid = [person_number(seed) for seed in range(100, 110)]

    assert findings_in([[cell] for cell in possible]) == []
    for sure in (["CPR-nr"], [parted(person_number(99, valid=False))], valid):
        assert len(findings_in([[cell] for cell in [*sure, *possible]])) == len(sure) + 19
    assert findings_in([[cell] for cell in [*valid[:9], *possible]]) == []


def test_a_third_of_the_dates_is_no_chance() -> None:
    """One valid among two that are dates only, and any number of others; not among three."""
    others = [f"99{number:08}" for number in range(200)]
    possible = [person_number(seed, day_from=10, valid=False) for seed in range(3)]

    assert len(holding([person_number(1), *others, *possible[:2]])) == 3
    assert holding([person_number(1), *others, *possible]) == {}


def test_columns_of_others_are_refused_as_seldom_as_the_module_says() -> None:
    """By the binomial: of n numbers so many begin with a date, of these so many pass, and a third of them is enough."""

    def of_dates(dates: int) -> float:
        passed = range(-(-dates // 3), dates + 1)
        return sum(math.comb(dates, each) * (1 / 11) ** each * (10 / 11) ** (dates - each) for each in passed)

    def of_numbers(count: int, share: float = 2 * 365.25 / 10**4) -> float:
        dates = range(1, count + 1)
        return sum(
            math.comb(count, each) * share**each * (1 - share) ** (count - each) * of_dates(each) for each in dates
        )

    assert max(range(1, 200), key=of_numbers) == 35
    assert [round(of_numbers(count), 2) for count in (35, 100, 1000)] == [0.13, 0.05, 0.0]
    assert [round(of_dates(count), 2) for count in (1, 2, 3, 10)] == [0.09, 0.17, 0.25, 0.01]


def test_a_date_followed_by_a_count_is_no_person() -> None:
    """Running numbers of days, whole, with a blank or with points: one of eleven passes modulus 11 by chance."""
    days = [dt.date(2018, 3, 1) + dt.timedelta(number) for number in range(60)]
    for form in ("{:%d%m%y}{:04}", "{:%d%m%y} {:04}", "{:%d.%m.%y} {:04}", "FAK{:%d%m%y}{:04}"):
        cells = [form.format(day, 4001 + number) for number, day in enumerate(days)]
        kinds = [kind(cell) for cell in cells]

        assert 1 <= kinds.count("valid") <= 12
        assert kinds.count("possible") == 60 - kinds.count("valid")
        assert holding(cells) == {}


def test_one_number_among_notes_is_found() -> None:
    """A valid one, though a thousand other cells hold none: the share is of cells with a date."""
    notes = [[f"Møde {number}"] for number in range(1000)]
    notes[500] = [f"Ringet til {person_number(1)}"]

    assert findings_in(notes) == [Finding(500, 0, "valid")]


def test_columns_of_other_numbers_are_left_alone() -> None:
    """Case numbers of a year, and ten digits at random, of which one in 151 passes by chance."""
    chance = random.Random(7)
    rows = [[str(2019000000 + 37 * number), f"{chance.randrange(10**10):010}"] for number in range(4000)]
    passed = [row[1] for row in rows if kind(row[1]) == "valid"]

    assert findings_in(rows) == []
    assert 0.004 < len(passed) / 4000 < 0.009


def test_the_chance_is_as_the_module_says() -> None:
    """7.3 percent of all ten-digit numbers begin with a date that can be, by every day, year and seventh digit."""
    can_be = sum(
        person_numbers._date_can_be(f"{day:02}{month:02}{year:02}", f"{seventh}000")
        for day in range(100) for month in range(1, 13) for year in range(100) for seventh in range(10)
    )  # fmt: skip

    assert can_be / 10**7 == pytest.approx(2 * 365.25 / 10**4, abs=0.00005)
    assert round(10**7 / can_be * 11) == 151


def test_the_message_tells_how_many_and_where() -> None:
    """One cell, several, and a column that is only called so."""
    place = Location("export.csv", 2, 4)

    told = [exports_hold_no_cpr_numbers(place, "column 4", count) for count in (1, 3, 0)]

    assert [each.message for each in told] == [
        "a cell of the column holds a CPR number; they are never shown",
        "3 cells of the column hold CPR numbers; they are never shown",
        "the column is called so; CPR numbers are never read",
    ]
    assert str(told[0]).startswith("export.csv:2:4: column 4: ")
    assert {each.check for each in told} == {"exports-hold-no-cpr-numbers"}


@given(SEEDS, st.sampled_from(PARTS))
def test_no_problem_shows_one(seed: int, part: str) -> None:
    """Neither in the name of its file, nor in its key, its words or its advice."""
    number = person_number(seed)
    named = parted(number, part)
    problem = Problem(
        Location(f"in/{named}.csv", 2, 3), f"values.{named}", f'"{named}" is none', f"Map {named}.", "some"
    )

    assert number[6:] not in str(problem)
    assert str(problem).count("[CPR]") == 4


def test_two_hundred_thousand_cells_are_looked_through() -> None:
    """Texts, numbers and ten-digit numbers; rows of different lengths."""
    row: list[Content] = ["Borgermøde med familien på Nørrebro", 7.4, dt.date(2018, 3, 1), "2019012345", "ABC"]
    rows: list[list[Content]] = [list(row) for _ in range(40_000)]
    rows += [[], ["", *row, parted(person_number(1))]]

    assert [(each.row, each.column) for each in findings_in(rows)] == [(40_001, 6)]


@pytest.mark.parametrize("path", [personal.__file__, person_numbers.__file__, pseudonyms.__file__, __file__])
def test_none_stands_in_the_source(path: str) -> None:
    """Valid ones stand neither in the modules nor in their tests."""
    lines = Path(path).read_text("utf-8").splitlines()

    assert [number for number, line in enumerate(lines, start=1) if kind(line) in ("clear", "valid")] == []
