"""Files made to swallow memory or time are told, quickly and in little memory: bombs, claims, null bytes."""

import io
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from somcost.cli import app

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
MOST = 2 << 30
"""Bytes of memory the program may take here, its libraries' address space with it."""


def spreadsheet(rows: str) -> bytes:
    """Give an ODS whose one sheet holds these rows."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = " ".join(f'xmlns:{name}="{OFFICE}{name}:1.0"' for name in ("office", "table", "text"))
    body = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    manifest = f'xmlns:manifest="{OFFICE}manifest:1.0"'
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", kind)
        parts.writestr("META-INF/manifest.xml", f"<manifest:manifest {manifest}>{entry}</manifest:manifest>")
        content = f"<office:body>{body}</office:body>"
        parts.writestr("content.xml", f"<office:document-content {names}>{content}</office:document-content>")
    return packed.getvalue()


def workbook_of_zeros(gigabytes: int) -> bytes:
    """Give an XLSX whose sheet unpacks to gigabytes of blanks and is packed to a thousandth."""
    plain, bomb = io.BytesIO(), io.BytesIO()
    Workbook().save(plain)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as ours:
        for part in parts.namelist():
            if part != "xl/worksheets/sheet1.xml":
                ours.writestr(part, parts.read(part))
        with ours.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(gigabytes * 64):
                sheet.write(b" " * (1 << 24))
    return bomb.getvalue()


def within_memory(path: Path) -> "subprocess.CompletedProcess[str]":
    """Import a file in a process that may take two gigabytes and a minute."""
    return subprocess.run(
        [sys.executable, "-m", "somcost", "import", str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST)),
    )


def repeated(rows: int, columns: int) -> str:
    """Give a cell that says it is repeated."""
    cell = CELL.replace("office:v", f'table:number-columns-repeated="{columns}" office:v')
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'


@pytest.mark.parametrize("rows", [repeated(10**9, 1), repeated(1, 10**9), repeated(10**6, 16_384)])
def test_a_claim_of_a_billion_cells_is_told(rows: str, tmp_path: Path) -> None:
    """A sheet of one cell that says it is repeated a billion times."""
    (tmp_path / "export.ods").write_bytes(spreadsheet(rows))
    done = within_memory(tmp_path / "export.ods")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "export.ods" in done.stderr


def test_a_bomb_is_told_before_it_is_unpacked(tmp_path: Path) -> None:
    """Three gigabytes packed into three megabytes."""
    (tmp_path / "export.xlsx").write_bytes(workbook_of_zeros(3))
    done = within_memory(tmp_path / "export.xlsx")

    assert (tmp_path / "export.xlsx").stat().st_size < 4 << 20
    assert done.returncode == 1
    assert "workbook-is-not-huge" in done.stderr


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".xlsx", ".xls", ".xlsb", ".ods", ".parquet"])
def test_null_bytes_are_told(ending: str, tmp_path: Path) -> None:
    """A file of nothing but zeros, whatever its name says."""
    path = tmp_path / f"export{ending}"
    path.write_bytes(b"\0" * 5_000_000)
    result = CliRunner().invoke(app, ["import", str(path)])

    assert result.exit_code == 1
    assert path.name in result.stderr
