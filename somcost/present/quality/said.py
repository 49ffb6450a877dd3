"""Says what the report names: job groups, employees and cases by number, places of rows, the rule for what is far."""

from collections.abc import Sequence

from somcost.analyse.quality.places import Place
from somcost.analyse.quality.robust import RobustRule
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words


class Said:
    """Says things in one language, kr to the whole."""

    def __init__(self, words: Words) -> None:
        self.words, self.numbers = words, Numbers(words.language, 1)

    def say(self, message: str, **words: object) -> str:
        """Say a text."""
        return self.words.say(message, **words)

    def each(self, *messages: str) -> list[str]:
        """Say the headings of a table."""
        return [self.say(message) for message in messages]

    def group(self, group: str | None) -> str:
        """Say a job group; None is all together."""
        return self.say(N_("All together")) if group is None else self.words.member("job_group", group)

    def employee(self, number: int) -> str:
        """Name an employee by running number."""
        return self.say(N_("Employee no. {number}"), number=number)

    def case(self, number: int) -> str:
        """Name a case by running number."""
        return self.say(N_("Case no. {number}"), number=number)

    def rule(self, rule: RobustRule) -> str:
        """Say what is far from the others."""
        text = N_(
            "Far is more than {deviations} robust deviations (1.4826 × MAD) and at least {share} from the median."
        )
        share = self.numbers.percent(rule.least_share)
        return self.say(text, deviations=self.numbers.count(rule.deviations), share=share)

    def places(self, places: Sequence[Place], count: int) -> str:
        """Say where rows stand: each file once, its lines, and that there are more."""
        told = []
        for file in dict.fromkeys(each.file for each in places):
            lines = ", ".join(str(each.line) for each in places if each.file == file)
            told.append(f"{file.rpartition('/')[2]}: {lines}")
        return "; ".join(told) + (" …" if count > len(places) else "")
