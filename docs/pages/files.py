"""docs/files.md: the keys of assumption sets and scenarios and the columns of tables, from the shapes in read/."""

import re
from collections.abc import Iterator
from typing import Any

from somcost.read import table_shapes
from somcost.read.file_shapes import FileOptionsShape
from somcost.read.schema import SHAPES, json_schema
from somcost.read.table_shapes import TableShape

INTRODUCTION = """\
# The files

This page is made from the code by `python docs/generate.py`.
All kinds of file are YAML in UTF-8.
What reads differently in different versions of YAML (`yes`, `7:24`, `0123`) is an error, as is a key that stands twice.
Keys are matched exactly, and unknown ones are errors.
A path is relative to the file that names it.
`somcost schema scenario` and the other kinds write the same as JSON Schema, for editors.
"""

TITLES = {
    "assumptions": "Assumption sets",
    "scenario": "Scenarios",
    "import": "Import profiles",
    "plan": "Plans",
    "discounting": "Discount schedules",
    "price-index": "Price indices",
}

KINDS = {
    "date": "a day, 2018-03-01, or a month, 2018-03",
    "day": "a day, 2018-03-01",
    "month": "a month, 2018-03",
    "text": "text",
    "hours": "decimal hours, not negative",
    "number": "a number",
    "fte": "full-time equivalents, not negative",
    "participants": "a number above 0",
    "boolean": "ja or nej, true or false, 1 or 0",
    "status": "enrolled, discharged or completed; indskrevet, udskrevet or gennemført",
    "year": "a year",
}

TABLES = """\
## Tables

CSV, XLSX and Parquet, or the rows of a query.
`path` alone, or a mapping with `path` and what the file leaves in doubt (see above).
Column names are the canonical ones below, or are mapped by `columns`; values are mapped by `values`.
Columns that are not named here are left alone.
An empty cell in an optional column is missing, never zero.
"""


def page() -> str:
    """Give the document."""
    kinds = [part for kind in SHAPES for part in _kind(kind)]
    tables = [value for value in vars(table_shapes).values() if isinstance(value, TableShape)]
    return "\n".join([INTRODUCTION, *kinds, TABLES, *(_table(table) for table in tables)])


def _kind(kind: Any) -> Iterator[str]:
    schema = json_schema(kind)
    yield f"## {TITLES[kind]}\n\n{_keys(schema)}"
    for name, paths in _places(schema).items():
        where = ", ".join(f"`{path}`" for path in paths)
        yield f"### {_title(name)}\n\nAt {where}.\n\n{_keys(schema['$defs'][name])}"


def _title(name: str) -> str:
    """Give a shape's name in words.

    >>> _title("StartUpExpenseShape")
    'Start up expense'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Shape")).capitalize()


def _places(schema: dict[str, Any]) -> dict[str, list[str]]:
    """Give every mapping that the file may hold, in the order of the file, with its places."""
    found: dict[str, list[str]] = {}
    waiting = [("", schema)]
    while waiting:
        path, parent = waiting.pop(0)
        for key, value in parent.get("properties", {}).items():
            for name, suffix in _references(value):
                place = ".".join(filter(None, [path, f"{key}{suffix}"]))
                if name not in found:
                    waiting.append((place, schema["$defs"][name]))
                found.setdefault(name, []).append(place)
    return found


def _references(schema: dict[str, Any], suffix: str = "") -> Iterator[tuple[str, str]]:
    """Give the names of the mappings a value may be, and how its path goes on: [] in a list, .NAME in a mapping."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2], suffix
    for each in schema.get("anyOf", []):
        yield from _references(each, suffix)
    if isinstance(schema.get("items"), dict):
        yield from _references(schema["items"], f"{suffix}[]")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _references(schema["additionalProperties"], f"{suffix}.NAME")


def _keys(schema: dict[str, Any]) -> str:
    """Give a row a key; what describes a file stands after what is the mapping's own."""
    required = schema.get("required", [])
    rows = [
        f"| `{key}` | {_type(value)} | {'yes' if key in required else _default(value)} | {_cell(value)} |"
        for key, value in sorted(
            schema["properties"].items(), key=lambda each: each[0] in FileOptionsShape.model_fields
        )
    ]
    title = " ".join(schema.get("description", "").split("\n\n")[0].split())
    return "\n".join([f"{title}\n", "| Key | Type | Required | What it is |", "| --- | --- | --- | --- |", *rows, ""])


def _default(value: dict[str, Any]) -> str:
    default = value.get("default")
    return f"no; `{default}`" if default not in (None, "", [], {}) and not isinstance(default, dict) else "no"


def _cell(value: dict[str, Any]) -> str:
    return " ".join(str(value.get("description", "")).split()).replace("|", "\\|")


def _type(schema: dict[str, Any]) -> str:
    """Give a type in words."""
    if "$ref" in schema:
        title = _title(schema["$ref"].rpartition("/")[2])
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(each) for each in schema["anyOf"] if each.get("type") != "null"))
    if "const" in schema or "enum" in schema:
        return " or ".join(f"`{each}`" for each in schema.get("enum", [schema.get("const")]))
    return _plain_type(schema)


def _plain_type(schema: dict[str, Any]) -> str:
    kind = str(schema["type"])
    if kind == "array":
        return f"list of {_type(schema['items'])}"
    if kind == "object":
        years = schema.get("patternProperties", {})
        inner = next(iter(years.values())) if years else schema["additionalProperties"]
        return f"mapping from {'years' if years else 'names'} to {_type(inner)}"
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}[kind]


def _table(table: TableShape) -> str:
    either = " or ".join(" with ".join(f"`{name}`" for name in names) for names in table.either if names)
    wanted = f"A file has {either}.\n" if either else ""
    rows = [
        f"| `{name}` | {KINDS[kind]} | {'yes' if name in table.required else 'no'} |"
        for name, kind in table.kinds.items()
    ]
    parts = [
        f"### Table: `{table.key}`\n",
        *([wanted] if wanted else []),
        "| Column | Holds | Required |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*parts, *rows, ""])
