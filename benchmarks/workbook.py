"""How long the workbook of 100,000 registrations takes, beside XlsxWriter writing the very same cells bare.

    python benchmarks/workbook.py [REGISTRATIONS [RUNS]]

The workbook is written once while every cell that reaches XlsxWriter is noted: place, text, number or formula with its
stored value, and format. Then both are timed in turns: `write_workbook` from the assessment to the finished file, and
the noted cells written to a new file by the same XlsxWriter with the same options; the calls that write them are ready
before the clock starts. At most 1.3 times.
"""

import csv
import datetime as dt
import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from somcost import Assessment, assess
from somcost.present.workbook import write_workbook
from somcost.present.workbook.write import OPTIONS

REGISTRATIONS, RUNS, AT_MOST = 100_000, 3, 1.3
METHODS = ("write_string", "write_number", "write_formula", "write_blank")
OWN = {"xf_format_indices", "dxf_format_indices", "xf_index", "dxf_index"}
"""What a format holds of the workbook it belongs to."""
SCENARIO = """\
schema: somcost/scenario@1
id: large
title: A large intervention
origin: illustrative
assumptions: som-2019
window: {start: 2018-01-01, end: 2019-12-31}
time_registrations: time.csv
participants: {per_year: 400, months_each: 9}
sensitivity: {wages: [0.10, 0.20], participants: [300, 500]}
"""
HEADER = ("date", "job_group", "hours", "employee", "activity", "phase", "with_citizen", "case")
JOB_GROUPS = ("socialraadgiver", "paedagog", "psykolog", "sundhedsplejerske")
ACTIVITIES = ("Hjemmebesøg", "Faglige møder", "Supervision", "Koordinering", "Journal", "Samtale")
PHASES = ("opstart", "forløb", "afslutning")

Written = tuple[str, str, tuple[Any, ...]]
"""A cell: its sheet, the method that writes it, the method's arguments."""


def main(registrations: int, runs: int) -> int:
    """Print the table; 1 where the limit does not hold."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        assessment = assess(made_up(folder, registrations))
        with noted() as cells:
            write_workbook(assessment, folder / "noted.xlsx")
        ours, bare = measured(assessment, cells, folder, runs=runs)
        size = (folder / "ours.xlsx").stat().st_size / 1e6
    print("| Registrations | Cells | File | `write_workbook` | Bare XlsxWriter | Ratio | At most |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    counts = f"| {registrations:,} | {len(cells):,} | {size:.1f} MB "
    print(f"{counts}| {ours:.2f} s | {bare:.2f} s | {ours / bare:.2f} | {AT_MOST} |")
    return int(ours / bare > AT_MOST)


def measured(assessment: Assessment, cells: list[Written], folder: Path, *, runs: int) -> tuple[float, float]:
    """Give the medians of both, run in turns."""
    ours, bare = [], []
    for _ in range(runs):
        ours.append(seconds(lambda: write_workbook(assessment, folder / "ours.xlsx")))
        bare.append(seconds(bare_writing(cells, folder / "bare.xlsx")))
    return median(ours), median(bare)


def seconds(work: Callable[[], None]) -> float:
    """Give the time of some work."""
    gc.collect()
    gc.freeze()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@contextmanager
def noted() -> Iterator[list[Written]]:
    """Note every cell that is written while this lasts."""
    cells: list[Written] = []
    plain = {method: getattr(Worksheet, method) for method in METHODS}

    def noting(method: str) -> Callable[..., Any]:
        def write(sheet: Worksheet, *arguments: Any) -> Any:
            cells.append((sheet.get_name(), method, arguments))
            return plain[method](sheet, *arguments)

        return write

    for method in METHODS:
        setattr(Worksheet, method, noting(method))
    try:
        yield cells
    finally:
        for method, original in plain.items():
            setattr(Worksheet, method, original)


def bare_writing(cells: list[Written], path: Path) -> Callable[[], None]:
    """Prepare a new workbook and every call that writes a noted cell to it; give what makes the calls."""
    book = Workbook(str(path), OPTIONS)
    sheets = {name: book.add_worksheet(name) for name in dict.fromkeys(name for name, _, _ in cells)}
    formats: dict[int, Format] = {}
    calls = [
        (getattr(sheets[name], method), tuple(in_book(each, book, formats) for each in arguments))
        for name, method, arguments in cells
    ]

    def write() -> None:
        for call, arguments in calls:
            call(*arguments)
        book.close()

    return write


def in_book(argument: Any, book: Workbook, formats: dict[int, Format]) -> Any:
    """Give an argument as it is, and a format as the new workbook's own."""
    if not isinstance(argument, Format):
        return argument
    if id(argument) not in formats:
        made = formats[id(argument)] = book.add_format()
        vars(made).update({key: value for key, value in vars(argument).items() if key not in OWN})
    return formats[id(argument)]


def made_up(folder: Path, registrations: int) -> Path:
    """Write a scenario with as many made-up registrations, the same each time."""
    chance, first = random.Random(2019), dt.date(2018, 1, 1)
    with (folder / "time.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(registrations):
            day = first + dt.timedelta(days=number % 730)
            words = [chance.choice(each) for each in (ACTIVITIES, PHASES, ("ja", "nej"))]
            hours = 0.25 * chance.randint(1, 8)
            writer.writerow([day, chance.choice(JOB_GROUPS), hours, f"M{number % 997}", *words, f"S{number % 499}"])
    path = folder / "scenario.yaml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(numbers + [REGISTRATIONS, RUNS][len(numbers) :])))
