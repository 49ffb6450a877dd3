"""What a number may mean as it is typed: 12.500 is twelve and a half, or in Danish twelve thousand five hundred."""

import re

THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


def both_readings(text: str) -> tuple[str, str]:
    """Give a number that may be thousands without a doubt: as thousands, and with its decimals.

    >>> both_readings("12.500")
    ('12500', '12.5000')
    """
    return re.sub("[.,]", "", text), f"{text.replace(',', '.')}0"
