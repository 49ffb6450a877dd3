"""The assessment as JSON: its warnings and its manifest."""

import hashlib
import json
from pathlib import Path
from typing import Any

from hand_scenario import write_hand_scenario

import somcost
from somcost.present.json import json_text


def written(scenario: Path) -> dict[str, Any]:
    """Give a scenario's JSON as it is read back."""
    found: dict[str, Any] = json.loads(json_text(somcost.assess(scenario)))
    return found


def test_a_warning_tells_check_message_and_place(tmp_path: Path) -> None:
    """November and December have no hours; the place is seen from the scenario's folder, wherever that is."""
    (warning,) = written(write_hand_scenario(tmp_path))["warnings"]

    assert (warning["check"], warning["file"], warning["line"]) == ("observed-months-have-hours", "scenario.yaml", 7)
    assert warning["message"] == "no hours are registered in 2019-11, 2019-12, which count as observed"


def test_the_manifest_names_what_was_read(tmp_path: Path) -> None:
    """Every file with the SHA-256 of its bytes, a table with its rows too, and the set by its id."""
    manifest = written(write_hand_scenario(tmp_path))["manifest"]
    rows = {"scenario.yaml": None, "hand.yaml": None, "time.csv": 15, "expenses.csv": 2}

    assert {each["name"]: each.get("rows") for each in manifest["files"]} == rows
    for each in manifest["files"]:
        assert each["sha256"] == hashlib.sha256((tmp_path / each["name"]).read_bytes()).hexdigest()
    assert manifest["assumptions"] == "hand"


def test_the_manifest_tells_settings_and_checks(tmp_path: Path) -> None:
    """The scenario's own setting and one left as it is; every check that was made."""
    path = write_hand_scenario(tmp_path, more="settings: {few_months: 6}\n")
    manifest = written(path)["manifest"]

    assert (manifest["settings"]["few_months"], manifest["settings"]["few_participants"]) == (6, 10)
    assert manifest["checks"] == {"hours": True, "lines": True, "months": True}


def test_danish_letters_stand_as_they_are(tmp_path: Path) -> None:
    """A reader of the file sees æ, ø and å, and the text ends in a newline."""
    text = json_text(somcost.assess(write_hand_scenario(tmp_path)))

    assert '"Regnet i hånden [kontrol]"' in text
    assert text.endswith("}\n")
    assert json.loads(text)["title"] == "Regnet i hånden [kontrol]"
