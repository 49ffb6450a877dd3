"""How long a full run over millions of registrations takes, beside DuckDB's bare group-by and pandas.

    python benchmarks/registrations.py [MILLIONS...]

Each measurement is a process of its own; time is from the call to the result when the libraries are loaded, memory the
peak of the process. A full run reads, checks and costs: `assess` of a scenario that names the file. The file is Danish
text: `;`, decimal comma, dd-mm-yyyy, six columns; 64 bytes a row. In the second table the sixth column is the employee,
whose hours a day are checked too. At most 1.3 times the time and 1.5 times the memory of the bare group-by.
"""

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np

TIMES, MEMORY = 1.3, 1.5
RUNS = 3
JOB_GROUPS = ("socialraadgiver", "paedagog", "sundhedsplejerske", "psykolog", "familieterapeut", "ergoterapeut")
ACTIVITIES = ("Hjemmebesøg hos familien", "Netværksmøde", "Forberedelse og journal", "Supervision", "Koordinering")
PHASES = ("opstart", "forløb", "afslutning", "tværgående")
MILLION = 1_000_000
SCENARIO = """\
schema: somcost/scenario@1
id: large
title: A large intervention
origin: illustrative
assumptions: som-2019
window: {{start: 2018-01-01, end: 2019-12-31}}
time_registrations: {name}
participants: {{per_year: 40000, months_each: 9}}
"""


def made_up(path: Path, rows: int, sixth: str) -> None:
    """Write registrations in the order of their days, each employee's one after the other."""
    random = np.random.default_rng(1)
    days = [dt.date(2018, 1, 1) + dt.timedelta(number) for number in range(730)]
    days = [day for day in days if day.weekday() < 5]  # noqa: PLR2004 - Monday to Friday
    written, a_day = 0, rows // len(days) + 1
    with path.open("w", encoding="utf-8") as file:
        file.write(f"date;job_group;hours;activity;phase;{sixth}\n")
        for day in days:
            count = min(a_day, rows - written)
            written += count
            employees = np.arange(count) // 6
            columns = zip(
                employees.tolist(),
                (random.integers(1, 9, count) / 4).tolist(),
                random.integers(0, len(ACTIVITIES), count).tolist(),
                random.integers(0, len(PHASES), count).tolist(),
                strict=True,
            )
            date = f"{day:%d-%m-%Y}"
            file.write(
                "".join(
                    f"{date};{JOB_GROUPS[who % 6]};{hours:.2f}".replace(".", ",")
                    + f";{ACTIVITIES[activity]};{PHASES[phase]};"
                    + (f"m{who}\n" if sixth == "employee" else ("ja\n" if activity else "nej\n"))
                    for who, hours, activity, phase in columns
                )
            )


def bare(path: Path, sixth: str) -> None:
    """Group by month and every word, as one would type it."""
    import duckdb  # noqa: PLC0415 - loaded in the process that is measured

    words = "job_group, activity, phase" + ("" if sixth == "employee" else f", {sixth}")
    source = f"read_csv('{path}', delim=';', decimal_separator=',', dateformat='%d-%m-%Y')"
    source = f"'{path}'" if path.suffix == ".parquet" else source
    duckdb.execute("SET enable_progress_bar = false")
    duckdb.execute(f"SELECT date_trunc('month', date), {words}, sum(hours) FROM {source} GROUP BY ALL").fetchall()  # noqa: S608


def full(path: Path, _: str) -> None:
    """Assess a scenario that names the file, without a cache."""
    from somcost import assess  # noqa: PLC0415 - as above
    from somcost.model.reading import Reading  # noqa: PLC0415 - as above

    assess(path.with_suffix(".yaml"), reading=Reading("duckdb", cache=False))


def cached(path: Path, _: str) -> None:
    """The same with what the run before kept."""
    from somcost import assess  # noqa: PLC0415 - as above
    from somcost.model.reading import Reading  # noqa: PLC0415 - as above

    assess(path.with_suffix(".yaml"), reading=Reading("duckdb"))


