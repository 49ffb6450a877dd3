"""Amounts in kr as finance systems write them: 1.234,50- · (1.234,50) · kr. 1.234,50 · 500,-."""

import math
import re
from collections.abc import Iterable
from decimal import Decimal

from somcost.read.cells import Content, as_text
from somcost.read.number_cells import MARKS, Mark, decimal_number

UNIT = re.compile(r"(?:kr|dkk)\b\.?|\b(?:kr|dkk)\.?$")
NO_ORE = re.compile(r"(?<=[0-9])([.,])[-–—]{1,2}$")
"""What is written for no øre: 500,-."""
MINUS = "-−–"
LONGEST = 40
"""Characters that an amount has at most; longer cells are not looked at."""
DIGITS = ".15g"
"""The digits that a workbook's number has; those beyond are noise."""


def amount_of(content: Content, *, mark: Mark) -> Decimal | None:
    """Give the amount that a cell says, to the last øre; None where it says none.

    Args:
        content: The cell.
        mark: The decimal mark of numbers that are text.

    >>> [str(amount_of(text, mark=",")) for text in ("1.234,50-", "(1.234,50)", "kr. -1.234,50", "500,-", "ca. 5")]
    ['-1234.50', '-1234.50', '-1234.50', '500.00', 'None']
    """
    if isinstance(content, float):
        return Decimal(format(content, DIGITS)) if math.isfinite(content) else None
    found = _sign_and_digits(content) if isinstance(content, str) else None
    if found is None:
        return None
    is_negative, digits = found
    if decimal_number(digits, mark) is None:
        return None
    amount = Decimal(re.sub(rf"[^0-9{mark}]", "", digits).replace(mark, "."))
    return -amount if is_negative else amount


def is_amount(content: Content) -> bool:
    """Whether a cell says an amount with either decimal mark."""
    return any(amount_of(content, mark=mark) is not None for mark in MARKS)


def mark_of(contents: Iterable[Content]) -> Mark | None:
    """Give the decimal mark that a cell settles, since only one reading makes it an amount; None where none does.

    >>> mark_of(["1.234", "(12,50)"]), mark_of(["1.234", "12"])
    (',', None)
    """
    for content in contents:
        if isinstance(content, str):
            read = [mark for mark in MARKS if amount_of(content, mark=mark) is not None]
            if len(read) == 1:
                return read[0]
    return None


def is_unclear(content: Content) -> bool:
    """Whether a cell is another amount by the one decimal mark than by the other."""
    first, second = (amount_of(content, mark=mark) for mark in MARKS)
    return first is not None and second is not None and first != second


def _sign_and_digits(content: str) -> tuple[bool, str] | None:
    """Part an amount into whether it is negative and its digits; None where two signs stand."""
    text = " ".join(as_text(content).casefold().split())
    if len(text) > LONGEST:
        return None
    text = NO_ORE.sub(r"\g<1>00", UNIT.sub("", text).strip())
    in_brackets = text.startswith("(") and text.endswith(")")
    bare = UNIT.sub("", text[1:-1]).strip() if in_brackets else text
    before, after = bare[:1] in (*MINUS, "+"), bare[-1:] in (*MINUS, "+")
    if (before and after) or ((before or after) and in_brackets):
        return None
    sign = bare[:1] if before else bare[-1:] if after else ""
    digits = bare[1:] if before else bare[:-1] if after else bare
    return in_brackets or (sign != "" and sign in MINUS), UNIT.sub("", digits).strip()
