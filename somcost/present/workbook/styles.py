"""The look of the workbook: inputs visibly inputs, one number format a unit."""

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook

KR = '#,##0 "kr."'
NUMBER_FORMATS = {
    "kr": KR,
    "kr/year": KR,
    "kr/month": KR,
    "kr/hour": '#,##0.00 "kr."',
    "share": "0.0%",
    "date": "dd-mm-yyyy",
    "month": "mmm yyyy",
    "days": "#,##0",
    "hours": "#,##0.00",
    "hours/year": "#,##0",
    "hours/day": "0.0",
    "count": "#,##0",
    "months": "0.00",
    "citizens": "#,##0.##",
    "participants": "0.0#",
    "per year": "0.00",
    "person-years": "0.00",
    "fte": "0.00",
    "year": "0",
    "tolerance": "0.0E+00",
    "difference": "0.00",
}
INK, ACCENT, PALE, INPUT_FILL, INPUT_INK, LINE = "#1F2933", "#1B4B72", "#E8EEF4", "#FFF8DC", "#0B3D91", "#B8C4CE"
GOOD, BAD = "#E3F4E6", "#F9DADA"


def _said(told: str, number: str) -> str:
    """Give a number's format with what is said round it, the sign beside the number.

    >>> _said("mindst {amount}", "#,##0")
    '"mindst "#,##0;"mindst "-#,##0'
    """
    before, _, after = (f'"{part}"' if part else "" for part in told.partition("{amount}"))
    return f"{before}{number}{after};{before}-{number}{after}" if before or after else number


@dataclass(slots=True)
class Styles:
    """Hands out the workbook's cell formats, each made once."""

    book: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}
            self._made[key] = self.book.add_format(base | properties)
        return self._made[key]

    def number(self, unit: str, *, given: bool = False, strong: bool = False, told: str = "{amount}") -> Any:
        """Format a number by its unit; `given` marks what a user may change, `told` what is said round it."""
        look: dict[str, Any] = {"num_format": _said(told, NUMBER_FORMATS.get(unit, "#,##0.00"))}
        if given:
            look |= {"font_color": INPUT_INK, "bg_color": INPUT_FILL, "border": 1, "border_color": LINE}
        if strong:
            look |= {"bold": True, "top": 1, "top_color": LINE}
        return self._format(**look)

    def text(
        self, *, given: bool = False, wrap: bool = False, strong: bool = False, quiet: bool = False, indent: int = 0
    ) -> Any:
        """Format text."""
        look: dict[str, Any] = {"text_wrap": wrap, "indent": indent}
        if given:
            look |= {"font_color": INPUT_INK, "bg_color": INPUT_FILL, "border": 1, "border_color": LINE}
        if strong:
            look["bold"] = True
        if quiet:
            look |= {"font_color": "#5F6C78", "italic": True}
        return self._format(**look)

    def title(self) -> Any:
        """Format a sheet's title."""
        return self._format(bold=True, font_size=16, font_color=ACCENT)

    def section(self) -> Any:
        """Format the heading of a block."""
        return self._format(bold=True, font_size=12, font_color=ACCENT)

    def heading(self, *, right: bool = False) -> Any:
        """Format a column's heading."""
        return self._format(
            bold=True,
            text_wrap=True,
            bg_color=ACCENT,
            font_color="#FFFFFF",
            valign="vcenter",
            align="right" if right else "left",
        )

    def mark(self) -> Any:
        """Format what stands where a number would."""
        return self._format(align="right")

    def verdict(self) -> Any:
        """Format the word that says whether a check holds."""
        return self._format(bold=True, align="center")

    def dash(self) -> Any:
        """Format what is not known as a dash."""
        return self.book.add_format({"num_format": '"–";"–";"–"'})

    def fill(self, colour: str) -> Any:
        """Format a cell that a condition colours."""
        return self.book.add_format({"bg_color": colour})
