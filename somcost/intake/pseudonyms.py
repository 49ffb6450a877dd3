"""Names that tell nothing: keyed ones, that stay the same from file to file."""

import base64
import binascii
import hashlib
import hmac
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from somcost.person_numbers import ten_digits
from somcost.problems import InputProblems, Location, Problem, check

Who = Literal["citizen", "employee", "case"]
PREFIXES: Mapping[Who, str] = MappingProxyType({"citizen": "b-", "employee": "m-", "case": "s-"})
UNPLACED = Location("pseudonyms")
LENGTH = 10
"""Characters of a pseudonym, 5 bits each: among 100,000 persons two share one in 1 of 225,000 keys."""
LEAST = 32
"""Bytes of a key at least."""
LEAST_DIFFERENT = 16
"""Different bytes of a key at least; 32 random ones have about 30."""

_HEX, _BASE64 = re.compile(rb"(?:[0-9A-Fa-f]{2})+"), re.compile(rb"[A-Za-z0-9+/_-]+={0,2}")
_PRINTABLE = re.compile(rb"[\t\n\r -~]*")


@check
def pseudonym_keys_are_secret(path: Path, why: str) -> Problem:
    """The key of pseudonyms is a file of 32 random bytes or more, outside the project and its output, kept for good."""
    return Problem(Location(str(path)), "--pseudonymise", why, "Name a file elsewhere; --new-key makes it.")


@check
def new_keys_replace_none(path: Path) -> Problem:
    """A key of pseudonyms that is there is never written over: the pseudonyms given before would be lost."""
    found = "there is a key already, and it is never written over"
    return Problem(Location(str(path)), "--new-key", found, "Leave --new-key out to use it, or name another file.")


@check
def pseudonyms_are_distinct(place: Location, pseudonym: str) -> Problem:
    """No two persons or cases share a pseudonym."""
    return Problem(place, "", f"two different texts would both become {pseudonym}", "Make a new key.")


class Pseudonyms:
    """Gives the same text the same pseudonym wherever the key is the same (pseudonymer).

    The first ten characters of the base32 of HMAC-SHA256(key, text). It keeps what it gave, but no text.

    >>> names = Pseudonyms(bytes(range(32)))
    >>> names.of("Sag 12") == names.of("sag 12 "), names.of("Sag 12") == names.of("Sag 13")
    (True, False)
    """

    __slots__ = ("_given", "_key")

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._given: dict[str, bytes] = {}

    def of(self, text: str, who: Who = "citizen", *, place: Location = UNPLACED) -> str:
        """Give a text's pseudonym.

        Args:
            text: As it stands in the file.
            who: Whom it names; it shows in the pseudonym's prefix alone.
            place: Of the file or column, for the message.

        Raises:
            InputProblems: Another text already has it.
        """
        digest = hmac.new(self._key, same(text).encode(), hashlib.sha256).digest()
        code = base64.b32encode(digest).decode().lower()[:LENGTH]
        if self._given.setdefault(code, digest) != digest:
            raise InputProblems([pseudonyms_are_distinct(place, PREFIXES[who] + code)])
        return PREFIXES[who] + code


def same(text: str) -> str:
    """Write a text so that ways to write the same become one: blanks, capitals, a CPR number's hyphen and nought.

    >>> same(" Hus  Å"), same("10590" + "1234") == same("010590" + "-" + "1234")
    ('hus å', True)
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    return ten_digits(text) or unicodedata.normalize("NFKC", plain.casefold())


def key_from(path: Path, *, forbidden: Sequence[Path]) -> bytes:
    """Read the key of pseudonyms: hex, base64 or bytes as they are.

    Args:
        path: Its file.
        forbidden: Folders it must not lie in, such as the project's and the output's.

    Raises:
        InputProblems: There is none, it is no random key of 32 bytes, or it lies in one of the folders.
    """
    _refuse_beside(path, forbidden)
    if not path.is_file():
        raise InputProblems([pseudonym_keys_are_secret(path, "there is no such key file")])
    try:
        key = _decoded(path.read_bytes())
    except OSError as error:
        raise InputProblems([pseudonym_keys_are_secret(path, error.strerror or "the key cannot be read")]) from error
    if why := _weakness(key):
        raise InputProblems([pseudonym_keys_are_secret(path, why)])
    return key


def _refuse_beside(path: Path, forbidden: Sequence[Path]) -> None:
    real = Path(os.path.realpath(path))
    if any(real.is_relative_to(os.path.realpath(folder)) for folder in forbidden):
        raise InputProblems([pseudonym_keys_are_secret(path, "the key lies beside the exports or what is written")])


def _decoded(content: bytes) -> bytes:
    """Give the bytes that hex or base64 stand for; other text is a pass phrase, and no key."""
    text = b"".join(content.splitlines()).strip()
    if not _PRINTABLE.fullmatch(content):
        return content
    if _HEX.fullmatch(text):
        return bytes.fromhex(text.decode())
    if _BASE64.fullmatch(text):
        return _from_base64(text)
    return b""


def _from_base64(text: bytes) -> bytes:
    bare = text.rstrip(b"=")
    try:
        return base64.b64decode(bare + b"=" * (-len(bare) % 4), altchars=b"-_" if set(bare) & set(b"-_") else None)
    except binascii.Error:
        return b""


def _weakness(key: bytes) -> str:
    if len(key) < LEAST:
        return f"the key has under {LEAST} random bytes, as hex, base64 or binary"
    return "the key repeats itself; it is not random" if len(set(key)) < LEAST_DIFFERENT else ""


def new_key(path: Path, *, forbidden: Sequence[Path] = ()) -> None:
    """Write a fresh key as hex, readable by its owner alone; an existing file is never written over.

    Args:
        path: Its file.
        forbidden: Folders it must not lie in.

    Raises:
        InputProblems: The file exists or cannot be written, or it lies in one of the folders.
    """
    _refuse_beside(path, forbidden)
    if path.exists():
        raise InputProblems([new_keys_replace_none(path)])
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise InputProblems([pseudonym_keys_are_secret(path, error.strerror or "the key cannot be written")]) from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(f"{os.urandom(LEAST).hex()}\n")
