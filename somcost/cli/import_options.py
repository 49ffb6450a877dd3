"""The options of `somcost import`: what a person may say about exports beforehand, and what to do with them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

Files = Annotated[
    list[Path], typer.Argument(help="Exports, or folders of them.", show_default=False, metavar="FILE...")
]
Kind = Annotated[
    Literal["registrations", "citizens", "expenses"] | None,
    typer.Option("--kind", help="What kind of exports they are.", show_default="registrations"),
]
Set = Annotated[
    str, typer.Option("--assumptions", metavar="SET", help="The set whose job groups are meant: an id or a path.")
]
Profile = Annotated[
    Path | None, typer.Option("--profile", metavar="FILE", help="Read the exports as this import profile says.")
]
Save = Annotated[
    Path | None, typer.Option("--save", metavar="FILE", help="Write how they were understood as a profile.")
]
Write = Annotated[Path | None, typer.Option("--write", metavar="FILE", help="Write the rows as CSV for the scenario.")]
Column = Annotated[
    list[str] | None, typer.Option("--column", metavar="KEY=HEADING", help="Say which column it is: hours=Tid.")
]
JobGroups = Annotated[
    list[str] | None, typer.Option("--job-group", metavar="WORD=ID", help="Say which job group a word means.")
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="WORD=STATUS", help="Say which status of a citizen a word means."),
]
ReEntries = Annotated[
    Literal["merged", "counted"] | None,
    typer.Option("--re-entries", help="Make a citizen's several stays one row, or count each."),
]
Categories = Annotated[
    list[str] | None,
    typer.Option("--category", metavar="WORD=CATEGORY", help="Say which category an account is of."),
]
Sign = Annotated[
    Literal["costs-positive", "costs-negative"] | None, typer.Option("--sign", help="How costs are written.")
]
Vat = Annotated[Literal["in", "out"] | None, typer.Option("--vat", help="Write amounts with VAT, or without.")]
AmountsAre = Annotated[
    Literal["with-vat", "without-vat"] | None,
    typer.Option("--amounts-are", help="Whether VAT is in the export's amounts."),
]
AmountsIn = Annotated[
    Literal["kr", "thousands", "millions"] | None,
    typer.Option("--amounts-in", help="What the export's amounts are."),
]
Dates = Annotated[
    Literal["dd-mm-yyyy", "mm-dd-yyyy", "yyyy-mm-dd"] | None, typer.Option("--dates", help="How dates are written.")
]
Decimal = Annotated[Literal[",", "."] | None, typer.Option("--decimal", help="The decimal mark.")]
Hours = Annotated[
    Literal["decimal", "clock", "h.mm", "words", "minutes", "mixed"] | None,
    typer.Option("--hours", help="How hours are written; by h.mm 7,30 is seven and a half."),
]
Year = Annotated[int | None, typer.Option("--year", min=1990, max=2100, help="The year of periods that do not say it.")]
Sheet = Annotated[
    list[str] | None, typer.Option("--sheet", metavar="NAME", help="A sheet that is read; several are read alike.")
]
FillDown = Annotated[
    list[str] | None,
    typer.Option("--fill-down", metavar="KEY", help="A column of which a blank cell repeats the one above."),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="HEADING", help="Leave a column with numbers out.")
]
SetAside = Annotated[bool, typer.Option("--set-aside", help="Leave out rows that cannot be read; they are counted.")]
Sums = Annotated[
    Literal["keep", "drop"] | None,
    typer.Option("--sums", help="What to do with rows that may be sums of others."),
]
Duplicates = Annotated[
    Literal["keep", "drop"] | None,
    typer.Option("--duplicates", help="What to do with rows that stand in two files."),
]
Pseudonymise = Annotated[
    Path | None,
    typer.Option("--pseudonymise", metavar="KEYFILE", help="Give persons pseudonyms, by a secret key."),
]
NoQuestions = Annotated[
    bool, typer.Option("--no-questions", help="Ask nothing on a terminal; what is in doubt is told.")
]
NewKey = Annotated[bool, typer.Option("--new-key", help="Write a new key to KEYFILE first.")]
