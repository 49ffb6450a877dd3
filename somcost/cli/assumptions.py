"""somcost assumptions: the published sets, one set, two sets compared, a set checked."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from somcost.cli.options import Language

if TYPE_CHECKING:
    from somcost.model.assumptions import AssumptionSet

Reference = Annotated[str, typer.Argument(help="Id of a published set, or a path.", show_default=False)]
assumptions = typer.Typer(
    help="List, show, compare and check assumption sets.", no_args_is_help=True, rich_markup_mode=None
)


@assumptions.command("list")
def list_sets(lang: Language = "da") -> None:
    """List the published sets."""
    from somcost.cli.output import page
    from somcost.present.assumption_tables import AssumptionTables
    from somcost.present.numbers import Numbers
    from somcost.present.terminal import print_block
    from somcost.read.published import published_ids

    tables = AssumptionTables(Numbers(lang))
    with page() as console:
        print_block(tables.listed([_read(each) for each in published_ids()]), console)


@assumptions.command()
def show(reference: Reference, lang: Language = "da") -> None:
    """Show a set: values, hourly rates, sources, origins."""
    from somcost.cli.output import page
    from somcost.present.assumption_tables import AssumptionTables
    from somcost.present.numbers import Numbers
    from somcost.present.terminal import print_block

    with page() as console:
        for block in AssumptionTables(Numbers(lang)).shown(_read(reference)):
            print_block(block, console)
            console.print()


@assumptions.command()
def diff(left: Reference, right: Reference, lang: Language = "da") -> None:
    """Show what is changed, added or removed from A to B."""
    from somcost.cli.output import page
    from somcost.present.assumption_difference import difference
    from somcost.present.numbers import Numbers
    from somcost.present.terminal import print_block

    with page() as console:
        print_block(difference(_read(left), _read(right), numbers=Numbers(lang)), console)


@assumptions.command()
def check(path: Annotated[Path, typer.Argument(help="The set's YAML file.", show_default=False)]) -> None:
    """Check a set and those it extends."""
    from somcost.read.assumptions import read_assumptions
    from somcost.validate import validate_set

    found, _ = read_assumptions(os.path.join(".", path), beside=Path())  # noqa: PTH118 - a Path would drop the dot
    validate_set(found)
    typer.echo(f"{path}: no problems")


def _read(reference: str) -> "AssumptionSet":
    from somcost.read.assumptions import read_assumptions

    return read_assumptions(reference, beside=Path())[0]
