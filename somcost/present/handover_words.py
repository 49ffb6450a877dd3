"""The words of what goes on to SØM: categories, reservations, and how its figures are to be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from somcost.present import labels
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words, inside

BOUNDS = {
    "": "",
    "at least": N_("at least"),
    "at most": N_("at most"),
    "in part": N_("in part"),
    "not quantified": N_("not quantified"),
}
START_UP = "start_up"
"""A category that is no part of the operation, and of no total."""


@dataclass(frozen=True, slots=True)
class HandoverWords:
    """Says one hand-over.

    Attributes:
        figures: The hand-over as plain data, or as the tree it is made of.
    """

    words: Words
    figures: Mapping[str, Any]

    def title(self) -> str:
        """Name what is handed over."""
        return self.words.say(N_("On to SØM"))

    def year(self, year: str) -> str:
        """Name a year of the plan, or a year of operation."""
        if self.figures["years_of"] == "plan":
            return self.words.member("plan_year", year)
        return self.words.say(N_("A year of operation"))

    def category(self, name: str) -> str:
        """Name a category."""
        return self.words.member("plan_category", name)

    def heading(self, name: str) -> str:
        """Name a category in a word, where it heads a column."""
        short = labels.SHORT_CATEGORIES.get(name)
        return self.category(name) if short is None else self.words.say(short)

    def payer(self, payer: str | None) -> str:
        """Name who pays; where nobody is named, that is said."""
        return self.words.say(N_("not stated")) if payer is None else payer

    def bound(self, bound: str) -> str:
        """Say what a figure is only a part of."""
        return self.words.say(BOUNDS[bound])

    def starting(self, year: str) -> str:
        """Name those who start in a year."""
        return self.words.say(N_("{many} who start, {year}"), year=inside(self.year(year)))

    def per_participant(self) -> str:
        """Head the column of costs per participant."""
        return self.words.say(N_("kr. per {one}"))

    def categories(self) -> list[str]:
        """Give the categories in the order of the rows."""
        return list(dict.fromkeys(row["category"] for row in self.figures["rows"]))

    def notes(self, *, in_kind: str) -> list[str]:
        """Say how the figures are to be read; `in_kind` is the amount that nobody pays, written out."""
        told = self._of_plan(in_kind) if self.figures["years_of"] == "plan" else self._of_operation()
        return [*told, *self._of_all()]

    def _of_plan(self, in_kind: str) -> Iterator[str]:
        say, starts = self.words.say, self.figures["participants_start_in"]
        if len(starts) > 1:
            message = N_("The years are the plan's and not counted from each start: {many} start in {count} of them.")
            yield say(message, count=len(starts))
            length = self.figures["course_length"]
            if length is not None and length <= 1:
                yield say(N_("A course takes a year at most: all a {one} costs may stand in the year of their start."))
        elif starts:
            yield say(
                N_("All {many} start in {year}: the plan's years count from there."), year=inside(self.year(starts[0]))
            )
        if starts:
            yield say(N_("A year's cost per {one} is over all {many} who start in the plan, so that the years add up."))
        if any(row["category"] == "residual_value" for row in self.figures["rows"]):
            yield say(N_("The residual value is a line of its own in the last year."))
        if any(row["category"] in ("grant", "saved") for row in self.figures["rows"]):
            yield say(N_("Grants and saved expenses are negative."))
        yield from self._unknown()
        if self.figures["in_kind"]:
            message = N_("Of the cost, {amount} kr. is time or goods that nobody pays: no public expense.")
            yield say(message, amount=in_kind)

    def _unknown(self) -> Iterator[str]:
        """Say which lines have no number, and which are left out."""
        messages = {"not_quantified": N_("Not quantified: {lines}."), "left_out": N_("Left out: {lines}.")}
        for key, message in messages.items():
            lines = [self.words.member("plan_line", each["line"]) for each in self.figures[key]]
            if lines:
                yield self.words.say(message, lines=", ".join(lines))

    def _of_operation(self) -> Iterator[str]:
        say, categories = self.words.say, self.categories()
        yield say(N_("A year of operation as it was observed, at a cost per {one} of a year."))
        if "operation" in categories:
            yield say(N_("Operation is not divided: the parts would tell of courses with few {many}."))
        if self.figures["denominators"]["enrolled_per_year"] is not None:
            yield say(N_("How many {many} take part a year is not stated: the cost is per enrolled."))
        headline = self.words.headline()
        if headline:
            yield headline
        if START_UP in categories:
            yield say(N_("The start-up cost is no part of the cost per {one}."))
        if any(row["category"] == START_UP and row["cost_per_participant"] is None for row in self.figures["rows"]):
            yield say(N_("It is not divided: the scenario does not spread it over years of use."))

    def _of_all(self) -> Sequence[str]:
        return [
            self.words.say(N_("Constant prices, not discounted.")),
            self.words.say(N_("Who pays is not stated: nothing is divided between municipality, region and state.")),
            self.words.say(
                N_("The arrangement is somcost's own: which field of SØM a figure goes into is for the user to say.")
            ),
        ]


def in_kind_amount(figures: Mapping[str, Any], numbers: Numbers) -> str:
    """Write the amount of a hand-over that nobody pays."""
    return numbers.kr(sum(each["cost"] for each in figures["in_kind"]))
