"""What reports say of amounts that were brought to another price level."""

from pathlib import Path

import pytest
from hand_plan import hand_plan, printed, written_plan
from typer.testing import CliRunner

from somcost.cli import app

INDEX = "oekonomistyrelsen-2024"
"""The published index, which ends in 2025 and estimates from 2024 on."""


def said(folder: Path, level: str, *, lines: str = "") -> str:
    """Print the plan's report at a price level, on one line."""
    return " ".join(printed(hand_plan(folder, lines=lines, more=f"price_level: {level}\n"), width=300).split())


def test_rates_beyond_the_index_are_told_with_their_years(tmp_path: Path) -> None:
    """Whoever reads the report sees which rises are the user's own, beside those that the index estimates."""
    text = said(tmp_path, "{year: 2030, wage_rate: 0.03, price_rate: 0.02}")

    assert "Omregnet til prisniveau 2030 fra 2019:" in text
    assert "Indeksets stigninger fra 2024 er skøn." in text
    assert "Efter 2025, indeksets sidste år, er stigningerne brugerens egne:" in text
    assert "lønninger 3 % om året til 2030, andre beløb 2 % om året til 2030." in text


def test_a_line_s_own_price_year_is_told(tmp_path: Path) -> None:
    """One line of 2025 among others of 2019, which stay: only 2025 is named, and its estimated rises are told."""
    line = "  sal: {label: Sal, category: operation, driver: team, timing: once, price: 100, price_year: 2025}\n"
    text = said(tmp_path, f"{{index: {INDEX}}}", lines=line)

    assert "Omregnet til prisniveau 2019 fra 2025:" in text
    assert "Indeksets stigninger fra 2024 er skøn." in text
    assert "brugerens egne" not in text


def test_nothing_is_told_where_nothing_is_brought(tmp_path: Path) -> None:
    """An index is named and every amount has the level already."""
    assert "Omregnet" not in said(tmp_path, f"{{index: {INDEX}}}")


@pytest.mark.parametrize(("year", "used"), [("2024", False), ("2026", True)])
def test_a_rate_that_nothing_goes_by_is_warned_of(tmp_path: Path, year: str, used: bool) -> None:
    """In 2024 the index knows all; in 2026 the rate is the last rise of the wages and of the prices."""
    arguments = ["run", str(written_plan(tmp_path)), "--price-level", year, "--wage-rate", "0.5", "--price-rate", "0.1"]
    found = CliRunner().invoke(app, arguments)

    assert found.exit_code == 0
    assert found.stderr.count("[stated-rates-are-used]") == (0 if used else 2)
    assert ("the rises of 2026 are the stated 0.5 a year" in found.stderr) is used


def test_comparisons_say_so_too(tmp_path: Path) -> None:
    """Two plans of 2019 at the prices of 2027."""
    paths = [str(written_plan(tmp_path)), str(written_plan(tmp_path, name="other.yaml"))]
    rates = ["--wage-rate", "0.03", "--price-rate", "0.02"]
    text = CliRunner().invoke(app, ["compare", *paths, "--price-level", "2027", *rates]).stdout
    early = CliRunner().invoke(app, ["compare", *paths, "--price-level", "2022", *rates]).stdout

    assert "lønninger 3 % om året til 2027" in " ".join(text.split())
    assert "De angivne årlige stigninger er ikke brugt" in " ".join(early.split())
