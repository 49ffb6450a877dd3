"""What a block of the report is made from: the assessment's plain figures, words and numbers of one language."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from somcost.analyse.planned import AnyAssessment
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words

MISSING = "–"
COUNTS = ("observed_months", "participants_per_year", "months_each")
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a row of one cell is a heading of its own.

    Attributes:
        words: The columns that hold words; the others hold numbers.
        keys: Whether the first column holds keys, which are never broken.
    """

    title: str
    headings: Row
    rows: Sequence[Row]
    notes: Sequence[str] = ()
    words: Collection[int] = (0,)
    keys: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A heading with lines under it: names with what is said of them, or plain lines under the name ""."""

    title: str
    lines: Sequence[tuple[str, str]]


Block = Table | Lines


@dataclass(frozen=True, slots=True)
class View:
    """An assessment as one reader sees it.

    Attributes:
        figures: The assessment's plain data, by the keys of the JSON.
    """

    assessment: AnyAssessment
    figures: Mapping[str, Any]
    words: Words
    numbers: Numbers

    def figure(self, key: str, value: float | None) -> str:
        """Write a result; what is not defined is a dash."""
        if value is None:
            return MISSING
        if key in COUNTS:
            return self.numbers.count(value)
        return self.numbers.annual(value) if key == "annual_operating_cost" else self.numbers.kr(value)

    def estimates(self) -> dict[str, Mapping[str, Any]]:
        """Give the results with their sensitivities under the name "", and every variant's.

        Where there are no registrations the results are those of the full-time staff, and stand once.
        """
        results = {**self.figures["results"], "sensitivity": self.figures["sensitivity"]}
        variants = dict(self.figures["variants"])
        if self.assessment.inputs.registrations is None:
            variants.pop("full_time", None)
        return {"": results, **variants}

    def heading(self, title: str, *, annual: Iterable[float | None] = ()) -> str:
        """Write a table's heading: what it shows, price level and rounding, also that of annual costs in millions."""
        parts = [self.words.say(N_("kr.")), self.price_level(), self.rounding()]
        if any(cost is not None and self.numbers.in_millions(cost) for cost in annual):
            parts.append(self.words.say(N_("millions to one decimal")))
        return f"{title} ({', '.join(parts)})"

    def price_level(self) -> str:
        """Say the price level inside a sentence."""
        text = self.words.price_level()
        return text[:1].lower() + text[1:]

    def rounding(self) -> str:
        """Say what kr are rounded to."""
        if not self.numbers.unit:
            return self.words.say(N_("not rounded"))
        return self.words.say(N_("rounded to {unit}"), unit=self.numbers.plain(self.numbers.unit))
