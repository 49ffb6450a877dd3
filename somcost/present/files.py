"""Files written whole or not at all."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from somcost.problems import InputProblems, Location, Problem, check


@check
def output_can_be_written(path: Path, why: str) -> Problem:
    """The folder of an output exists and may be written to, and the output is no folder."""
    missing = next((folder for folder in reversed(path.parents) if not folder.exists()), None)
    advice = "Name a file in a folder you may write to." if missing is None else f"Make the folder {missing} first."
    return Problem(Location(str(path)), "", f"cannot be written: {why}", advice)


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Write a file beside its place and move it there when it is whole.

    Args:
        path: Where the file is to stand.
        write: Writes it to the path it is given.

    Raises:
        InputProblems: The file cannot be written; nothing is left behind.
    """
    if path.is_dir():
        raise InputProblems([output_can_be_written(path, "it is a folder")])
    try:
        handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.stem}-", suffix=path.suffix)
    except OSError as error:
        raise InputProblems([output_can_be_written(path, error.strerror or str(error))]) from error
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path.resolve())
    except Exception as error:
        # A writer of workbooks wraps the system's error in one of its own.
        cause = next((each for each in (error, *error.args) if isinstance(each, OSError)), None)
        if cause is None:
            raise
        raise InputProblems([output_can_be_written(path, cause.strerror or str(cause))]) from error
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
