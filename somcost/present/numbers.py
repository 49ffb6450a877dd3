"""Numbers as a reader sees them: rounded half away from zero, only here, in the reader's own marks."""

import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from babel import Locale
from babel.numbers import format_decimal

THOUSAND, MILLION = 1_000, 1_000_000
DAY_ZERO = dt.date(1899, 12, 30)
AS_LONG_AS_ANY = Context(prec=400)
"""Digits enough for every number that a machine holds."""
UNDER_HALF = 0.005
"""A share that rounds to 0 percent, and is none where it is more than nothing."""
KR_DECIMALS, DECIMALS = 2, 4
"""Decimals of a figure that is explained: øre, and enough of a share or a count to be followed."""


def rounded(value: float, unit: int | Decimal = 1) -> Decimal:
    """Round half away from zero to a unit.

    >>> rounded(58_286.5), rounded(-2.5), rounded(368_215.4, 1_000)
    (Decimal('58287'), Decimal('-3'), Decimal('368000'))
    """
    step = Decimal(unit)
    steps = (Decimal(format(value, ".15g")) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP, context=AS_LONG_AS_ANY)
    return steps * step + 0  # what rounds to nothing has no sign


@dataclass(frozen=True, slots=True)
class Numbers:
    """Writes numbers in one language, kr rounded to a unit; `unit` 0 writes all digits."""

    language: str = "da"
    unit: int = 1_000

    def plain(self, value: float | Decimal, decimals: int = 0) -> str:
        """Write a number with a fixed count of decimals.

        >>> Numbers("da").plain(1_234.5, 1)
        '1.234,5'
        """
        number = rounded(float(value), Decimal(1).scaleb(-decimals))
        shape = "#,##0." + "0" * decimals if decimals else "#,##0"
        return format_decimal(number, shape, locale=_locale(self.language))

    def exact(self, value: float) -> str:
        """Write every digit there is.

        >>> Numbers("da").exact(368215.41602189536)
        '368.215,41602189536'
        """
        whole, _, fraction = format(Decimal(repr(float(value))), "f").partition(".")
        digits = format_decimal(abs(int(whole)), "#,##0", locale=_locale(self.language))
        mark = "," if self.language == "da" else "."
        sign = "-" if value < 0 else ""
        return f"{sign}{digits}{mark}{fraction}" if fraction.strip("0") else f"{sign}{digits}"

    def kr(self, value: float) -> str:
        """Write an amount in kr, rounded to the unit."""
        return self.plain(rounded(value, self.unit)) if self.unit else self.exact(value)

    def annual(self, value: float) -> str:
        """Write an annual cost: in millions with one decimal from a million on, where kr are rounded to thousands.

        >>> Numbers("da").annual(2_790_685.26), Numbers("da").annual(201_000)
        ('2,8 mio.', '201.000')
        """
        if not self.in_millions(value):
            return self.kr(value)
        return f"{self.plain(value / MILLION, 1)} {'mio.' if self.language == 'da' else 'm'}"

    def in_millions(self, value: float) -> bool:
        """Whether an annual cost is written in millions; a unit below a thousand asks for the kr."""
        return self.unit >= THOUSAND and abs(value) >= MILLION

    def percent(self, share: float, *, decimals: int = 0) -> str:
        """Write a share in percent; a whole number of them without decimals.

        >>> Numbers("da").percent(0.7097), Numbers("da").percent(0.07, decimals=1)
        ('71 %', '7 %')
        >>> Numbers("da").percent(0.0035), Numbers("da").percent(0.0)
        ('under 1 %', '0 %')
        """
        if self.unit and not decimals and 0 < share < UNDER_HALF:
            return "under 1 %"
        percent = rounded(share * 100, Decimal(1).scaleb(-decimals)) if self.unit else share * 100
        return f"{self.count(percent, decimals)} %"

    def signed_percent(self, share: float) -> str:
        """Write a change in percent with its sign; whole percents without decimals."""
        percent = Decimal(format(share * 100, ".12g"))
        return f"{'+' if share > 0 else ''}{format_decimal(percent, '#,##0.######', locale=_locale(self.language))} %"

    def count(self, value: float | Decimal, decimals: int = 1) -> str:
        """Write a number of citizens, months or hours; a whole one without decimals."""
        if not self.unit:
            return self.exact(float(value))
        return self.plain(value, 0 if round(float(value), 9).is_integer() else decimals)

    def figure(self, value: float, unit: str) -> str:
        """Write a figure so that a pocket calculator can follow it: kr with øre, others with up to four decimals.

        >>> Numbers("da").figure(368_215.416, "kr"), Numbers("da").figure(14.0, "months")
        ('368.215,42', '14')
        >>> Numbers("da").figure(43_160.0, "date")
        '1. marts 2018'
        """
        if unit == "date":
            return self.day(DAY_ZERO + dt.timedelta(days=int(value)))
        if unit.startswith("kr"):
            return self.count(rounded(value, Decimal(1).scaleb(-KR_DECIMALS)), KR_DECIMALS)
        return self.plain(value, DECIMALS).rstrip("0").rstrip(",.")

    def day(self, date: dt.date) -> str:
        """Write a date.

        >>> Numbers("da").day(dt.date(2018, 3, 1))
        '1. marts 2018'
        """
        from babel.dates import format_date  # noqa: PLC0415 - few outputs hold a date

        return format_date(date, "long", locale=_locale(self.language))


def _locale(language: str) -> Locale:
    return Locale(language)
