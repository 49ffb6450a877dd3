"""From an export nobody has described to how it is to be read, and to what a person must say about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from somcost.intake.doubts import doubts_of
from somcost.intake.said import Said
from somcost.intake.sheet import Sheet
from somcost.intake.sheet_guess import Guess, guess_of
from somcost.intake.understood import Doubt, Understood
from somcost.model.assumptions import JobGroup
from somcost.read.cells import quoted
from somcost.validate.nearest import listed


def understand(
    sheets: Sequence[Sheet], groups: Mapping[str, JobGroup], *, name: str, said: Said | None = None
) -> Understood | None:
    """Find out how an export is to be read.

    Args:
        sheets: The sheets of the file.
        groups: The assumption set's job groups.
        name: A name for the profile.
        said: What a person has said about it.

    Returns:
        What was understood, of the sheet that was understood best; None where no sheet has a table.
    """
    guesses = [guess for sheet in sheets if (guess := guess_of(sheet, groups, said or Said())) is not None]
    best = max(guesses, default=None, key=lambda guess: guess.clarity)
    if best is None:
        return None
    found = _understood(best, name, [sheet.name for sheet in sheets if sheet is not best.sheet])
    alike = [guess.sheet.name for guess in guesses if guess is not best and guess.holds_rows]
    holds = best.kind.holds
    if not alike or best.said.sheets:
        return found
    hold = "holds a table" if len(alike) == 1 else "hold tables"
    every = [sheet.name for sheet in sheets if sheet.name in (best.sheet.name, *alike)]
    advice = f"Say --sheet for each that is meant: {' '.join(f'--sheet {quoted(each)}' for each in every)}."
    doubt = Doubt("sheet", f"{listed(map(quoted, alike))} {hold} of {holds} too", advice, choices=tuple(every))
    return replace(found, doubts=[*found.doubts, doubt])


def _understood(guess: Guess, name: str, others: Sequence[str]) -> Understood:
    profile = guess.profile(name, others)
    return Understood(guess.sheet, others, guess.region, guess.columns, guess.matched, profile, doubts_of(guess))
