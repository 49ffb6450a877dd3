"""Write an assessment to disk as a user would have it: two YAML files and CSV in some Danish or English dialect."""

import csv
import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from somcost.ambiguous import THOUSANDS

SOURCE = "second-computation"
UNITS = {"annual_hours_norm": "hours/year", "overhead": "share", "hours_per_day": "hours/day"}
BOOLEANS = (("true", "false"), ("ja", "nej"), ("1", "0"))


@dataclass(frozen=True)
class Dialect:
    """How a CSV file is spelled."""

    delimiter: str
    decimal: str
    day_format: str
    yes: str
    no: str

    def cell(self, value: Any) -> str:
        """A value as this dialect spells it; empty when missing."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.yes if value else self.no
        if isinstance(value, date):
            return value.strftime(self.day_format)
        if isinstance(value, float):
            return repr(value).replace(".", self.decimal)
        return str(value)


@dataclass(frozen=True)
class Table:
    """Rows and the columns to write of them."""

    columns: list[str]
    rows: list[dict[str, Any]]


def random_dialect(rng: random.Random) -> Dialect:
    """Comma and point or semicolon and decimal comma; ISO or Danish dates."""
    delimiter, decimal = rng.choice(((",", "."), (";", ",")))
    yes, no = rng.choice(BOOLEANS)
    return Dialect(delimiter, decimal, rng.choice(("%Y-%m-%d", "%d-%m-%Y")), yes, no)


def write(assessment: dict[str, Any], folder: Path) -> Path:
    """Write scenario, assumptions and tables into the folder; the scenario's path."""
    rng = random.Random(assessment["id"])
    dump(folder / "assumptions.yaml", assumptions(assessment))
    dump(folder / "scenario.yaml", scenario(assessment))
    for name, rows in tables(assessment).items():
        write_table(folder / f"{name}.csv", rows, random_dialect(rng))
    return folder / "scenario.yaml"


