"""docs/method.md: every formula, from its docstring, in the sections of the method."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pages.modules import import_all
from somcost.cost.quantity import FORMULAS

TEMPLATE = Path(__file__).with_name("method.md.in")
PLACE = re.compile(r"<!-- formulas: (\w+) -->\n")
SECTION = re.compile(r"^(Args|Returns|Raises|Source):[ ]*", re.MULTILINE)


def page() -> str:
    """Give the document.

    Raises:
        AssertionError: A module with formulas has no section, or a section no formulas.
    """
    import_all()
    template = TEMPLATE.read_text(encoding="utf-8")
    modules = {formula.__module__.rpartition(".")[2] for formula in FORMULAS.values()}
    if set(PLACE.findall(template)) != modules:
        raise AssertionError(f"{TEMPLATE} names other modules than those with formulas: {sorted(modules)}")
    return PLACE.sub(lambda found: _entries(found[1]), template)


def _entries(module: str) -> str:
    formulas = [each for each in FORMULAS.values() if each.__module__ == f"somcost.cost.{module}"]
    return "\n".join(_entry(formula) for formula in sorted(formulas, key=_line)).removesuffix("\n") + "\n"


def _line(formula: Callable[..., Any]) -> int:
    return inspect.getsourcelines(inspect.unwrap(formula))[1]


def _entry(formula: Callable[..., Any]) -> str:
    prose, _, example = (inspect.getdoc(formula) or "").partition("\n>>> ")
    head, *sections = SECTION.split(prose.rstrip())
    parts = [f"### `{formula.__name__}`\n", _head(head)]
    parts += [_section(name, body) for name, body in zip(sections[::2], sections[1::2], strict=True)]
    if example:
        parts.append(f"```pycon\n>>> {example.rstrip()}\n```\n")
    return "\n".join(parts)


def _head(text: str) -> str:
    """Give the prose as it is and the formula, which is indented, as a block."""
    blocks = [block for block in re.split(r"\n\s*\n", text.rstrip()) if block.strip()]
    return "\n".join(_block(block) for block in blocks)


def _block(block: str) -> str:
    if block.startswith("    "):
        return f"```text\n{inspect.cleandoc(block)}\n```\n"
    return f"{' '.join(block.split())}\n"


def _section(name: str, body: str) -> str:
    lines = inspect.cleandoc(f"\n{body}")
    if name in {"Args", "Raises"}:
        return "\n".join(_argument(each) for each in re.split(r"\n(?=\S)", lines)) + "\n"
    return f"{'Gives' if name == 'Returns' else name}: {' '.join(lines.split())}\n"


def _argument(text: str) -> str:
    name, _, meaning = " ".join(text.split()).partition(": ")
    return f"- `{name}`: {meaning}"
