"""The report's table of what the result rests on."""

from collections.abc import Sequence

from somcost.analyse.quality.doubts import Resting
from somcost.present.language import N_
from somcost.present.quality.months import NONE
from somcost.present.quality.said import Said
from somcost.present.quality.table import QualityTable, Row, Value
from somcost.present.quality.words import CHOICES


def resting_table(resting: Resting, said: Said) -> QualityTable:
    """Give each doubtful choice with its part of the annual operating cost."""
    rows: list[Row] = [
        [
            said.say(CHOICES[each.choice]) + (f": {_names(each.names, said)}" if each.names else ""),
            Value(each.kr_per_year, "kr/year"),
            NONE if each.share is None else Value(each.share, "share"),
            Value(each.rows, "count"),
        ]
        for each in resting.doubts
    ]
    text = N_("Of annual operating cost, {annual} kr.; a row may rest on several, the shares do not add up.")
    notes = [said.say(text, annual=said.numbers.plain(resting.annual_operating_cost))]
    headings = said.each(N_("Rests on"), N_("kr. a year"), N_("Share"), N_("Rows"))
    return QualityTable(said.say(N_("What the result rests on")), headings, rows, (0,), notes)


def _names(names: Sequence[str], said: Said) -> str:
    """Say job groups by their labels, assumptions by their keys' names, and months as they are."""
    groups = said.words.assessment.inputs.assumptions.job_groups
    told = [said.group(name) if name in groups else said.words.key(name) if "." in name else name for name in names]
    return ", ".join(told)
