"""A file of registrations as sums: kept from the last run, by an engine, or in blocks."""

import datetime as dt
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from somcost.model.reading import EngineName
from somcost.problems import InputProblems, Problem
from somcost.read.faults import Faults
from somcost.read.file_bytes import PARQUET_SUFFIX, file_problem
from somcost.read.grid import Wanted
from somcost.read.sums.blocks import Blocks
from somcost.read.sums.counted import CountedGrid, Sums, counted_grid
from somcost.read.sums.engine import Engine, NotStarted, Unsuited, engine_of, engines_start
from somcost.read.sums.kept import keep_sums, kept_sums, place_of
from somcost.read.sums.parquet_plan import parquet_plan
from somcost.read.sums.plan import Plan, csv_plan
from somcost.read.sums.survey import Survey, sha256_of, surveyed
from somcost.read.table_shapes import TableShape


@dataclass(frozen=True, slots=True)
class SumsReader:
    """Reads files of registrations as sums.

    Attributes:
        engine: What adds up.
        cache: Whether sums are kept for the next run, and those kept are used.
        placed: Whether each sum is to know the line of its first row: then the file is read in blocks.
        turns: Days from which rows count otherwise than those before.
    """

    engine: EngineName
    cache: bool
    placed: bool
    turns: Sequence[dt.date]

    def read(
        self, wanted: Wanted, shape: TableShape, *, sound: Callable[[CountedGrid], bool], faults: Faults
    ) -> CountedGrid | Problem | None:
        """Read a file.

        Args:
            wanted: The file.
            shape: Its table's.
            sound: Whether the row reader finds no fault in an engine's sums.
            faults: Takes what is wrong with its rows.

        Returns:
            The sums; None where no row can be read, a problem where the file cannot be.
        """
        problem = file_problem(wanted)
        if problem is not None:
            return problem
        try:
            found = None if self.placed else self._by_engine(wanted, shape)
        except NotStarted as error:
            return engines_start(wanted.source.location, self.engine, str(error))
        if found is None or not sound(found):
            return _in_blocks(wanted, shape, faults)
        return found

    def _by_engine(self, wanted: Wanted, shape: TableShape) -> CountedGrid | None:
        is_parquet = wanted.source.path.suffix.lower() == PARQUET_SUFFIX
        engine = cache(partial(engine_of, self.engine))
        plan = self._parquet_plan(wanted, shape, engine) if is_parquet else csv_plan(wanted, shape)
        if plan is None:
            return None
        place = place_of(plan, self.turns)
        if self.cache and place.exists():
            sha256 = sha256_of(plan.path)
            if (kept := kept_sums(place, sha256, engine=self.engine)) is not None:
                return counted_grid(kept, plan, sha256)
        with ThreadPoolExecutor(1) as beside:
            looking = beside.submit(_looked_at, plan.path, is_parquet=is_parquet)
            sums = self._sums(plan, engine())
            survey = looking.result()
        if sums is None or not survey.is_plain:
            return None
        if self.cache:
            keep_sums(place, sums, survey.sha256, engine=self.engine)
        return counted_grid(sums, plan, survey.sha256)

    def _parquet_plan(self, wanted: Wanted, shape: TableShape, engine: Callable[[], Engine]) -> Plan | None:
        # Spark is not started to ask what pyarrow knows
        return parquet_plan(wanted, shape, engine().kinds(wanted.source.path) if self.engine == "duckdb" else None)

    def _sums(self, plan: Plan, engine: Engine) -> Sums | None:
        from somcost.read.sums.summing import Irregular, has_long_days, keyed, sums_of  # noqa: PLC0415 - an optional library

        try:
            rows = engine.frame(plan)
            if plan.format == "parquet":
                rows = keyed(rows, plan)
            sums = sums_of(rows, plan, turns=self.turns, engine=engine)
            return None if has_long_days(rows, plan, engine=engine) else sums
        except (Irregular, Unsuited):
            return None
        except engine.failures():
            return None


def _in_blocks(wanted: Wanted, shape: TableShape, faults: Faults) -> CountedGrid | Problem | None:
    try:
        return Blocks(wanted, shape, faults).counted(sha256_of(wanted.source.path))
    except InputProblems as error:  # the file is damaged somewhere within
        return error.problems[0]


def _looked_at(path: Path, *, is_parquet: bool) -> Survey:
    return Survey(sha256_of(path), is_plain=True) if is_parquet else surveyed(path)
