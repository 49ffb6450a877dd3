"""Assumption sets for a reader."""

from pathlib import Path

import pytest
from hand_scenario import ASSUMPTIONS

from somcost.model.assumptions import AssumptionSet
from somcost.present.assumption_difference import difference
from somcost.present.assumption_tables import AssumptionTables, wage_and_rate
from somcost.present.numbers import Numbers
from somcost.present.terminal import Table
from somcost.read.assumptions import read_assumptions

DANISH = Numbers("da")


def read(text: str, folder: Path, name: str = "hand.yaml") -> AssumptionSet:
    """Read a set from its text."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_assumptions(f"./{name}", beside=folder)[0]


def test_a_set_is_shown_with_hourly_rates(tmp_path: Path) -> None:
    """12 × 40,000 × 1.25 / 1,500 = 400; the mean of two groups is 35,000 and 350."""
    blocks = list(AssumptionTables(DANISH).shown(read(ASSUMPTIONS, tmp_path)))
    groups = blocks[1]

    assert isinstance(groups, Table)
    assert groups.rows == [
        ["Leder (leder)", "40.000", "400", "loen", "hand"],
        ["Medarbejder (medarbejder)", "30.000", "300", "loen", "hand"],
        ["Par (par)", "35.000", "350", "gennemsnit, se nedenfor", ""],
    ]
    assert groups.notes == ["Par: gennemsnit af Leder, Medarbejder"]


def test_a_set_is_shown_with_its_sources(tmp_path: Path) -> None:
    """Each value names its source, told in full below."""
    values, _, sources = AssumptionTables(DANISH).shown(read(ASSUMPTIONS, tmp_path))

    assert isinstance(values, Table)
    assert values.rows[1] == ["Overhead", "0,25", "andel", "loen", "hand"]
    assert not isinstance(sources, Table)
    assert sources.lines == [("loen", "Kontoret, Lønstatistik, 2019, tabel 1")]


def test_an_extended_set_says_what_it_replaced(tmp_path: Path) -> None:
    """The municipality's own overhead stands beside the one it replaced."""
    read(ASSUMPTIONS, tmp_path)
    own = ASSUMPTIONS[: ASSUMPTIONS.index("sources")].replace("id: hand", "id: egen")
    own += "extends: ./hand.yaml\nparameters:\n  overhead: {value: 0.3, unit: share, source: loen}\n"
    values, *_ = AssumptionTables(DANISH).shown(read(own, tmp_path, "egen.yaml"))

    assert isinstance(values, Table)
    assert ["Overhead", "0,3", "andel", "loen", "egen, erstatter 0,25 fra hand"] in values.rows


def test_a_rate_needs_its_parameters(tmp_path: Path) -> None:
    """Without an overhead there is a wage and no rate, not a rate of a guess."""
    lacking = "\n".join(line for line in ASSUMPTIONS.splitlines() if "overhead" not in line)

    assert wage_and_rate(read(lacking, tmp_path), "leder") == (40_000, None)


def test_a_difference_lists_changed_added_and_removed(tmp_path: Path) -> None:
    """A wage 10 % up, a parameter less, a group more; what is alike is left out."""
    other = ASSUMPTIONS.replace("monthly_wage_cost: 30000", "monthly_wage_cost: 33000")
    other = other.replace("  hours_per_day: {value: 7.5, unit: hours/day, source: loen}\n", "")
    other += "  ny: {label: Ny, monthly_wage_cost: 20000, source: loen}\n"
    table = difference(read(ASSUMPTIONS, tmp_path), read(other, tmp_path), numbers=DANISH)

    assert table.rows == [
        ["parameters.hours_per_day", "7,5", "–", "fjernet"],
        ["job_groups.medarbejder.monthly_wage_cost", "30.000", "33.000", "+10 %"],
        ["job_groups.ny.monthly_wage_cost", "–", "20.000", "tilføjet"],
    ]
    assert not table.notes


def test_a_difference_tells_compositions_and_price_level(tmp_path: Path) -> None:
    """What is no number stands below."""
    other = ASSUMPTIONS.replace("[leder, medarbejder]", "[leder]").replace("price_level: 2019", "price_level: 2021")
    table = difference(read(ASSUMPTIONS, tmp_path), read(other, tmp_path), numbers=DANISH)

    assert table.rows == []
    assert table.notes == ["Prisniveau: 2019 → 2021", "job_groups.par.mean_of: leder, medarbejder → leder"]


@pytest.mark.parametrize(
    ("text", "instead", "note"),
    [
        ("adds: [pension]", "includes: [pension]", "job_groups.ny.adds: pension → –"),
        ("hour_basis: effective", "hour_basis: paid", "job_groups.ny.hour_basis: effective → paid"),
        ("low: 240", "low: 230", "job_groups.ny.hourly_wage_cost.low: 240 → 230"),
        ("price_year: 2018", "price_year: 2017", "job_groups.ny.hourly_wage_cost.price_year: 2018 → 2017"),
        (
            "valid_to: 2030-01-01",
            "valid_to: 2031-01-01",
            "job_groups.ny.hourly_wage_cost.valid_to: 2030-01-01 → 2031-01-01",
        ),
    ],
)
def test_a_difference_tells_what_is_said_of_a_value(tmp_path: Path, text: str, instead: str, note: str) -> None:
    """The number is the same, and yet the hourly rate, or its standing, is another."""
    own = (
        "  ny: {label: Ny, hourly_wage_cost: 250, hour_basis: effective, adds: [pension], low: 240, high: 260, "
        "price_year: 2018, valid_to: 2030-01-01, source: loen}\n"
    )
    before = (
        ASSUMPTIONS.replace("parameters:\n", "parameters:\n  pension: {value: 0.17, unit: share, source: loen}\n") + own
    )
    table = difference(read(before, tmp_path), read(before.replace(text, instead), tmp_path), numbers=DANISH)

    assert table.rows == []
    assert note in table.notes


def test_a_difference_too_small_for_the_usual_decimals_is_shown(tmp_path: Path) -> None:
    """0.25 and 0.25001 do not read alike, nor does their difference read as none."""
    other = ASSUMPTIONS.replace("value: 0.25", "value: 0.250001")
    (row,) = difference(read(ASSUMPTIONS, tmp_path), read(other, tmp_path), numbers=DANISH).rows

    assert row == ["parameters.overhead", "0,25", "0,250001", "+0,0004 %"]


@pytest.mark.parametrize(("language", "said"), [("da", "Ingen værdier er forskellige."), ("en", "No value differs.")])
def test_sets_that_do_not_differ_say_so(tmp_path: Path, language: str, said: str) -> None:
    """Nothing is never shown as an empty table alone."""
    same = read(ASSUMPTIONS, tmp_path)

    assert difference(same, same, numbers=Numbers(language)).notes == [said]
