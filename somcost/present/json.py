"""The assessment as JSON: unrounded numbers, null for what is not defined, the same bytes for the same inputs."""

import json
import os
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any

from somcost.analyse.bound import told
from somcost.analyse.planned import AnyAssessment
from somcost.model.plan import Plan
from somcost.model.scenario import FileRead, Scenario, Settings
from somcost.problems import Problem


def json_text(assessment: AnyAssessment) -> str:
    """Write the assessment as JSON text that ends in a newline."""
    return as_text({**assessment.as_dict(), **record(assessment)})


def analysis_text(assessment: AnyAssessment, analysis: Mapping[str, Any]) -> str:
    """Write what an analysis of an assessment found as JSON text that ends in a newline."""
    scenario = assessment.inputs.scenario
    head = {
        "scenario": scenario.id,
        "title": scenario.title,
        "price_level": assessment.inputs.assumptions.price_level,
        "origin": scenario.origin,
        **told(scenario, assessment.tree["results"]),
    }
    return as_text({**head, **analysis, **record(assessment)})


def comparison_text(assessments: Sequence[AnyAssessment], found: Mapping[str, Any]) -> str:
    """Write what a comparison found as JSON text that ends in a newline, with the record of each assessment."""
    scenarios = [{"scenario": each.inputs.scenario.id, **record(each)} for each in assessments]
    return as_text({**found, "scenarios": scenarios})


def as_text(document: Mapping[str, Any]) -> str:
    """Write plain data as JSON text that ends in a newline."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def record(assessment: AnyAssessment) -> dict[str, Any]:
    """Give an assessment's warnings and its manifest; no clock time, absolute path or host."""
    scenario = assessment.inputs.scenario
    return {
        "warnings": [_warning(warning, beside=scenario.location.file) for warning in assessment.warnings],
        "manifest": {
            "somcost": version("somcost"),
            "assumptions": assessment.inputs.assumptions.id,
            "files": [_file(file) for file in assessment.inputs.files],
            "headline": None if scenario.courses is None else scenario.courses.headline,
            "settings": _settings(scenario),
            "price_index": _price_index(assessment),
            "checks": {balance.name: balance.holds for balance in assessment.balances},
        },
    }


def _price_index(assessment: AnyAssessment) -> dict[str, Any] | None:
    """Give how amounts were brought to the price level; None where all are as stated."""
    prices = assessment.inputs.prices
    if prices is None:
        return None
    return {
        "index": prices.index.id,
        "vintage": prices.index.vintage,
        "from": prices.stated_level,
        "series": dict(prices.series),
        "rates_after_last_year": dict(prices.rates),
        "last_year": prices.index.last,
        "estimated_from": prices.index.estimated_from,
    }


def _settings(scenario: Scenario | Plan) -> dict[str, Any]:
    """Give the choices that the method leaves open."""
    if isinstance(scenario, Scenario):
        return {name: getattr(scenario.settings, name) for name in Settings.__slots__}
    stated = scenario.discounting
    if stated is None:
        return {"discounting": None}
    schedule = None if stated.schedule is None else stated.schedule.id
    rate = None if stated.rate is None else stated.rate.value
    return {"discounting": {"schedule": schedule, "rate": rate, "first_year": stated.first_year}}


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
