"""What a user writes on the command line of what is varied: `wages=0,0.1,0.2`, `participants=6:12:2`."""

import math
import re
from collections.abc import Sequence

import numpy as np

from somcost.ambiguous import THOUSANDS, both_readings
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.keys import Key, keys_of
from somcost.analyse.vary.ranges import changed, is_possible, varied_values_are_possible
from somcost.analyse.vary.unknown import unknown_key
from somcost.cost.evaluate import Array
from somcost.model.uncertainty import Change
from somcost.problems import InputProblems, Location, Problem, check

NUMBER = r"[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
VALUE = re.compile(rf"(?P<sign>[+-])?(?P<number>{NUMBER})(?P<percent> ?%)?")
STEPS = re.compile(rf"(-?{NUMBER}):(-?{NUMBER}):({NUMBER})")
MOST_VALUES = 100_000


@check
def axes_are_keys_and_values(place: Location, text: str, why: str) -> Problem:
    """What is varied is written KEY=VALUE,VALUE: a value, +5 or -5 on top of it, +5% or -5% of it, or FROM:TO:STEP."""
    return Problem(place, text, why, "Examples: wages=0,0.1,0.2 · participants=6:12:2 · parameters.overhead=-10%,+10%")


def axes_of(assessment: AnyAssessment, texts: Sequence[str]) -> dict[str, Array]:
    """Read what is varied (akser).

    Args:
        assessment: What is varied.
        texts: Each a key and its values.

    Returns:
        By key, the values it takes.

    Raises:
        InputProblems: What is written is no axis, or names no key, or values that the key cannot have.
    """
    place = Location(assessment.inputs.scenario.location.file)
    problems: list[Problem] = []
    axes: dict[str, Array] = {}
    for text in texts:
        name, found, values = text.rpartition("=")
        key = keys_of(assessment).get(name)
        if not found:
            problems.append(axes_are_keys_and_values(place, text, "is no key with values"))
        elif key is None:
            problems.append(unknown_key(assessment, place, name, keys_of(assessment)))
        elif name in axes:
            problems.append(axes_are_keys_and_values(place, text, f"names {name} a second time"))
        else:
            axes[name], wrong = _axis(key, values, place)
            problems += wrong
    if problems:
        raise InputProblems(problems)
    return axes


def _axis(key: Key, text: str, place: Location) -> tuple[Array, list[Problem]]:
    values: list[float] = []
    problems: list[Problem] = []
    for part in text.split(","):
        found = _values(key, part.strip())
        if isinstance(found, str):
            problems.append(axes_are_keys_and_values(place, key.name, found))
        else:
            problems += [varied_values_are_possible(place, key, each) for each in found if not is_possible(key, each)]
            values += found
    return np.array(values, dtype=np.float64), problems[:1]


def _values(key: Key, text: str) -> list[float] | str:
    """Give the values that a part of an axis says, or what is wrong with it."""
    steps = STEPS.fullmatch(text)
    if steps:
        first, last, step = (float(each) for each in steps.groups())
        count = math.floor((last - first) / step + 1e-9) + 1 if step else 0
        if not 0 < count <= MOST_VALUES:
            return f'"{text}" is no row of 1 to {MOST_VALUES} values'
        return [first + step * number for number in range(count)]
    value = VALUE.fullmatch(text)
    if value is None or THOUSANDS.fullmatch(text):
        return f'"{text}" is {_unclear(text)}'
    change = _change(value["sign"], float(value["number"]), percent=bool(value["percent"]))
    return _misread(key, text, change, signed=bool(value["sign"])) or [changed(key, change)]


def _misread(key: Key, text: str, change: Change, *, signed: bool) -> str:
    """Give what may be meant otherwise; "" where nothing is."""
    if change.how == "percent" and not signed:
        return f'"{text}" has no sign: +{text} raises the value, {change.amount:g} is the share itself'
    if key.base is None and signed:
        return f'"{text}" changes a value that is not one number'
    if key.name == "wages" and change.how != "percent" and abs(change.amount) > 1:
        return f'"{text}" is {change.amount:.0%}: a change of wages is a share, 0.05 for 5 %'
    return ""


def _unclear(text: str) -> str:
    if THOUSANDS.fullmatch(text) is None:
        return "no value"
    whole, decimal = both_readings(text)
    return f"thousands, {whole}, or a number with three decimals, {decimal}"


def _change(sign: str | None, number: float, *, percent: bool) -> Change:
    amount = -number if sign == "-" else number
    if percent:
        return Change("percent", amount / 100)
    return Change("by" if sign else "to", amount)
