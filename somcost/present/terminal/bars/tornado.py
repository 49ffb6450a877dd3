"""A tornado as text: bars to both sides of the base, the inputs' values beside them."""

from collections.abc import Iterator

from somcost.present.language import N_, say
from somcost.present.pictures.data import End, TornadoBar, TornadoPicture
from somcost.present.pictures.span import span
from somcost.present.pictures.words import AS_CALCULATED, AT_HIGH, AT_LOW
from somcost.present.terminal.bars.layout import Layout
from somcost.present.terminal.bars.track import FULL, LIGHT, LINE, Track
from somcost.present.terminal.view import MISSING, Table

LEAST = 8
"""Characters that bars have at least, however long the inputs' values are."""


def tornado(picture: TornadoPicture, language: str) -> Iterator[Table]:
    """Show a tornado."""
    base = picture.base.defined
    limits = span([base, *(end.result.defined for bar in picture.bars for end in (bar.low, bar.high))])
    layout = Layout(
        picture,
        [say(heading, language) for heading in (N_("Input"), "", N_("At low"), N_("At high"))],
        [bar.label for bar in picture.bars],
        [[bar.low.result.text, bar.high.result.text] for bar in picture.bars],
    )
    inputs = [beside(bar, base) for bar in picture.bars]
    before, after = (max((len(pair[side]) for pair in inputs), default=0) for side in (0, 1))
    tracks = []
    for bar, (left, right) in zip(picture.bars, inputs, strict=True):
        track = Track(limits, max(layout.length - before - after - 2, LEAST))
        _draw(track, bar, base)
        tracks.append(f"{left:>{before}} {track} {right}")
    notes = [
        f"{LIGHT} {say(AT_LOW, language)}, {FULL} {say(AT_HIGH, language)}",
        f"{LINE} {say(AS_CALCULATED, language)}: {picture.base.text}",
    ]
    yield layout.table(tracks, notes)


def _draw(track: Track, bar: TornadoBar, base: float | None) -> None:
    """Draw both bars from the base, the shorter over the longer where they lie on one side."""
    if base is None:
        return
    ends = ((bar.low.result.defined, LIGHT), (bar.high.result.defined, FULL))
    known = [(number, sign) for number, sign in ends if number is not None]
    for number, sign in sorted(known, key=lambda end: -abs(end[0] - base)):
        track.bar(base, number, sign)
    track.mark(base, LINE)


def beside(bar: TornadoBar, base: float | None) -> tuple[str, str]:
    """Give the inputs' values at the left and the right of a bar; both at one end where both bars go there.

    >>> from somcost.present.pictures import Value
    >>> beside(TornadoBar("", End("1.300", Value(9, "9")), End("1.500", Value(7, "7"))), 8)
    ('1.500', '1.300')
    >>> beside(TornadoBar("", End("0", Value(None, "–")), End("9", Value(7, "7"))), 8)
    ('9', '0: –')
    """
    ends = (bar.low, bar.high)
    low, high = (_side(end, base) for end in ends)
    texts = [end.input if end.result.defined is not None else f"{end.input}: {MISSING}" for end in ends]
    if low and low == high:
        by_result = sorted(zip(texts, ends, strict=True), key=lambda each: each[1].result.defined or 0.0)
        both = " · ".join(text for text, _ in by_result)
        return (both, "") if low < 0 else ("", both)
    return (texts[0], texts[1]) if (low or -high) <= 0 else (texts[1], texts[0])


def _side(end: End, base: float | None) -> int:
    number = end.result.defined
    return 0 if number is None or base is None else (number > base) - (number < base)
