"""What an export was found to hold, and what about it is in doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from somcost.intake.job_groups import Match
from somcost.intake.layout import Region
from somcost.intake.sheet import Sheet
from somcost.model.profiles import ImportProfile, Meaning


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of an export and what it was taken for (kolonne).

    Attributes:
        number: Its place, from 0.
        heading: Its heading.
        meaning: What it is read as; None where it is left out.
        confidence: How sure that is, 0 to 1.
        form: How its cells are written, of dates, times and hours.
    """

    number: int
    heading: str
    meaning: Meaning | None = None
    confidence: float = 0.0
    form: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the file does not tell, and a person must (tvivl).

    Attributes:
        key: The profile's key that settles it.
        found: What was found.
        advice: What to write.
        about: The export's word that is in doubt, where it is one.
        choices: What it may be, where the file itself tells that.
        rows: How many rows hold the word, where that was counted.
    """

    key: str
    found: str
    advice: str
    about: str = ""
    choices: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Understood:
    """An export as it was understood.

    Attributes:
        sheet: The sheet that holds the table.
        others: Names of the other sheets.
        region: Where the table stands.
        columns: Every column with a heading, with what it was taken for.
        groups: The words for job groups or statuses, each with the one it is most like.
        profile: How the export is to be read.
        doubts: What must be settled before its rows can be used.
    """

    sheet: Sheet
    others: Sequence[str]
    region: Region
    columns: Sequence[ColumnGuess]
    groups: Mapping[str, Match]
    profile: ImportProfile
    doubts: Sequence[Doubt]
