"""The workbook's words: those of every report, and names that a formula can tell apart."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from somcost.analyse.assessment import Assessment
from somcost.analyse.planned import AnyAssessment
from somcost.cost.givens import day_number
from somcost.cost.quantity import Quantity
from somcost.model.assumptions import Assumption
from somcost.model.dimensions import Dimension
from somcost.model.tables import Table
from somcost.present import labels
from somcost.present.language import N_
from somcost.present.words import Words as ReportWords
from somcost.present.words import inside

WILD = str.maketrans({"*": "＊", "?": "？", "~": "～"})
LONGEST, LONGEST_HEADER = 200, 100


@dataclass(frozen=True, slots=True)
class Words(ReportWords):
    """Words for sheets, headings and members."""

    assessment: AnyAssessment
    variants: Mapping[int, str] = field(default_factory=dict)
    """The variant of each quantity that belongs to one alone, by the quantity's identity."""

    def subtitle(self) -> str:
        """Say what must stand under every title: unit, price level, origin of the data."""
        parts = [self.say(N_("All amounts in kr.")), self.price_level(), self.data_origin()]
        return " · ".join(part for part in parts if part)

    def header(self) -> str:
        """Say the assessment's title in the print's header, where & is a sign of its own."""
        return self.assessment.inputs.scenario.title[:LONGEST_HEADER].replace("&", "&&")

    def made_by(self) -> str:
        """Say what made the workbook."""
        return f"somcost {version('somcost')}"

    def members(self, dimension: Dimension) -> list[str]:
        """Say the members so that SUMIFS and MATCH tell each from the others.

        They take no notice of case, read * ? ~ as wild cards, = < > as comparisons and what looks like a number as
        one; where a name could be taken for another, all of the dimension are numbered.
        """
        names = ReportWords.members(self, dimension)
        safe = [name.translate(WILD)[:LONGEST] for name in names]
        alone = len({name.casefold() for name in safe}) == len(safe)
        if alone and not any(re.match(r"[=<>]|[\d\s.,:/%-]+$", name) for name in safe):
            return safe
        prefix = self.dimension(dimension.name)
        return [f"{prefix} {number}: {name}" for number, name in enumerate(safe, start=1)]

    def column(self, quantity: Quantity) -> str:
        """Say what stands above a column or beside a step; what belongs to one variant alone says which."""
        name, variant = self.key(quantity.key), self.variants.get(id(quantity))
        label = "" if variant is None else self.estimate(variant)
        return name if label.casefold() in name.casefold() else f"{name}, {inside(label)}"

    def result(self, key: str) -> str:
        """Say a result, with what it is a bound of."""
        return self.bounded_name(key, self.key(key))

    def note(self, assumption: Assumption) -> str:
        """Say an assumption's note, its bounds and how long it holds."""
        told = [assumption.note]
        for bound, message in ((assumption.low, N_("low {value}")), (assumption.high, N_("high {value}"))):
            if bound is not None:
                reason = f" ({bound.reason})" if bound.reason else ""
                told.append(self.say(message, value=self.exactly(bound.value)) + reason)
        if assumption.valid_to is not None:
            told.append(self.say(N_("valid to {day}"), day=assumption.valid_to.isoformat()))
        return "; ".join(each for each in told if each)

    def month_number(self, name: str) -> float:
        """Give the day number of a month's first day."""
        return day_number(dt.date.fromisoformat(f"{name}-01"))

    def row_of(self, table: Table, row: int) -> str:
        """Say which file and row a line stands in."""
        place = table.location(row)
        return f"{place.file.rpartition('/')[2]}:{place.line}"

    def sums_note(self, rows: int) -> str:
        """Say that the lines are sums."""
        if self._hides_courses():
            return self.say(N_("Monthly sums of {rows} rows: one by one they would tell of courses of few."), rows=rows)
        return self.say(N_("Monthly sums of {rows} rows: more than a sheet is for, one by one."), rows=rows)

    def _hides_courses(self) -> bool:
        assessment = self.assessment
        return isinstance(assessment, Assessment) and assessment.shown is not assessment.costing

    def what_follows(self) -> str:
        """Say what follows an input that is changed."""
        if self._hides_courses():
            return self.say(N_("Cells with a yellow ground are inputs; costs of courses are values and do not follow."))
        return self.say(N_("Cells with a yellow ground are inputs: change one and every figure follows."))

    def table_title(self, dimension: str) -> str:
        """Say what a table of the calculation shows."""
        return self.say(TABLES[dimension])

    def shares_title(self, name: str) -> str:
        """Say what a table of shares shows."""
        return self.say(SHARES[name])

    def share(self, name: str, member: str) -> str:
        """Say whose share it is."""
        return self.member(name, member)

    def sensitivity_title(self, kind: str, variant: str) -> str:
        """Say what a table of changes shows, and of which estimate."""
        return f"{self.say(CHANGED[kind])} – {self.estimate(variant)}"

    def change(self, kind: str) -> str:
        """Say what is changed."""
        return self.say(labels.CHANGES[kind])


TABLES = {
    "job_group": N_("Hours and wage cost by job group"),
    "month": N_("The months of the window"),
    "activity": N_("Wage cost by activity"),
    "phase": N_("Cost by phase"),
    "with_citizen": N_("Wage cost with and without the citizen"),
    "course": N_("Group courses"),
    "year": N_("Enrolled, discharged and completed by year"),
    "enrolled_year": N_("Enrolled by year"),
    "discharged_year": N_("Discharged by year"),
    "price_year": N_("Index by price year of the expenses"),
    "training": N_("Training before the start"),
    "start_up_expense": N_("Expenses before the start"),
    "step": N_("What comes in whole units"),
}
SHARES = {
    "": N_("What the cost went to"),
    "phase": N_("Share of cost by phase, wages and expenses"),
    "activity": N_("Share of cost by activity, wages"),
    "job_group": N_("Share of cost by job group, wages"),
}
CHANGED = {
    "wages": N_("Wages"),
    "participants": N_("Number of participants"),
    "course_size": N_("Size of the courses"),
}
