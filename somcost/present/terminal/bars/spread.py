"""A spread as text: a dot a site, the means as lines."""

from collections.abc import Iterator

from somcost.present.language import say
from somcost.present.pictures.data import SpreadPicture
from somcost.present.pictures.span import span
from somcost.present.pictures.words import FAR, MISSING
from somcost.present.terminal.bars.layout import Layout
from somcost.present.terminal.bars.track import DASHED, DOT, HOLLOW, LINE, Track
from somcost.present.terminal.view import Table

MEANS = (LINE, DASHED, "║", "╎")


def spread(picture: SpreadPicture, language: str) -> Iterator[Table]:
    """Show a spread."""
    means = list(zip(MEANS, picture.means, strict=False))
    limits = span([*(site.value.defined for site in picture.sites), *(mean.value.defined for _, mean in means)])
    missing = say(MISSING, language)
    layout = Layout(
        picture,
        ["", picture.axis.label, ""],
        [site.label for site in picture.sites],
        [[missing if site.value.defined is None else site.value.text] for site in picture.sites],
    )
    tracks = []
    for site in picture.sites:
        track = Track(limits, layout.length)
        for sign, mean in means:
            track.mark(mean.value.defined, sign)
        track.mark(site.value.defined, HOLLOW if site.outlier else DOT)
        tracks.append(track)
    far = [f"{HOLLOW} {say(FAR, language)}"] if any(site.outlier for site in picture.sites) else []
    yield layout.table(tracks, [*(f"{sign} {mean}" for sign, mean in means), *far])
