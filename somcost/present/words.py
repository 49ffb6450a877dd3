"""Says an assessment's keys, members, units and sources in one language."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from somcost.analyse.assessment import Assessment
from somcost.analyse.bound import bound_of, bound_of_category
from somcost.analyse.planned import AnyAssessment
from somcost.cost.quantity import Quantity
from somcost.model.assumptions import Assumption, Source
from somcost.model.dimensions import Dimension
from somcost.model.plan import Bound, Plan, PlanInputs
from somcost.model.price_index import Kind
from somcost.model.scenario import Stated, UnitNames
from somcost.present import bounds, labels
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.validate.prices import brought_years, estimates_are_used, years_beyond

AT_LEVEL = "at_price_level."
"""How the key of an amount begins that was brought to the assessment's price level."""

RATES: dict[Kind, str] = {
    "wages": N_("wages {rate} a year to {year}"),
    "other_expenses": N_("other amounts {rate} a year to {year}"),
}
"""How amounts rise after the index's last year."""
SENSITIVITIES = "sensitivities."
"""How the key of a plan's result begins under a named sensitivity."""
ENDS = {"lowest": N_("{result}, lowest"), "highest": N_("{result}, highest")}
"""Of the keys of a result's range: how they begin."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one assessment in one language."""

    assessment: AnyAssessment
    language: str = "da"
    beside: Sequence[AnyAssessment] = ()
    """Assessments that stand beside it: their names are known too, and where their units differ all are citizens."""

    def say(self, message: str, *names: object, **words: object) -> str:
        """Say a text; {one} and {many} become the scenario's words for a participant."""
        unit = self._participant()
        text = say(message, self.language)
        filled = text.format(*names, one=unit.one, many=unit.many, **words) if "{" in text else text
        begins_with_unit = message.startswith(("{one}", "{many}"))
        return filled[:1].upper() + filled[1:] if begins_with_unit else filled

    def _participant(self) -> UnitNames:
        """Give the scenario's words for a participant; where it has none, the language's own."""
        stated = self.assessment.inputs.scenario.unit
        if stated.one and all(other.inputs.scenario.unit.one == stated.one for other in self.beside):
            return stated
        return UnitNames(say(N_("citizen"), self.language), say(N_("citizens"), self.language))

    def key(self, key: str) -> str:
        """Say what a quantity's key is called."""
        if key.startswith(AT_LEVEL):
            return self.say(N_("{name}, at the price level"), name=self.key(key.removeprefix(AT_LEVEL)))
        if key.startswith(SENSITIVITIES):
            _, case, result = key.split(".", 2)
            return self.say(N_("{result}, {case}"), result=self.key(result), case=self._case(case))
        if key.startswith(tuple(ENDS)):
            end, _, result = key.partition(".")
            return self.say(ENDS[end], result=self.key(result))
        known = labels.KEYS.get(key)
        if known is not None:
            return self.say(known)
        for pattern, message in labels.PATTERNS.items():
            found = re.fullmatch(pattern, key)
            if found:
                return self.say(message, *map(self._namer(key), found.groups()))
        raise KeyError(key)

    def _namer(self, key: str) -> Callable[[str], str]:
        """Give what says the names in a key."""
        begins = key.partition(".")[0]
        if begins.startswith("handover"):
            return self._category
        namers = {"courses": self._course, "teams": self._team}
        return {**namers, "follows": self._followed, "cost_following": self._followed}.get(begins, self._name)

    def _category(self, name: str) -> str:
        """Name a category of what is handed over; a year is its own name."""
        return self.member("plan_category", name)

    def _name(self, name: str) -> str:
        for inputs in (each.inputs for each in (self.assessment, *self.beside)):
            group = inputs.assumptions.job_groups.get(name)
            if group is not None:
                return group.label
            for variant in inputs.scenario.variants:
                if variant.id == name:
                    return variant.label
            label = inputs.scenario.label(name) if isinstance(inputs, PlanInputs) else None
            if label is not None:
                return label
        return name

    def _course(self, name: str) -> str:
        """Name a course by its id where its key numbers it."""
        courses = self.assessment.inputs.scenario.courses
        ids = {course.participants.key: course.id for course in courses.list} if courses else {}
        return ids.get(f"courses.list.{name}.participants", name)

    def _followed(self, driver: str) -> str:
        """Name what there is more of."""
        return self.say(labels.MORE[driver])

    def _case(self, name: str) -> str:
        """Name a plan's named sensitivity."""
        plan = self.assessment.inputs.scenario
        cases = plan.sensitivities if isinstance(plan, Plan) else ()
        return next((case.label for case in cases if case.id == name), name)

    def _team(self, number: str) -> str:
        """Name teams by the year they start in where their key numbers them."""
        plan = self.assessment.inputs.scenario
        starts = plan.teams if isinstance(plan, Plan) else {}
        years = (year for year, stated in starts.items() if stated.key == f"teams.{number}.count")
        return next((self._year(str(year)) for year in years), number)

    def unit(self, unit: str) -> str:
        """Say a unit; who takes part in a plan is called what the plan calls them."""
        if unit == "participants" and isinstance(self.assessment.inputs.scenario, Plan):
            return self._participant().many
        return self.say(labels.UNITS[unit])

    def unit_of(self, unit: str, value: float) -> str:
        """Say a unit as it stands behind a number: 1 hour, 2 hours."""
        return self.say(labels.ONE[unit]) if value == 1 and unit in labels.ONE else self.unit(unit)

    def dimension(self, name: str) -> str:
        """Say what a dimension is called."""
        return self.say(labels.DIMENSIONS[name])

    def member(self, dimension: str, member: str) -> str:
        """Say a member of a dimension: a job group's label, our own words, or the user's."""
        if dimension in ("job_group", "plan_line", "institution"):
            return self._name(member)
        if dimension in ("plan_year", "team"):
            return self.say(N_("Year {year}"), year=member)
        if dimension == "plan_driver":
            return self._driver(member)
        if dimension in ("with_citizen", "status", "plan_category", "") and member in labels.MEMBERS:
            return self.say(labels.MEMBERS[member])
        message = labels.MEMBERS["not_stated"]
        return self.say(message) if member == "not_stated" else member

    def _driver(self, member: str) -> str:
        """Say what lines of a plan follow: a driver, one type of its employees, once or yearly."""
        driver, *employee, timing = member.split(".")
        what = self._name(employee[0]) if employee else self.say(labels.DRIVERS[driver])
        kind, *numbers = timing.split("-")
        life, years = ("", numbers) if kind != "paid" else (numbers[0], numbers[1:])
        if (driver, kind) == ("intervention", "once"):
            told = self.say(N_("The intervention, when it starts"))
        else:
            told = self.say(labels.TIMINGS[kind], what=what, life=life)
        bought = ", ".join(map(self._year, years))
        return told + (" " + self.say(N_("(in year {years})"), years=bought) if years else "")

    def _year(self, number: str) -> str:
        """Name a year of a plan, counted from 1, as the plan does."""
        plan = self.assessment.inputs.scenario
        return plan.year_label(int(number)) if isinstance(plan, Plan) else number

    def members(self, dimension: Dimension) -> list[str]:
        """Say all members of a dimension."""
        return [self.member(dimension.name, str(member)) for member in dimension.members]

    def estimate(self, variant: str) -> str:
        """Say which estimate a column or row of results is; "" is the assessment itself."""
        if variant not in labels.ESTIMATES:
            return self._name(variant)
        inputs = self.assessment.inputs
        if variant == "" and inputs.registrations is None:
            variant = "full_time"
        elif variant == "" and inputs.scenario.courses is not None:
            variant = "courses"
        return self.say(labels.ESTIMATES[variant])

    def check(self, name: str) -> str:
        """Say what a check compares."""
        return self.say(labels.CHECKS[name])

    def source(self, source: Source | None) -> str:
        """Say a source: publisher, title, date, where in it."""
        if source is None:
            return ""
        parts = [source.publisher, source.title, source.date, source.locator]
        return ", ".join(part for part in parts if part)

    def origin(self, assumption: Assumption) -> str:
        """Say which set or scenario a value was written in, and what it replaced."""
        place = self.say(N_("{origin}, line {line}"), origin=assumption.origin, line=assumption.location.line)
        if assumption.replaced is None:
            return place
        before = self.say(
            N_("replaced {value} from {origin}"),
            value=self.exactly(assumption.replaced.value),
            origin=assumption.replaced.origin,
        )
        return f"{place} ({before})"

    def exactly(self, value: float) -> str:
        """Write a stated value with all its digits."""
        return Numbers(self.language, 0).exact(value)

    def place(self, quantity: Quantity) -> str:
        """Say where the scenario states a number."""
        provenance = quantity.provenance
        if not isinstance(provenance, Stated):
            return ""
        return self.say(N_("{key} (line {line})"), key=written_key(provenance), line=provenance.location.line)

    def data_origin(self) -> str:
        """Say whether the data is observed, reconstructed or illustrative; "" when the scenario does not."""
        origin = self.assessment.inputs.scenario.origin
        return self.say(labels.ORIGINS[origin]) if origin else ""

    def price_level(self) -> str:
        """Say the price level."""
        return self.say(N_("{year} prices"), year=self.assessment.inputs.assumptions.price_level)

    def alternative(self) -> str:
        """Say what the cost per citizen is held against."""
        alternative = self.assessment.inputs.scenario.alternative
        return self.say(N_("Alternative: {label}, a year"), label=alternative.label) if alternative else ""

    def caveats(self) -> list[str]:
        """Say what to bear in mind: where the data is from, what is thin, and the scenario's own notes."""
        scenario, origin = self.assessment.inputs.scenario, self.data_origin()
        told = [origin[:1].upper() + origin[1:] + "."] if origin and scenario.origin != "observed" else []
        return [*told, *self.reservations()]

    def reservations(self) -> list[str]:
        """Say what is thin, and the scenario's own notes, where the origin of the data is said already."""
        return [*self.bound_caveats(), *self._warned(), *self.brought(), *self.assessment.inputs.scenario.notes]

    def bound_caveats(self) -> list[str]:
        """Say what the figures are only a part of, where not all of a plan has a number."""
        return [self.say(text) for text in bounds.caveats_of(self.assessment)]

    def bounded(self, result: str, amount: str) -> str:
        """Say a result's amount with what it is a bound of: at least 92,000."""
        return self.at(bound_of(self.assessment.inputs.scenario, result), amount)

    def at(self, bound: Bound | None, amount: str) -> str:
        """Say an amount with its bound, if it has one."""
        return amount if bound is None else self.say(bounds.AMOUNTS[bound], amount=amount)

    def bounded_name(self, result: str, name: str) -> str:
        """Say what a result is called with what it is a bound of, where its figures stand without it."""
        return self._named(bound_of(self.assessment.inputs.scenario, result), name)

    def bounded_category(self, category: str) -> str:
        """Say a category of a plan with what its figures are a bound of."""
        return self._named(self._bound_of_category(category), self.member("plan_category", category))

    def short_category(self, category: str) -> str:
        """Say a category of a plan in a word, marked where its figures are a bound."""
        bound = self._bound_of_category(category)
        name = self.say(labels.SHORT_CATEGORIES[category])
        return name if bound is None else f"{name} {bounds.MARKS[bound]}"

    def _bound_of_category(self, category: str) -> Bound | None:
        plan = self.assessment.inputs.scenario
        return bound_of_category(plan, category) if isinstance(plan, Plan) else None

    def _named(self, bound: Bound | None, name: str) -> str:
        return name if bound is None else self.say(bounds.NAMES[bound], name=name)

    def brought(self) -> list[str]:
        """Say from which price level amounts were brought to this one, and by what."""
        inputs = self.assessment.inputs
        prices, level = inputs.prices, inputs.assumptions.price_level
        own = sorted({year for years in brought_years(inputs).values() for year in years})
        if prices is None or not own:
            return []
        by = {kind: prices.index.labels[series] for kind, series in prices.series.items()}
        told = self.say(
            N_("Brought to {year} prices from those of {own}: wages by {wages}, other amounts by {others} ({title})."),
            year=level,
            own=", ".join(map(str, own)),
            wages=by["wages"],
            others=by["other_expenses"],
            title=prices.index.title,
        )
        estimated = self.say(N_("The index's rises from {year} on are estimates."), year=prices.index.estimated_from)
        rates = [
            self.say(RATES[kind], rate=Numbers(self.language, 1).percent(prices.rates[kind], decimals=1), year=year)
            for kind, year in years_beyond(inputs).items()
        ]
        stated = self.say(
            N_("After {year}, the last of the index, the rises are the user's own: {rates}."),
            year=prices.index.last,
            rates=", ".join(rates),
        )
        return [told, *([estimated] if estimates_are_used(inputs) else []), *([stated] if rates else [])]

    def _warned(self) -> Sequence[str]:
        if not isinstance(self.assessment, Assessment):
            return []
        found = {warning.check for warning in self.assessment.warnings}
        months = f"{float(self.assessment.costing.calendar.observed_months.value):.4g}".replace(
            ".", "," if self.language == "da" else "."
        )
        fewest = self.assessment.inputs.scenario.settings.fewest_citizens
        return [
            self.say(message, months=months, fewest=fewest)
            for check, message in labels.CAVEATS.items()
            if check in found
        ]

    def headline(self) -> str:
        """Say which of the two estimators the cost per participant of group courses is."""
        courses = self.assessment.inputs.scenario.courses
        if courses is None:
            return ""
        means = {
            "mean_of_ratios": N_("The cost per {one} is the mean of the courses' own costs per {one}."),
            "ratio_of_means": N_("The cost per {one} is the mean cost over the mean size of the courses."),
        }
        return self.say(means[courses.headline])


def written_key(stated: Stated) -> str:
    """Give the key under which a number stands in the file: an observed period follows from the window and its gaps.

    >>> from somcost.problems import Location
    >>> written_key(Stated("window.observed.2.start", 43500, Location("scenario.yaml", 9)))
    'window'
    """
    return OBSERVED.sub("", stated.key)


OBSERVED = re.compile(r"\.observed\.\d+\.(start|end)$")


def inside(label: str) -> str:
    """Give a label as it stands inside a sentence: its first letter small, unless it is an abbreviation.

    >>> inside("Første halvår"), inside("KABU-hold")
    ('første halvår', 'KABU-hold')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
