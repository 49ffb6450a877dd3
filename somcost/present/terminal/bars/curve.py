"""A cost curve as text: a table a line, a row a point."""

from collections.abc import Iterator, Sequence

from somcost.present.language import say
from somcost.present.pictures.data import CurvePicture
from somcost.present.pictures.digits import coarse, written
from somcost.present.pictures.parts import Value
from somcost.present.pictures.span import Limits, span
from somcost.present.pictures.words import AS_CALCULATED, NOT_FROM_ZERO
from somcost.present.terminal.bars.layout import Layout
from somcost.present.terminal.bars.track import DASHED, FULL, LINE, Track
from somcost.present.terminal.view import MISSING, Table

MOST_POINTS, FINE = 24, 1_000


def curve(picture: CurvePicture, language: str) -> Iterator[Table]:
    """Show a cost curve; of long lines about two dozen points."""
    target = picture.target.value.defined if picture.target else None
    levels = [y.defined for line in picture.curves for _, y in line.points]
    limits = span([*levels, target], zero=picture.from_zero)
    notes = [
        *([f"{say(AS_CALCULATED, language)}: {picture.base.text}"] if picture.base else []),
        *([f"{DASHED} {picture.target}"] if picture.target else []),
        *([say(NOT_FROM_ZERO, language)] if limits[0] > 0 else []),
    ]
    for line in picture.curves:
        points = thinned(line.points)
        layout = Layout(
            picture,
            [picture.across.label, f"{line.label}: {picture.axis.label}", ""],
            written(coarse([x for x, _ in points], FINE), picture.across, language),
            [[MISSING if y.defined is None else y.text] for _, y in points],
        )
        tracks = [_track(y.defined, limits, target, layout.length) for _, y in points]
        yield layout.table(tracks, notes)


def thinned(points: Sequence[tuple[float, Value]]) -> Sequence[tuple[float, Value]]:
    """Give every so-manyth point, the first and the last among them.

    >>> found = thinned([(float(x), Value(x, str(x))) for x in range(60)])
    >>> len(found), found[0][0], found[-1][0]
    (24, 0.0, 59.0)
    """
    if len(points) <= MOST_POINTS:
        return points
    last = len(points) - 1
    return [points[round(number * last / (MOST_POINTS - 1))] for number in range(MOST_POINTS)]


def _track(y: float | None, limits: Limits, target: float | None, length: int) -> Track:
    track = Track(limits, length)
    begin = max(limits[0], 0.0)
    track.bar(begin, begin if y is None else y, FULL)
    track.mark(begin, LINE)
    track.mark(target, DASHED)
    return track
