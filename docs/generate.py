"""Writes the documents that are made from the code; with --check it only tells which of them are out of date.

python docs/generate.py
python docs/generate.py --check
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pages import architecture, checks, commands, files, guide, method

DOCS = Path(__file__).parent
PAGES: dict[str, Callable[[], str]] = {
    "method.md": method.page,
    "files.md": files.page,
    "checks.md": checks.page,
    "commands.md": commands.page,
    "architecture.md": architecture.page,
    "brugervejledning.md": partial(guide.page, "brugervejledning.md"),
    "omkostningsmodellen.md": partial(guide.page, "omkostningsmodellen.md"),
}
"""Each document made from the code, and what gives its text."""


def main(*, only_check: bool) -> int:
    """Write what is out of date, or tell of it; 1 where something was to be told."""
    stale = [name for name, page in PAGES.items() if _stands(name) != page()]
    for name in stale:
        if only_check:
            print(f"docs/{name} is out of date; run: python docs/generate.py", file=sys.stderr)
        else:
            (DOCS / name).write_text(PAGES[name](), encoding="utf-8", newline="\n")
            print(f"docs/{name} written")
    return 1 if only_check and stale else 0


def _stands(name: str) -> str | None:
    path = DOCS / name
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(only_check="--check" in sys.argv[1:]))
