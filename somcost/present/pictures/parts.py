"""What pictures are made of: numbers with the texts that say them, axes, marks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A number and the text that says it.

    Attributes:
        number: The number; None or not a number where it is not defined.
        text: The number as a reader sees it: `368.000`, `+12 %`; `–` where it is not defined.
    """

    number: float | None
    text: str

    @property
    def defined(self) -> float | None:
        """The number if it is defined.

        >>> Value(4.0, "4").defined, Value(float("nan"), "–").defined
        (4.0, None)
        """
        return self.number if self.number is not None and math.isfinite(self.number) else None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of numbers.

    Attributes:
        label: What it shows, with its unit: `Omkostning pr. familie, kr.`
        percent: Whether its numbers are shares that are written in percent.
    """

    label: str
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A value drawn as a line across the picture: a quantile, a budget, a mean.

    Attributes:
        label: What it is called: `Median`, `Budget, overskredet i 12 %`.
        value: Where it lies.
    """

    label: str
    value: Value

    def __str__(self) -> str:
        return f"{self.label}: {self.value.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Captioned:
    """What stands round every picture.

    Attributes:
        title: What is shown: the result's name.
        subtitle: Price level, unit, rounding.
        notes: Lines below.
    """

    title: str
    subtitle: str = ""
    notes: Sequence[str] = ()
