"""What an import writes of citizens and expenses is what a scenario reads: the examples cost the same."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from somcost import assess
from somcost.cli import app

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["jammerbugt", "thisted", "holstebro"])
def test_an_examples_own_tables_imported_cost_the_same(name: str, tmp_path: Path) -> None:
    """Expenses, and citizens where they are listed, to the last digit."""
    scenario, folder = ROOT / "scenarios" / f"{name}.yaml", ROOT / "examples" / name
    text = scenario.read_text("utf-8")
    for kind in ("citizens", "expenses"):
        export, out = folder / f"{kind}.csv", tmp_path / f"{kind}.csv"
        if export.exists():
            done = CliRunner().invoke(app, ["import", str(export), "--kind", kind, "--write", str(out)])
            assert done.exit_code == 0, done.output
            assert f"../examples/{name}/{kind}.csv" in text
            text = text.replace(f"../examples/{name}/{kind}.csv", out.name)
    (tmp_path / "again.yaml").write_text(text.replace("../examples", str(ROOT / "examples")), "utf-8")

    assert assess(tmp_path / "again.yaml").as_dict()["results"] == assess(scenario).as_dict()["results"]
