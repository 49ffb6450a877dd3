"""An end that is none: blank, a dash, or the last day of the year 9999."""

import re

from somcost.read.cells import Content, as_text

NEVER = re.compile(r"[-–—]+|.*(?<![0-9])9999(?![0-9]).*")
LONGEST = 40


def is_open_end(content: Content) -> bool:
    """Whether a cell says that there is no end yet.

    >>> is_open_end(""), is_open_end("-"), is_open_end("31-12-9999"), is_open_end("31-12-2019")
    (True, True, True, False)
    """
    text = as_text(content).strip()
    return not text or (len(text) <= LONGEST and NEVER.fullmatch(text) is not None)
