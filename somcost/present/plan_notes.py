"""What a proposed plan says of what it has otherwise than the assessment it is proposed from."""

from collections.abc import Iterator

from somcost.analyse.assessment import Assessment
from somcost.analyse.proposed import Proposed
from somcost.analyse.tree import estimate_of
from somcost.cost.quantity import Quantity
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words

COUNTED = {"enrolled_per_year": N_("{count} enrolled"), "discharged_per_year": N_("{count} discharged")}
"""What a scenario may know of its citizens that no plan follows."""


def notes_of(assessment: Assessment, found: Proposed, words: Words) -> Iterator[str]:
    """Give the notes of a proposed plan."""
    yield words.say(
        N_("Hours and expenses are those of {title}, observed for {months} months, of a year."),
        title=assessment.inputs.scenario.title,
        months=words.exactly(round(found.months, 2)),
    )
    if found.participants is None and found.courses is None:
        yield from _without_participants(assessment, words)
    if found.courses is not None:
        yield from _another_estimator(assessment, words)
    if any(rule.capacity is not None for rule in assessment.inputs.scenario.cost_behaviour):
        yield words.say(N_("What comes in whole units is proposed as fixed, at the units that were observed."))


def _without_participants(assessment: Assessment, words: Words) -> Iterator[str]:
    known = estimate_of(assessment.shown).denominators
    counts = [(text, getattr(known, name)) for name, text in COUNTED.items()]
    numbers = Numbers(words.language, 1)
    told = [words.say(text, count=numbers.count(float(each.value))) for text, each in counts if each is not None]
    if told:
        text = N_(
            "The scenario knows {known} a year and not how many take part: nobody takes part in the plan, and it has"
            " no cost per {one}. State participants."
        )
        yield words.say(text, known=words.say(N_(" and ")).join(told))
    else:
        text = N_("The scenario does not know how many take part: the plan has no cost per {one}. State participants.")
        yield words.say(text)


def _another_estimator(assessment: Assessment, words: Words) -> Iterator[str]:
    """Tell of a headline that is the mean of the courses' own costs, which a plan cannot have."""
    courses, results = assessment.inputs.scenario.courses, assessment.tree["results"]
    own, planned = (results[f"cost_per_participant_{name}"] for name in ("mean_of_ratios", "ratio_of_means"))
    if courses is None or courses.headline != "mean_of_ratios":
        return
    if isinstance(own, Quantity) and isinstance(planned, Quantity):
        amounts = (Numbers(words.language, 1).kr(float(each.value)) for each in (own, planned))
        text = N_(
            "The scenario's cost per {one}, {own} kr., is the mean of the courses' own; the plan's is that of all"
            " courses together, {planned} kr. before start-up."
        )
        yield words.say(text, **dict(zip(("own", "planned"), amounts, strict=True)))
