"""A distribution as text: a row a bin, its share, and the quantiles that lie in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from somcost.present.numbers import Numbers
from somcost.present.pictures.data import DistributionPicture
from somcost.present.pictures.digits import coarse, written
from somcost.present.pictures.parts import Mark
from somcost.present.pictures.span import Limits, span
from somcost.present.terminal.bars.layout import Layout, cut
from somcost.present.terminal.bars.track import FULL, LIGHT, LINE, Track
from somcost.present.terminal.view import Table

MOST_BINS, MOST_NAMES, FINE = 20, 20, 100
Bin = tuple[Limits, float]


def distribution(picture: DistributionPicture, language: str) -> Iterator[Table]:
    """Show a distribution; the numbers at the left are where each bin begins."""
    bins = fewer_bins(picture.edges, picture.counts)
    threshold = picture.threshold.value.defined if picture.threshold else None
    marks = [*picture.quantiles, *([picture.threshold] if picture.threshold else [])]
    total = sum(count for _, count in bins) or 1.0
    layout = Layout(
        picture,
        [picture.axis.label, picture.count_axis.label, "", ""],
        written(coarse([*(low for (low, _), _ in bins), *picture.edges[-1:]], FINE), picture.axis, language)[:-1],
        [[f"{Numbers(language).plain(100 * count / total, 1)} %", names(limits, marks)] for limits, count in bins],
    )
    longest = span([count for _, count in bins], zero=True)
    tracks = []
    for (low, high), count in bins:
        track = Track(longest, layout.length)
        track.bar(0.0, count, LIGHT if threshold is not None and (low + high) / 2 >= threshold else FULL)
        track.mark(0.0, LINE)
        tracks.append(track)
    above = [f"{LIGHT} > {picture.threshold}"] if picture.threshold else []
    yield layout.table(tracks, above, words=(0, 1, 3))


def fewer_bins(edges: Sequence[float], counts: Sequence[float]) -> list[Bin]:
    """Join neighbours until there are at most 20 bins.

    >>> bins = fewer_bins(range(42), [1] * 41)
    >>> len(bins), bins[0], bins[-1]
    (14, ((0, 3), 3), ((39, 41), 2))
    """
    joined = -(-len(counts) // MOST_BINS) or 1
    starts = range(0, len(counts), joined)
    ends = [edges[start] for start in starts] + list(edges[-1:])
    return [(limits, sum(counts[start : start + joined])) for limits, start in zip(pairwise(ends), starts, strict=True)]


def names(limits: Limits, marks: Sequence[Mark]) -> str:
    """Name the marks that lie in a bin."""
    low, high = limits
    found = ", ".join(
        mark.label for mark in marks if mark.value.defined is not None and low <= mark.value.defined < high
    )
    return cut(found, MOST_NAMES)
