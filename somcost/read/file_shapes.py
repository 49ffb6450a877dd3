"""What a person may type of a table's file: where it is, what its columns are called, what it leaves in doubt itself."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from somcost.read.shapes import Shape, Text, Word


class ColumnShape(Shape):
    """The file's own name of a column, and how its cells are written."""

    name: Text = Field(description="The column's name in the file.")
    format: Literal["h:mm"] | None = Field(None, description="h:mm where hours stand as clock times (7:24 is 7.4).")


def _column(value: Any) -> Any:
    return value if isinstance(value, dict) else {"name": value}


AnyColumn = Annotated[ColumnShape, BeforeValidator(_column, json_schema_input_type=str | ColumnShape)]


class FileOptionsShape(Shape):
    """What a file leaves in doubt."""

    columns: dict[Text, AnyColumn] = Field(default={}, description="Our key → the file's column name.")
    values: dict[Text, dict[Word, Word]] = Field(default={}, description="Column → the file's value → ours.")
    sheet: Text | None = Field(None, description="The sheet of a workbook.")
    encoding: Text | None = Field(None, description="utf-8, utf-16 or cp1252.")
    delimiter: Text | None = Field(None, description="The character between cells: , or ; or tab.")
    decimal: Literal[",", "."] | None = Field(None, description="The decimal mark.")
    dates: Literal["yyyy-mm-dd", "dd-mm-yyyy", "mm-dd-yyyy"] | None = Field(None, description="How dates are written.")


OF_FILES = ("sheet", "encoding", "delimiter", "decimal", "dates")
"""What describes how a file is written."""


class TableShape(FileOptionsShape):
    """A table's file, and what the file itself leaves in doubt; or a query whose rows are the table."""

    path: Text | None = Field(None, description="The file, relative to the file that names it.")
    query: Text | None = Field(None, description="In place of a file: one SELECT, as DuckDB has it.")
    database: Text | None = Field(None, description="What is asked: a file of DuckDB or SQLite, or postgresql://….")

    @model_validator(mode="after")
    def _of_a_file_or_a_query(self) -> "TableShape":
        """Ask for one of the two, and refuse what describes the other."""
        if (self.path is None) == (self.query is None):
            raise PydanticCustomError(
                "misfit", "names a file and a query, or neither", {"advice": "Say `path` or `query`."}
            )
        of_text = [name for name in OF_FILES if getattr(self, name)]
        if self.query is not None and of_text:
            raise PydanticCustomError(
                "misfit",
                "states {stated}, which describes a file, beside a query",
                {"stated": " and ".join(of_text), "advice": "Leave it out."},
            )
        if self.query is None and self.database is not None:
            raise PydanticCustomError(
                "misfit", "names a database and no query", {"advice": "Say `query`, or leave `database` out."}
            )
        return self


class FileOrNoneShape(FileOptionsShape):
    """What may stand in the scenario itself, or in a file (`path`)."""

    path: Text | None = None

    @model_validator(mode="after")
    def _of_a_file(self) -> "FileOrNoneShape":
        """Refuse what describes a file where none is named; it would be dropped unseen."""
        stated = [option for option in FileOptionsShape.model_fields if getattr(self, option)]
        if stated and self.path is None:
            raise PydanticCustomError(
                "misfit",
                "states {stated}, which describes a file, but no path",
                {"stated": " and ".join(stated), "advice": "Add `path: …`, or leave it out."},
            )
        return self


def _tables(value: Any) -> Any:
    each = value if isinstance(value, list) else [value]
    return [one if isinstance(one, dict) else {"path": one} for one in each]


AnyTables = Annotated[
    list[TableShape],
    Field(min_length=1),
    BeforeValidator(_tables, json_schema_input_type=str | TableShape | list[str | TableShape]),
]
