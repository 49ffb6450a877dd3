"""The plan of the first sheet."""

from somcost.analyse.assessment import Assessment
from somcost.cost.quantity import Quantity
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.plan import Plan
from somcost.present.workbook.sheets import Sheet
from somcost.present.workbook.summary import Caveats, KeyFigures, MasterCheck
from somcost.present.workbook.words import Words

HEADLINES = (
    "annual_operating_cost",
    "cost_per_participant",
    "cost_per_participant_month",
    "cost_per_course",
    "cost_per_enrolled",
    "cost_per_discharged",
    "cost_per_completed",
    "start_up_cost",
)


def summary_sheet(assessment: Assessment, plan: Plan, words: Words) -> Sheet:
    """What it costs, what it is held against, whether all adds up, and what to bear in mind."""
    say = words.say
    estimates = plan.estimates()
    keys = [key for key in HEADLINES if any(each[key] is not None for each in estimates.values())]
    rows: list[tuple[str, list[Quantity | None]]] = [
        (words.result(key), [each[key] for each in estimates.values()]) for key in keys
    ]
    if plan.alternative is not None:
        rows.append((words.alternative(), [plan.alternative]))
    blocks: list[Block] = [
        Text([assessment.inputs.scenario.title], "title"),
        Text([words.subtitle()], "quiet"),
        KeyFigures([say("Result"), *(words.estimate(variant) for variant in estimates)], rows),
        MasterCheck(say("Does everything add up?"), say("Everything adds up"), say("FAULT – see the sheet of checks")),
    ]
    if words.headline():
        blocks.append(Text([words.headline()], "quiet"))
    caveats = words.caveats()
    if caveats:
        blocks += [Text([say("Bear in mind")], "section"), Caveats(caveats)]
    return Sheet(say("Summary"), blocks, widths=(52, 22, 22, 22, 22, 22))
