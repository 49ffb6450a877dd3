"""The program's modules: all of them imported, and what each says of itself."""

import ast
import importlib
import pkgutil
from pathlib import Path

import somcost

PACKAGE = Path(somcost.__file__).parent


def import_all() -> None:
    """Import every module, so that all checks and formulas are registered."""
    for module in pkgutil.walk_packages(somcost.__path__, "somcost."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def first_line(path: Path) -> str:
    """Give the first line of a module's docstring, without its full stop."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not docstring:
        raise AssertionError(f"{path} has no docstring")
    return docstring.splitlines()[0].removesuffix(".")
