"""How sure figures are that rest on few observations: each with its interval, and how it was found."""

import re
from collections.abc import Iterator

from rich.console import Console

from somcost.analyse.assessment import Assessment
from somcost.analyse.resample.resampling import Resampling
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.terminal.analysis import print_analysis
from somcost.present.terminal.view import Block, Lines, Table, View
from somcost.present.varied_words import VariedWords
from somcost.present.words import Words

UNITS = {"months": N_("months"), "courses": N_("group courses"), "sites": N_("sites"), "citizens": N_("citizens")}
NOTES = (
    N_("is not defined"),
    N_("does not depend on which of them are drawn"),
    N_("how the citizens spread over the sites is not known: give citizens.csv with a column site"),
    N_("no draw leaves the figure defined"),
    N_("all draws give the same figure"),
    N_("all draws lie on one side of the figure"),
    N_("without some of the units the figure is not defined"),
    N_("the correction for skewness reaches beyond all draws"),
)
"""What may be told of a figure."""
WITHOUT_SITE = re.compile("(.+) belong to no site and stay as they are")


def print_resampling(assessment: Assessment, found: Resampling, console: Console, *, numbers: Numbers) -> None:
    """Print how sure the figures are (usikkerhed ved få observationer)."""
    words = Words(assessment, numbers.language)
    view = View(assessment, assessment.as_dict(), words, numbers)
    print_analysis(view, _blocks(view, found), console)


def _blocks(view: View, found: Resampling) -> Iterator[Block]:
    say, varied = view.words.say, VariedWords(view.words, view.numbers)
    unit = say(UNITS[found.over])
    rows, notes = [], []
    for name, each in found.results.items():
        error = None if each.interval is None else each.interval.standard_error
        figures = [varied.figure(name, value) for value in (each.value, each.low, each.high, error)]
        rows.append([varied.result(name), *figures])
        if each.note:
            notes.append(f"{varied.result(name)}: {say(each.note)}")
    headings = ["", N_("As calculated"), N_("From"), N_("To"), N_("Standard error")]
    level = view.numbers.percent(found.confidence)
    title = say(N_("{level} intervals, resampled over {count} {unit}"), level=level, count=found.count, unit=unit)
    yield Table(view.heading(title), [say(each) for each in headings], rows, notes)
    warnings = [("", text) for text in _warnings(view, found, unit)]
    if warnings:
        yield Lines(say(N_("What the intervals are worth")), warnings)
    yield Lines(say(N_("How it was done")), list(_method(view, found)))


def _warnings(view: View, found: Resampling, unit: str) -> Iterator[str]:
    say = view.words.say
    if found.few:
        few = N_("{count} {unit} are fewer than {least}: the intervals are unsure themselves.")
        yield say(few, count=found.count, unit=unit, least=found.few_below)
    for note in found.notes:
        known = WITHOUT_SITE.fullmatch(note)
        if known is None:
            yield say(note)
        else:
            yield say(N_("{what} belong to no site and stay as they are."), what=known[1])


def _method(view: View, found: Resampling) -> Iterator[tuple[str, str]]:
    say, count = view.words.say, view.numbers.plain
    yield say(N_("Draws")), count(found.draws)
    yield say(N_("Seed")), str(found.seed)
    if found.over == "months":
        yield say(N_("Block")), say(N_("{length} neighbouring months at a time"), length=found.block)
    if found.over == "citizens":
        yield say(N_("Number of {many}")), say(N_("varies too, from draw to draw"))
    bca = all(each.interval is None or each.interval.bca for each in found.results.values())
    yield say(N_("Interval")), say(N_("BCa")) if bca else say(N_("BCa, or percentile where it is not defined"))
    missing = sum(each.undefined for each in found.results.values())
    yield say(N_("Draws that leave a figure undefined")), count(missing)
