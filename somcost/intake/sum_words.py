"""What a row says of itself that makes it none of a table's own: a sum, an average, a norm, a balance."""

import re
from collections.abc import Sequence
from functools import lru_cache

from somcost.read.cells import Content, as_text

REMEMBERED = 10_000
"""Texts of which the answer is kept: days, names and job groups come again and again."""
SUMS = "i alt|ialt|total|totalen|sub-?total|hovedtotal|hovedsum|delsum|mellemsum|mellemtotal|sum|summen|samlet|samlede"
NORMS = (
    "gennemsnit|gennemsnitlig|gns|snit|middel|middelværdi|median|norm|normtid|normtimer|saldo|flekssaldo|flexsaldo|"
    "difference|afvigelse|procent|pct|andel"
)
SIGN = r"\s*[∑Σ]"
BEGINS = re.compile(rf"(?i)(?:{SIGN}|\W*(?:{SUMS}|{NORMS})\b)")
IS_ALONE = re.compile(
    rf"(?i){SIGN}.*|\W*(?:(?:{SUMS}|{NORMS})\W*|(?:i alt|ialt|subtotal|hovedtotal|total tid|sum tid)\b.*)"
)
ENDS = re.compile(
    r"(?i).{1,60}\b(?:i alt|ialt|total|sub-?total|hovedtotal|hovedsum|delsum|mellemsum|mellemtotal|sum|samlet)\W*"
)
"""How the first cell of a row begins, what any other cell is, and how any cell ends, that makes the row a sum."""
BALANCE = re.compile(r"(?i)\W*((primo|ultimo)(\W*saldo)?|saldo\b.*|overført( fra)? .*)\W*")


def says_sum(row: Sequence[Content]) -> bool:
    """Whether a row says that it sums others up, or is their average, norm or balance.

    >>> [says_sum([text]) for text in ("I alt", "Januar i alt", "Mellemsum", "∑", "Normtid", "Summer", "Alt i alt ok")]
    [True, True, True, True, True, False, False]
    """
    filled = [cell.strip() if isinstance(cell, str) else "" for cell in row if as_text(cell).strip()]
    return bool(filled) and (_begins(filled[0]) or any(map(_says, filled)))


def is_balance(row: Sequence[Content]) -> bool:
    """Whether a row of an account says that it is a balance, or carries one over."""
    return any(isinstance(cell, str) and _is_balance(cell.strip()) for cell in row)


@lru_cache(REMEMBERED)
def _begins(text: str) -> bool:
    return BEGINS.match(text) is not None


@lru_cache(REMEMBERED)
def _says(text: str) -> bool:
    return IS_ALONE.fullmatch(text) is not None or ENDS.fullmatch(text) is not None


@lru_cache(REMEMBERED)
def _is_balance(text: str) -> bool:
    return BALANCE.fullmatch(text) is not None
