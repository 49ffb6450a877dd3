"""Which cost lines follow the number of participants (omkostningsadfærd): the first rule that matches a line wins."""

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from somcost.model.scenario import BehaviourRule

Kind = Literal["wage", "expense"]


def variable_lines(
    rules: Sequence[BehaviourRule], *, kind: Kind, columns: Mapping[str, Sequence[str | None]], count: int
) -> NDArray[np.float64]:
    """Give 1 for each variable line and 0 for each fixed one; without a rule wages are variable, expenses fixed.

    >>> from somcost.problems import Location
    >>> rule = BehaviourRule({"phase": ("gruppemøder",)}, "fixed", Location("scenario.yaml"))
    >>> variable_lines([rule], kind="wage", columns={"phase": ["gruppemøder", None]}, count=2)
    array([0., 1.])
    """
    variable = np.full(count, float(kind == "wage"))
    for rule in reversed(rules):
        if kind in rule.match.get("kind", (kind,)):
            variable[_matched(rule, columns, count)] = float(rule.behaves == "variable")
    return variable


def _matched(rule: BehaviourRule, columns: Mapping[str, Sequence[str | None]], count: int) -> NDArray[np.bool_]:
    matched = np.ones(count, dtype=bool)
    for column, wanted in rule.match.items():
        if column != "kind":
            values = columns.get(column)
            matched &= np.array([value in wanted for value in values], dtype=bool) if values is not None else False
    return matched
