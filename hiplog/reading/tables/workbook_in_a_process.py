"""A workbook (xlsx, xls, ods) -> tables of text, one for each sheet, opened in a process of its own."""

import marshal
import subprocess
import sys
from pathlib import Path

from hiplog.reading.tables.table import Table
from hiplog.schema import LogError

MOST_SECONDS = 60  # a workbook may take
_SCRIPT = Path(__file__).with_name("workbook.py")


def sheets_of(data: bytes, name: str, sheet: str | None) -> list[Table]:
    """Return the sheets of a workbook, or the one that is named.

    Raises `LogError` where the workbook is broken or too large, or has no such sheet.
    """
    answer = _answer(data, sheet, name)
    if "error" in answer:
        raise LogError(f"{name} {answer['error']}")
    return [Table(rows, "", encoding="workbook", sheet=title) for title, rows in answer["sheets"]]


def _answer(data: bytes, sheet: str | None, name: str) -> dict:
    """Return what the process says of a workbook; see `workbook`."""
    command = [sys.executable, "-P", str(_SCRIPT)]
    asked = marshal.dumps((sheet, data))
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return {"error": f"is a workbook that was not read within {MOST_SECONDS} seconds"}
    except OSError as error:
        raise LogError(f"{name} cannot be opened: no process could be started for it ({error})") from error
    if done.returncode or not done.stdout:
        return {
            "error": "is a workbook that cannot be read: it is damaged, or takes more memory than any log does"
        }
    return marshal.loads(done.stdout)
