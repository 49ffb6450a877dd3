"""Whether there is anything to look at, and what cannot be told."""

from collections.abc import Iterator

from somcost.analyse.quality.outlier import Outliers
from somcost.analyse.quality.quality import Quality
from somcost.present.language import N_
from somcost.present.quality.said import Said
from somcost.present.quality.words import PARTS, UNKNOWN
from somcost.present.words import inside


def verdict(found: Quality, said: Said) -> str:
    """Say whether there is anything to look at, and what."""
    if not found.findings:
        return said.say(N_("Nothing stands out: every row is costed and nothing rests on a doubtful choice."))
    counts = found.findings.items()
    parts = [f"{inside(said.say(PARTS[part]))} ({said.numbers.plain(count)})" for part, count in counts]
    return said.say(N_("To look at: {parts}."), parts=", ".join(parts))


def not_told(found: Quality, said: Said) -> Iterator[str]:
    """Say what could not be judged, and why; it is not that nothing was found."""
    outliers = found.outliers
    reasons = (
        (N_("Months far from the others"), found.far_months.not_judged),
        (N_("Sudden stops and late starts"), found.stops.not_judged),
        (N_("Hours of an employee's day"), outliers.days.not_known),
        (N_("Hours of an employee's week"), outliers.weeks.not_known),
        (N_("Hours of a case"), outliers.cases.not_known),
        (N_("Rows alike in every column"), found.duplicates.not_known),
    )
    yield from (f"{said.say(what)}: {said.say(UNKNOWN[why])}" for what, why in reasons if why is not None)
    left_out = N_("{count} rows do not name both an employee and a day")
    yield from _left_out(said, N_("Hours of an employee's day and week"), outliers.days, left_out)
    yield from _left_out(said, N_("Hours of a case"), outliers.cases, N_("{count} rows name no case"))
    if not found.resting.values_are_dated:
        yield said.say(N_("Checked values: not known, no value says when it was last checked"))


def _left_out(said: Said, what: str, outliers: Outliers, rows: str) -> Iterator[str]:
    if outliers.not_known is None and outliers.not_judged_rows:
        count = said.numbers.plain(outliers.not_judged_rows)
        yield f"{said.say(what)}: {said.say(rows, count=count)}"
