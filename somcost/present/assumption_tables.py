"""Assumption sets for a reader: what is published, and one set with its hourly rates, sources and origins."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from somcost.cost.givens import Givens
from somcost.cost.rates import hourly_rates, monthly_wage_cost
from somcost.model.assumptions import Assumption, AssumptionSet, JobGroup
from somcost.model.dimensions import Dimension
from somcost.model.scenario import Inputs, Scenario, Window
from somcost.present import labels
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.view import MISSING, Block, Lines, Table


@dataclass(frozen=True, slots=True)
class AssumptionTables:
    """Tables of assumption sets in one language."""

    numbers: Numbers

    def say(self, message: str, **words: object) -> str:
        """Say a text."""
        return say(message, self.numbers.language).format(**words)

    def listed(self, sets: Sequence[AssumptionSet]) -> Table:
        """List sets (forudsætningssæt)."""
        rows = [[each.id, each.title, f"{each.price_level}", f"{len(each.job_groups)}"] for each in sets]
        headings = [N_("Id"), N_("Title"), N_("Price level"), N_("Job groups")]
        return Table(self.say(N_("Assumption sets")), [self.say(each) for each in headings], rows, words=(0, 1))

    def shown(self, assumptions: AssumptionSet) -> Iterator[Block]:
        """Show a set: its parameters, its job groups with hourly rates, and where all of it comes from."""
        title = self.say(N_("{id}: {title} ({year} prices)"), **_named(assumptions))
        columns = [N_("Assumption"), N_("Value"), N_("Unit"), N_("Source"), N_("Origin")]
        rows = [
            [
                self.say(labels.KEYS[value.key]),
                self.numbers.figure(value.value, value.unit),
                self.say(labels.UNITS[value.unit]),
                _source(value),
                self._origin(value),
            ]
            for value in assumptions.parameters.values()
        ]
        yield Table(title, [self.say(each) for each in columns], rows, words=(0, 2, 3, 4))
        columns = [N_("Job group"), N_("kr. a month"), N_("kr. an hour"), N_("Source"), N_("Origin")]
        groups = [self._group(assumptions, group) for group in assumptions.job_groups.values()]
        title = self.say(N_("Wage cost a month, and hourly rate incl. overhead"))
        notes = [self._composition(assumptions, group) for group in assumptions.job_groups.values() if group.mean_of]
        yield Table(title, [self.say(each) for each in columns], groups, notes, words=(0, 3, 4))
        sources = [
            (source.key, ", ".join(filter(None, [source.publisher, source.title, source.date, source.locator])))
            for source in assumptions.sources.values()
        ]
        yield Lines(self.say(N_("Sources")), sources)

    def _group(self, assumptions: AssumptionSet, group: JobGroup) -> list[str]:
        wage, rate = wage_and_rate(assumptions, group.id)
        figures = [MISSING if each is None else self.numbers.figure(each, "kr") for each in (wage, rate)]
        if group.wage is not None:
            return [f"{group.label} ({group.id})", *figures, _source(group.wage), self._origin(group.wage)]
        return [f"{group.label} ({group.id})", *figures, self.say(N_("mean, see below")), ""]

    def _composition(self, assumptions: AssumptionSet, group: JobGroup) -> str:
        members = ", ".join(assumptions.job_groups[member].label for member in group.mean_of)
        return self.say(N_("{label}: mean of {members}"), label=group.label, members=members)

    def _origin(self, value: Assumption) -> str:
        if value.replaced is None:
            return value.origin
        before = self.numbers.figure(value.replaced.value, value.unit)
        message = N_("{origin}, replaces {value} from {before}")
        return self.say(message, origin=value.origin, value=before, before=value.replaced.origin)


def wage_and_rate(assumptions: AssumptionSet, group: str) -> tuple[float | None, float | None]:
    """Give a job group's monthly wage cost and hourly rate, None where the set lacks a parameter they need."""
    givens = Givens(Inputs(_nothing_assessed(assumptions), assumptions))
    try:
        wage = float(monthly_wage_cost(givens, group, {}).value)
    except KeyError:
        return None, None
    try:
        return wage, float(hourly_rates(givens, Dimension("job_group", [group])).value[0])  # type: ignore[index]
    except KeyError:
        return wage, None


def _nothing_assessed(assumptions: AssumptionSet) -> Scenario:
    day = dt.date(assumptions.price_level, 1, 1)
    window = Window(day, day, assumptions.location)
    return Scenario(assumptions.id, assumptions.title, assumptions.location, assumptions.id, window)


def _named(assumptions: AssumptionSet) -> dict[str, object]:
    return {"title": assumptions.title, "id": assumptions.id, "year": assumptions.price_level}


def _source(value: Assumption) -> str:
    return "" if value.source is None else value.source.key or value.source.title
