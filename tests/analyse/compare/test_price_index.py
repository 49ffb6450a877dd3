"""The published index: levels from yearly rises, and what lies beyond it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from somcost import InputProblems
from somcost.analyse.compare.price_level import PriceLevel
from somcost.read.price_index import read_price_index
from somcost.read.price_level_shapes import PUBLISHED

INDEX = f"assumptions/indices/{PUBLISHED}.yaml"
years = st.integers(1999, 2025)
published = cache(read_price_index)


def test_levels_follow_the_published_rises() -> None:
    """From 2021 to 2023 consumer prices rose by 7.7 and 3.3 percent, wages by 2.0 and 2.0."""
    index = read_price_index()

    assert (index.level("wages", 1999), index.level("wages", 2000)) == pytest.approx((100, 102.3))
    assert index.level("consumer_prices", 2023) / index.level("consumer_prices", 2021) == pytest.approx(1.077 * 1.033)
    assert index.level("wages", 2023) / index.level("wages", 2021) == pytest.approx(1.02**2)
    assert (index.first, index.last, index.estimated_from) == (1999, 2025, 2024)


@given(start=years, end=years, series=st.sampled_from(["wages", "consumer_prices", "general_pl"]))
def test_there_and_back_is_the_identity(start: int, end: int, series: str) -> None:
    """What is brought to another level and back is what it was."""
    index = published()
    there = index.level(series, end) / index.level(series, start)
    back = index.level(series, start) / index.level(series, end)

    assert there * back == pytest.approx(1, rel=1e-14)


def test_beyond_its_last_year_the_index_goes_on_by_a_rate_only() -> None:
    """Two years after 2025 at 3 percent; without a rate, and before 1999, it is not known."""
    index = read_price_index()
    rates = {"wages": 0.03, "prices": 0.02}

    assert PriceLevel(2027, index, rates).ratios(2025).wages == pytest.approx(1.03**2)
    for level in (PriceLevel(2026, index), PriceLevel(1998, index, rates)):
        with pytest.raises(LookupError):
            level.ratios(2020)


def test_an_index_with_a_year_missing_is_refused(tmp_path: Path) -> None:
    """A hole among the years is told with its place; so is an index that nobody published."""
    text = Path(INDEX).read_text("utf-8")
    (tmp_path / "own.yaml").write_text(text.replace("  2010: {", "  # 2010: {"), encoding="utf-8")
    with pytest.raises(InputProblems) as caught:
        read_price_index("./own.yaml", beside=tmp_path)
    assert [(each.check, each.location.line > 0) for each in caught.value.problems] == [
        ("index-years-follow-each-other", True)
    ]
    with pytest.raises(InputProblems, match="price-indices-are-published"):
        read_price_index("oekonomistyrelsen-1924")
