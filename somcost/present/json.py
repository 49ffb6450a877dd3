"""The assessment as JSON: unrounded numbers, null for what is not defined, the same bytes for the same inputs."""

import json
import os
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.model.scenario import FileRead, Settings
from somcost.problems import Problem


def json_text(assessment: Assessment) -> str:
    """Write the assessment as JSON text that ends in a newline."""
    return json.dumps(json_document(assessment), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def json_document(assessment: Assessment) -> dict[str, Any]:
    """Give the assessment with its warnings and its manifest; no clock time, absolute path or host."""
    scenario = assessment.inputs.scenario
    return {
        **assessment.as_dict(),
        "warnings": [_warning(warning, beside=scenario.location.file) for warning in assessment.warnings],
        "manifest": {
            "somcost": version("somcost"),
            "assumptions": assessment.inputs.assumptions.id,
            "files": [_file(file) for file in assessment.inputs.files],
            "settings": {name: getattr(scenario.settings, name) for name in Settings.__slots__},
            "checks": {balance.name: balance.holds for balance in assessment.balances},
        },
    }


def _warning(warning: Problem, *, beside: str) -> dict[str, Any]:
    return {
        "check": warning.check,
        "message": warning.message,
        "file": PurePath(os.path.relpath(warning.location.file, os.path.dirname(beside) or ".")).as_posix(),  # noqa: PTH120
        "line": warning.location.line or None,
    }


def _file(file: FileRead) -> dict[str, Any]:
    rows = {} if file.rows is None else {"rows": file.rows}
    return {"name": file.name, "sha256": file.sha256, **rows}
