"""What differs between two assumption sets: changed, added and removed values."""

from collections.abc import Iterator

from somcost.model.assumptions import AssumptionSet
from somcost.present.language import N_, say
from somcost.present.numbers import Numbers
from somcost.present.terminal.view import MISSING, Table


def difference(before: AssumptionSet, after: AssumptionSet, *, numbers: Numbers) -> Table:
    """Compare two sets (forudsætningssæt), value by value.

    Args:
        before: What is compared with.
        after: What is compared.
        numbers: Language.

    Returns:
        A row for each value that differs, by its dotted key; job groups composed otherwise stand below.
    """
    language = numbers.language
    old, new = _values(before), _values(after)
    differing = [key for key in dict.fromkeys([*old, *new]) if old.get(key) != new.get(key)]
    rows = [[key, *_cells(old.get(key), new.get(key), numbers)] for key in differing]
    notes = list(_compositions(before, after))
    if before.price_level != after.price_level:
        level = say(N_("Price level"), language)
        notes.insert(0, f"{level}: {before.price_level} → {after.price_level}")
    if not rows and not notes:
        notes = [say(N_("No value differs."), language)]
    headings = [say(N_("Assumption"), language), before.id, after.id, say(N_("Difference"), language)]
    title = say(N_("{before} and {after}"), language).format(before=before.id, after=after.id)
    return Table(title, headings, rows, notes, keys=True)


def _values(assumptions: AssumptionSet) -> dict[str, tuple[float, str]]:
    wages = (group.wage for group in assumptions.job_groups.values() if group.wage is not None)
    return {each.key: (each.value, each.unit) for each in (*assumptions.parameters.values(), *wages)}


def _cells(old: tuple[float, str] | None, new: tuple[float, str] | None, numbers: Numbers) -> Iterator[str]:
    yield from (MISSING if each is None else numbers.figure(*each) for each in (old, new))
    if old is None:
        yield say(N_("added"), numbers.language)
    elif new is None:
        yield say(N_("removed"), numbers.language)
    elif not old[0]:
        yield say(N_("changed"), numbers.language)
    else:
        share = new[0] / old[0] - 1
        yield f"{'+' if share > 0 else ''}{numbers.percent(share, decimals=1)}"


def _compositions(before: AssumptionSet, after: AssumptionSet) -> Iterator[str]:
    for group in dict.fromkeys([*before.job_groups, *after.job_groups]):
        old, new = (_members(each, group) for each in (before, after))
        if old != new:
            yield f"job_groups.{group}.mean_of: {old} → {new}"


def _members(assumptions: AssumptionSet, group: str) -> str:
    known = assumptions.job_groups.get(group)
    return ", ".join(known.mean_of) if known and known.mean_of else MISSING
