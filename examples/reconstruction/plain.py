"""The published figures computed from the written rows by plain arithmetic, apart from the engine and the solver."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from reconstruction.data import Data, Values
from reconstruction.plain_courses import favrskov
from reconstruction.rates import assumptions, hourly_rate, parameter
from reconstruction.workdays import days_between, month_share


@dataclass(frozen=True)
class Families:
    """Participants a year and their months each."""

    per_year: float
    months_each: float

    def row(self, name: str, annual: float) -> Values:
        """Give a row of a table."""
        each = annual / self.per_year
        return {
            f"{name}.annual": annual,
            f"{name}.per_participant": each,
            f"{name}.per_participant_month": each / self.months_each,
        }

    def rows(self, wages: float, other: float, numbers: Sequence[int]) -> Values:
        """Give the rows of base, higher wages and other numbers of participants; amounts are kr a year."""
        rows = self.row("base", wages + other)
        for percent in (10, 20):
            rows |= self.row(f"wages_plus_{percent}", wages * (1 + percent / 100) + other)
        for number in numbers:
            other_number = replace(self, per_year=float(number))
            rows |= other_number.row(f"participants_{number}", wages * number / self.per_year + other)
        return rows


def families(data: Data) -> tuple[Families, int]:
    """Count the listed families in the window, and their months."""
    first, last = data.window[0].isoformat(), data.window[-1].isoformat()
    spans = [(row["start"], row["end"] or last) for row in data.rows("citizens")]
    inside = [(start, end) for start, end in spans if start <= last and end >= first]
    months = [sum(map(month_share, days_between(*map(dt.date.fromisoformat, span)))) for span in inside]
    per_year = 12 * len(inside) / sum(map(month_share, data.window))
    return Families(data.scenario["participants"].get("per_year", per_year), fmean(months)), len(inside)


def of_families(case: str) -> Values:
    """Compute the figures of Jammerbugt, Thisted or Holstebro."""
    data = Data(case)
    each, count = families(data)
    numbers = data.scenario["sensitivity"]["participants"]
    rows = each.rows(data.yearly(data.wages()), data.yearly(data.other()), numbers)
    collected = data.wages() + data.other()
    return rows | {
        "participants_in_window": count,
        "participants_per_year": each.per_year,
        "months_per_participant": each.months_each,
        "shares_pct.with_citizen": data.share_with_citizen(),
        "shares_pct.without_citizen": 100 * data.wages(lambda row: row["with_citizen"] == "nej") / collected,
        "shares_pct.other_expenses": 100 * data.other() / collected,
    }


def thisted() -> Values:
    """Compute Thisted's figures: those of families, and 2019 by itself."""
    values = of_families("thisted")
    each, _ = families(Data("thisted"))
    late = Data("thisted", since=dt.date(2019, 1, 1))
    only = each.row("only_2019", late.yearly(late.wages() + late.other()))
    lowest, highest = values["base.per_participant"], values["wages_plus_20.per_participant"]
    return values | only | {"text_range_per_participant.min": lowest, "text_range_per_participant.max": highest}


def holstebro() -> Values:
    """Compute Holstebro's figures: those of families, and the training before the start."""
    training = Data("holstebro").scenario["start_up"]["training"]
    day = parameter("hours_per_day")
    costs = [
        line["persons"] * (line["days"] * day * hourly_rate(line["job_group"]) + line["fee_each"]) for line in training
    ]
    return of_families("holstebro") | {"start_up.total": sum(costs)}


def koebenhavn() -> Values:
    """Compute København's figures: registered, and from full-time staff with wages 10 and 20 percent higher."""
    data = Data("koebenhavn")
    people = data.scenario["participants"]
    per = {f"per_{name}": fmean(people[name].values()) for name in ("enrolled", "discharged")}
    staff = data.rows("full_time_staff")
    hours_a_month = parameter("annual_hours_norm") / 12
    staff_cost = sum(float(row["fte"]) * hours_a_month * hourly_rate(row["job_group"]) for row in staff)
    wages, other = 12 * staff_cost / len({row["month"] for row in staff}), data.yearly(data.other())
    annual = {
        "collected": data.yearly(data.wages() + data.other()),
        "full_time": wages + other,
        "wages_plus_10": 1.1 * wages + other,
        "wages_plus_20": 1.2 * wages + other,
    }
    rows = {f"{row}.{name}": cost / count for row, cost in annual.items() for name, count in per.items()}
    counts = {"enrolled.per_year": per["per_enrolled"], "discharged.per_year": per["per_discharged"]}
    share = {"shares_pct.meetings_and_phone_with_young_person": data.share_with_citizen()}
    return {f"{row}.annual": cost for row, cost in annual.items()} | rows | counts | share


def wages() -> Values:
    """Compute the published hourly rates."""
    return {f"{group}.hourly": hourly_rate(group) for group in assumptions()["job_groups"]}


def summary() -> Values:
    """Compute the summary's dearest and cheapest intervention, kr per participant."""
    return {
        "most_expensive_per_participant": of_families("jammerbugt")["base.per_participant"],
        "cheapest_per_participant": favrskov()["base.per_participant"],
    }


COMPUTED: dict[str, Callable[[], Values]] = {
    "jammerbugt": lambda: of_families("jammerbugt"),
    "koebenhavn": koebenhavn,
    "favrskov": favrskov,
    "thisted": thisted,
    "holstebro": holstebro,
    "job_groups": wages,
    "summary": summary,
}
"""What computes the figures of each municipality, of the wages and of the summary."""
