"""Where LibreOffice or Spark is missing, its tests are skipped with a reason, and in CI they fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MARKED = """
import pytest


@pytest.mark.{marker}
def test_marked():
    pass
"""


@pytest.mark.parametrize(
    ("environment", "told", "code"),
    [
        ({}, "1 skipped", 0),
        ({"SOMCOST_REQUIRE_{marker}": "0"}, "1 skipped", 0),
        ({"SOMCOST_REQUIRE_{marker}": "1"}, "1 error", 1),
        ({"CI": "true"}, "1 error", 1),
    ],
)
@pytest.mark.parametrize(("marker", "program"), [("libreoffice", "soffice"), ("spark", "java")])
def test_a_missing_program_is_never_silent(
    environment: dict[str, str], told: str, code: int, marker: str, program: str, tmp_path: Path
) -> None:
    """With neither soffice nor java on the path, the reason is said; CI and the variable make it an error."""
    environment = {name.format(marker=marker.upper()): value for name, value in environment.items()}
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_marked.py").write_text(MARKED.format(marker=marker), "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = libreoffice\n    spark\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "."]
    run = subprocess.run(
        command, cwd=tmp_path, env={"PATH": str(tmp_path), **environment}, capture_output=True, text=True, check=False
    )

    assert told in run.stdout
    assert program in run.stdout
    assert run.returncode == code
