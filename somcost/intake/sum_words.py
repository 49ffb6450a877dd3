"""What a row says of itself that makes it none of a table's own: a sum, an average, a norm, a balance."""

import re
from collections.abc import Sequence

from somcost.read.cells import Content, as_text

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
    if not filled:
        return False
    return BEGINS.match(filled[0]) is not None or any(
        IS_ALONE.fullmatch(each) or ENDS.fullmatch(each) for each in filled
    )


def is_balance(row: Sequence[Content]) -> bool:
    """Whether a row of an account says that it is a balance, or carries one over."""
    return any(isinstance(cell, str) and BALANCE.fullmatch(cell.strip()) for cell in row)
