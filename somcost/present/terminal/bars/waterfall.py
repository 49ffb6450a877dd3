"""A waterfall as text: each bar begins where the one above ends."""

from collections.abc import Iterator

from somcost.present.language import say
from somcost.present.pictures.data import WaterfallPicture
from somcost.present.pictures.levels import axis_span, steps
from somcost.present.pictures.words import LOWERS, NOT_FROM_ZERO, RAISES
from somcost.present.terminal.bars.layout import Layout
from somcost.present.terminal.bars.track import CUT, FULL, LIGHT, LINE, Track
from somcost.present.terminal.view import Table


def waterfall(picture: WaterfallPicture, language: str) -> Iterator[Table]:
    """Show a waterfall."""
    bars = steps(picture)
    limits, cut = axis_span(picture, bars)
    layout = Layout(
        picture,
        ["", picture.axis.label, ""],
        [bar.part.label for bar in bars],
        [[bar.part.value.text] for bar in bars],
    )
    tracks = []
    for bar in bars:
        track = Track(limits, layout.length)
        track.bar(max(bar.begin, limits[0]), bar.end, FULL if bar.total or bar.end > bar.begin else LIGHT)
        track.mark(limits[0] if cut else 0.0, CUT if cut else LINE, behind=not bar.total)
        tracks.append(track)
    signs = f"{FULL} {say(RAISES, language)}, {LIGHT} {say(LOWERS, language)}"
    yield layout.table(tracks, [signs, *([f"{CUT} {say(NOT_FROM_ZERO, language)}"] if cut else [])])