def pandas(path: Path, sixth: str) -> None:
    """read_csv and groupby, as one would type it."""
    import pandas as pd  # noqa: PLC0415 - as above

    words = ["job_group", "activity", "phase", *([] if sixth == "employee" else [sixth])]
    frame = pd.read_csv(path, sep=";", decimal=",", parse_dates=["date"], date_format="%d-%m-%Y")
    frame.groupby([frame["date"].dt.to_period("M"), *words])["hours"].sum()


SIDES: dict[str, Callable[[Path, str], None]] = {"bare": bare, "full": full, "cached": cached, "pandas": pandas}
OURS = (
    "concurrent.futures.thread, duckdb, narwhals, narwhals._duckdb.namespace, somcost.pipeline,"
    " somcost.read.sums.duckdb_engine, somcost.read.sums.reader, somcost.read.sums.summing"
)
LIBRARIES = {
    "bare": "duckdb",
    "pandas": "pandas, pyarrow",
    "full": OURS,
    "cached": f"{OURS}, somcost.read.sums.duckdb_shelf",
}


def measured(side: str, path: Path, sixth: str) -> tuple[float, float]:
    """Give seconds and megabytes of a side in a process of its own, the median of several."""
    code = f"import {LIBRARIES[side]}\nimport registrations\nregistrations.report({side!r}, {str(path)!r}, {sixth!r})"
    here = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    runs = [
        json.loads(subprocess.run([sys.executable, "-c", code], env=here, capture_output=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return median(run["seconds"] for run in runs), median(run["megabytes"] for run in runs)


def report(side: str, path: str, sixth: str) -> None:
    """Run a side and print what it took."""
    start = time.perf_counter()
    SIDES[side](Path(path), sixth)
    seconds = time.perf_counter() - start
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("utf-8").splitlines())
    print(json.dumps({"seconds": seconds, "megabytes": int(status["VmHWM"].split()[0]) / 1024}))


def table(folder: Path, rows: int, sixth: str, *, with_pandas: bool) -> bool:
    """Print the table of a file and of the same as Parquet; False where a limit does not hold."""
    import duckdb  # noqa: PLC0415 - to write Parquet

    path = folder / f"{sixth}.csv"
    made_up(path, rows, sixth)
    parquet = path.with_suffix(".parquet")
    source = f"read_csv('{path}', delim=';', decimal_separator=',', dateformat='%d-%m-%Y')"
    duckdb.sql(f"COPY (SELECT * FROM {source}) TO '{parquet}'")  # noqa: S608
    holds = True
    print(f"\n{rows:,} registrations, sixth column {sixth}, {path.stat().st_size / 1e6:.0f} MB of text\n")
    print("| Side | Time | Peak memory | Time ÷ bare | Memory ÷ bare |\n| --- | ---: | ---: | ---: | ---: |")
    for each in (path, parquet):
        each.with_suffix(".yaml").write_text(SCENARIO.format(name=each.name), "utf-8")
        sides = ["bare", "full", *(["pandas"] if with_pandas and each is path else [])]
        found = {side: measured(side, each, sixth) for side in sides}
        cached(each, sixth)
        found["cached"] = measured("cached", each, sixth)
        for side, (seconds, megabytes) in found.items():
            ratios = seconds / found["bare"][0], megabytes / found["bare"][1]
            figures = f"{seconds:.2f} s | {megabytes:.0f} MB | {ratios[0]:.2f} | {ratios[1]:.2f}"
            print(f"| {side}, {each.suffix[1:]} | {figures} |", flush=True)
            holds = holds and not (side == "full" and (ratios[0] > TIMES or ratios[1] > MEMORY))
    path.unlink()
    parquet.unlink()
    return holds


def main(millions: list[int]) -> int:
    """Print the tables; 1 where a limit does not hold."""
    holds = True
    with tempfile.TemporaryDirectory() as name:
        os.environ["SOMCOST_CACHE"] = name
        for number in millions:
            for sixth in ("with_citizen", "employee"):
                with_pandas = number <= 10  # noqa: PLR2004 - of a hundred million it takes all memory
                holds = table(Path(name), number * MILLION, sixth, with_pandas=with_pandas) and holds
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or [10]))
