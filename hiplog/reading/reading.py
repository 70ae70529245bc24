"""What came out of a file: the holds, the rejected rows, and how it was understood."""

import gc
import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from hiplog import schema
from hiplog.reading import files
from hiplog.reading.blocks import Outline, outline
from hiplog.reading.columns import meaning
from hiplog.reading.header import find_delimiter
from hiplog.reading.holds import Found, Options, read_blocks
from hiplog.reading.own import read_own, strict_rows
from hiplog.reading.table import DELIMITERS, Table, cut, lines_of
from hiplog.schema import COLUMNS, LogError

FOUND_WRONG = ("row", "column", "text", "expected")  # the first columns of `rejected`
_TARGET_S = 120.0
_SHOWN = 50  # refused rows in a notebook


@dataclass(frozen=True, repr=False)
class Reading:
    """What came out of a file.

    Attributes
    ----------
    holds : DataFrame
        One row per hold, in the order of the file; see `hiplog.schema.COLUMNS`.
    rejected : DataFrame
        One row per row of the file with something wrong in it: `row` as a spreadsheet counts it, the `column`, the
        `text`, what was `expected`, then the whole row. Saved with `to_csv`, mended and read again, it gives the
        holds that are missing. A cell that only the rest of its column explains stands there in plain spelling.
    how : dict
        How the file was understood: `encoding`, `delimiter`, `header_row`, `columns`, `app`, `sheet`, `decided`,
        `skipped` (a list of `row` and `reason`), `rows` (how many gave holds), `other_sheets` (the sheets of a
        workbook that are logs too and were not read; `sheet=` reads one).
    """

    holds: pd.DataFrame
    rejected: pd.DataFrame
    how: dict[str, Any]

    def __repr__(self) -> str:
        lines = [self._summary()]
        shown = self.rejected[list(FOUND_WRONG)].head(_SHOWN)
        for row, column, text, expected in shown.itertuples(index=False):
            lines.append(f"  row {row}: {column} is {str(text)[:80]!r}, expected {expected}")
        if len(self.rejected) > _SHOWN:
            lines.append(f"  and {len(self.rejected) - _SHOWN} more in .rejected")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [f"<p>{html.escape(self._summary())}</p>"]
        if len(self.rejected):
            shown = self.rejected[list(FOUND_WRONG)].head(_SHOWN)
            head = "".join(f"<th>{name}</th>" for name in FOUND_WRONG)
            body = "".join(
                "<tr>" + "".join(f"<td>{html.escape(str(cell)[:300])}</td>" for cell in row) + "</tr>"
                for row in shown.itertuples(index=False)
            )
            parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
        if len(self.rejected) > _SHOWN:
            parts.append(f"<p>and {len(self.rejected) - _SHOWN} more in <code>.rejected</code></p>")
        return "\n".join(parts)

    def _summary(self) -> str:
        how = self.how
        parts = [f"read {_count(len(self.holds), 'hold')} from {_count(how['rows'], 'row')}"]
        layout = [how["app"] and f"a file of {how['app']}", how["sheet"] and f"sheet {how['sheet']}"]
        layout += [DELIMITERS.get(how["delimiter"]), *how["decided"].values()]
        parts.append(", ".join(said for said in layout if said))
        parts.append(f"{_count(len(self.rejected), 'row')} refused" if len(self.rejected) else "nothing refused")
        if how["skipped"]:
            parts.append(f"{_count(len(how['skipped']), 'row')} left out ({_reasons(how['skipped'])})")
        parts.append(_not_read(how["other_sheets"]))
        return "; ".join(part for part in parts if part)


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def _reasons(skipped: list[dict[str, Any]]) -> str:
    reasons = pd.Series([one["reason"] for one in skipped]).value_counts()
    return ", ".join(f"{count} {reason}" for reason, count in reasons.items())


def _not_read(sheets: list[str]) -> str:
    """Say that further sheets of a workbook are logs too, and how to read them."""
    if not sheets:
        return ""
    what = "sheet {}, a log too" if len(sheets) == 1 else "sheets {}, logs too"
    return f"not read: {what.format(', '.join(sheets))} (sheet={sheets[0]!r} reads it)"


def read(
    path: Path, *, columns: dict[str, str] | None, encoding: str | None, sheet: str | None, **options
) -> Reading:
    """Read a file; see `hiplog.reading.read_log`."""
    nothing_told = not any(told is not None for told in (columns, encoding, sheet, *options.values()))
    if nothing_told and path.is_file() and (holds := read_own(path)) is not None:
        try:
            return _clean(holds, path.name)
        except LogError:
            pass  # a rule is broken: the other way says in which rows
    data = files.read_bytes(path)
    with _no_collection():
        return _tolerant(data, path, columns, encoding, sheet, Options(**options))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking a million rows again and again: none of them is in a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _tolerant(
    data: bytes,
    path: Path,
    columns: dict[str, str] | None,
    encoding: str | None,
    sheet: str | None,
    options: Options,
) -> Reading:
    try:
        (table, laid_out), *others = _logs(_tables(data, path.name, encoding, sheet, columns), path, columns)
    except LogError as error:
        message = str(error)
        raise LogError(message if path.name in message else f"{path.name}: {message}") from None
    reading = _reading(table, laid_out, path, options)
    reading.how["other_sheets"] = [other.sheet for other, _ in others]
    return reading


