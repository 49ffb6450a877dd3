"""The checks on a YAML file itself: that it is there, is text, and says one thing only."""

import difflib
import re
from pathlib import Path
from typing import Any

from somcost.ambiguous import THOUSANDS, both_readings
from somcost.problems import InputProblems, Location, Problem, check

CLOCK = re.compile(r"([0-9]+):([0-5]?[0-9])")
SIZE_LIMIT = 5_000_000


@check
def files_exist(path: Path, named_at: Location | None) -> Problem:
    """A file that is named is there."""
    names = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, names, n=1)
    advice = f"Did you mean {near[0]}?" if near else _from_where(named_at)
    return Problem(named_at or Location(str(path)), "", f"there is no file {path}", advice)


def _from_where(named_at: Location | None) -> str:
    if named_at is None:
        return "Give the path from the folder you stand in, or the whole path."
    return "The path starts from the folder of the file that names it."


@check
def files_can_be_read(path: Path, why: str) -> Problem:
    """A file that is named is a file, not a folder, and may be read."""
    return Problem(Location(str(path)), "", f"cannot be read: {why}", "Name a file that holds YAML.")


@check
def files_are_yaml(path: Path) -> Problem:
    """A scenario, a plan or an assumption set is a YAML file, not a workbook or a PDF."""
    found = "is a workbook or a PDF, a YAML file is expected"
    return Problem(Location(str(path)), "", found, "Name the .yaml file; tables are named in it.")


@check
def files_are_text(path: Path, why: str, line: int = 0) -> Problem:
    """A YAML file is text in UTF-8, of at most 5 MB."""
    return Problem(Location(str(path), line), "", why, "Save the file as plain text in UTF-8.")


@check
def yaml_is_well_formed(name: str, error: Any) -> Problem:
    """The file follows YAML's grammar: indentation by blanks, a blank after a colon, brackets closed."""
    mark = getattr(error, "problem_mark", None)
    place = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    if "'\\t'" in what:
        return Problem(place, "", "is no YAML here: a tab stands where blanks indent", "Write blanks in its place.")
    return Problem(place, "", f"is no YAML here: {what}", "Check indentation, colons, quotes and brackets just above.")


@check
def yaml_is_plain(place: Location, what: str) -> Problem:
    """A file holds one document without anchors, aliases or tags, nested at most 20 levels."""
    return Problem(
        place,
        "",
        what,
        "Keep one document of plain values, few levels deep, each written where it belongs.",
    )


@check
def yaml_holds_something(place: Location) -> Problem:
    """A YAML file is not empty."""
    return Problem(place, "", "the file is empty", "`somcost init DIR` writes a commented example to start from.")


@check
def keys_are_given_once(place: Location, key: str, first: Location) -> Problem:
    """A key stands once in its mapping; YAML itself would silently take the last."""
    return Problem(place, key, f"is given a second time; the first is in line {first.line}", "Remove one of the two.")


@check
def keys_are_words(place: Location, found: str) -> Problem:
    """A key is a word, not empty, not a list and not a merge."""
    return Problem(place, "", f"{found} is no key", "Write `key: value`.")


@check
def scalars_are_clear(place: Location, text: str) -> Problem:
    """A value does not read differently in different versions of YAML: 7:24, 0123, yes, 1_000, 7,4, .nan."""
    return Problem(place, "", f"{text} is not clear: {_readings(text)}", _clearer(text))


@check
def keys_have_values(place: Location, key: str) -> Problem:
    """A key has a value: one that is left empty, or says null, could be forgotten as well as meant."""
    advice = "Write its value, or take the key out."
    if key.rpartition(".")[2].isdigit():
        advice += " If it is what stands behind a decimal comma: a number has a decimal point."
    elif " " in key:
        advice += " If it is what stands behind a comma in a text: put the whole text in quotes."
    return Problem(place, key, "has no value", advice)


@check
def text_is_printable(place: Location, character: str) -> Problem:
    """Text holds no control characters, which could steer the terminal it is printed on."""
    message = f"the text holds the control character 0x{ord(character):02x}"
    return Problem(place, "", message, "Write the text without it.")


@check
def texts_hold_no_cpr_numbers(place: Location) -> Problem:
    """No text of a YAML file, nor the name of a file or sheet in it, holds a number that identifies a person."""
    found = "the text holds a CPR number, which is not shown"
    return Problem(place, "", found, "Write it without: what the file says goes into reports.")


def _readings(text: str) -> str:
    if THOUSANDS.fullmatch(text):
        return "thousands, or a number with three decimals"
    if ":" in text:
        return "a clock time, or a number to base 60"
    if "," in text:
        return "a number has a decimal point here"
    if text.strip("+-.").lower() in ("inf", "nan"):
        return "it is not a finite number"
    if text[:1].isalpha():
        return "a word, or true or false"
    return "some read it as decimal, some as octal, some as text"


def _clearer(text: str) -> str:
    if text.strip("+-.").lower() in ("inf", "nan"):
        return "Give a number, or leave the key out where it is not known."
    if THOUSANDS.fullmatch(text):
        whole, decimal = both_readings(text)
        return f"Write {whole} if thousands are meant, or {decimal} if decimals are."
    if "," in text:
        return f"Write {text.replace('.', '').replace(',', '.')}."
    if clock := CLOCK.fullmatch(text):
        return f"{clock[1]} h {int(clock[2])} min is {int(clock[1]) + int(clock[2]) / 60:.4g} hours."
    if text[:1].isalpha():
        return f'Write true or false, or "{text}" in quotes if it is text.'
    return f'Write a plain number, or "{text}" in quotes if it is text.'


def text_of(path: Path, *, named_at: Location | None = None) -> tuple[str, bytes]:
    """Read a YAML file's text and bytes.

    Raises:
        InputProblems: There is no such file, or it is no text.
    """
    problem: Problem | None = None
    try:
        if not path.exists():
            raise InputProblems([files_exist(path, named_at)])
        if not path.is_file():
            raise InputProblems([files_can_be_read(path, "it is a folder" if path.is_dir() else "it is no file")])
        content = path.read_bytes()
        if len(content) > SIZE_LIMIT:
            raise InputProblems([files_are_text(path, f"is larger than {SIZE_LIMIT // 1_000_000} MB")])
        text = content.decode("utf-8-sig")
        if "\0" in text:
            problem = files_are_text(path, "holds binary data, not text")
    except UnicodeDecodeError as error:
        if error.object.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
            raise InputProblems([files_are_yaml(path)]) from error
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = files_are_text(
            path, f"is not text in UTF-8: it holds the byte 0x{error.object[error.start]:02x}", line
        )
    except (OSError, ValueError) as error:
        problem = files_can_be_read(path, getattr(error, "strerror", None) or str(error))
    if problem:
        raise InputProblems([problem])
    return text, content
