"""Cells that hold an error or a formula without a stored value; the workbook's reader takes them for empty."""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from html import unescape

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^>/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TAG = re.compile(r"<(?:\w+:)?(sheet|Relationship)\b([^>]*)>")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ERRORS = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_ERROR = re.compile(r"\bt\s*=\s*[\"']e[\"']")
_TEXT = re.compile(r"\bt\s*=\s*[\"']str[\"']")
_LETTERS = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})[0-9]")
_ROWS = re.compile(rb"\br\s*=\s*[\"'][A-Z]{0,3}([0-9]{1,7})[\"']")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class ValuelessCell:
    """A cell of a sheet without a value, and what it holds instead."""

    row: int
    column: int
    holds: str


def sheet_part(workbook: bytes, sheet: str) -> bytes:
    """Unpack the part of a workbook that holds a sheet.

    Raises:
        KeyError: The workbook lacks a part.
        zipfile.BadZipFile: It is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        return parts.read(_part_of(parts, sheet))


def cells_spanned(part: bytes) -> int:
    """Count the cells of the rectangle from A1 to the last row and column that a sheet uses."""
    letters = {each.decode() for each in set(_LETTERS.findall(part))}
    last_row = max(map(int, set(_ROWS.findall(part))), default=0)
    return last_row * max(map(_column_number, letters), default=0)


def valueless_cells(part: bytes) -> list[ValuelessCell]:
    """Find the cells of a sheet's part that hold an error or a formula nobody calculated."""
    if not _FORMULA.search(part) and not _ERRORS.search(part):
        return []
    cells = (_valueless(found) for found in _CELL.finditer(part))
    return [cell for cell in cells if cell is not None]


def _valueless(found: re.Match[bytes]) -> ValuelessCell | None:
    attributes = found[1].decode("utf-8", "replace")
    value = _VALUE.search(found[2])
    if _ERROR.search(attributes):
        shown = value[1].decode("utf-8", "replace") if value else "unknown"
        holds = f"the error {unescape(shown)}"
    elif _FORMULA.search(found[2]) and value is None and not _TEXT.search(attributes):
        holds = "a formula without a stored value"
    else:
        return None
    place = _PLACE.fullmatch(_attributes(attributes).get("r", ""))
    return ValuelessCell(int(place[2]), _column_number(place[1]), holds) if place else ValuelessCell(0, 0, holds)


def _column_number(letters: str) -> int:
    """Turn a column's letters into its number.

    >>> _column_number("A"), _column_number("AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _part_of(parts: zipfile.ZipFile, sheet: str) -> str:
    """Find the part of a workbook that holds a sheet."""
    sheets = {each["name"]: each for each in _tags(parts, "xl/workbook.xml", "sheet")}
    identity = next((value for name, value in sheets[sheet].items() if name.endswith(":id")), "")
    targets = {each["Id"]: each["Target"] for each in _tags(parts, "xl/_rels/workbook.xml.rels", "Relationship")}
    target = targets[identity]
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _tags(parts: zipfile.ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    text = parts.read(part).decode("utf-8", "replace")
    return [_attributes(found[2]) for found in _TAG.finditer(text) if found[1] == tag]


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(text)}
