"""What the keys that are varied, their values and the results are called."""

from dataclasses import dataclass, replace

from somcost.analyse.vary.break_even import just_over
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.ranges import Range
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words, inside

LEVERS = {
    "wages": N_("All wages"),
    "participants": N_("{many} a year"),
    "course_size": N_("Participants per course"),
    "hours": N_("Hours, all"),
    "other_expenses": N_("Other expenses, all"),
    "fte": N_("Full-time equivalents"),
}
PARTS = {"hours": N_("Hours, {0}: {1}"), "other_expenses": N_("Other expenses, {0}: {1}")}
ORIGINS = {
    "scenario": N_("scenario"),
    "assumptions": N_("assumptions"),
    "default": N_("not stated: {share} either way"),
}
AMOUNTS = (
    *("cost_", "annual_", "start_up", "collected", "wage", "other"),
    *("total_", "gross_", "grants", "saved_", "residual_", "mean_cost", "steady_", "net_present", "marginal_"),
)
"""How the names of results in kr begin."""
QUANTILES = N_("5 % and 95 % quantiles")


@dataclass(frozen=True, slots=True)
class VariedWords:
    """Says keys, values and results of a sensitivity in one language."""

    words: Words
    numbers: Numbers

    def key(self, key: Key) -> str:
        """Say what is varied."""
        name = key.name
        if name in LEVERS:
            return self.words.say(LEVERS[name])
        if key.member is not None:
            category, member = key.member
            dimension = self.words.dimension(category).lower()
            return self.words.say(PARTS[key.lines], dimension, self.words.member(category, member))
        return self.words.key(name)

    def value(self, key: Key, value: float | None) -> str:
        """Say an input's value: a change of wages with its sign, a share in percent, kr in whole kr."""
        if value is None:
            return "–"
        full = just_over(key, value)
        if full is not None:
            return self.words.say(N_("just over {value}"), value=self.value(key, full))
        if key.name == "wages":
            return self.numbers.signed_percent(value)
        if key.unit == "share":
            return self.numbers.percent(value, decimals=1)
        if key.unit.startswith("kr"):
            return self.numbers.plain(value)
        return self.numbers.count(value)

    def result(self, name: str) -> str:
        """Say a result; a variant's with the variant's name, a kind of unit's with the unit's."""
        if name.startswith("variants."):
            _, variant, key = name.split(".", 2)
            return f"{self.words.key(key)}, {inside(self.words.estimate(variant))}"
        key, _, unit = name.partition(".")
        if key == "cost_of_institution":
            unit = self.words.member("institution", unit)
        return f"{self.words.key(key)}, {unit}" if unit else self.words.key(key)

    def bounded(self, name: str) -> str:
        """Say a result with what its figures are a bound of, where not all of a plan has a number."""
        return self.words.bounded_name(name, self.result(name))

    def figure(self, name: str, value: float | None) -> str:
        """Say a result's value; what is not defined is a dash."""
        key = name.rsplit(".", maxsplit=1)[-1] if name.startswith("variants.") else name.partition(".")[0]
        if value is None or value != value:  # noqa: PLR0124 - not a number
            return "–"
        if key == "annual_operating_cost":
            return self.numbers.annual(value)
        if key == "share_to_avoid":
            return self.numbers.percent(value)
        return self.numbers.kr(value) if self.in_kr(name) else self.numbers.count(value)

    def in_full(self, name: str, value: float) -> str:
        """Say a result's value that a user stated: a target or a limit, with all its digits."""
        return replace(self, numbers=Numbers(self.numbers.language, 0)).figure(name, value)

    def in_kr(self, name: str) -> bool:
        """Whether a result is an amount."""
        return self._key(name).startswith(AMOUNTS)

    def _key(self, name: str) -> str:
        return name.rsplit(".", maxsplit=1)[-1] if name.startswith("variants.") else name.partition(".")[0]

    def origin(self, found: Range, share: float) -> str:
        """Say where a range is stated, and whether its ends are quantiles."""
        origin = self.words.say(ORIGINS[found.origin], share=self.numbers.percent(share))
        return f"{origin}, {self.words.say(QUANTILES)}" if found.by_quantiles else origin
