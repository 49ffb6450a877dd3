"""The documents made from the code say what the code says now."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
WRITTEN = sorted(DOCS.glob("*.md"))


def test_documents_are_up_to_date() -> None:
    """Method, files, checks, commands and the tree of modules are what `docs/generate.py` writes."""
    check = [sys.executable, str(DOCS / "generate.py"), "--check"]
    told = subprocess.run(check, capture_output=True, text=True, check=False)

    assert (told.returncode, told.stderr) == (0, "")


def test_every_module_stands_in_the_architecture() -> None:
    """The page names each module on the disk, and no other; a stage's folder is named by its heading."""
    text = (DOCS / "architecture.md").read_text("utf-8")
    sections = re.findall(r"^### (somcost/[\w/]*)\n(.*?)(?=^#|^<!--)", text, re.MULTILINE | re.DOTALL)
    listed = {f"{folder}{name}" for folder, rows in sections for name in re.findall(r"\| `([\w/]+\.py)` \|", rows)}
    headings = {f"{folder}__init__.py" for folder, _ in sections}

    assert listed | headings == {path.relative_to(ROOT).as_posix() for path in (ROOT / "somcost").rglob("*.py")}


@pytest.mark.parametrize("page", [*WRITTEN, ROOT / "README.md", ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository names one that is there."""
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text("utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []
