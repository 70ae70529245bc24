"""A study as a folder of tables and a page, for whoever works on with a spreadsheet or another program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from hiplog.files import written_whole
from hiplog.measures.pain.change import pain_change
from hiplog.measures.pain.days import pain_days
from hiplog.measures.pain.stops import pain_stops
from hiplog.measures.practice import practice
from hiplog.measures.sessions import sessions
from hiplog.measures.sides.balance import balance
from hiplog.measures.trend import trend
from hiplog.measures.typical import typical_hold
from hiplog.report.html import as_html
from hiplog.spreadsheet import harmless_frame
from hiplog.study.each import Measured
from hiplog.study.page import page_of
from hiplog.study.people import person_row, with_activity
from hiplog.study.record import Record, left_out_of, refused_of
from hiplog.study.together import sum_up

MEASURES = (sessions, typical_hold, trend, balance, practice, pain_change, pain_days, pain_stops)
PAGE = "study.html"
_MOST_HEAD = 100_000  # bytes, among which a header, or a page's own words, are looked for


@dataclass(frozen=True)
class AllTables:
    """What is made of one person, for an executor to send."""

    exercise: str

    def __call__(self, record: Record) -> tuple[dict[str, Any], dict[str, pd.DataFrame]]:
        """Return their row of `Study.people`, and by name what was refused, left out, and measured."""
        frames = {of.__name__: Measured(of, {"exercise": self.exercise})(record) for of in MEASURES}
        told = {"refused": refused_of(record), "left_out": left_out_of(record)}
        return person_row(record, self.exercise), {**told, **frames}


def write_tables(
    done: Iterator[tuple[dict[str, Any], dict[str, pd.DataFrame]]],
    folder: Path,
    *,
    exercise: str,
    today: pd.Timestamp | None,
    idle_days: int,
    least: int,
    source: str,
    of_nobody: pd.DataFrame,
) -> list[Path]:
    """Write what `AllTables` makes of each person, and a page on all of them, and return the files.

    Each file takes its place when all is written, so that what stands there is of one study, whole.
    """
    rows: list[dict[str, Any]] = []
    written: list[Path] = []
    with ExitStack() as stack:

        def part_of(name: str) -> Path:
            written.append(folder / name)
            return stack.enter_context(written_whole(written[-1], _is_ours, "study"))

        ends = {name: part_of(name) for name in ("people.csv", "sum_up.csv", PAGE)}  # refused before the work
        parts: dict[str, Path] = {}
        for row, frames in done:
            rows.append(row)
            for name, frame in frames.items():
                if first := name not in parts:
                    parts[name] = part_of(f"{name}.csv")
                harmless_frame(frame).to_csv(parts[name], index=False, header=first, mode="a")
        harmless_frame(of_nobody).to_csv(parts["left_out"], index=False, header=False, mode="a")
        people = with_activity(rows, today, idle_days)
        harmless_frame(people).to_csv(ends["people.csv"], index=False)
        harmless_frame(sum_up(people, least=least)).to_csv(ends["sum_up.csv"], index=False)
        page = page_of(people, exercise=exercise, least=least, source=source, today=today, idle_days=idle_days)
        ends[PAGE].write_bytes(as_html(page))
    return written


def _is_ours(path: Path) -> bool:
    """Return whether a file is one that an earlier call wrote."""
    with path.open("rb") as file:
        first = file.read(_MOST_HEAD)
    if path.name == PAGE:
        return first.startswith(b"<!") and b'content="hiplog report"' in first
    header = first.partition(b"\n")[0].rstrip(b"\r")
    made = header.endswith((b",why", b",text,expected", b",rows,what"))  # people.csv of a study's own has neither
    return header.startswith(b"group,what,") or (header.startswith(b"person,") and made)
