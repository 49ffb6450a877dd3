"""Words that the reports use themselves."""

from collections.abc import Iterator

from somcost.model.scenario import Inputs
from somcost.problems import Problem, check

NOT_STATED = "not_stated"
COLUMNS = ("phase", "activity")


@check
def words_are_free(inputs: Inputs) -> Iterator[Problem]:
    """No phase or activity is called not_stated: so the results call what rows leave blank."""
    for table in (inputs.registrations, inputs.expenses):
        for column in COLUMNS if table is not None else ():
            values = getattr(table, column, ())
            if table is not None and NOT_STATED in values:
                row = list(values).index(NOT_STATED)
                advice = f"Leave the cell blank, or map the word: `values: {{{column}: {{{NOT_STATED}: …}}}}`."
                yield Problem(table.location(row, column), column, f'"{NOT_STATED}" is taken', advice)
