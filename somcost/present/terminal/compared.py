"""Assessments side by side: their results, how far apart they lie, and why two of them differ."""

import math
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console

from somcost.analyse.compare.by_site import NOT_STATED
from somcost.analyse.compare.comparison import Comparison
from somcost.analyse.compare.decomposition import Decomposition
from somcost.analyse.compare.found import Compared
from somcost.analyse.compare.sites import Sites
from somcost.analyse.compare.spread import Spread
from somcost.analyse.compare.variance_table import VARIANCES, BudgetVariances
from somcost.analyse.planned import AnyAssessment
from somcost.present.compared_words import VARIANCE_NAMES, ComparedWords, said_of
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.pictures.compared import spread_of_sites, waterfall
from somcost.present.terminal.analysis import print_analysis
from somcost.present.terminal.bars import text_bars
from somcost.present.terminal.render import print_block
from somcost.present.terminal.view import MISSING, Block, Lines, Table, View
from somcost.present.words import Words

PAIR = 2
"""Two lie as far apart as their difference, which is explained."""
COLUMNS = 5
"""Assessments side by side in one table; more of them are shared out evenly over several."""


def print_comparison(
    assessments: Sequence[AnyAssessment], found: Compared, console: Console, *, numbers: Numbers
) -> None:
    """Print assessments side by side (sammenligning)."""
    said = said_of(assessments, numbers)
    aside = list(said.aside(assessments, found.comparison))
    for number, block in enumerate(_blocks(said, found, aside)):
        if number:
            console.print()
        print_block(block, console)


def _blocks(said: ComparedWords, found: Compared, aside: Sequence[str]) -> Iterator[Block]:
    yield from _side_by_side(said, found.comparison)
    if len(found.comparison.assessments) > PAIR:
        yield from _spreads(said, found.comparison.spreads)
    if found.difference is not None:
        yield _difference(said, found.difference)
        yield from text_bars(waterfall(said, found.difference), language=said.numbers.language)
    if found.variances is not None:
        yield _variances(said, found.variances)
    notes = [*said.brought(found.comparison), *aside]
    if len({each.unit.one for each in found.comparison.assessments}) > 1:
        notes.append(said.words.say(N_("The participants are not the same everywhere.")))
    if found.untold is not None:
        notes.append(said.untold(found.untold))
    origins = [f"{each.name}: {each.title}" for each in found.comparison.assessments]
    yield Lines(said.words.say(N_("What is compared")), [("", text) for text in [*origins, *notes]])


def _heading(said: ComparedWords, title: str, found: Comparison | Decomposition | BudgetVariances) -> str:
    level = said.level(found.price_level)
    rounding = said.words.say(N_("rounded to {unit}"), unit=said.numbers.plain(said.numbers.unit))
    if not said.numbers.unit:
        rounding = said.words.say(N_("not rounded"))
    return f"{title} ({said.words.say(N_('kr.'))}, {level[:1].lower() + level[1:]}, {rounding})"


def _side_by_side(said: ComparedWords, found: Comparison) -> Iterator[Table]:
    """Give a row a result and a column an assessment, as many columns at a time as a page holds."""
    groups = {
        N_("Side by side"): [name for name in found.results if not name.startswith("variants.")],
        N_("Variants side by side"): [name for name in found.results if _is_variants_cost(name)],
    }
    columns = _columns(len(found.assessments))
    for title, names in groups.items():
        for start in range(0, len(found.assessments) if names else 0, columns):
            part = found.assessments[start : start + columns]
            rows = [[said.varied.result(name), *(said.figure(each, name) for each in part)] for name in names]
            yield Table(_heading(said, said.words.say(title), found), ["", *(each.name for each in part)], rows)


def _columns(assessments: int) -> int:
    """Give how many stand in one table, so that the last of several is about as full as the first.

    >>> [_columns(assessments) for assessments in (2, 5, 6, 7, 11)]
    [2, 5, 3, 4, 4]
    """
    tables = math.ceil(assessments / COLUMNS)
    return math.ceil(assessments / tables)


def _is_variants_cost(name: str) -> bool:
    return name.startswith("variants.") and name.rpartition(".")[2].startswith(("annual_", "cost_per_"))


def _spreads(said: ComparedWords, spreads: Mapping[str, Spread]) -> Iterator[Table]:
    rows, notes = [], []
    for name, each in spreads.items():
        if each.count < 2:  # noqa: PLR2004 - one value has no spread
            continue
        rows.append(_spread(said, name, each))
        if each.missing:
            text = N_("{result}: not defined for {names}, left out.")
            notes.append(said.words.say(text, result=said.varied.result(name), names=", ".join(each.missing)))
        if each.outliers:
            text = N_("{result}: far from the others: {names}.")
            notes.append(said.words.say(text, result=said.varied.result(name), names=", ".join(each.outliers)))
    if rows:
        headings = [N_("Mean"), N_("Sum over sum"), N_("Lowest"), N_("Highest"), N_("Std. dev.")]
        title = said.words.say(N_("How far apart"))
        yield Table(title, ["", *(said.words.say(each) for each in headings)], rows, notes, words=(0, 3, 4))


