"""All uncertain inputs together: from independent shares to a value of each."""

from collections.abc import Callable, Mapping
from typing import Any

from somcost.analyse.distributions.forms import Form
from somcost.analyse.simulate.tabulated import Tabulated
from somcost.analyse.simulate.together import groups_of
from somcost.analyse.vary.one_way import number
from somcost.analyse.vary.ranges import Range
from somcost.cost.evaluate import Array
from somcost.model.uncertainty import Uncertainty


class Joint:
    """The joint distribution of the inputs (simultan fordeling).

    Attributes:
        ranges: Each input's range and distribution as stated.
        forms: Each input's distribution.
        groups: The inputs by what they move together with.
    """

    def __init__(self, ranges: Mapping[str, Range], uncertainty: Uncertainty) -> None:
        self.ranges = dict(ranges)
        self.forms = {name: found.form for name, found in ranges.items()}
        self.groups = tuple(groups_of(list(ranges), uncertainty))
        self._quantiles: dict[str, Callable[[Array], Array]] | None = None

    @property
    def sources(self) -> int:
        """How many independent shares a draw takes."""
        return sum(group.sources for group in self.groups)

    @property
    def needs_scipy(self) -> bool:
        """Whether a distribution or a correlation is computed by scipy."""
        return any(form.needs_scipy for form in self.forms.values()) or any(
            not group.moves_as_one for group in self.groups
        )

    def at(self, independent: Array) -> dict[str, Array]:
        """Give the value of each input at independent shares, sources by draws."""
        if self._quantiles is None:
            self._quantiles = {name: _quantile(form) for name, form in self.forms.items()}
        values: dict[str, Array] = {}
        first = 0
        for group in self.groups:
            shares = group.shares(independent[first : first + group.sources])
            values |= {key: self._quantiles[key](own) for key, own in zip(group.keys, shares, strict=True)}
            first += group.sources
        return values

    def as_dict(self) -> dict[str, Any]:
        """Give the inputs and what moves together as plain data."""
        together = [group.as_dict() for group in self.groups if len(group.keys) > 1]
        return {"inputs": [self._input(name) for name in self.ranges], "moving_together": together}

    def _input(self, name: str) -> dict[str, Any]:
        found = self.ranges[name]
        return {
            "key": name,
            "unit": found.key.unit,
            "value": found.key.base,
            "low": number(found.low),
            "high": number(found.high),
            "range_from": found.origin,
            "reason": found.reason,
            "distribution": self.forms[name].as_dict(),
            "mean": self.forms[name].mean,
        }


def _quantile(form: Form) -> Callable[[Array], Array]:
    return Tabulated(form.quantile) if form.needs_scipy else form.quantile
