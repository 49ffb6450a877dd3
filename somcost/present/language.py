"""The words of a report in its reader's language: Danish first, English too."""

import gettext
from functools import cache
from pathlib import Path
from typing import Literal

Code = Literal["da", "en"]
LOCALE = Path(__file__).parent / "locale"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "to be translated where it is shown"
    """Mark a text for translation where it is shown."""
    return message


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Give the language's catalogue; English is what stands in the code."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("somcost", LOCALE, languages=[language])


def say(message: str, language: str) -> str:
    """Say a text in a language.

    >>> say("Annual operating cost", "da")
    'Årlige driftsomkostninger'
    """
    return catalogue(language).gettext(message) if message else ""
