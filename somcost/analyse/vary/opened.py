"""A calculation with some of its keys left open: what a variation evaluates, of registrations or of a plan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from somcost.analyse.rows import Results
from somcost.analyse.vary.keys import Key
from somcost.cost.evaluate import Array
from somcost.cost.quantity import Derived, Quantity
from somcost.ledger.lines import CostLines


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A calculation whose keys are quantities of their own.

    Attributes:
        results: Every result by name, in which the open keys stand; None where it is not defined.
        as_calculated: Gives every result by name with nothing open.
        nodes: The quantity that each key is put in for.
        scales: Of a key that scales lines, 1 for those and 0 for the others; None where it scales all.
        amounts: Gives the amounts of kr that are no wages.
        bases: Gives what a key is as calculated, where that is not the quantity it is put in for.
        lines: The lines that were added up as far as the keys allow.
    """

    results: Results
    as_calculated: Callable[[], Results]
    nodes: Mapping[str, Quantity]
    amounts: Callable[[], list[Quantity]]
    scales: Mapping[str, Array | None] = field(default_factory=dict)
    bases: Callable[[], Mapping[str, Quantity | None]] = dict
    lines: Sequence[CostLines] = ()


def lever(keys: Mapping[str, Key], name: str) -> Quantity | None:
    """Give the quantity that moves many inputs at once, where its key is open."""
    key = keys.get(name)
    if key is None:
        return None
    base = np.nan if key.base is None else key.base
    return Quantity(base, key.unit, name, provenance=Derived("sensitivity"))
