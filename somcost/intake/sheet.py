"""A sheet of a file as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.read.cells import Content


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a file as it stands, nothing left out.

    Attributes:
        file: The file's name in messages.
        name: The sheet's name; "" of text and Parquet.
        format: csv, xlsx, xls, xlsb, ods or parquet.
        rows: Every row from the first on; a blank cell is "", a blank row may be empty.
        lines: The line each row begins on.
        encoding: Of text.
        delimiter: Of text.
        mended: How many cells held letters that an earlier program had read in the wrong encoding; they are set right.
    """

    file: str
    name: str
    format: str
    rows: Sequence[Sequence[Content]]
    lines: Sequence[int]
    encoding: str = ""
    delimiter: str = ""
    mended: int = 0
