"""Laws of reading tables, tried on random files."""

import csv
import datetime as dt
import io
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from table_files import HEADER, written

from somcost.problems import CHECKS
from somcost.read.tables import TableRead, read_citizens, read_courses, read_expenses, read_registrations, read_staff

DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
HOURS = st.decimals(0, 10_000_000, places=2, allow_nan=False, allow_infinity=False)
DATE_FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y")
TEXTS = st.text(st.characters(codec="cp1252", exclude_categories=["C"]), min_size=1, max_size=12).filter(
    lambda text: text == text.strip() and not set(text) & set("ÂÃâ")
)
READERS = (read_registrations, read_expenses, read_citizens, read_staff, read_courses)


def number(value: Decimal, *, mark: str, grouped: bool) -> str:
    """Write a number with two decimals in one of the ways that files have."""
    text = f"{value:,.2f}" if grouped else f"{value:.2f}"
    return text if mark == "." else text.translate(str.maketrans(",.", ".,"))


def in_folder(content: bytes, *, name: str = "time.csv") -> list[TableRead[Any]]:
    """Read one file as each of the tables."""
    with tempfile.TemporaryDirectory() as folder:
        source = written(Path(folder), content, name=name)
        return [read([source]) for read in READERS]


@settings(deadline=None)
@given(
    rows=st.lists(st.tuples(DATES, TEXTS, HOURS), min_size=1, max_size=20),
    mark=st.sampled_from(",."),
    grouped=st.booleans(),
    delimiter=st.sampled_from(",;\t"),
    form=st.sampled_from(DATE_FORMS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_dialect_reads_back(
    rows: list[tuple[dt.date, str, Decimal]], mark: str, grouped: bool, delimiter: str, form: str, encoding: str
) -> None:
    """Dates, texts and hours written in any supported way come back as they were."""
    settled = [*rows, (dt.date(2018, 12, 31), "æ", Decimal("0.5"))]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(["date", "job_group", "hours"])
    writer.writerows(
        [day.strftime(form), group, number(hours, mark=mark, grouped=grouped)] for day, group, hours in settled
    )
    with tempfile.TemporaryDirectory() as folder:
        read = read_registrations([written(Path(folder), text.getvalue().encode(encoding))])

    assert read.problems == []
    assert list(read.table.date) == [day for day, _, _ in settled]
    assert list(read.table.job_group) == [group for _, group, _ in settled]
    assert list(read.table.hours) == [float(hours) for _, _, hours in settled]


@settings(deadline=None)
@given(groups=st.lists(TEXTS, min_size=1, max_size=10))
def test_windows_texts_read_back(groups: list[str]) -> None:
    """A file in Windows-1252 that holds a Danish letter and is not UTF-8 by chance gives back its texts."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(
        [["date", "job_group", "hours"], *(["2018-03-01", group, "1"] for group in [*groups, "Pædagog"])]
    )
    with tempfile.TemporaryDirectory() as folder:
        read = read_registrations([written(Path(folder), text.getvalue().encode("cp1252"))])

    assert read.problems == []
    assert list(read.table.job_group) == [*groups, "Pædagog"]


@settings(deadline=None, max_examples=200)
@given(content=st.binary(max_size=200))
def test_random_bytes_give_problems_only(content: bytes) -> None:
    """No bytes make the reading of any table fail, as a text or as a workbook; every fault has a registered check."""
    for name in ("time.csv", "time.xlsx"):
        for read in in_folder(content, name=name):
            assert read.problems
            assert {each.check for each in read.problems} <= set(CHECKS)


@settings(deadline=None, max_examples=200)
@given(rows=st.text(st.sampled_from('0123456789-/.,;:" \n\r\tabeÃ¥æ€'), max_size=120))
def test_random_rows_give_rows_or_problems(rows: str) -> None:
    """Whatever stands under a header, each row that is not blank is in the table or told in a problem."""
    with tempfile.TemporaryDirectory() as folder:
        read = read_registrations([written(Path(folder), HEADER + rows)])

    assert read.problems or (len(read.table) == read.files[0].rows and len(read.table) > 0)
    assert all(each.location.line > 0 for each in read.problems if each.check != "table-has-rows")
    assert all(hours >= 0 for hours in read.table.hours)
