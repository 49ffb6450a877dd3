"""docs/checks.md: every check, what it demands, and what it says where the demand is not met."""

import inspect
from itertools import takewhile
from pathlib import Path

from pages.modules import import_all
from somcost.problems import CHECKS

EXAMPLES = Path(__file__).parents[2] / "tests" / "errors"

INTRODUCTION = """\
# The checks

This page is made from the code by `python docs/generate.py`.
A message ends in the name of the check that speaks, in brackets.
Here stand what that check demands and an example of its message.
A message is `file:line:column: key: what was found, what was expected [check]`, then a line of what to do.
Errors stop with exit code 1, all of a stage at once; warnings stand beside the result.
The examples are the files of `tests/errors/`, each run by a test.
"""


def page() -> str:
    """Give the document."""
    import_all()
    return "\n".join([INTRODUCTION, *(_entry(name) for name in sorted(CHECKS))])


def _entry(name: str) -> str:
    return "\n".join([f"## {name}\n", f"{inspect.cleandoc(CHECKS[name])}\n", *_example(name)])


def _example(name: str) -> list[str]:
    """Give the message of the check's first example, if it has one."""
    folders = [EXAMPLES / name, *sorted(EXAMPLES.glob(f"{name}.*"))]
    for folder in folders:
        for kind, prefix in (("expected.txt", ""), ("warning.txt", "warning: ")):
            if (folder / kind).exists():
                return [f"```text\n{prefix}{_own_part((folder / kind).read_text('utf-8'), name)}\n```\n"]
    return []


def _own_part(text: str, name: str) -> str:
    """Give the message of the check itself, with its advice, out of all that are said."""
    lines = text.rstrip("\n").split("\n")
    start = next(number for number, line in enumerate(lines) if line.endswith(f"[{name}]"))
    advice = takewhile(lambda line: line.startswith("    "), lines[start + 1 :])
    return "\n".join([lines[start], *advice])
