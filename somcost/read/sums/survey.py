"""One pass over a file's bytes beside the engine's: their SHA-256, and what may make readers differ."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

CHUNK = 1 << 20
"""Bytes looked at in one go: few enough to stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a text file's bytes are.

    Attributes:
        sha256: Of all of them.
        is_plain: Whether each line is one row and each delimiter parts two cells: no quotes, one kind of line end.
    """

    sha256: str
    is_plain: bool


def surveyed(path: Path) -> Survey:
    """Look at every byte of a text file once.

    Raises:
        OSError: The file cannot be read.
    """
    hashed, plain, returns, ends = hashlib.sha256(), True, 0, 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            hashed.update(chunk)
            plain = plain and b'"' not in chunk and b"\0" not in chunk
            if b"\r" in chunk or returns:
                returns, ends = returns + chunk.count(b"\r"), ends + chunk.count(b"\n")
                plain = plain and returns - ends in (0, int(chunk.endswith(b"\r")))
    return Survey(hashed.hexdigest(), plain)


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file's bytes.

    Raises:
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def looks_like_utf8(head: bytes) -> bool:
    """Tell whether a file that begins so is UTF-8; a letter cut at the end of the head does not count against it."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True
