"""How cost lines follow the number of participants (omkostningsadfærd): the first rule that matches a line wins."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from somcost.model.dimensions import MISSING, Dimension
from somcost.model.scenario import BehaviourRule

Kind = Literal["wage", "expense"]
Columns = Mapping[str, Sequence[str | None]]


def variable_lines(rules: Sequence[BehaviourRule], *, kind: Kind, columns: Columns, count: int) -> NDArray[np.float64]:
    """Give 1 for each variable line and 0 for the others; without a rule wages are variable, expenses fixed.

    >>> from somcost.problems import Location
    >>> rule = BehaviourRule({"phase": ("gruppemøder",)}, "fixed", Location("scenario.yaml"))
    >>> variable_lines([rule], kind="wage", columns={"phase": ["gruppemøder", None]}, count=2)
    array([0., 1.])
    """
    decided = _rule_of_each(rules, kind=kind, columns=columns, count=count)
    behaves = np.array([*(rule.behaves == "variable" for rule in rules), kind == "wage"], dtype=np.float64)
    return behaves[decided]


def steps_of(rules: Sequence[BehaviourRule]) -> Dimension:
    """Give the stepwise rules by their labels (trin)."""
    return Dimension("step", [rule.label for rule in rules if rule.behaves == "stepwise"])


def step_codes(rules: Sequence[BehaviourRule], *, kind: Kind, columns: Columns, count: int) -> NDArray[np.int64]:
    """Give the number of each line's stepwise rule among those, MISSING for the lines that do not go in steps.

    >>> from somcost.problems import Location
    >>> rule = BehaviourRule({"phase": ("gruppemøder",)}, "stepwise", Location("scenario.yaml"), label="hold")
    >>> step_codes([rule], kind="wage", columns={"phase": ["gruppemøder", None]}, count=2)
    array([ 0, -1])
    """
    decided = _rule_of_each(rules, kind=kind, columns=columns, count=count)
    stepwise = [number for number, rule in enumerate(rules) if rule.behaves == "stepwise"]
    codes = np.full(len(rules) + 1, MISSING, dtype=np.int64)
    codes[stepwise] = np.arange(len(stepwise))
    return codes[decided]


def _rule_of_each(rules: Sequence[BehaviourRule], *, kind: Kind, columns: Columns, count: int) -> NDArray[np.int64]:
    """Give the number of the rule that decides each line; the number after the last where none does."""
    decided = np.full(count, len(rules), dtype=np.int64)
    for number, rule in reversed(list(enumerate(rules))):
        if kind in rule.match.get("kind", (kind,)):
            decided[_matched(rule, columns, count)] = number
    return decided


def _matched(rule: BehaviourRule, columns: Columns, count: int) -> NDArray[np.bool_]:
    matched = np.ones(count, dtype=bool)
    for column, wanted in rule.match.items():
        if column != "kind":
            values = columns.get(column)
            matched &= np.array([value in wanted for value in values], dtype=bool) if values is not None else False
    return matched
