"""Published figures beside those that the written rows give: on the screen and in each example's README."""

import re
from dataclasses import dataclass

from reconstruction.plain import COMPUTED
from reconstruction.published import EXAMPLES, Figure, figures

BEGIN, END = "<!-- figures: written by reconstruct.py -->", "<!-- end of figures -->"
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Compared:
    """A published figure and what the rows give."""

    figure: Figure
    value: float

    @property
    def verdict(self) -> str:
        """Say whether the figure is reproduced; one that the report contradicts itself cannot be."""
        if self.figure.holds(self.value):
            return "yes"
        return f"no: {self.figure.contradiction}" if self.figure.contradiction else "MISSED"

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """Give the cells of its row: figure, published, reconstructed, reproduced."""
        figure = self.figure
        published = f"{shown(figure.value, figure.rounding)} ± {shown(figure.rounding / 2, figure.rounding / 2)}"
        return (
            figure.path,
            published,
            shown(self.value, 1 if figure.rounding > 1 else figure.rounding / THOUSAND),
            self.verdict,
        )


def shown(value: float, unit: float) -> str:
    """Write a number to a unit, kroner at the finest of large numbers.

    >>> shown(368215.4, 1), shown(9.6633, 0.001), shown(0.05, 0.05)
    ('368,215', '9.663', '0.05')
    """
    decimals = next(places for places in range(4) if unit * 10**places >= 1 or places == 3)  # noqa: PLR2004
    return f"{value:,.{decimals}f}"


def compare(name: str) -> list[Compared]:
    """Compute every published figure of a municipality, the wages or the summary from the written files."""
    values = COMPUTED[name]()
    return [Compared(figure, values[path]) for path, figure in figures(name).items()]


def table(compared: list[Compared]) -> str:
    """Write a Markdown table."""
    header = ("Figure", "Published", "Reconstructed", "Reproduced")
    rows = [header, ("---", "---:", "---:", "---"), *(each.cells for each in compared)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def print_table(name: str, compared: list[Compared]) -> None:
    """Print the figures of a municipality."""
    print(f"\n{name}")
    for each in compared:
        path, published, value, verdict = each.cells
        print(f"  {path.removeprefix(name + '.'):<48} {published:>24} {value:>14}  {verdict}")


def put_into_readme(name: str, compared: list[Compared]) -> None:
    """Put the table between its marks in the README of a municipality, or of all examples."""
    path = EXAMPLES / name / "README.md"
    text = path.read_text(encoding="utf-8")
    between = f"{BEGIN}\n\n{table(compared)}\n\n{END}"
    found = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    path.write_text(found.sub(lambda _: between, text), encoding="utf-8", newline="\n")
