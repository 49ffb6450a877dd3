"""How long the program takes to start, beside what a user would start otherwise: whole processes, run in turns.

    python benchmarks/startup.py [RUNS]

- `somcost --help` beside the help of a typer application with a single command: at most 1.5 times.
- `somcost run scenarios/jammerbugt.yaml` beside `python -c "import pandas"`: at most 1.0 times.
"""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
RUNS = 15
PROGRAM = str(Path(sys.executable).with_name("somcost"))
BARE = """
import typer

app = typer.Typer(rich_markup_mode=None)


@app.command()
def hello(name: str) -> None:
    print(name)


app()
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two commands side by side, and how many times as long the first may take."""

    ours: str
    command: list[str]
    other: str
    other_command: list[str]
    at_most: float

    def measured(self, runs: int) -> tuple[float, float]:
        """Give the medians of both, run in turns after one run each that fills the caches."""
        times = [(seconds(self.command), seconds(self.other_command)) for _ in range(runs + 1)][1:]
        return median(first for first, _ in times), median(second for _, second in times)


def main(runs: int) -> int:
    """Print the table; 1 where a limit does not hold."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, encoding="utf-8")
        found = [(pair, *pair.measured(runs)) for pair in pairs(bare)]
    print("| Ours | Median | Beside | Median | Ratio | At most |\n| --- | ---: | --- | ---: | ---: | ---: |")
    for pair, ours, other in found:
        print(f"| {pair.ours} | {ours:.3f} s | {pair.other} | {other:.3f} s | {ours / other:.2f} | {pair.at_most} |")
    return int(any(ours / other > pair.at_most for pair, ours, other in found))


def pairs(bare: Path) -> list[Pair]:
    """Give what is compared."""
    run = [PROGRAM, "run", "scenarios/jammerbugt.yaml"]
    return [
        Pair(
            "`somcost --help`", [PROGRAM, "--help"], "bare typer `--help`", [sys.executable, str(bare), "--help"], 1.5
        ),
        Pair("`somcost run`", run, "`import pandas`", [sys.executable, "-c", "import pandas"], 1.0),
    ]


def seconds(command: list[str]) -> float:
    """Run a command, with compiled modules kept as after any installation, and give its time."""
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=surroundings, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
