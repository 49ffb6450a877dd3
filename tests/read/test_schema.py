"""The JSON Schema for editors: valid itself, true to the published files, and as strict as the reader on keys."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from somcost.read.schema import Kind, json_schema
from somcost.read.yaml_tree import read_document

ROOT = Path(__file__).parents[2]
FILES = [
    *((path, "assumptions") for path in sorted(ROOT.glob("assumptions/*.yaml"))),
    *((path, "scenario") for path in sorted(ROOT.glob("scenarios/*.yaml"))),
]
KINDS: list[Kind] = ["assumptions", "scenario"]


def content(path: Path) -> Any:
    """Give a YAML file's content as the reader sees it."""
    return read_document(path.read_text("utf-8"), name=path.name).value


def errors(value: Any, kind: Kind) -> list[str]:
    """Give what the schema has against a value."""
    return [each.message for each in Draft202012Validator(json_schema(kind)).iter_errors(value)]


def mappings(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the schema and all its definitions that are mappings with known keys."""
    return [each for each in (schema, *schema["$defs"].values()) if "properties" in each]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_a_schema(kind: Kind) -> None:
    """It follows the draft that it names, and is called after the kind and version of the file."""
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"somcost/{kind}@1"
    assert schema["properties"]["schema"]["const"] == f"somcost/{kind}@1"


def test_there_are_files_to_hold_against_it() -> None:
    """The published set and the five municipalities are found."""
    assert len(FILES) >= 6


@pytest.mark.parametrize(("path", "kind"), FILES, ids=[path.stem for path, _ in FILES])
def test_published_files_fit_the_schema(path: Path, kind: Kind) -> None:
    """An editor finds nothing wrong with what the reader accepts."""
    assert errors(content(path), kind) == []


def test_a_misspelt_key_does_not_fit() -> None:
    """An editor marks an unknown key, and a missing one."""
    value = content(ROOT / "scenarios" / "jammerbugt.yaml")
    value["participnts"] = value.pop("participants")
    del value["window"]["end"]

    assert len(errors(value, "scenario")) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_keys_are_refused_everywhere(kind: Kind) -> None:
    """Every mapping with known keys is closed."""
    assert [each for each in mappings(json_schema(kind)) if each.get("additionalProperties") is not False] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_mapping_and_key_is_described(kind: Kind) -> None:
    """An editor has words to show beside each key; keys carry the names that users write."""
    for mapping in mappings(json_schema(kind)):
        assert mapping["description"]
        for key, value in mapping["properties"].items():
            assert not key.endswith("_")
            assert value.get("description"), f"{mapping['title']}.{key}"


@pytest.mark.parametrize(
    "staff",
    [
        "staff.csv",
        ["a.csv", {"path": "b.csv"}],
        [{"start": "2018-03", "end": "2018-04-30", "job_group": "x", "fte": 2}],
    ],
)
def test_full_time_staff_may_be_rows_or_files(staff: Any) -> None:
    """The forms that the contract names fit."""
    value = content(ROOT / "scenarios" / "jammerbugt.yaml")
    value["full_time_staff"] = staff

    assert errors(value, "scenario") == []
