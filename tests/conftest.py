"""What holds for every test: LibreOffice's are skipped where it is not installed, and never silently in CI."""

import os
import shutil

import pytest

REASON = "LibreOffice (soffice) is not installed; it recalculates the workbooks"


def libreoffice_is_required() -> bool:
    """Tell whether a missing LibreOffice is a failure: on CI, or where the variable asks for it."""
    return os.environ.get("SOMCOST_REQUIRE_LIBREOFFICE", "") not in {"", "0"} or os.environ.get("CI", "") == "true"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that needs LibreOffice where there is none, with the reason; fail it where it is required."""
    if item.get_closest_marker("libreoffice") is None or shutil.which("soffice"):
        return
    if libreoffice_is_required():
        pytest.fail(f"{REASON}, and SOMCOST_REQUIRE_LIBREOFFICE or CI asks for it", pytrace=False)
    pytest.skip(REASON)
