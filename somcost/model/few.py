"""Results that rest on too few citizens to be shown (diskretionering): which courses and sites are hidden."""

from collections.abc import Mapping

from somcost.model.scenario import Inputs

LEAST_HIDDEN_COURSES = 3
"""Of hidden courses the sums of cost and participants and the mean of ratios are known: of two, nearly each."""
EVENTS = ("enrolled", "discharged", "completed")
LEAST_HIDDEN_SITES = 2
"""Of a single hidden site the whole less the others would tell all."""


def hidden_members(citizens: Mapping[str, float], *, fewest: int, least: int) -> frozenset[str]:
    """Give the members to hide: those with too few citizens, and the smallest others till no total tells of one.

    Args:
        citizens: How many each member has.
        fewest: Citizens from which a result is shown.
        least: How many are hidden together at least.

    >>> sorted(hidden_members({"a": 2, "b": 5, "c": 6, "d": 4}, fewest=3, least=3))
    ['a', 'b', 'd']
    >>> hidden_members({"a": 3, "b": 5, "c": 6}, fewest=3, least=3)
    frozenset()
    """
    by_size = sorted(citizens, key=lambda name: (citizens[name], name))
    few = sum(0 < citizens[name] < fewest for name in by_size)
    if not few:
        return frozenset()
    filled = [name for name in by_size if citizens[name] > 0]
    count = max(few, least)
    while count < len(filled) and sum(citizens[name] for name in filled[:count]) < fewest:
        count += 1
    return frozenset(filled[:count])


def events(inputs: Inputs, event: str) -> float | None:
    """Count the citizens enrolled, discharged or completed in the window's years; None where it is not known."""
    stated, table, window = inputs.scenario.participants, inputs.citizens, inputs.scenario.window
    counts = getattr(stated, event, ()) if stated is not None else ()
    if counts:
        return float(sum(each.value for each in counts))
    if table is None:
        return None
    days = table.start if event == "enrolled" else table.end
    told = zip(days, table.status, strict=True)
    years = range(window.start.year, window.end.year + 1)
    return sum(
        1.0 for day, status in told if day and day.year in years and (event != "completed" or status == "completed")
    )


def few_events(inputs: Inputs) -> list[str]:
    """Give what befell some citizens, and too few to be told of; nothing where no participants are stated."""
    return [] if inputs.scenario.participants is None else [event for event in EVENTS if too_few(inputs, event)]


def too_few(inputs: Inputs, event: str) -> bool:
    """Whether those enrolled, discharged or completed are some, and too few to be told of."""
    count = events(inputs, event)
    return count is not None and 0 < count < inputs.scenario.settings.fewest_citizens
