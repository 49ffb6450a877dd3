"""Cost and participants by site, and the mean over sites against the ratio of their sums."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.analyse.compare.by_site import NOT_STATED, columns_by_site, has_lines, members, places_of
from somcost.analyse.compare.spread import Ratio, Spread, spread_of
from somcost.analyse.tree import estimate_of
from somcost.analyse.vary.one_way import number
from somcost.cost.estimates import RegisteredEstimate
from somcost.cost.operations import element
from somcost.cost.quantity import Quantity
from somcost.model.few import LEAST_HIDDEN_SITES, hidden_members
from somcost.problems import Problem, check, refuse
from somcost.validate.participants import citizens_in_window


@dataclass(frozen=True, slots=True)
class Site:
    """One site (sted), or what names none.

    Attributes:
        wage_cost: kr in the observed months; None where no line names the site.
        other_expenses: kr in the observed months.
        annual_operating_cost: kr a year.
        participants_per_year: From the list of citizens; None where that is not known.
        cost_per_participant: kr; None where the site has no cost or no citizens.
    """

    name: str
    wage_cost: float | None
    other_expenses: float | None
    annual_operating_cost: float | None
    participants_per_year: float | None
    cost_per_participant: float | None

    def as_dict(self) -> dict[str, Any]:
        """Give the site as plain data."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites of an assessment (steder).

    Attributes:
        rows: The sites, sorted by name; then, where there is any, what names no site.
        spread: Of the sites' cost per participant; its sums are over the same sites.
        cost_per_participant: The assessment's own, over everything and everyone.
        quantities: The same figures as traced quantities, by site and result.
        notes: What is to be known of them.
    """

    rows: tuple[Site, ...]
    spread: Spread
    cost_per_participant: float | None
    quantities: Mapping[str, Mapping[str, Quantity]]
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the sites as plain data."""
        return {
            "sites": [row.as_dict() for row in self.rows],
            "spread": self.spread.as_dict(),
            "cost_per_participant": self.cost_per_participant,
            "notes": list(self.notes),
        }


@check
def rows_name_their_site(assessment: Assessment) -> Iterator[Problem]:
    """Costs by site come from registrations or expenses with a column `site`, not from group courses or staff."""
    place, estimate = assessment.inputs.scenario.location, estimate_of(assessment.costing)
    if not isinstance(estimate, RegisteredEstimate):
        found = "the cost comes from group courses or full-time staff, which are not by site"
        yield Problem(place, "site", found, "Assess each site in a scenario of its own and compare these.")
    elif not members(assessment.costing):
        found = "neither the registrations nor the expenses name a site"
        yield Problem(place, "site", found, "Add a column `site`, or map the column that says it.")


def sites(assessment: Assessment) -> Sites:
    """Give cost, participants and cost per participant by site (omkostninger pr. sted).

    The traced costing is added up by site and brought to a year by the formulas of the whole; participants are counted
    from the list of citizens.

    Raises:
        InputProblems: No row names a site, or the cost comes from group courses or full-time staff.
    """
    refuse(rows_name_their_site(assessment))
    costing = assessment.costing
    places = places_of(costing)
    columns = columns_by_site(costing, places)
    table = {
        str(name): {key: element(column, at) for key, column in columns.items()}
        for at, name in enumerate(places.members)
    }
    costed = {name for name, has in zip(table, has_lines(costing, places), strict=True) if has}
    hidden = _hidden(assessment)
    rows = [_row(name, {} if name in hidden else found, costed=name in costed) for name, found in table.items()]
    shown = [name for name in table if name not in hidden]
    kept = [row for row in rows if row.name != NOT_STATED or row.name in costed or row.participants_per_year]
    named = [row for row in kept if row.name != NOT_STATED]
    own = estimate_of(costing).costs().get("cost_per_participant")
    return Sites(
        rows=tuple(kept),
        spread=spread_of({row.name: _ratio(row) for row in named}),
        cost_per_participant=None if own is None else number(own.value),
        quantities=MappingProxyType({row.name: MappingProxyType(table[row.name]) for row in kept if row.name in shown}),
        notes=tuple(_notes(assessment, [row for row in kept if row.name in shown], hidden)),
    )


def _ratio(row: Site) -> Ratio:
    return Ratio(row.cost_per_participant, row.annual_operating_cost, row.participants_per_year)


def _row(name: str, found: Mapping[str, Quantity], *, costed: bool) -> Site:
    def value(key: str) -> float | None:
        return number(found[key].value) if key in found else None

    return Site(
        name=name,
        wage_cost=value("wage_cost") if costed else None,
        other_expenses=value("other_expenses") if costed else None,
        annual_operating_cost=value("annual_operating_cost") if costed else None,
        participants_per_year=value("participants_per_year"),
        cost_per_participant=value("cost_per_participant") if costed else None,
    )


def _hidden(assessment: Assessment) -> frozenset[str]:
    """Give the sites whose own figures no output shows (diskretionering)."""
    inputs, table = assessment.inputs, assessment.inputs.citizens
    if table is None:
        return frozenset()
    citizens = Counter(table.site[row] or NOT_STATED for row in citizens_in_window(inputs))
    return hidden_members(citizens, fewest=inputs.scenario.settings.fewest_citizens, least=LEAST_HIDDEN_SITES)


def _notes(assessment: Assessment, rows: Sequence[Site], hidden: Collection[str]) -> Iterator[str]:
    if hidden:
        yield "Sites with few citizens are not shown, nor those the whole would tell of them by."
    if all(row.participants_per_year is None for row in rows):
        yield "How the citizens spread over the sites is not known: give a list of citizens with a column site."
        return
    for row in rows:
        if row.annual_operating_cost is None:
            yield f"{row.name} has citizens and no registration or expense: its cost is not known."
        elif not row.participants_per_year:
            yield f"{row.name} has cost and no citizens: its cost per participant is not defined."
    stated = assessment.inputs.scenario.participants
    if stated is not None and (stated.per_year or stated.count):
        yield "Participants by site are counted from the list of citizens; the scenario states another number of them."
