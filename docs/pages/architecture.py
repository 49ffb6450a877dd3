"""docs/architecture.md: the tree of modules between its marks; the rest of the page is written by hand."""

from collections.abc import Iterator
from pathlib import Path

from pages.modules import PACKAGE, first_line

PAGE = Path(__file__).parents[1] / "architecture.md"
BEGIN, END = "<!-- tree: written by docs/generate.py -->", "<!-- end of tree -->"
STAGES = ("model", "read", "validate", "intake", "ledger", "cost", "analyse", "present", "cli")
"""Folders in the order the data flows."""


def page() -> str:
    """Give the document, its tree as the folders are now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{tree()}\n{END}{after}"


def tree() -> str:
    """Give a list of all modules, folder by folder, each with the first line of its docstring."""
    folders = [PACKAGE, *(PACKAGE / stage for stage in STAGES)]
    left_out = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()} - set(STAGES)
    if left_out:
        raise AssertionError(f"docs/pages/architecture.py does not know the stages {sorted(left_out)}")
    return "\n".join(_section(folder) for folder in folders)


def _section(folder: Path) -> str:
    name = folder.relative_to(PACKAGE.parent).as_posix()
    head = f"### {name}/\n\n{first_line(folder / '__init__.py')}.\n"
    rows = [f"| `{path.relative_to(folder).as_posix()}` | {first_line(path)} |" for path in _modules(folder)]
    return "\n".join([head, "| Module | What it is |", "| --- | --- |", *rows, ""])


def _modules(folder: Path) -> Iterator[Path]:
    deep = folder != PACKAGE
    for path in sorted(folder.rglob("*.py") if deep else folder.glob("*.py")):
        if path != folder / "__init__.py":
            yield path
