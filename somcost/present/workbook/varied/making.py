"""What all sheets of sensitivity are made with: the assessment, its words, one trace, the tables of points."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from somcost.analyse.balances import Balance
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.variation import Variation
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.present.numbers import Numbers
from somcost.present.varied_words import VariedWords
from somcost.present.workbook.varied.points import Points
from somcost.present.workbook.varied.unroll import Setting
from somcost.present.workbook.words import Words


@dataclass(slots=True)
class Making:
    """A workbook's sensitivity in the making.

    Attributes:
        tables: Every table of points, in the order they are computed.
        balances: What must agree.
    """

    assessment: AnyAssessment
    words: Words
    trace: Trace
    tables: list[Points] = field(default_factory=list)
    balances: list[Balance] = field(default_factory=list)

    @property
    def varied(self) -> VariedWords:
        """The words for what is varied; inputs with all their digits."""
        return VariedWords(self.words, Numbers(self.words.language, 1))

    def say(self, message: str, *names: object, **words: object) -> str:
        """Say a text."""
        return self.words.say(message, *names, **words)

    def points(self, settings: Sequence[Setting], results: Sequence[str]) -> Points:
        """Set up a table of points."""
        self.tables.append(Points(self.assessment, settings, results=results, trace=self.trace))
        return self.tables[-1]

    def result(self, name: str) -> Quantity:
        """Give a result as calculated."""
        known = self.assessment.tree["results"].get(name)
        quantity = known if isinstance(known, Quantity) else Variation(self.assessment, []).quantity(name)
        return self.trace.one(quantity)
