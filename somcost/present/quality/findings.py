"""The report's tables of findings, those with anything in them."""

from collections.abc import Iterator

from somcost.analyse.quality.quality import Quality
from somcost.present.quality.months import far_months_table, stops_table
from somcost.present.quality.resting import resting_table
from somcost.present.quality.rows import duplicates_table, outliers_table
from somcost.present.quality.said import Said
from somcost.present.quality.table import QualityTable


def finding_tables(found: Quality, said: Said) -> Iterator[QualityTable]:
    """Give the tables of what was found, the longest last."""
    tables = (
        far_months_table(found.far_months, said),
        stops_table(found.stops, said),
        outliers_table(found.outliers, said),
        resting_table(found.resting, said),
        duplicates_table(found.duplicates, said),
    )
    yield from (table for table in tables if table.rows)
