"""Sums kept for the next run: Parquet in the user's cache, used only while file, reading and version are the same."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from somcost.read.sums.plan import Plan

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = 2
"""Of what is kept; a new number leaves all that was kept before unused."""
_HASH = b"sha256"


def cache_folder() -> Path:
    """Give the folder: $SOMCOST_CACHE, else somcost in $XDG_CACHE_HOME, else in the system's usual place for caches."""
    if stated := os.environ.get("SOMCOST_CACHE"):
        return Path(stated)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "somcost" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "somcost"


def place_of(plan: Plan, turns: Sequence[date]) -> Path:
    """Give the file that a reading's sums are kept in: named after all they depend on but its bytes."""
    said = (FORMAT, version("somcost"), str(plan.path.resolve()), repr(plan), [str(turn) for turn in turns])
    return cache_folder() / f"{hashlib.sha256(repr(said).encode()).hexdigest()[:32]}.parquet"


def kept_sums(place: Path, sha256: str) -> "pa.Table | None":
    """Give the sums kept of a file with these bytes; None where there are none, or they cannot be read."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and only large files need it
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    try:
        found = pq.read_table(place)
    except (OSError, pa.ArrowException):
        return None
    said = found.schema.metadata or {}
    return found if said.get(_HASH) == sha256.encode() else None


def keep_sums(place: Path, sums: "pa.Table", sha256: str) -> None:
    """Keep sums, whole or not at all; a cache that cannot be written to is none."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    said = sums.replace_schema_metadata({_HASH: sha256.encode()})
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, suffix=".part")
        os.close(handle)
        try:
            pq.write_table(said, name)
            Path(name).replace(place)
        finally:
            Path(name).unlink(missing_ok=True)
