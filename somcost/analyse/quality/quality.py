"""The data quality report: what the data covers, what stands out in it, what rests on doubt, where every row went."""

from dataclasses import dataclass
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.account import TableAccount, account_of
from somcost.analyse.quality.coverage import Coverage, coverage_of
from somcost.analyse.quality.doubts import Found, Resting, resting_of
from somcost.analyse.quality.duplicates import Duplicates, duplicates_of
from somcost.analyse.quality.hours import hours_by_month
from somcost.analyse.quality.months import FarMonths, far_months
from somcost.analyse.quality.outlier import AllOutliers
from somcost.analyse.quality.outliers import outliers_of
from somcost.analyse.quality.part import Part
from somcost.analyse.quality.plain import plain
from somcost.analyse.quality.stops import Stops, stops_of


@dataclass(frozen=True, slots=True)
class Quality:
    """What an assessment's data is worth (datakvalitetsrapport).

    Attributes:
        coverage: Hours by month and job group; None without registrations.
        far_months: Months far from the others.
        stops: Sudden stops and late starts.
        outliers: Hours that stand out by day, week, row and case.
        duplicates: Rows that are alike.
        resting: What the result rests on.
        account: What became of every row, table by table.
    """

    coverage: Coverage | None
    far_months: FarMonths
    stops: Stops
    outliers: AllOutliers
    duplicates: Duplicates
    resting: Resting
    account: tuple[TableAccount, ...]

    @property
    def findings(self) -> dict[str, int]:
        """How many findings there are to look at, by part; parts without any are left out."""
        outliers = self.outliers
        counts = {
            "far_months": len(self.far_months.found),
            "stops": len(self.stops.found),
            "outliers": sum(len(each.found) for each in (outliers.days, outliers.weeks, outliers.rows, outliers.cases)),
            "duplicates": len(self.duplicates.found),
            "doubts": len(self.resting.doubts),
            "set_aside": sum(len(each.set_aside) for each in self.account),
        }
        return {part: count for part, count in counts.items() if count}

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain data with the keys of the JSON."""
        return {"findings": self.findings, **plain(self)}


def quality(assessment: Assessment) -> Quality:
    """Report what an assessment's data is worth (datakvalitetsrapport).

    Args:
        assessment: Of the rows one by one, as `assess` gives it.

    >>> from somcost import assess
    >>> report = quality(assess("scenarios/koebenhavn.yaml"))
    >>> [(doubt.choice, doubt.names) for doubt in report.resting.doubts][0]
    ('scaled_months', ('2018-06',))
    """
    ledger = assessment.costing.ledger
    if any(
        lines is not None and len(lines.rows) != len(lines.table) for lines in (ledger.registrations, ledger.expenses)
    ):
        raise AssertionError("the quality of rows is told of rows, not of their sums")
    hours = hours_by_month(assessment)
    months = far_months(hours, courses=assessment.inputs.scenario.courses is not None)
    outliers, duplicates = outliers_of(assessment), duplicates_of(assessment)
    found = Found(Part(duplicates.registrations, duplicates.expenses), Part(outliers.rows))
    return Quality(
        coverage=coverage_of(hours),
        far_months=months,
        stops=stops_of(assessment, hours),
        outliers=outliers.outliers,
        duplicates=duplicates.duplicates,
        resting=resting_of(assessment, found, months),
        account=account_of(assessment),
    )
