"""Assumption sets (forudsætningssæt): wages, norms and overhead, every value with its source."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from somcost.model.uncertainty import Distribution
from somcost.problems import Location

WageBasis = Literal["month", "year", "hour"]
HourBasis = Literal["effective", "paid"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value is published (kilde). Only the title is required."""

    key: str
    title: str
    publisher: str = ""
    date: str = ""
    locator: str = ""
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """The lowest or highest value an assumption is thought to take, and why."""

    value: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One value of an assumption set (forudsætning), with its unit, source, place and what it replaced.

    `origin` names the set or scenario it was written in; `replaced` is the value it overrode, if any.
    """

    key: str
    value: float
    unit: str
    location: Location
    origin: str
    source: Source | None = None
    price_year: int | None = None
    low: Bound | None = None
    high: Bound | None = None
    valid_to: dt.date | None = None
    checked: dt.date | None = None
    note: str = ""
    replaced: "Assumption | None" = None
    distribution: Distribution | None = None


@dataclass(frozen=True, slots=True)
class JobGroup:
    """A job group (overenskomstgruppe): its own wage, or the plain mean of other groups' wages (`mean_of`).

    `wage` is in kr per `basis`; `hour_basis` says which norm brings an hourly wage to a year. `adds` names the
    parameters (shares of the wage: pension …) laid on top, `includes` what the wage already holds.
    """

    id: str
    label: str
    location: Location
    wage: Assumption | None = None
    basis: WageBasis = "month"
    hour_basis: HourBasis = "effective"
    mean_of: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class AssumptionSet:
    """An assumption set (forudsætningssæt) after `extends` and overrides; `files` names what it was read from."""

    id: str
    title: str
    price_level: int
    parameters: Mapping[str, Assumption]
    job_groups: Mapping[str, JobGroup]
    sources: Mapping[str, Source]
    location: Location
    extends: tuple[str, ...] = ()

    @property
    def states_uncertainty(self) -> bool:
        """Whether a parameter or wage has a range or a distribution."""
        wages = (group.wage for group in self.job_groups.values() if group.wage is not None)
        return any(value.low or value.distribution for value in (*self.parameters.values(), *wages))
