"""The assessment as JSON: unrounded numbers, null for what is not defined, the same bytes for the same inputs."""

import json
import os
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.model.scenario import FileRead, Settings
from somcost.problems import Problem


def json_text(assessment: Assessment) -> str:
    """Write the assessment as JSON text that ends in a newline."""
    return as_text({**assessment.as_dict(), **record(assessment)})


def analysis_text(assessment: Assessment, analysis: Mapping[str, Any]) -> str:
    """Write what an analysis of an assessment found as JSON text that ends in a newline."""
    scenario = assessment.inputs.scenario
    head = {
        "scenario": scenario.id,
        "title": scenario.title,
        "price_level": assessment.inputs.assumptions.price_level,
        "origin": scenario.origin,
    }
    return as_text({**head, **analysis, **record(assessment)})


def comparison_text(assessments: Sequence[Assessment], found: Mapping[str, Any]) -> str:
    """Write what a comparison found as JSON text that ends in a newline, with the record of each assessment."""
    scenarios = [{"scenario": each.inputs.scenario.id, **record(each)} for each in assessments]
    return as_text({**found, "scenarios": scenarios})


def as_text(document: Mapping[str, Any]) -> str:
    """Write plain data as JSON text that ends in a newline."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def record(assessment: Assessment) -> dict[str, Any]:
    """Give an assessment's warnings and its manifest; no clock time, absolute path or host."""
    scenario = assessment.inputs.scenario
    return {
        "warnings": [_warning(warning, beside=scenario.location.file) for warning in assessment.warnings],
        "manifest": {
            "somcost": version("somcost"),
            "assumptions": assessment.inputs.assumptions.id,
            "files": [_file(file) for file in assessment.inputs.files],
            "headline": None if scenario.courses is None else scenario.courses.headline,
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
