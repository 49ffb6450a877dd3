"""The Danish words of plans: plain, right, and the same thing called the same."""

from pathlib import Path

import pytest
from hand_plan import UNQUANTIFIED, explained, hand_plan, printed, written_plan
from typer.testing import CliRunner

from somcost.cli import app
from somcost.present import labels
from somcost.present.words import Words

LONG = (
    "  efteruddannelse: {label: Efteruddannelse af alle institutionens medarbejdere, category: training,"
    " driver: team, timing: once, price: 1000}\n"
)


def test_what_a_line_follows_is_its_cost_driver(tmp_path: Path) -> None:
    """The dimension has one name, in a sentence too."""
    text = explained(hand_plan(tmp_path), "lines.forloeb.cost") + explained(hand_plan(tmp_path), "gross_cost")

    assert Words(hand_plan(tmp_path), "da").dimension("plan_driver") == "Kostdriver"
    assert "det, der følges" not in text
    assert "Antal, år 1 efter linjens kostdriver" in text


def test_who_takes_part_has_one_name(tmp_path: Path) -> None:
    """The plan's own word stands as unit and as cost driver."""
    words = Words(hand_plan(tmp_path, more="unit: {one: familie, many: familier}\n"), "da")

    assert words.unit("participants") == "familier"
    assert words.member("plan_driver", "participant.yearly") == "Familier, hvert år"
    assert words.key("follows.participant") == "Følger med flere familier (1/0)"


@pytest.mark.parametrize("margin", labels.MORE)
def test_what_comes_with_more_is_told_apart(tmp_path: Path, margin: str) -> None:
    """No two columns of the calculation have the same name."""
    words = Words(hand_plan(tmp_path), "da")
    names = {words.key(f"follows.{each}") for each in labels.MORE}

    assert len(names) == len(labels.MORE)
    assert "flere" in words.key(f"cost_following.{margin}")


def test_one_has_the_singular(tmp_path: Path) -> None:
    """One team is equipped in the first year; one line is investment."""
    assessment = hand_plan(
        tmp_path, lines="  x: {label: X, category: training, driver: intervention, timing: once, price: 5}\n"
    )

    assert "= 1 enhed" in explained(assessment, "lines.x.cost")
    assert "1 enheder" not in explained(assessment, "lines.x.cost")
    assert "hvor kategori er Drift (én linje)" in explained(assessment, "categories.operation.cost")


def test_what_is_not_quantified_stands_apart_from_its_reason(tmp_path: Path) -> None:
    """The name of the line ends before the reason begins."""
    assert " Kursus: Ukendt pris" in printed(hand_plan(tmp_path, lines=UNQUANTIFIED["cost"]))


def test_lines_stand_under_their_category(tmp_path: Path) -> None:
    """Eighty columns hold the longest label and its amount on a line."""
    lines = printed(hand_plan(tmp_path, lines=LONG), width=80).splitlines()
    at = next(number for number, line in enumerate(lines) if "Efteruddannelse af alle" in line)

    assert lines[at - 1].strip() == "Uddannelse af medarbejdere"
    assert lines[at].split()[-1] == "2.000"


def test_a_table_of_an_explanation_breaks_no_word_and_no_number(tmp_path: Path) -> None:
    """In eighty columns the years stand below one another rather than in pieces."""
    path = written_plan(tmp_path, lines=LONG)
    path.write_text(path.read_text("utf-8").replace("horizon: 3", "horizon: 9"), "utf-8")
    from somcost.pipeline import assess_plan  # noqa: PLC0415 - the plan is made longer than the others

    lines = explained(assess_plan(path), "total_cost", width=80).splitlines()
    words = {word.strip(",") for line in lines for word in line.split()}

    assert max(map(len, lines)) <= 80
    assert {"Efteruddannelse", "institutionens", "medarbejdere", "Omkostning", "Forløbet", "180.000"} <= words
    assert not {"Omkostni", "Omkostn", "Efteruddann"} & words


def test_why_a_difference_is_not_explained_is_said_in_danish(tmp_path: Path) -> None:
    """Two plans of other lines, and a plan beside registrations."""
    first = written_plan(tmp_path)
    second = written_plan(tmp_path, lines=LONG, name="other.yaml")
    text = CliRunner().invoke(app, ["compare", str(first), str(second)]).stdout
    beside = (
        CliRunner().invoke(app, ["compare", "scenarios/jammerbugt.yaml", str(first), "--price-level", "2019"]).stdout
    )

    assert "er ikke forklaret, for planerne har ikke de samme linjer, år og tal." in " ".join(text.split())
    assert "er ikke forklaret, for" in " ".join(beside.split())
    assert "is no cost" not in beside
