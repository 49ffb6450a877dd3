"""Scenarios of the quality tests: the scenario by hand with other rows, and another window."""

from pathlib import Path

from hand_scenario import write_hand_scenario

import somcost
from somcost.analyse.quality.quality import Quality, quality

WINDOW = "window: {start: 2019-01-01, end: 2019-12-31}"
DROP = "settings: {outside_window: drop, inside_gap: drop}\n"


def report(
    folder: Path, *, time: str = "", expenses: str = "", window: str = "", more: str = "", without: str = ""
) -> Quality:
    """Assess the scenario by hand with these rows, each on a line, and report on it."""
    path = write_hand_scenario(folder, more=more, without=without)
    if time:
        (folder / "time.csv").write_text(time, encoding="utf-8")
    if expenses:
        (folder / "expenses.csv").write_text(expenses, encoding="utf-8")
    if window:
        path.write_text(path.read_text("utf-8").replace(WINDOW, window), encoding="utf-8")
    return quality(somcost.assess(path))


def rows(*lines: str, header: str = "date,job_group,hours,employee") -> str:
    """Give a table's text."""
    return "\n".join([header, *lines]) + "\n"
