"""The report's own sensitivities: wages, number of participants, size of the courses."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from somcost.present import labels
from somcost.present.language import N_
from somcost.present.terminal.costs import headings, main_keys
from somcost.present.terminal.view import Block, Table, View

VARIED = {"wages": "change", "participants": "participants_per_year", "course_size": "participants_per_course"}
"""What stands in the first column, by the key it has in the rows."""
TITLES = {
    "wages": N_("Sensitivity: wages"),
    "participants": N_("Sensitivity: number of {many}"),
    "course_size": N_("Sensitivity: size of the courses"),
}


def sensitivity_blocks(view: View) -> Iterator[Block]:
    """Give a table for each kind of change, an estimate's rows together."""
    for kind in VARIED:
        asked = {name: estimate["sensitivity"].get(kind) for name, estimate in view.estimates().items()}
        changed = {name: rows for name, rows in asked.items() if rows}
        if changed:
            yield _table(view, kind, changed)


def _table(view: View, kind: str, changed: Mapping[str, Sequence[Mapping[str, Any]]]) -> Table:
    keys = [key for key in main_keys(view) if any(key in row for rows in changed.values() for row in rows)]
    rows: list[list[str]] = []
    for name, each in changed.items():
        base = view.estimates()[name]
        if len(changed) > 1:
            rows.append([view.words.estimate(name)])
        rows.append([_base(view, kind, base), *(view.figure(key, base.get(key)) for key in keys)])
        rows += [[_change(view, kind, row), *(view.figure(key, row.get(key)) for key in keys)] for row in each]
    first = view.words.say(labels.CHANGES[kind])
    annual = [row.get("annual_operating_cost") for each in changed.values() for row in each]
    return Table(view.heading(view.words.say(TITLES[kind]), annual=annual), [first, *headings(view, keys)], rows)


def _base(view: View, kind: str, base: Mapping[str, Any]) -> str:
    calculated = view.words.say(N_("As calculated"))
    number = base.get(VARIED[kind])
    return calculated if number is None else f"{calculated}: {view.numbers.count(number)}"


def _change(view: View, kind: str, row: Mapping[str, Any]) -> str:
    value: float = row[VARIED[kind]]
    return view.numbers.signed_percent(value) if kind == "wages" else view.numbers.exact(value)
