"""How a plan's figures came about, in words."""

from pathlib import Path

from hand_plan import explained, hand_plan


def test_a_sum_of_figures_is_called_a_sum(tmp_path: Path) -> None:
    """Equipment of 90,000 kr a team leaves 45,000 and 60,000: 105,000 is their sum, not their mean."""
    text = explained(hand_plan(tmp_path), "residual_values")

    assert "= summen af (45.000; 60.000)" in text
    assert "gennemsnittet" not in text


def test_a_sum_of_categories_is_called_a_sum(tmp_path: Path) -> None:
    """20,000 of operation and 180,000 of investment are 200,000, in both languages."""
    assessment = hand_plan(tmp_path)

    assert "= summen af (20.000; 180.000)" in explained(assessment, "gross_cost")
    assert "= sum of (20,000; 180,000)" in explained(assessment, "gross_cost", "en")


def test_a_line_is_the_sum_of_its_years(tmp_path: Path) -> None:
    """A team is equipped in each of the first two years: 90,000, 90,000 and nothing."""
    text = explained(hand_plan(tmp_path), "lines.udstyr.cost")

    assert "summen af (Omkostning, år 1, Udstyr; Omkostning, år 2, Udstyr; Omkostning, år 3, Udstyr)" in text
    assert "= summen af (90.000; 90.000; 0)" in text


def test_all_lines_are_the_sum_of_their_years(tmp_path: Path) -> None:
    """The column of the lines' cost speaks of every year's column."""
    text = explained(hand_plan(tmp_path), "total_cost")

    assert "summen af (Omkostning, år 1; Omkostning, år 2; Omkostning, år 3)" in text
