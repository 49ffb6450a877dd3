"""What differs between two assumption sets: changed, added and removed values, and what is said of them."""

from collections.abc import Iterator

from somcost.model.assumptions import Assumption, AssumptionSet, Bound
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
    rows = [
        [key, *_cells(old.get(key), new.get(key), numbers)]
        for key in dict.fromkeys([*old, *new])
        if _number(old.get(key)) != _number(new.get(key))
    ]
    notes = [f"{'.'.join(key)}: {said} → {now}" for key, said, now in _told(_details(before), _details(after))]
    if before.price_level != after.price_level:
        level = say(N_("Price level"), language)
        notes.insert(0, f"{level}: {before.price_level} → {after.price_level}")
    if not rows and not notes:
        notes = [say(N_("No value differs."), language)]
    headings = [say(N_("Assumption"), language), before.id, after.id, say(N_("Difference"), language)]
    title = say(N_("{before} and {after}"), language).format(before=before.id, after=after.id)
    return Table(title, headings, rows, notes, keys=True)


def _values(assumptions: AssumptionSet) -> dict[str, Assumption]:
    wages = (group.wage for group in assumptions.job_groups.values() if group.wage is not None)
    return {each.key: each for each in (*assumptions.parameters.values(), *wages)}


def _number(assumption: Assumption | None) -> tuple[float, str] | None:
    return None if assumption is None else (assumption.value, assumption.unit)


def _cells(old: Assumption | None, new: Assumption | None, numbers: Numbers) -> Iterator[str]:
    texts = [MISSING if each is None else numbers.figure(each.value, each.unit) for each in (old, new)]
    if texts[0] == texts[1] and old and new:
        texts = [numbers.exact(each.value) for each in (old, new)]
    yield from texts
    if old is None:
        yield say(N_("added"), numbers.language)
    elif new is None:
        yield say(N_("removed"), numbers.language)
    elif not old.value:
        yield say(N_("changed"), numbers.language)
    else:
        share = new.value / old.value - 1
        text = numbers.percent(share, decimals=1)
        if text.lstrip("-").startswith("0 "):
            text = f"{numbers.exact(float(f'{100 * share:.2g}'))} %"
        yield f"{'+' if share > 0 else ''}{text}"


Details = dict[tuple[str, str], str]
"""What is said beside the numbers, by whose it is and its name."""


def _told(before: Details, after: Details) -> Iterator[tuple[tuple[str, str], str, str]]:
    """Give what is said otherwise of what both sets have; a composite group, which has no number, is told always."""
    owners = [{owner for owner, _ in details} for details in (before, after)]
    for key in dict.fromkeys([*before, *after]):
        said, now = before.get(key, MISSING), after.get(key, MISSING)
        if said != now and (key[0] in owners[0] & owners[1] or key[1] == "mean_of"):
            yield key, said, now


def _details(assumptions: AssumptionSet) -> Details:
    """Give what is said of the values beside their numbers: how wages are composed, years, bounds, sources."""
    details: Details = {}
    for group in assumptions.job_groups.values():
        words = {"label": (group.label,), "mean_of": group.mean_of, "adds": group.adds, "includes": group.includes}
        details |= {(f"job_groups.{group.id}", name): ", ".join(each) for name, each in words.items() if each}
        if group.basis == "hour":
            details[f"job_groups.{group.id}", "hour_basis"] = group.hour_basis
    for value in _values(assumptions).values():
        said = {
            "price_year": None if value.price_year == assumptions.price_level else value.price_year,
            "low": _bound(value.low),
            "high": _bound(value.high),
            "valid_to": value.valid_to,
            "source": value.source.title if value.source else "",
        }
        details |= {(value.key, name): str(each) for name, each in said.items() if each is not None}
    return details


def _bound(bound: Bound | None) -> str | None:
    return None if bound is None else f"{bound.value:.15g}"
