"""Sums kept for the next run: Parquet in the user's cache, used only while file, reading and version are the same."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from somcost.model.reading import EngineName
from somcost.read.sums.counted import Sums
from somcost.read.sums.plan import Plan
from somcost.read.sums.shelves import shelf_of

FORMAT = 2
"""Of what is kept; a new number leaves all that was kept before unused."""


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


def kept_sums(place: Path, sha256: str, *, engine: EngineName) -> Sums | None:
    """Give the sums kept of a file with these bytes; None where there are none, or they cannot be read."""
    found = shelf_of(engine).taken(place)
    return found[1] if found is not None and found[0] == sha256 else None


def keep_sums(place: Path, sums: Sums, sha256: str, *, engine: EngineName) -> None:
    """Keep sums, whole or not at all; a cache that cannot be written to is none."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:  # which only its owner may look into
            part = Path(folder, place.name)
            shelf_of(engine).put(part, sums, sha256)
            part.chmod(0o600)
            part.replace(place)
