"""Which column of a file holds which key: by its own name, or by the name the scenario maps it to."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from somcost.problems import Problem, check
from somcost.read.cells import quoted
from somcost.read.faults import Faults
from somcost.read.grid import Grid, Wanted
from somcost.read.table_shapes import TableShape

LISTED = 20
_NEAR = 0.9
_LIKE_DATA = re.compile(r"\s*[+-]?[0-9]|.*@")
_LIKE_DATA_ADVICE = "The first row looks like data, not like the names of columns: put a header above it."


@dataclass(frozen=True, slots=True)
class Header:
    """A file's column names, and the name looked for under each key."""

    wanted: Wanted
    shape: TableShape
    names: Sequence[str]
    line: int
    sought: Mapping[str, str]


def sought_names(shape: TableShape, columns: Mapping[str, str]) -> dict[str, str]:
    """Give the name of each key's column: the mapped one, else the key itself unless another key is mapped to it."""
    mapped = {key: name.strip() for key, name in columns.items() if key in shape.kinds}
    taken = set(mapped.values())
    return {key: mapped.get(key, key) for key in shape.kinds if key in mapped or key not in taken}


@check
def mapped_keys_are_known(wanted: Wanted, shape: TableShape) -> Iterator[Problem]:
    """`columns` and `values` name columns that the table has; a format is only for hours."""
    for part, mapping in (("columns", wanted.source.columns), ("values", wanted.source.values)):
        for key in mapping:
            if key not in shape.kinds:
                near = difflib.get_close_matches(key, shape.kinds, n=1, cutoff=0)[0]
                message = f"{quoted(key)} is no column of {shape.key}"
                advice = f"Did you mean {near}? The columns are {', '.join(shape.kinds)}."
                yield Problem(wanted.source.location, f"{shape.key}.{part}.{key}", message, advice)
    for key, name in wanted.source.columns.items():
        if name.format and key in shape.kinds and shape.kinds[key] != "hours":
            message = f"the format {name.format} is for a column of hours only"
            yield Problem(wanted.source.location, f"{shape.key}.columns.{key}", message, "Leave `format` out.")


@check
def mapped_columns_are_there(header: Header, key: str) -> Problem:
    """A column that the scenario maps a key to is in the file's header."""
    source, name = header.wanted.source, header.sought[key]
    message = f"{quoted(source.path.name)} has no column {quoted(name)}"
    return Problem(source.location, f"{header.shape.key}.columns.{key}", message, _names_found(header, name))


@check
def required_columns_are_there(header: Header, key: str) -> Problem:
    """Every required column is in the file's header, by its key or by the name that the scenario maps the key to."""
    found = _names_found(header, key)
    free = [name for name in header.names if name not in header.sought.values()]
    near = difflib.get_close_matches(key, free, n=1, cutoff=0.6)
    message = f"the file has no column {quoted(key)}{_or_else(header.shape, key)}"
    mapped = f" Map the file's own name as `columns: {{{key}: {near[0] if near else 'name in the file'}}}`."
    advice = found if found == _LIKE_DATA_ADVICE else found + mapped
    return header.wanted.problem(message, advice, line=header.line)


@check
def column_names_differ(header: Header, key: str) -> Problem:
    """No two columns of a file that are read have the same name."""
    name = header.sought[key]
    numbers = [number for number, found in enumerate(header.names, start=1) if found == name]
    message = f"the columns {' and '.join(map(str, numbers))} are both named {quoted(name)}"
    return header.wanted.problem(message, "Rename the one that is not meant.", line=header.line, column=numbers[1])


@check
def column_names_are_exact(header: Header, key: str, number: int) -> Problem:
    """A column whose name is nearly that of an optional column is named exactly, or mapped: else it would go unread."""
    name = header.names[number - 1]
    message = f"the column {quoted(name)} is nearly {quoted(key)}, and would not be read"
    advice = f"Map it as `columns: {{{key}: {quoted(name)}}}`; rename it if it is something else."
    return header.wanted.problem(message, advice, line=header.line, column=number)


def find_columns(grid: Grid, wanted: Wanted, shape: TableShape, *, faults: Faults) -> dict[str, int] | None:
    """Give the number of each key's column, or None when one that must be there is not; tells every fault."""
    sought = sought_names(shape, {key: name.name for key, name in wanted.source.columns.items()})
    header = Header(wanted, shape, grid.header, grid.header_line, sought)
    present = [key for key, name in sought.items() if name in grid.header]
    mapped = [key for key in sought if key in wanted.source.columns]
    needed = _needed(shape, present, mapped)
    read = [key for key in present if key in needed or not _of_another_set(key, shape)]
    faults.add_each([key for key in mapped if key not in present], lambda key: mapped_columns_are_there(header, key))
    missing = [key for key in needed if key not in present and key not in mapped]
    faults.add_each(missing, lambda key: required_columns_are_there(header, key))
    doubled = [key for key in read if grid.header.count(sought[key]) > 1]
    faults.add_each(doubled, lambda key: column_names_differ(header, key))
    near = list(_near_names(header, [key for key in sought if key not in present and key not in needed]))
    faults.add_each(near, lambda pair: column_names_are_exact(header, pair[0], pair[1]))
    known = {key: grid.header.index(sought[key]) + 1 for key in read if key not in doubled}
    return known if all(key in known for key in needed) else None


def _needed(shape: TableShape, present: Sequence[str], mapped: Sequence[str]) -> tuple[str, ...]:
    """Give the required keys with the set of alternatives that the scenario maps, or that the file has the most of."""

    def found(keys: tuple[str, ...]) -> tuple[bool, float]:
        return any(key in mapped for key in keys), sum(key in present for key in keys) / max(1, len(keys))

    chosen = max(shape.either, key=found)
    return (*chosen, *shape.required)


def _of_another_set(key: str, shape: TableShape) -> bool:
    return any(key in keys for keys in shape.either)


def _or_else(shape: TableShape, key: str) -> str:
    others = [" and ".join(map(quoted, keys)) for keys in shape.either if key not in keys]
    return f", nor {others[0]}" if others and _of_another_set(key, shape) else ""


def _names_found(header: Header, near: str) -> str:
    if any(_LIKE_DATA.match(name) for name in header.names):
        return _LIKE_DATA_ADVICE
    names = sorted(filter(None, header.names), key=lambda name: name != near)[:LISTED]
    more = f" and {len(header.names) - LISTED} more" if len(header.names) > LISTED else ""
    return f"Its columns are {', '.join(map(quoted, names))}{more}."


def _near_names(header: Header, absent: Sequence[str]) -> Iterator[tuple[str, int]]:
    used = set(header.sought.values())
    for number, name in enumerate(header.names, start=1):
        if name and name not in used and not _LIKE_DATA.match(name):
            plain = re.sub(r"[\s-]+", "_", name.casefold())
            yield from ((key, number) for key in difflib.get_close_matches(plain, absent, n=1, cutoff=_NEAR))