def _spread(said: ComparedWords, name: str, spread: Spread) -> list[str]:
    figures = [spread.mean_of_ratios, spread.ratio_of_sums]
    ends = [_end(said, name, end) for end in (spread.lowest, spread.highest)]
    deviation = said.varied.figure(name, spread.standard_deviation)
    return [said.varied.result(name), *(said.varied.figure(name, value) for value in figures), *ends, deviation]


def _end(said: ComparedWords, result: str, end: tuple[str, float] | None) -> str:
    return f"{said.varied.figure(result, end[1])}\n{end[0]}" if end else MISSING


def _difference(said: ComparedWords, found: Decomposition) -> Table:
    rows = [
        [
            said.factor(part.factor),
            said.value(part, part.first),
            said.value(part, part.second),
            said.signed(found.result, part.amount),
        ]
        for part in found.parts
        if part.differs
    ]
    rows += [[said.words.say(N_("Difference")), "", "", said.signed(found.result, found.difference)]]
    title = said.words.say(N_("Why they differ: {result}"), result=said.varied.result(found.result))
    headings = [said.words.say(N_("Cause")), *found.names, said.words.say(N_("Part"))]
    notes = [said.method(found)]
    if said.numbers.unit > 1:
        notes.append(said.words.say(N_("Rounded parts need not add up to the rounded difference.")))
    return Table(_heading(said, title, found), headings, rows, notes)


def _variances(said: ComparedWords, found: BudgetVariances) -> Table:
    columns = {name: found.by_job_group(name) for name in VARIANCES}
    rows = [
        [said.words.member("job_group", group), *(said.numbers.kr(columns[name][group]) for name in VARIANCES)]
        for group in found.job_groups
    ]
    totals = found.totals
    rows.append([said.words.say(N_("Total")), *(said.numbers.kr(totals[name]) for name in VARIANCES)])
    title = said.words.say(
        N_("Wage cost a year: {budget} (budget) against {outturn} (outturn)"),
        budget=found.names[0],
        outturn=found.names[1],
    )
    difference = said.words.say(
        N_("Together {amount}: the outturn's wage cost a year less the budget's."),
        amount=said.numbers.kr(found.difference),
    )
    headings = ["", *(said.words.say(VARIANCE_NAMES[name]) for name in VARIANCES)]
    return Table(_heading(said, title, found), headings, rows, [difference])


def print_sites(assessment: AnyAssessment, found: Sites, console: Console, *, numbers: Numbers) -> None:
    """Print cost and participants by site (steder)."""
    view = View(assessment, assessment.as_dict(), Words(assessment, numbers.language), numbers)
    print_analysis(view, _site_blocks(view, found), console)


SITE_NOTES = (
    N_("How the citizens spread over the sites is not known: give a list of citizens with a column site."),
    N_("Sites with few citizens are not shown, nor those the whole would tell of them by."),
    N_("Participants by site are counted from the list of citizens; the scenario states another number of them."),
)


NOTES_OF_A_SITE = (
    N_("{site} has citizens and no registration or expense: its cost is not known."),
    N_("{site} has cost and no citizens: its cost per participant is not defined."),
)


def _site_note(view: View, note: str) -> str:
    """Say a note; one of a single site by the site's name."""
    for template in NOTES_OF_A_SITE:
        site = note.removesuffix(template.removeprefix("{site}"))
        if site != note:
            return view.words.say(template, site=_site_name(view, site))
    return view.words.say(note)


def _site_name(view: View, site: str) -> str:
    return view.words.member("site", "not_stated") if site == NOT_STATED else site


def _site_blocks(view: View, found: Sites) -> Iterator[Block]:
    said, say = ComparedWords(view.words, view.numbers), view.words.say
    keys = ("wage_cost", "other_expenses", "annual_operating_cost", "participants_per_year", "cost_per_participant")
    rows = [
        [_site_name(view, row.name)] + [said.varied.figure(key, getattr(row, key)) for key in keys]
        for row in found.rows
    ]
    own = [MISSING] * (len(keys) - 1) + [said.varied.figure("cost_per_participant", found.cost_per_participant)]
    rows.append([say(N_("The whole assessment")), *own])
    yield Table(view.heading(say(N_("By site"))), ["", *(said.varied.result(key) for key in keys)], rows)
    yield from _spreads(said, {"cost_per_participant": found.spread})
    if found.spread.count:
        yield from text_bars(
            spread_of_sites(said, found.spread, {row.name: row.cost_per_participant for row in found.rows}),
            language=view.numbers.language,
        )
    if found.notes:
        yield Lines(say(N_("Of the sites")), [("", _site_note(view, note)) for note in found.notes])