def _clean(holds: pd.DataFrame, source: str) -> Reading:
    """Return the reading of a clean file in our own columns, of which every row is a hold."""
    decided: dict[str, str] = {}
    names = list(holds)
    holds = holds if set(COLUMNS) <= set(names) else _complete(holds, source, decided, aimed="target_s" in names)
    how = {
        "encoding": "utf-8",
        "delimiter": ",",
        "header_row": 1,
        "columns": {name: str(meaning(name)) for name in names},
        "app": None,
        "sheet": None,
        "other_sheets": [],
        "decided": decided,
        "skipped": [],
        "rows": len(holds),
    }
    return Reading(holds, _nothing(names), how)


def _tables(
    data: bytes, name: str, encoding: str | None, sheet: str | None, columns: dict[str, str] | None
) -> list[Table]:
    if encoding is None and files.is_workbook(data):
        from hiplog.reading.workbook import sheets_of  # only workbooks pay for loading it

        return sheets_of(data, name, sheet)
    text, found = files.decode(data, name, encoding)
    if (rows := strict_rows(text)) is not None:
        return [Table(rows, ",", encoding=found)]
    lines = lines_of(text)
    if not any(line.strip() for line in lines):
        raise LogError("it is empty, expected a table of holds")
    if sum(line.startswith("### ") for line in lines[:1000]) > 1 and not any("," in line for line in lines[:1]):
        raise LogError("it is an export in sections under ### (JEFIT's): there are no holds in it")
    delimiter = find_delimiter(lines, name, columns)
    return [Table(cut(lines, delimiter), delimiter, encoding=found)]


def _logs(tables: list[Table], path: Path, columns: dict[str, str] | None) -> list[tuple[Table, Outline]]:
    """Return the tables that are logs, the one with most rows first; the first complaint, if none is one."""
    good, first = [], None
    for table in tables:
        try:
            good.append((table, outline(table, path.name, columns)))
        except LogError as error:
            first = first or error
    if not good:
        raise first or LogError("it has no sheet, expected a table of holds")
    best = good.pop(max(range(len(good)), key=lambda i: _size(good[i][1])))
    return [best, *(pair for pair in good if _size(pair[1]))]


def _size(laid_out: Outline) -> int:
    return sum(len(block.at) * block.header.complete for block in laid_out.blocks)


def _reading(table: Table, laid_out: Outline, path: Path, options: Options) -> Reading:
    for block in laid_out.blocks:
        if block.header.app and block.header.app.file_name:
            block.header.folder = path.absolute().parent.name
    comma_is_decimal = table.delimiter in (";", "\t", "|", "  ", " ")
    found = read_blocks(laid_out.blocks, options, comma_is_decimal=comma_is_decimal)
    _fault_too_long(found, laid_out)
    _leave_out_twins(found)
    decided = {name: said for one in found for name, said in one.decided.items()}
    holds = _holds(found, path.name, decided)
    return Reading(holds, _rejected(found, laid_out), _how(table, laid_out, found, decided))


def _fault_too_long(found: list[Found], laid_out: Outline) -> None:
    """Refuse rows with more cells than columns: which of them are the holds cannot be told."""
    for one in found:
        width = len(one.block.names)
        rows = [k for k, at in enumerate(one.block.at) if at in laid_out.too_long]
        for k in rows:
            one.faults[k] = [
                (width - 1, f"{width} cells in the row, as in the header; a text with commas needs quotes")
            ]
            one.skipped.pop(k, None)
        if rows:
            one.holds = one.holds[~one.holds["row"].isin(rows)].reset_index(drop=True)


def _leave_out_twins(found: list[Found]) -> None:
    """Leave out a hold whose id was there before, as where an export was put below another one."""
    seen: dict[str, tuple] = {}
    for one in found:
        again = []
        for i in np.flatnonzero((one.holds["hold_id"] != "").to_numpy()):
            hold = one.holds.iloc[i]
            content = (hold["started_at"], hold["side"], hold["hold_s"])
            if hold["hold_id"] not in seen:
                seen[hold["hold_id"]] = content
                continue
            again.append(i)
            if seen[hold["hold_id"]] == content:
                one.skipped[hold["row"]] = "the same hold again, by its hold_id"
            else:
                one.fault(hold["row"], one.block.where("id")[0], "an id that no other hold has, or none")
        one.holds = one.holds.drop(index=one.holds.index[again]).reset_index(drop=True)


