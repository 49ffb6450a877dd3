"""What an import found, as plain figures for JSON."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import asdict
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from somcost.intake.citizens import described
from somcost.intake.expenses import accounts_of
from somcost.intake.imported import Imported, ImportedFile
from somcost.intake.registrations import registrations_of
from somcost.model.profiles import KindName
from somcost.present.imported_words import amount_of, aside_of, by_month, gaps_of, hours_of


def as_plain(imported: Imported) -> dict[str, Any]:
    """Give what an import found as plain data; no cell of the export but its words and accounts, and no path."""
    understood = imported.understood
    return {
        "kind": imported.profile.kind,
        "files": [_file(file) | _rows(imported, file) for file in imported.files],
        "columns": [
            {"heading": each.heading, "read_as": each.meaning, "form": each.form or None, "confidence": each.confidence}
            for each in (understood.columns if understood else ())
        ],
        **FOUND[imported.profile.kind](imported),
        "set_aside": [
            {
                "reason": reason,
                "rows": len(rows),
                **_held(imported, hours_of(rows), amount_of(rows)),
                "lines": [line for _, line in places],
            }
            for reason, rows, places in aside_of(imported.files)
        ],
        "doubts": [
            {"key": each.key, "found": each.found, "advice": each.advice}
            for each in [*(understood.doubts if understood else ()), *imported.questions]
        ],
    }


def _file(file: ImportedFile) -> dict[str, Any]:
    return {
        "name": file.path.name,
        "format": file.sheet.format,
        "sheet": file.sheet.name or None,
        "encoding": file.sheet.encoding or None,
        "delimiter": file.sheet.delimiter or None,
        "header_line": file.sheet.lines[file.region.top],
    }


def _rows(imported: Imported, file: ImportedFile) -> dict[str, Any]:
    rows, size = file.repeated
    read: dict[str, Any] = {ROWS[imported.profile.kind]: len(file.read.registered)}
    if imported.profile.kind == "registrations":
        read["hours"] = sum(one.hours for one in file.read.registered)
    return read | {"also_in_an_earlier_file": {"rows": rows, **_held(imported, size, size)}}


def _held(imported: Imported, hours: float | Decimal | None, amount: float | Decimal | None) -> dict[str, float | None]:
    """Give hours of registrations, kr of expenses, and nothing of citizens; None where they cannot be read."""
    kind = imported.profile.kind
    if kind == "citizens":
        return {}
    name, held = ("hours", hours) if kind == "registrations" else ("amount", amount)
    return {name: None if held is None else float(held)}


def _registrations(imported: Imported) -> dict[str, Any]:
    months = by_month(registrations_of(imported.reads))
    return {
        "job_groups": [
            {"word": each.word, "job_group": each.group, "likeness": each.likeness}
            for each in (imported.understood.groups.values() if imported.understood else ())
        ],
        "months": [{"month": month, "rows": rows, "hours": hours} for month, (rows, hours) in months.items()],
        "gaps": [{"first": first, "last": last} for first, last in gaps_of(months)],
    }


def _citizens(imported: Imported) -> dict[str, Any]:
    found = described(imported.reads)
    names = [name for name, _ in imported.reads]
    overlaps = [
        [{"file": names[each.file], "line": each.stay.line} for each in (pair.first, pair.second)]
        for pair in found.overlaps
    ]
    return {
        "statuses": [
            {"word": each.word, "status": each.group, "likeness": each.likeness}
            for each in (imported.understood.groups.values() if imported.understood else ())
        ],
        "citizens": {
            "participants": found.citizens,
            "stays": found.stays,
            "months": found.months,
            "first_date": _day(found.first),
            "last_date": _day(found.last),
            "without_end": found.without_end,
            "re_entered": {"participants": found.re_entered, "stays": found.re_entries},
            "re_entries": imported.profile.re_entries,
            "overlaps": overlaps,
        },
    }


def _expenses(imported: Imported) -> dict[str, Any]:
    accounts = asdict(accounts_of(imported.reads, imported.profile, imported.left_out))
    settings = {name: getattr(imported.profile, name) for name in ("sign", "vat", "amounts_are", "amounts_in")}
    plain = {name: float(value) if isinstance(value, Decimal) else value for name, value in accounts.items()}
    return {"accounts": plain | settings}


def _day(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


ROWS: Mapping[KindName, str] = MappingProxyType(
    {"registrations": "registrations", "citizens": "stays", "expenses": "postings"}
)
FOUND: Mapping[KindName, Callable[[Imported], dict[str, Any]]] = MappingProxyType(
    {"registrations": _registrations, "citizens": _citizens, "expenses": _expenses}
)
