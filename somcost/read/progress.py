"""Who is told how many rows of a file have been read, while they are: nobody, unless somebody watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watcher = Callable[[str, int], None]
"""Takes a file's name and how many more rows of it have been read."""
_WATCHER: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Tell somebody of the rows that are read meanwhile.

    >>> told = []
    >>> with watched(lambda file, rows: told.append((file, rows))):
    ...     rows_are_read("time.csv", 200)
    >>> rows_are_read("time.csv", 200)
    >>> told
    [('time.csv', 200)]
    """
    before = _WATCHER.set(watcher)
    try:
        yield
    finally:
        _WATCHER.reset(before)


def rows_are_read(file: str, rows: int) -> None:
    """Tell of rows that have been read."""
    watcher = _WATCHER.get()
    if watcher is not None:
        watcher(file, rows)
