"""The checks within an assumption set and those it extends."""

import difflib
from collections.abc import Sequence

from somcost.problems import Location, Problem, check


def _nearest(word: str, known: list[str], otherwise: str) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"Did you mean {near[0]}?" if near else otherwise


@check
def assumption_sets_are_published(place: Location, reference: str, known: list[str]) -> Problem:
    """A set that is named by id is one of those that come with the program."""
    advice = _nearest(reference, known, f"Published: {', '.join(known)}.")
    return Problem(
        place, "", f"{reference} is no published assumption set", f"{advice} A path holds / or ends in .yaml."
    )


@check
def sets_do_not_extend_themselves(place: Location, reference: str) -> Problem:
    """A set does not extend itself, by way of others either."""
    return Problem(
        place, "extends", f"{reference} extends itself, by way of this file", "Let one of the sets stand alone."
    )


@check
def sources_are_listed(place: Location, key: str, source: str, known: list[str]) -> Problem:
    """A source that a value names is listed under `sources`."""
    advice = _nearest(source, known, f"List it under `sources:` as `{source}: {{title: …}}`.")
    return Problem(place, key, f"the source {source} is not listed under sources", advice)


@check
def values_have_a_source(place: Location, key: str) -> Problem:
    """Every value of a set names its source."""
    return Problem(place, key, "has no source", "Add `source:` with the key of one of the set's sources.")


@check
def units_fit_their_key(place: Location, key: str, unit: str, expected: str) -> Problem:
    """A parameter states the one unit its formula takes."""
    return Problem(
        place, key, f"{unit} where {expected} is expected", f"Convert the value and write `unit: {expected}`."
    )


@check
def job_groups_have_one_wage(place: Location, key: str) -> Problem:
    """A job group has a wage of its own or is the mean of others."""
    return Problem(place, key, "has no wage", "Give monthly_wage_cost, annual_wage_cost, hourly_wage_cost or mean_of.")


@check
def new_wages_say_what_is_added(place: Location, key: str, added: tuple[str, ...]) -> Problem:
    """A wage stated anew says whether what the extended set adds to the old one comes on top of it too."""
    names = ", ".join(added)
    return Problem(
        place,
        key,
        f"states a new wage and does not say whether {names} comes on top, as it does in the extended set",
        f"Write `adds: [{names}]`, or `adds: []` where the new wage holds it.",
    )


@check
def members_are_job_groups(place: Location, key: str, member: str, known: list[str]) -> Problem:
    """The members of a composite job group are job groups of the set."""
    return Problem(
        place, key, f"{member} is no job group of the set", _nearest(member, known, f"It has {', '.join(known)}.")
    )


@check
def means_are_not_circular(place: Location, key: str, group: str) -> Problem:
    """A composite job group is not a mean of itself, by way of others either."""
    return Problem(
        place, key, f"{group} is a mean of itself", "Name only groups whose wages do not depend on this one."
    )


@check
def overrides_name_known_values(place: Location, key: str, known: list[str], members: Sequence[str] = ()) -> Problem:
    """An override names a value that the set has, by its dotted key."""
    advice = _nearest(key, known, f"The set has {', '.join(known[:6])} …")
    if members:
        advice = f"The group's wage is the mean of {', '.join(members)}: change theirs, or make a group of its own."
    return Problem(place, key, "is no value of the assumption set", advice)
