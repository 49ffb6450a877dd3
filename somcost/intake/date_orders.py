"""Whether dates begin with the day or with the month, and how sure that is, by all of them together."""

from collections.abc import Iterable
from dataclasses import dataclass

from somcost.intake.periods import period_of
from somcost.model.profiles import PeriodForm
from somcost.read.cells import Content

DAY_FIRST: PeriodForm = "dd-mm-yyyy"
MONTH_FIRST: PeriodForm = "mm-dd-yyyy"
ORDERS = (DAY_FIRST, MONTH_FIRST)
MANY = 0.3
"""The share of dates that only one order reads, so that an export is written so: of 30 days, 18 are above 12."""
FEW = 0.1
"""The share of these that the other order alone reads, so that they are faults, and told as such."""


@dataclass(frozen=True, slots=True)
class Order:
    """The order of day and month (dag og måned).

    Attributes:
        form: The likelier order, day first where nothing tells.
        is_sure: Whether nobody need be asked.
        telling: A date that shows the doubt, where there is one; "" elsewhere.
    """

    form: PeriodForm
    is_sure: bool
    telling: str = ""


def order_of(cells: Iterable[Content]) -> Order:
    """Find the order of day and month in different dates.

    Danish dates begin with the day. One that cannot is a fault of its own among many that do; that all begin with the
    month is believed of dates with slashes, as Americans write them, and only where many cannot begin with the day.

    >>> [order_of(dates.split()).form for dates in ("04-05-2018 13-05-2018", "04/05/2018 04/13/2018")]
    ['dd-mm-yyyy', 'mm-dd-yyyy']
    >>> order_of(["01-02-2018", "04-13-2018"]).is_sure
    False
    """
    texts = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    read = {text: [period_of(text, form=form) is not None for form in ORDERS] for text in texts}
    either = [cell for cell, (day, month) in read.items() if day or month]
    by_day = [cell for cell in either if not read[cell][1]]
    by_month = [cell for cell in either if not read[cell][0]]
    slashed = [cell for cell in either if "/" in cell]
    if len(by_month) <= FEW * len(by_day):
        is_told = bool(by_day) or not slashed
        return Order(DAY_FIRST, is_told, "" if is_told else slashed[0])
    if not by_day and slashed and len(by_month) >= MANY * len(either):
        return Order(MONTH_FIRST, is_sure=True)
    return Order(DAY_FIRST, is_sure=False, telling=by_month[0])
