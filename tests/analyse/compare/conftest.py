"""The hand scenario with some of its lines changed, assessed: a budget, an outturn, another municipality."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hand_scenario import ASSUMPTIONS, EXPENSES, SCENARIO, TIME

from somcost import Assessment, assess

Changed = Callable[..., Assessment]
HAND: Mapping[str, str] = {
    "hand.yaml": ASSUMPTIONS,
    "time.csv": TIME,
    "expenses.csv": EXPENSES,
    "scenario.yaml": SCENARIO + "settings: {fewest_citizens: 1}\n",
}


@pytest.fixture(scope="session")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Changed:
    """Give what assesses the hand scenario after texts in its files were replaced, or whole files given."""

    def made(*replaced: tuple[str, str], **files: str) -> Assessment:
        folder = tmp_path_factory.mktemp("hand")
        return assess(_written(folder, replaced, files))

    return made


def _written(folder: Path, replaced: tuple[tuple[str, str], ...], files: Mapping[str, str]) -> Path:
    named = {name.replace("_", ".", 1): text for name, text in files.items()}
    for name, text in {**HAND, **named}.items():
        for before, after in replaced:
            text = text.replace(before, after)  # noqa: PLW2901 - one change after the other
        (folder / name).write_text(text, encoding="utf-8")
    for before, _ in replaced:
        assert any(before in text for text in {**HAND, **named}.values()), before
    return folder / "scenario.yaml"
