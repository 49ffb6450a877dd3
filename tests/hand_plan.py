"""A plan small enough for a pocket calculator, and what is printed of it.

Two teams, one from year 1 and one from year 2 of three: 1 + 2 + 2 = 5 courses of 8 citizens; 40 start, 30 complete.
Equipment: 90,000 kr a team, 180,000 in all; with six years to live it is worth 45,000 + 60,000 at the end.
A course: ten hours of a leader at 400 kr; 5 × 4,000 = 20,000. So 200,000 before the support of 30,000 and the residual
value of 105,000; 65,000 in all, 1,625 for each citizen.
"""

import io
from pathlib import Path

from hand_scenario import ASSUMPTIONS
from rich.console import Console

from somcost.analyse.planned import PlanAssessment
from somcost.pipeline import assess_plan
from somcost.present.derivation import find, print_derivation
from somcost.present.numbers import Numbers
from somcost.present.terminal import print_plan

PLAN = """\
schema: somcost/plan@1
id: haandplan
title: Planlagt i hånden
assumptions: hand.yaml
intervention: {horizon: 3, course_length: 1}
participants: {per_course: 8, completion_rate: 0.75}
teams: [{year: 1, count: 1}, {year: 2, count: 1}]
lines:
  udstyr: {label: Udstyr, category: investment, driver: team, timing: once, price: 90000, lifetime: 6}
  forloeb: {label: Forløbet, category: operation, driver: course, timing: once, job_group: leder, hours: 10}
"""
GRANTS = "grants:\n  stoette: {label: Støtte, driver: intervention, timing: once, price: 30000}\n"
CASES = """
sensitivities:
  loen: {label: Løn 10 % højere, set: {wages: +10%}}
  dyrt: {label: Dyrt udstyr, set: {lines.udstyr.price: +50%}}
  ingen: {label: Ingen gennemfører, set: {participants.completion_rate: 0}}
"""
"""Named sensitivities: courses of 22,000 give 67,000 in all; equipment of 135,000 a team 270,000, worth 157,500 at the
end, gives 102,500; where nobody completes there is no cost for each who does."""
UNQUANTIFIED = {
    "cost": "  kursus: {label: Kursus, category: training, driver: team, timing: once, not_quantified: Ukendt pris}\n",
    "grant": "  fond: {label: Fond, driver: team, timing: once, not_quantified: Ukendt tilsagn}\n",
}
"""A line of each kind that has no number."""


def written_plan(folder: Path, *, more: str = "", lines: str = "", grants: str = "", name: str = "plan.yaml") -> Path:
    """Write the plan with more lines, grants and sections; give its path."""
    (folder / "hand.yaml").write_text(ASSUMPTIONS, "utf-8")
    path = folder / name
    path.write_text(PLAN + lines + GRANTS + grants + more, "utf-8")
    return path


def hand_plan(folder: Path, *, more: str = "", lines: str = "", grants: str = "") -> PlanAssessment:
    """Assess the plan with more lines, grants and sections."""
    return assess_plan(written_plan(folder, more=more, lines=lines, grants=grants))


def explained(assessment: PlanAssessment, key: str, language: str = "da", width: int = 200) -> str:
    """Print a derivation to text."""
    console = _console(width)
    print_derivation(assessment, find(assessment, key), console, numbers=Numbers(language))
    return _text(console)


def printed(assessment: PlanAssessment, language: str = "da", width: int = 100) -> str:
    """Print the report to text, unrounded."""
    console = _console(width)
    print_plan(assessment, console, numbers=Numbers(language, 0))
    return _text(console)


def _console(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, markup=False, highlight=False, emoji=False)


def _text(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()
