"""A track: a line of characters on which numbers have their places."""

from somcost.present.pictures.span import Limits

FULL, LIGHT, DOT, HOLLOW, LINE, DASHED, CUT = "█", "░", "●", "◇", "│", "┆", "╱"


class Track:
    """A line of blanks to draw on, with a number's place at its first and its last character."""

    def __init__(self, limits: Limits, length: int) -> None:
        self.limits, self._signs = limits, [" "] * length

    def place(self, number: float) -> int:
        """Give the character that a number falls on, rounded half up.

        >>> Track((0.0, 10.0), 11).place(4.5)
        5
        """
        (low, high), last = self.limits, len(self._signs) - 1
        return min(max(int((number - low) / (high - low) * last + 0.5), 0), last)

    def bar(self, begin: float, end: float, sign: str) -> None:
        """Fill from beside one number up to another; at least one character where they differ.

        >>> track = Track((0.0, 4.0), 5)
        >>> track.bar(1.0, 3.0, "=")
        >>> str(track)
        '  == '
        """
        step = (end > begin) - (end < begin)
        first, last = self.place(begin) + step, self.place(end)
        for place in {first, *range(first, last + step, step)} if step else ():
            if 0 <= place < len(self._signs):
                self._signs[place] = sign

    def mark(self, number: float | None, sign: str, *, behind: bool = False) -> None:
        """Put a sign at a number if it is defined; behind what stands there if told so."""
        if number is not None and not (behind and self._signs[self.place(number)] != " "):
            self._signs[self.place(number)] = sign

    def __str__(self) -> str:
        return "".join(self._signs)
