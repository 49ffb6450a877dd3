"""The assessment as a workbook: every calculated cell a live formula rendered from the same trace as its number."""

from somcost.present.workbook.write import write_workbook

__all__ = ["write_workbook"]
