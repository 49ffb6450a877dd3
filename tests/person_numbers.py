"""CPR numbers made when a test runs, so that none stands in the repository."""

import datetime as dt
import random

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2)
SEVENTH = ((1858, "5678"), (1900, "0123"), (1937, "012349"), (2000, "456789"), (2037, "5678"))


def person_number(seed: int, *, day_from: int = 1, days_more: int = 0, valid: bool = True) -> str:
    """Make ten digits: a birthday between 1858 and 2057, its century, and a check digit that holds or does not."""
    chance = random.Random(seed)
    while True:
        born = dt.date(1858, 1, 1) + dt.timedelta(chance.randrange(73_048))
        seventh = chance.choice(max(pair for pair in SEVENTH if pair[0] <= born.year)[1])
        nine = f"{born.day + days_more:02}{born:%m%y}{seventh}{chance.randrange(100):02}"
        last = -sum(int(digit) * weight for digit, weight in zip(nine, WEIGHTS, strict=True)) % 11
        if last < 10 and born.day >= day_from:
            return f"{nine}{last if valid else (last + chance.randrange(1, 10)) % 10}"


def parted(number: str, by: str = "-") -> str:
    """Put something after the sixth digit."""
    return number[:6] + by + number[6:]
