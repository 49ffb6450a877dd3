"""Twenty scenarios compared against assessing them alone; at most twice the time.

python benchmarks/compare.py
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from somcost import Assessment, assess
from somcost.analyse.compare.comparison import compare

COUNT, ROUNDS, AT_MOST = 20, 7, 2.0
PRICE_LEVEL = 2024


def main() -> int:
    """Measure both in turns in one process and print the ratio of the medians; 1 where the limit does not hold."""
    with tempfile.TemporaryDirectory() as name:
        paths = copies(Path(name))
        compared(paths)  # once, so that the index's reader and numpy are there for both
        times: dict[str, list[float]] = {"assess": [], "assess and compare": []}
        for _ in range(ROUNDS):
            times["assess"].append(timed(lambda: assessed(paths)))
            times["assess and compare"].append(timed(lambda: compared(paths)))
    alone, together = (median(each) for each in times.values())
    print(f"{COUNT} scenarios assessed {1000 * alone:.0f} ms, assessed and compared {1000 * together:.0f} ms")
    print(f"ratio {together / alone:.2f} (at most {AT_MOST:g})")
    return int(together / alone > AT_MOST)


def copies(folder: Path) -> list[Path]:
    """Copy the examples to scenarios with ids of their own."""
    shutil.copytree("examples", folder / "examples")
    (folder / "scenarios").mkdir()
    examples = sorted(Path("scenarios").glob("*.yaml"))
    paths = []
    for number in range(COUNT):
        example = examples[number % len(examples)]
        path = folder / "scenarios" / f"{example.stem}-{number}.yaml"
        text = example.read_text("utf-8").replace(f"\nid: {example.stem}\n", f"\nid: {path.stem}\n")
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def assessed(paths: list[Path]) -> list[Assessment]:
    """Assess every scenario."""
    return [assess(path) for path in paths]


def compared(paths: list[Path]) -> None:
    """Assess every scenario and bring all to another price level, the dearest way to compare them."""
    found = compare(assessed(paths), price_level=PRICE_LEVEL)
    if len({each.name for each in found.assessments}) != COUNT:
        raise SystemExit("the copies do not have ids of their own")


def timed(work: Callable[[], object]) -> float:
    """Give the seconds that something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
