"""The sheet of a plan's named sensitivities: what each changes, every result with it, and the range they make."""

from collections.abc import Iterator, Sequence

from somcost.analyse.balances import Balance
from somcost.analyse.planned import CaseFound, PlanAssessment
from somcost.cost.operations import element, largest_of, smallest_of
from somcost.cost.quantity import Quantity
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.varied.cells import Cells, Content
from somcost.present.workbook.varied.making import Making
from somcost.present.workbook.varied.points import Points
from somcost.present.workbook.varied.unroll import Level, Setting

CHANGED = (N_("Sensitivity"), N_("Input"), N_("Unit"), N_("As calculated"), N_("Change"), N_("Set to"))


def case_blocks(making: Making, assessment: PlanAssessment) -> list[Block]:
    """Give the blocks of the sheet."""
    names = [name for name, each in assessment.tree["results"].items() if each is not None]
    changes = [_Changed(found) for found in assessment.cases]
    settings = [Setting(making.say(N_("As calculated")), {}), *(each.setting for each in changes)]
    points = making.points(settings, names)
    if points.moves("total_cost"):
        making.balances.append(Balance("sensitivity", points.at("total_cost", 0), making.result("total_cost")))
    changed = [row for number, each in enumerate(changes, start=1) for row in each.rows(making, points, number)]
    labels = [making.say(N_("As calculated")), *(found.case.label for found in assessment.cases)]
    headings = [making.say(N_("Result")), *labels, making.say(N_("Lowest")), making.say(N_("Highest"))]
    rows = [_row(making, assessment, points, name) for name in names]
    return [
        Text([making.say(N_("What each of them changes"))], "section"),
        Cells([making.say(each) for each in CHANGED], changed),
        Text([making.say(N_("Results with each of them alone"))], "section"),
        Cells(headings, rows),
        Text(list(undefined(making, assessment))),
    ]


def undefined(making: Making, assessment: PlanAssessment) -> Iterator[str]:
    """Say which results a sensitivity leaves undefined, so that their range is of the others."""
    for label, names in assessment.undefined():
        results = ", ".join(map(making.varied.result, names))
        text = N_("Not defined with {case}: {results}. Their range is of the others.")
        yield making.say(text, case=label, results=results)


def _row(making: Making, assessment: PlanAssessment, points: Points, name: str) -> Sequence[Content]:
    """Give a result as calculated, with each sensitivity, and the lowest and highest of those that define it."""
    if not points.moves(name):
        every = [making.result(name)] * (len(assessment.cases) + 1)
    else:
        every = [points.at(name, number) for number in range(len(assessment.cases) + 1)]
    missing = assessment.range()[name].get("not_defined", [])
    known = [every[0]] + [
        each for found, each in zip(assessment.cases, every[1:], strict=True) if found.case.id not in missing
    ]
    known = list(dict.fromkeys(known))
    ends = [made(known).named(key, every[0].unit) for key, made in (("low", smallest_of), ("high", largest_of))]
    return [making.varied.bounded(name), *every, *ends]


class _Changed:
    """What a sensitivity changes: by a share, which is an input of the sheet, or to a value, which is one too."""

    def __init__(self, found: CaseFound) -> None:
        self._found = found
        self._shares = {
            name: Quantity(change.amount, "share", "case_change")
            for name, change in found.case.changes.items()
            if change.how == "percent" and name != "wages"
        }
        self.setting = Setting(found.case.label, {name: self._level(name) for name in found.values})

    def _level(self, name: str) -> Level:
        share = self._shares.get(name)
        if share is None:
            return lambda own: Quantity(self._found.values[name], own.unit, name)
        return lambda own: (own * (1 + share)).named(name, own.unit)

    def rows(self, making: Making, points: Points, number: int) -> Iterator[Sequence[Content]]:
        """Give a row for each input that it changes."""
        for name in self._found.values:
            key, levels = points.variation.keys[name], points.inputs[name]
            own = element(levels, 0)
            yield [
                self._found.case.label,
                making.varied.key(key),
                making.words.unit(key.unit),
                own,
                self._shares.get(name),
                levels.operands[number],
            ]
