"""The program: its commands, and how it ends.

A command's module is small; what it needs beyond arguments it imports when it runs, so that --help is quick.
"""

import errno
import gc
import os
import signal
import sys
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from somcost.cli.assumptions import assumptions
from somcost.cli.check import check
from somcost.cli.compare import compare
from somcost.cli.explain import explain
from somcost.cli.handover import handover
from somcost.cli.import_ import import_
from somcost.cli.init import init
from somcost.cli.ledger import ledger
from somcost.cli.plan import plan
from somcost.cli.quality import quality
from somcost.cli.resample import resample
from somcost.cli.run import run
from somcost.cli.schema import schema
from somcost.cli.sensitivity import sensitivity
from somcost.cli.simulate import simulate
from somcost.cli.sites import sites
from somcost.problems import InputProblems

OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""A run makes many small objects that live to its end: looking for cycles among them costs a tenth of its time."""


class Program(TyperGroup):
    """Commands that end with exit code 1 and the problems on standard error where the input has any."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except InputProblems as problems:
            typer.echo(str(problems), err=True)
            raise typer.Exit(1) from None


app = typer.Typer(
    name="somcost",
    cls=Program,
    help="What does an intervention cost a year, per citizen and per month? Every figure can be explained.",
    epilog="Reports are in Danish; --lang en gives English.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)
COMMANDS = (
    *(run, explain, check, quality, sensitivity, simulate, resample, compare, sites, handover, ledger),
    *(init, schema),
)
for command in COMMANDS:
    app.command()(command)
app.command("import")(import_)
app.add_typer(plan, name="plan")
app.add_typer(assumptions, name="assumptions")


def _version(asked: bool) -> None:
    if asked:
        from somcost import __version__

        typer.echo(f"somcost {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Hold the options of the program itself."""


def main() -> None:
    """Run the program and end the process with its exit code.

    The interpreter is not taken down piece by piece: that takes a sixth of a small run's time and does nothing a user
    could see, since every file is closed where it is written.
    """
    try:
        _run()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        sys.stderr.flush()
        os._exit(end.code)


def _run() -> None:
    """Run the program; a reader who leaves (| head) and Ctrl-C end it without a traceback."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no linear algebra here: numpy need start no threads for it
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, _ended)
    try:
        try:
            app(prog_name="somcost")
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.stderr.write("somcost: the output cannot be written: no space is left\n")
        sys.exit(1)


def _ended(number: int, frame: object) -> None:
    """End as Ctrl-C does when the system asks for it, so that nothing half-written is left."""
    del frame
    sys.exit(128 + number)
