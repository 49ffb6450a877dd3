"""What a terminal shows while the program works: what it does, and of long readings the rows and how fast."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath

LONG, OFTEN = 1.0, 0.2
"""Seconds until rows are shown, and between two times they are."""


@dataclass(slots=True)
class RowsShown:
    """Shows the rows of the file that is being read.

    Attributes:
        show: Shows a text in place of the one before.
        what: What the program does.
        clock: Gives the time in seconds.
    """

    show: Callable[[str], None]
    what: str
    clock: Callable[[], float] = time.monotonic
    file: str = ""
    rows: int = 0
    begun: float = field(init=False)
    shown: float = field(init=False)

    def __post_init__(self) -> None:
        self.begun = self.shown = self.clock()

    def __call__(self, file: str, rows: int) -> None:
        """Count rows that have been read."""
        now = self.clock()
        if file != self.file:
            self.file, self.rows, self.begun = file, 0, now
        self.rows += rows
        lasted = now - self.begun
        if lasted >= LONG and now - self.shown >= OFTEN:
            self.shown = now
            name, rate = PurePath(file).name, round(self.rows / lasted, -3)
            self.show(f"{self.what} {name}: {self.rows:,} rows, {rate:,.0f} rows/s")
