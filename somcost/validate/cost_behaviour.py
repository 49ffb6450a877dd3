"""Rules of cost behaviour: they match by columns of the ledger, and match something."""

from collections.abc import Iterator

from somcost.model.scenario import BehaviourRule, Inputs
from somcost.problems import Problem, check
from somcost.validate.nearest import listed, nearest

KINDS = ("wage", "expense")
COLUMNS = {
    "kind": "",
    "phase": "phase",
    "activity": "activity",
    "job_group": "job_group",
    "category": "category",
    "site": "site",
    "course": "course",
}
"""What a rule may match by; the tables' columns of the same name hold the values."""


@check
def rules_match_known_columns(inputs: Inputs) -> Iterator[Problem]:
    """A rule of cost behaviour matches by kind, phase, activity, job_group, category, site or course."""
    for rule in inputs.scenario.cost_behaviour:
        for column in rule.match:
            if column not in COLUMNS:
                near = nearest(column, COLUMNS)
                yield Problem(
                    rule.location,
                    "cost_behaviour.match",
                    f'"{column}" is nothing a rule can match by',
                    f"Did you mean {near}?" if near else f"It can match by {listed(COLUMNS)}.",
                )


@check
def rules_match_known_kinds(inputs: Inputs) -> Iterator[Problem]:
    """The kind that a rule of cost behaviour matches is wage or expense."""
    for rule in inputs.scenario.cost_behaviour:
        for kind in rule.match.get("kind", ()):
            if kind not in KINDS:
                yield Problem(
                    rule.location,
                    "cost_behaviour.match.kind",
                    f'"{kind}" is no kind of cost line, wage or expense is expected',
                    "Wages come from time registrations, expenses from the table of expenses.",
                )


@check
def courses_are_the_steps_of_courses(inputs: Inputs) -> Iterator[Problem]:
    """In an assessment of group courses no other lines go in steps: the courses are the steps."""
    for rule in inputs.scenario.cost_behaviour if inputs.scenario.courses else ():
        if rule.behaves == "stepwise":
            yield Problem(
                rule.location,
                "cost_behaviour.behaves",
                "is stepwise in an assessment of group courses",
                "Courses come whole already, by courses.capacity: let the lines be fixed or variable in a course.",
            )


@check
def stepwise_rules_are_told_apart(inputs: Inputs) -> Iterator[Problem]:
    """Each stepwise rule has a label of its own: the unused places of its units stand under it."""
    seen: set[str] = set()
    for rule in inputs.scenario.cost_behaviour:
        if rule.behaves == "stepwise":
            if rule.label in seen:
                found = f'a second stepwise rule is called "{rule.label}"'
                yield Problem(rule.location, "cost_behaviour.label", found, "Give each a label of its own.")
            seen.add(rule.label)


@check
def rules_match_something(inputs: Inputs) -> Iterator[Problem]:
    """A value that a rule of cost behaviour matches by occurs in the data."""
    for rule in inputs.scenario.cost_behaviour:
        for column, values in rule.match.items():
            if column in COLUMNS and (COLUMNS[column] or not values):
                yield from _unmatched(inputs, rule, column=column, values=values)


def _unmatched(inputs: Inputs, rule: BehaviourRule, *, column: str, values: tuple[str, ...]) -> Iterator[Problem]:
    present = _values(inputs, column)
    if not values:
        found = "no value is listed, the rule touches nothing"
        yield Problem(rule.location, f"cost_behaviour.match.{column}", found, "List values, or leave the column out.")
    for value in values:
        if value not in present:
            near = nearest(value, present)
            yield Problem(
                rule.location,
                f"cost_behaviour.match.{column}",
                f'"{value}" occurs in no row, the rule does not touch anything by it',
                f"Did you mean {near}?" if near else f"The data has {listed(sorted(present)) or 'no such column'}.",
            )


def _values(inputs: Inputs, name: str) -> set[str]:
    tables = (inputs.registrations, inputs.expenses, inputs.staff)
    columns = (getattr(table, name, ()) for table in tables if table is not None)
    return {value for column in columns for value in set(column) if value is not None}
