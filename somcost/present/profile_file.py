"""An import profile as a file, with what to look at when it is reviewed."""

from collections.abc import Iterator
from pathlib import Path

from somcost.intake.imported import Imported
from somcost.present.files import write_atomically
from somcost.read.profiles import profile_text


def write_profile(imported: Imported, path: Path) -> None:
    """Write how exports were understood, with what is in doubt above it.

    Raises:
        InputProblems: The file cannot be written.
    """
    text = profile_text(imported.profile, list(_notes(imported)))
    write_atomically(path, lambda to: _write(to, text))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _notes(imported: Imported) -> Iterator[str]:
    """Say what a reviewer should look at; of the export's own cells only its headings and words for job groups."""
    yield "An import profile: how an export is read. Review it, and keep it for the next export."
    understood = imported.understood
    for each in understood.columns if understood else ():
        if each.meaning is not None and each.confidence < 1:
            yield f"{each.meaning}: {each.heading}, {each.confidence:.0%} sure"
    for doubt in [*(understood.doubts if understood else ()), *imported.questions]:
        yield f"In doubt, {doubt.key}: {doubt.found}. {doubt.advice}"
