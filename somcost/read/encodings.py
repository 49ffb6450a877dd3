"""The text of a file: UTF-8, UTF-16 or Windows-1252, found from its bytes."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from somcost.problems import Problem, check
from somcost.read.cells import quoted
from somcost.read.grid import Wanted

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_DANISH = re.compile("[æøåÆØÅ]")
_OF_ANOTHER_ENCODING = re.compile(r"(?<=[A-Za-z])[‘›†¾¿Œ](?=[a-z])")
"""In words: what æ, ø and å of DOS (cp850, cp865) and of the old Mac become when they are read as Windows-1252."""
CHARACTERS_OF_A_PIECE = 1 << 22
"""Of a text that is looked at piece by piece."""


@check
def encoding_is_known(wanted: Wanted, encoding: str) -> Problem:
    """An encoding that the scenario states is one that Python knows, such as utf-8, cp1252 or utf-16."""
    message = f"{quoted(encoding)} is no encoding of text"
    return Problem(wanted.source.location, f"{wanted.key}.encoding", message, "Say utf-8, cp1252, utf-16 or cp850.")


@check
def text_fits_its_encoding(wanted: Wanted, encoding: str, error: UnicodeDecodeError) -> Problem:
    """Every byte of a text file has a meaning in the file's encoding."""
    line, column = _place(error.object[: error.start])
    found = f"the byte 0x{error.object[error.start]:02x}" if error.start < len(error.object) else "the end of the file"
    message = f"{found}, byte {column} of the line, has no meaning in {encoding}"
    return wanted.problem(
        message, "Say the file's `encoding` where the scenario names it, or save it as UTF-8.", line=line
    )


@check
def encoding_is_certain(wanted: Wanted, found: re.Match[str]) -> Problem:
    """Where letters of a file that is not UTF-8 look wrong as Windows-1252, the scenario says the encoding."""
    line, _ = _place(found.string[: found.start()].encode())
    in_dos = found[0].encode("cp1252").decode("cp850")
    message = f"{quoted(found[0])} stands inside a word in Windows-1252; in cp850 it is {quoted(in_dos)}"
    return wanted.problem(
        message, "Say `encoding: cp850` or `encoding: cp1252` where the scenario names the file.", line=line
    )


@check
def file_is_text(wanted: Wanted, found: re.Match[str]) -> Problem:
    """A text file holds no control characters; one that does is another kind of file, or UTF-16 without its mark."""
    line, _ = _place(found.string[: found.start()].encode("utf-8", "replace"))
    message = f"the file holds the control character 0x{ord(found[0]):02x}, so it is no plain text"
    return wanted.problem(message, "Save the table as CSV; say `encoding: utf-16` if it is that.", line=line)


def text_of(content: bytes, wanted: Wanted) -> str | Problem:
    """Decode a file's bytes, or tell what is in the way."""
    encoding = wanted.source.encoding or encoding_of(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        return text_fits_its_encoding(wanted, encoding, error)
    except (LookupError, ValueError):
        return encoding_is_known(wanted, encoding)
    if found := _UNPRINTABLE.search(text):
        return file_is_text(wanted, found)
    if wanted.source.encoding is None and encoding == "cp1252" and (found := _doubt(text)):
        return encoding_is_certain(wanted, found)
    return text.removeprefix("\ufeff")


def encoding_of(content: bytes) -> str:
    """Find the encoding of a text file from its bytes: by its mark, else UTF-8 if it is that, else Windows-1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _doubt(text: str) -> re.Match[str] | None:
    return None if _DANISH.search(text) else _OF_ANOTHER_ENCODING.search(text)


def _place(before: bytes) -> tuple[int, int]:
    lines = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return len(lines), len(lines[-1]) + 1


def checked_encoding(wanted: Wanted) -> str | Problem:
    """Find the encoding of a file of any size, or tell what is in the way, after a look at all of it."""
    path = wanted.source.path
    encoding = wanted.source.encoding or _encoding_of_file(path)
    if encoding is None or not _is_sound(path, encoding, guessed=wanted.source.encoding is None):
        found = text_of(path.read_bytes(), wanted)
        return found if isinstance(found, Problem) else encoding or encoding_of(path.read_bytes())
    return "utf-8-sig" if encoding == "utf-8" else encoding


def _encoding_of_file(path: Path) -> str | None:
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
    return next((each for each in ("utf-8-sig", "cp1252") if _decodes(path, each)), None)


def _decodes(path: Path, encoding: str) -> bool:
    try:
        return sum(1 for _ in _pieces(path, encoding)) >= 0
    except (UnicodeDecodeError, LookupError, ValueError):
        return False


def _is_sound(path: Path, encoding: str, *, guessed: bool) -> bool:
    """Tell whether a text holds no control character, and none that makes its encoding doubtful."""
    asks = guessed and encoding == "cp1252"
    danish = doubtful = False
    try:
        for piece in _pieces(path, encoding):
            if _UNPRINTABLE.search(piece):
                return False
            danish = danish or (asks and bool(_DANISH.search(piece)))
            doubtful = doubtful or (asks and bool(_OF_ANOTHER_ENCODING.search(piece)))
    except (UnicodeDecodeError, LookupError, ValueError):
        return False
    return danish or not doubtful


def _pieces(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding, newline="") as text:
        while piece := text.read(CHARACTERS_OF_A_PIECE):
            yield piece
