"""What holds for every test: what needs a program of its own is skipped where that is missing, never in CI."""

import importlib.util
import os
import shutil
from collections.abc import Callable

import pytest

LIBREOFFICE = "LibreOffice (soffice) is not installed; it recalculates the workbooks"
SPARK = "Spark (pyspark and java) is not installed; it reads registrations on a cluster"


def has_spark() -> bool:
    """Whether Spark can run in this process."""
    return importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


NEEDS: dict[str, tuple[Callable[[], bool], str]] = {
    "libreoffice": (lambda: shutil.which("soffice") is not None, LIBREOFFICE),
    "spark": (has_spark, SPARK),
}
"""By marker: whether what the test needs is there, and what is said where it is not."""


def is_required(marker: str) -> bool:
    """Tell whether a missing program is a failure: on CI, or where the variable asks for it."""
    stated = os.environ.get(f"SOMCOST_REQUIRE_{marker.upper()}", "")
    return stated not in {"", "0"} or os.environ.get("CI", "") == "true"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is missing, with the reason; fail it where it is required."""
    for marker, (is_there, reason) in NEEDS.items():
        if item.get_closest_marker(marker) is None or is_there():
            continue
        if is_required(marker):
            pytest.fail(f"{reason}, and SOMCOST_REQUIRE_{marker.upper()} or CI asks for it", pytrace=False)
        pytest.skip(reason)
