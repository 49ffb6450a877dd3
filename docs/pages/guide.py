"""The pages in Danish, in which every command is run and prints what stands below it: the guide, and one on plans.

A block of the template says after its language what is done with it: `yaml fil=PATH` writes a file, `yaml under=PATH`
adds lines to one, `console` runs its commands, and `console afsnit=WORDS` shows of what they print only the
paragraphs that begin with the words.
"""

import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

from typer.testing import CliRunner

from somcost.cli import app

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = ("scenarios", "examples", "assumptions")
BLOCK = re.compile(r"^```(\w+)(?: (fil|under|afsnit)=([^\n]*))?\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
WIDTH = "80"


def page(name: str) -> str:
    """Give the document of a template."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), patch.dict(os.environ, COLUMNS=WIDTH):
        for example in EXAMPLES:
            shutil.copytree(REPOSITORY / example, Path(folder, example))
        return BLOCK.sub(_block, Path(__file__).with_name(f"{name}.in").read_text(encoding="utf-8"))


def _block(found: re.Match[str]) -> str:
    language, does, what, text = found.groups()
    if does in ("fil", "under"):
        before = Path(what).read_text(encoding="utf-8") if does == "under" else ""
        Path(what).write_text(before + text, encoding="utf-8")
    if language == "console":
        text = "".join(_said(line.removeprefix("$ "), what) for line in text.splitlines())
    return f"```{language}\n{text}```\n"


def _said(command: str, begins: str | None) -> str:
    told = CliRunner().invoke(app, shlex.split(command)[1:])
    if told.exception is not None and not isinstance(told.exception, SystemExit):
        raise told.exception
    text = told.output if begins is None else "\n\n".join(_paragraphs(command, told.stdout, begins.split("|")))
    return "\n".join([f"$ {command}", *(line.rstrip() for line in text.strip("\n").split("\n"))]).rstrip() + "\n"


def _paragraphs(command: str, text: str, begins: list[str]) -> Iterator[str]:
    paragraphs = text.strip("\n").split("\n\n")
    for words in begins:
        found = [each for each in paragraphs if each.startswith(words)]
        if not found:
            raise AssertionError(f"{command} prints no paragraph that begins with {words}")
        yield found[0]
