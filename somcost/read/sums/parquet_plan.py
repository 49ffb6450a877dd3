"""What an engine needs to know to read a Parquet file of registrations: which column is which, and what it holds."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from somcost.problems import Problem
from somcost.read.faults import Faults
from somcost.read.grid import Wanted, gathered
from somcost.read.headers import find_columns
from somcost.read.sums.plan import Plan, says_more
from somcost.read.table_shapes import TableShape

if TYPE_CHECKING:
    import pyarrow as pa

Kind = Literal["date", "number", "word"]
Kinds = Sequence[tuple[str, Kind | None]]
"""The name of each column and what it holds; None where that is something else, or in doubt."""
_EXPECTED: Mapping[str, Kind] = MappingProxyType({"date": "date", "hours": "number"})


def parquet_plan(wanted: Wanted, shape: TableShape, kinds: Kinds | None) -> Plan | None:
    """Plan the reading of a Parquet file by an engine; None where only the row reader can tell what it means.

    Args:
        wanted: The file.
        shape: Its table's.
        kinds: What an engine says of the columns; pyarrow, slow to load, is asked where no plan can be made of that.
    """
    plan = None if kinds is None else _plan(wanted, shape, kinds)
    if plan is not None:
        return plan
    kinds = _kinds(wanted)
    return None if kinds is None else _plan(wanted, shape, kinds)


def _plan(wanted: Wanted, shape: TableShape, kinds: Kinds) -> Plan | None:
    names, faults = [name for name, _ in kinds], Faults()
    columns = find_columns(gathered((1, names), (), wanted, faults=faults), wanted, shape, faults=faults)
    if columns is None or faults.problems or says_more(wanted.source):
        return None
    if len({name.casefold() for name in names}) < len(names):  # engines take Hours and hours for one
        return None
    if any(kinds[number - 1][1] != _EXPECTED.get(key, "word") for key, number in columns.items()):
        return None
    return Plan(wanted.source.path, "parquet", names, columns)


def _kinds(wanted: Wanted) -> Kinds | None:
    from somcost.read.parquet_files import parquet_file  # noqa: PLC0415 - slow to import

    found = parquet_file(wanted.source.path, wanted)
    return None if isinstance(found, Problem) else [(field.name, _kind(field.type)) for field in found.schema_arrow]


def _kind(held: "pa.DataType") -> Kind | None:
    import pyarrow as pa  # noqa: PLC0415 - as above

    if pa.types.is_date32(held):
        return "date"
    if pa.types.is_float64(held) or pa.types.is_integer(held) or pa.types.is_decimal(held):
        return "number"
    held = held.value_type if pa.types.is_dictionary(held) else held
    is_word = pa.types.is_string(held) or pa.types.is_large_string(held) or pa.types.is_boolean(held)
    return "word" if is_word else None
