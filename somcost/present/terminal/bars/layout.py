"""Tables of labels, tracks and texts, measured so that they fit 80 columns."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from somcost.present.pictures.parts import Captioned
from somcost.present.terminal.bars.track import Track
from somcost.present.terminal.view import Row, Table

COLUMNS, INDENT, BETWEEN = 80, 1, 3
MOST_LABEL, LEAST_LABEL, LEAST_TRACK, MOST_LINES = 26, 20, 16, 3


@dataclass(frozen=True, slots=True)
class Layout:
    """A table of labels, tracks and texts, measured so that it fits 80 columns.

    Attributes:
        headings: Over the labels, the tracks and the texts.
        texts: What stands at the right of each track.
    """

    picture: Captioned
    headings: Row
    labels: Sequence[str]
    texts: Sequence[Row]

    @property
    def length(self) -> int:
        """How long a track is."""
        return max(COLUMNS - INDENT - self._beside - BETWEEN - self._label, LEAST_TRACK)

    @property
    def _label(self) -> int:
        """The labels' width: what they need, what is allowed, what is left."""
        needed = max(map(cell_len, [self.headings[0], *self.labels]), default=0)
        left = COLUMNS - INDENT - self._beside - BETWEEN - LEAST_TRACK
        return max(min(needed, MOST_LABEL, left), min(needed, LEAST_LABEL))

    @property
    def _beside(self) -> int:
        columns = zip(self.headings[2:], *self.texts, strict=True)
        return sum(BETWEEN + max(map(cell_len, column)) for column in columns)

    def table(self, tracks: Sequence[Track | str], notes: Sequence[str], *, words: Sequence[int] = (0, 1)) -> Table:
        """Give the table; `words` are the columns that hold words."""
        label, length = self._label, self.length
        rows = [
            [broken(name, label), str(track), *texts]
            for name, track, texts in zip(self.labels, tracks, self.texts, strict=True)
        ]
        headings = [broken(self.headings[0], label), broken(self.headings[1], length), *self.headings[2:]]
        return Table(title(self.picture), headings, rows, [*notes, *self.picture.notes], words=words)


def title(picture: Captioned) -> str:
    """Give a picture's title with what stands below it in brackets."""
    below = picture.subtitle[:1].lower() + picture.subtitle[1:]
    return f"{picture.title} ({below})" if below else picture.title


def cut(text: str, width: int) -> str:
    """Give a text cut to a width.

    >>> cut("27.000.000 kr.", 8)
    '27.000.…'
    """
    return text if len(text) <= width else text[: width - 1] + "…"


def broken(text: str, width: int) -> str:
    """Give a text broken to lines of a width; after three of them it ends in an ellipsis."""
    lines = textwrap.wrap(" ".join(text.split()), width, max_lines=MOST_LINES, placeholder="…") if width else []
    return "\n".join(lines)