class PlainDumper(yaml.SafeDumper):
    """YAML as a person writes it: no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is yaml's
        """Write every value out in full."""
        return True


def write_number(dumper: yaml.SafeDumper, number: float) -> yaml.ScalarNode:
    """Write decimals so that nobody takes three of them for thousands."""
    node = dumper.represent_float(number)
    if THOUSANDS.fullmatch(node.value):
        node.value += "0"
    return node


PlainDumper.add_representer(float, write_number)


def dump(path: Path, content: dict[str, Any]) -> None:
    """Write YAML with its keys in the given order."""
    path.write_text(yaml.dump(content, Dumper=PlainDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def assumptions(assessment: dict[str, Any]) -> dict[str, Any]:
    """The assumption set as the contract has it."""
    parameters = {
        name: {"value": value, "unit": UNITS.get(name, "hours/year"), "source": SOURCE}
        for name, value in assessment["parameters"].items()
    }
    groups = {name: {"label": name.title(), **group} for name, group in assessment["job_groups"].items()}
    for group in groups.values():
        group["source"] = SOURCE
    return {
        "schema": "somcost/assumptions@1",
        "id": f"{assessment['id']}-assumptions",
        "title": "Tilfældige forudsætninger",
        "price_level": assessment["price_level"],
        "sources": {SOURCE: {"title": "Den anden beregning"}},
        "parameters": parameters,
        "job_groups": groups,
    }


def scenario(assessment: dict[str, Any]) -> dict[str, Any]:
    """The scenario as the contract has it; keys without content are left out."""
    optional = {
        "overrides": assessment["overrides"],
        "expenses": None if assessment["expenses"] is None else "./expenses.csv",
        "time_registrations": None if assessment["time_registrations"] is None else "time_registrations.csv",
        "participants": participants(assessment),
        "courses": courses(assessment),
        "full_time_staff": full_time_staff(assessment),
        "start_up": assessment["start_up"],
        "cost_behaviour": assessment["cost_behaviour"],
        "variants": variants(assessment),
        "sensitivity": assessment["sensitivity"],
        "settings": {"fewest_citizens": 1, **assessment["settings"]},
    }
    return {
        "schema": "somcost/scenario@1",
        "id": assessment["id"],
        "title": "Tilfældig vurdering",
        "origin": "illustrative",
        "assumptions": "./assumptions.yaml",
        "unit": {"one": "familie", "many": "familier"},
        "window": window(assessment["window"]),
        **{key: value for key, value in optional.items() if value},
    }


def window(plain: dict[str, Any]) -> dict[str, Any]:
    """The window with reasons; a part month without factor does not name one."""
    gaps = [{"start": start, "end": end, "reason": "sygdom"} for start, end in plain["gaps"]]
    parts = [
        {**{key: value for key, value in part.items() if value is not None}, "reason": "delvist registreret"}
        for part in plain["part_months"]
    ]
    lists = {"gaps": gaps, "part_months": parts}
    return {"start": plain["start"], "end": plain["end"], **{key: value for key, value in lists.items() if value}}


def participants(assessment: dict[str, Any]) -> dict[str, Any]:
    """Participants as stated, with the list of citizens as a path."""
    stated = {key: value for key, value in assessment["participants"].items() if key != "citizens"}
    return {"path": "./citizens.csv", **stated} if "citizens" in assessment["participants"] else stated


def courses(assessment: dict[str, Any]) -> dict[str, Any]:
    """Group courses; their list as a path when there is an even number of them."""
    stated: dict[str, Any] = assessment["courses"] or {}
    if not stated or len(stated["list"]) % 2:
        return stated
    return {"path": "./courses.csv", **{key: value for key, value in stated.items() if key != "list"}}


def variants(assessment: dict[str, Any]) -> dict[str, Any]:
    """Sub-periods as windows of their own."""
    return {name: {"window": {"start": start, "end": end}} for name, (start, end) in assessment["variants"].items()}


def full_time_staff(assessment: dict[str, Any]) -> Any:
    """Ranges stand in the scenario; months stand in a table of their own."""
    rows = assessment["full_time_staff"]
    return "./full_time_staff.csv" if rows and "month" in rows[0] else rows


def tables(assessment: dict[str, Any]) -> dict[str, Table]:
    """The tables that the scenario points at, with their required columns even when they have no row."""
    rows = {
        "time_registrations": assessment["time_registrations"],
        "expenses": assessment["expenses"],
        "citizens": assessment["participants"].get("citizens"),
        "full_time_staff": assessment["full_time_staff"] if has_path(scenario(assessment), "full_time_staff") else None,
        "courses": assessment["courses"]["list"] if "path" in courses(assessment) else None,
    }
    dated = {name: one_column_of_dates(found) for name, found in rows.items() if found is not None}
    return {name: Table(columns_of(found), found) for name, found in dated.items()}


def one_column_of_dates(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where some rows have a day and some only a month, the month stands in the column of dates as YYYY-MM."""
    if not any(row.get("date") is not None for row in rows):
        return rows
    return [{**row, "date": row["date"] or row["month"], "month": None} for row in rows]


def has_path(content: dict[str, Any], key: str) -> bool:
    """Whether the scenario says where to find the key, rather than the thing itself."""
    return isinstance(content.get(key), str)


def columns_of(rows: list[dict[str, Any]]) -> list[str]:
    """The columns that any row fills; of no rows, those of expenses, the only table that may be empty."""
    filled = [key for row in rows for key, value in row.items() if value is not None]
    return list(dict.fromkeys(filled)) or ["date", "amount"]


def write_table(path: Path, table: Table, dialect: Dialect) -> None:
    """Write one CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=dialect.delimiter)
        writer.writerow(table.columns)
        for row in table.rows:
            writer.writerow([dialect.cell(row.get(column)) for column in table.columns])
