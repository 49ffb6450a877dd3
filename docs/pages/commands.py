"""docs/commands.md: what every command says with --help."""

from collections.abc import Iterator

import typer
from typer.testing import CliRunner

from somcost.cli import app

WIDTH = 100
INTRODUCTION = """\
# The commands

This page is made from the code by `python docs/generate.py`: each block is what the command prints with `--help`.
Results go to standard output, warnings and errors to standard error.
The exit code is 0 when the work is done, 1 when the input has a problem, 2 when the command is wrongly used.
"""


def page() -> str:
    """Give the document."""
    return "\n".join([INTRODUCTION, *(_entry(command) for command in _commands())])


def _commands() -> Iterator[list[str]]:
    """Give the words of the program itself, of every command and of every command's commands."""
    yield []
    for name, command in sorted(_children(typer.main.get_command(app))):
        yield [name]
        for nested, _ in sorted(_children(command)):
            yield [name, nested]


def _children(command: object) -> list[tuple[str, object]]:
    return list(getattr(command, "commands", {}).items())


def _entry(words: list[str]) -> str:
    result = CliRunner().invoke(
        app, [*words, "--help"], prog_name="somcost", terminal_width=WIDTH, max_content_width=WIDTH, color=False
    )
    if result.exit_code:
        raise AssertionError(f"somcost {' '.join(words)} --help: {result.output}")
    lines = "\n".join(line.rstrip() for line in result.stdout.strip("\n").split("\n"))
    return f"## {' '.join(['somcost', *words])}\n\n```text\n{lines}\n```\n"
