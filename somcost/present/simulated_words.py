"""What is said of a simulation: its inputs, their distributions, how it was done."""

from collections.abc import Iterator
from dataclasses import dataclass

from somcost.analyse.simulate.estimates import Estimate
from somcost.analyse.simulate.outcome import Outcome
from somcost.analyse.simulate.simulation import Simulation
from somcost.analyse.vary.ranges import Range
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.varied_words import VariedWords
from somcost.present.words import Words

SAMPLING = {"random": N_("drawn by chance"), "sobol": N_("evenly spread points (Sobol')")}
FORMS = {
    "triangular": N_("triangular"),
    "pert": N_("PERT"),
    "uniform": N_("uniform"),
    "normal": N_("normal"),
    "lognormal": N_("lognormal"),
    "gamma": N_("gamma"),
    "beta": N_("beta"),
    "discrete": N_("discrete"),
    "empirical": N_("empirical"),
}


@dataclass(frozen=True, slots=True)
class SimulatedWords:
    """Says what a simulation rests on."""

    words: Words
    numbers: Numbers
    found: Simulation

    @property
    def varied(self) -> VariedWords:
        """The words for keys, values and results."""
        return VariedWords(self.words, self.numbers)

    def say(self, message: str, **words: object) -> str:
        """Say a text."""
        return self.words.say(message, **words)

    def key(self, name: str) -> str:
        """Say an input."""
        return self.varied.key(self.found.joint.ranges[name].key)

    def form(self, found: Range) -> str:
        """Say an input's distribution."""
        return self.say(FORMS["triangular" if found.distribution is None else found.distribution.form])

    def origin(self, found: Range) -> str:
        """Say where an input's range is stated."""
        return self.varied.origin(found, self.found.share)

    def estimates(self, outcome: Outcome) -> Iterator[tuple[str, Estimate | None]]:
        """Give a result's mean, spread and quantiles under their names."""
        yield self.say(N_("Mean")), outcome.mean
        yield self.say(N_("Standard deviation")), outcome.sd
        for share, each in outcome.quantiles.items():
            below = self.numbers.percent(share, decimals=1)
            yield self.say(N_("{share} of the draws lie below"), share=below), each

    def method(self) -> Iterator[tuple[str, str]]:
        """Say how the draws were made and what moves together."""
        source = self.found.source
        yield self.say(N_("Draws")), self.numbers.plain(source.draws)
        yield self.say(N_("Seed")), str(source.seed)
        yield self.say(N_("Sampling")), self.say(SAMPLING[source.sampling])
        for group in self.found.joint.groups:
            if len(group.keys) > 1:
                keys = ", ".join(map(self.key, group.keys))
                message = N_("rise and fall as one: {keys}") if group.moves_as_one else N_("correlated: {keys}")
                yield self.say(N_("Together")), self.say(message, keys=keys)