def _holds(found: list[Found], source: str, decided: dict[str, str]) -> pd.DataFrame:
    """Return the holds of all blocks with every column of the log's, ids made where the file has none."""
    session, frames = 0, []
    for one in found:
        frame = one.holds
        frame["session"] = frame["session"] + session if len(frame) else []
        session = frame["session"].max() + 1 if len(frame) else session
        frames.append(frame)
    holds = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    if not len(holds):
        return schema.empty()
    return _complete(holds, source, decided, aimed=any(one.block.where("target") for one in found))


def _complete(holds: pd.DataFrame, source: str, decided: dict[str, str], *, aimed: bool) -> pd.DataFrame:
    """Return holds with a target and why they ended where that can be told, where they came from, and ids."""
    for name in ("source", "hold_id", "session_id", "ended"):
        holds[name] = (
            holds[name].replace("", None) if name in holds else pd.Series(None, holds.index, dtype=object)
        )
    if not aimed:
        holds["target_s"] = _target(holds["hold_s"], decided)
    if not (aimed and holds["hold_id"].notna().all()):  # our own export comes back as it was
        reached = (holds["hold_s"] >= holds["target_s"]) & holds["ended"].isna()
        holds["ended"] = holds["ended"].where(~reached, "target")
    holds["source"] = holds["source"].fillna(source)
    if "exercise" not in holds:
        holds["exercise"] = "hip_balance"
    if holds["hold_id"].isna().any():
        holds["hold_id"] = holds["hold_id"].fillna(schema.hold_ids(holds))
    if holds["session_id"].isna().any():
        holds["session_id"] = holds["session_id"].fillna(schema.session_ids(holds, holds.get("session")))
    return schema.conform(holds)


def _target(hold_s: pd.Series, decided: dict[str, str]) -> float:
    """Return the target of a file that names none: 120 s if no hold is longer, else missing."""
    longest = hold_s.max()
    if longest <= _TARGET_S:
        decided["target_s"] = "target 120 s, as no hold is longer"
        return _TARGET_S
    decided["target_s"] = f"no target, as a hold of {longest:g} s is longer than 120 s"
    return np.nan


def _rejected(found: list[Found], laid_out: Outline) -> pd.DataFrame:
    frames = [_rejected_of(one, laid_out) for one in found if one.faults]
    if not frames:
        return _nothing(_distinct(found[0].block.names))
    rejected = pd.concat(frames, ignore_index=True).sort_values("row", kind="stable", ignore_index=True)
    return rejected.fillna("")


def _nothing(names: list[str]) -> pd.DataFrame:
    """Return the frame of no rejected rows."""
    others = [*FOUND_WRONG[1:], *names]
    frame = pd.DataFrame(np.empty((0, len(others)), dtype=object), columns=others)
    frame.insert(0, "row", pd.Series(dtype="int64"))
    return frame


def _rejected_of(one: Found, laid_out: Outline) -> pd.DataFrame:
    block, lines = one.block, []
    names = _distinct(block.names)
    for k in sorted(one.faults):
        at, faults = int(block.at[k]), one.faults[k]
        row = block.row(k)
        whole = laid_out.too_long.get(at, row)
        cells = [one.plain.get((k, i), cell) for i, cell in enumerate(row)]
        wrong = dict(reversed(faults))
        for i in wrong:
            cells[i] = row[i]
        text = ", ".join(whole) if at in laid_out.too_long else " | ".join(row[i] for i in sorted(wrong))
        column = " | ".join(names[i] for i in sorted(wrong))
        lines.append([at + 1, column, text, "; ".join(wrong[i] for i in sorted(wrong)), *cells])
    return pd.DataFrame(lines, columns=[*FOUND_WRONG, *names])


def _distinct(names: list[str]) -> list[str]:
    """Return names of columns, each once; none that `rejected` has itself."""
    taken, result = set(FOUND_WRONG), []
    for name in names:
        number, new = 1, name
        while new in taken:
            number += 1
            new = f"{name} {number}".strip()
        taken.add(new)
        result.append(new)
    return result


def _how(table: Table, laid_out: Outline, found: list[Found], decided: dict[str, str]) -> dict[str, Any]:
    skipped = dict(laid_out.skipped)
    for one in found:
        skipped |= {int(one.block.at[k]): reason for k, reason in one.skipped.items()}
    first = laid_out.blocks[0]
    return {
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "header_row": first.header.row + 1 or None,
        "columns": {name: str(m) for name, m in zip(_distinct(first.names), first.meanings, strict=True)},
        "app": first.header.app.name if first.header.app else None,
        "sheet": table.sheet or None,
        "decided": decided | _decided(found),
        "skipped": [{"row": at + 1, "reason": skipped[at]} for at in sorted(skipped)],
        "rows": int(sum(one.holds["row"].nunique() for one in found)),
    }


def _decided(found: list[Found]) -> dict[str, str]:
    said = {}
    for one in found:
        holds = one.block.where("hold")
        if any(re.search(r"\d,\d", cell) for i in holds for cell in set(one.block.columns[i])):
            said["decimals"] = "decimal commas"
    return said
