"""What is said of assessments side by side: factors of a difference, variances, price levels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from somcost.analyse.compare.comparison import Compared, Comparison
from somcost.analyse.compare.decomposition import Decomposition, Part
from somcost.analyse.compare.price_level import PriceLevel
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.model.price_index import Kind
from somcost.present.bounds import caveats_of
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.varied_words import VariedWords
from somcost.present.words import RATES, Words
from somcost.problems import Problem

HOURS = "hours.job_group."
FACTORS = {
    "wages": N_("Wages"),
    "overhead": N_("Overhead"),
    "annual_hours_norm": N_("Annual hours norm (effective)"),
    "other_expenses": N_("Other expenses"),
    "observed_months": N_("Observed months"),
    "staffed_months": N_("Months with staff stated"),
    "months_each": N_("Months in the intervention, on average"),
    "course_size": N_("Participants per course"),
    "courses_per_year": N_("Courses a year"),
    "participants_per_year": N_("Number of participants"),
    "enrolled_per_year": N_("Enrolled a year"),
    "discharged_per_year": N_("Discharged a year"),
    "completed_per_year": N_("Completed a year"),
    "participant_months": N_("Months in the intervention while it was observed"),
    "person_years": N_("Person-years"),
}
PLAIN_KEYS = ("turnover", "institutions")
"""Numbers of a plan whose keys have no dot."""
KINDS: Mapping[str, Kind] = {"wages": "wages", "prices": "other_expenses"}
"""What the rates of a comparison are of."""
VARIANCE_NAMES = {
    "hours_variance": N_("Hours"),
    "rate_variance": N_("Rate"),
    "mix_variance": N_("Mix"),
    "volume_variance": N_("Volume"),
}
METHODS = {
    "exact": N_("Shapley values over all combinations of what differs: no order stands before another."),
    "exact, hours together": N_("Shapley values, exact; the job groups' hours first as one, then shared among them."),
    "sampled": N_("Shapley values from {orders} orders drawn by chance (seed {seed})."),
}

UNTOLD = {
    "explained-results-are-known": N_("the cost is not defined in both"),
    "explained-costs-come-alike": N_("their costs do not come from the same kind of data"),
    "explained-costs-are-per-the-same": N_("the cost is per one kind of participant in the one, another in the other"),
    "explained-plans-are-built-alike": N_("the plans are not built of the same lines, years and numbers"),
}
"""By check, why the difference of two cannot be explained."""
OTHERWISE = N_("what they are made of is not the same")


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """Says what a comparison found."""

    words: Words
    numbers: Numbers

    @property
    def varied(self) -> VariedWords:
        """The words for results and their figures."""
        return VariedWords(self.words, self.numbers)

    def factor(self, name: str) -> str:
        """Say what differs."""
        if name.startswith(HOURS):
            return self.words.say(N_("Hours, {group}"), group=self.words.member("job_group", name[len(HOURS) :]))
        if "." in name or name in PLAIN_KEYS:
            return self.words.key(name)
        return self.words.say(FACTORS[name]) if name in FACTORS else self.varied.result(name)

    def value(self, part: Part, value: float | None) -> str:
        """Say what a factor is in one of the two; the wages of several groups are no one number."""
        if value is None:
            return "–"
        if part.unit == "share":
            return self.numbers.percent(value, decimals=1)
        return self.numbers.plain(value) if part.unit.startswith("kr") else self.numbers.count(value)

    def figure(self, each: Compared, result: str) -> str:
        """Say a result of one of the assessments, with what it is a bound of."""
        value = each.results.get(result)
        text = self.varied.figure(result, value)
        return text if value is None else self.words.at(each.bound(result), text)

    def signed(self, result: str, amount: float) -> str:
        """Say an amount with its sign."""
        text = self.varied.figure(result, amount)
        return f"+{text}" if amount > 0 and not text.startswith("+") else text

    def method(self, found: Decomposition) -> str:
        """Say how the difference was shared out."""
        return self.words.say(METHODS[found.how], orders=found.orders, seed=found.seed)

    def level(self, level: PriceLevel) -> str:
        """Say the price level."""
        return self.words.say(N_("{year} prices"), year=level.year)

    def untold(self, problem: Problem) -> str:
        """Say why the difference of two is not explained."""
        why = self.words.say(UNTOLD.get(problem.check, OTHERWISE))
        return self.words.say(N_("The difference between the two is not explained: {why}."), why=why)

    def brought(self, found: Comparison) -> Iterator[str]:
        """Say which assessments were brought to the price level, and by what."""
        index = found.price_level.index
        for each in found.assessments if index is not None else ():
            if each.price_level != found.price_level.year:
                yield self.words.say(
                    N_("{name}: from {year} prices, wages × {wages}, other amounts × {prices}."),
                    name=each.name,
                    year=each.price_level,
                    wages=self.numbers.plain(each.ratios.wages, 4),
                    prices=self.numbers.plain(each.ratios.prices, 4),
                )
        if index is not None:
            yield self.words.say(N_("Index: {title}."), title=index.title)
            yield from self._rises(found)

    def _rises(self, found: Comparison) -> Iterator[str]:
        """Say which rises behind the price level are estimates, and which are the user's own."""
        level, index = found.price_level, found.price_level.index
        latest = max(level.year, *(each.price_level for each in found.assessments))
        if index is not None and index.estimated_from is not None and latest >= index.estimated_from:
            yield self.words.say(N_("The index's rises from {year} on are estimates."), year=index.estimated_from)
        if index is not None and latest > index.last:
            rates = ", ".join(
                self.words.say(RATES[kind], rate=self.numbers.percent(level.rates[name], decimals=1), year=latest)
                for name, kind in KINDS.items()
                if name in level.rates
            )
            text = N_("After {year}, the last of the index, the rises are the user's own: {rates}.")
            yield self.words.say(text, year=index.last, rates=rates)
        elif index is not None and level.rates:
            yield self.words.say(N_("The stated yearly rises are not used: every year lies within the index."))

    def aside(self, assessments: Sequence[AnyAssessment], found: Comparison) -> Iterator[str]:
        """Say what the plans among them do not count, so that nobody reads a missing line as a low cost."""
        for assessment, each in zip(assessments, found.assessments, strict=True):
            yield from (f"{each.name}: {self.words.say(caveat)}" for caveat in caveats_of(assessment))
            lines = assessment.inputs.scenario.lines if isinstance(assessment, PlanAssessment) else ()
            if isinstance(assessment, PlanAssessment):
                yield from (f"{each.name}: {told}" for told in Words(assessment, self.numbers.language).brought())
            for line in lines:
                if not line.counts:
                    how = self.words.say(N_("Not quantified") if line.unvalued else N_("Left out of the cost"))
                    yield f"{each.name}: {how}: {line.label} – {line.unvalued or line.left_out}"


def said_of(assessments: Sequence[AnyAssessment], numbers: Numbers) -> ComparedWords:
    """Give the words for assessments side by side; where their participants are not the same, they are citizens."""
    return ComparedWords(Words(assessments[0], numbers.language, beside=assessments[1:]), numbers)
