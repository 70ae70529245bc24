"""What was read of a file, in the sentences and tables of the form that brings it in."""

import html
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from hiplog.dates import day_in_words, time_in_words
from hiplog.exercise import EXERCISES
from hiplog.reading import Reading

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHOWN = 50  # refused rows
_LONGEST = 60  # letters of a cell
_STYLE = (
    "<style>.hiplog-read{overflow:auto;font-size:12px;line-height:1.4}"
    ".hiplog-read table{border-collapse:collapse}"
    ".hiplog-read th{white-space:nowrap}"
    ".hiplog-read th,.hiplog-read td{text-align:left;vertical-align:top;padding:2px 10px 2px 0;"
    "border-bottom:1px solid var(--jp-border-color2,#bdbdbd)}"
    ".hiplog-read td:nth-child(2),.hiplog-read td:last-child{overflow-wrap:anywhere}"
    ".hiplog-read caption{text-align:left;font-weight:bold;padding-bottom:2px}</style>"
)


def summary(reading: Reading) -> str:
    """Return how many holds were found, of which days, and what else is to be known before they are added."""
    holds = reading.holds
    days = _days(holds["started_at"]) if len(holds) else ""
    parts = [f"{_count(len(holds), 'hold')} found{days and ', '}{days}."]
    beside = {"day without a hold": reading.days, "plan": reading.diary.plans, "mark": reading.diary.marks}
    also = [_count(len(rows), name) for name, rows in beside.items() if len(rows)]
    parts += [f"Beside them {' and '.join(also)}."] if also else []
    parts += [f"It is a file of {reading.how['app']}."] if reading.how["app"] else []
    parts += [f"{said[0].upper()}{said[1:]}." for said in reading.how["decided"].values()]
    if above := reading.how["above"]:
        parts.append(f"Above the table stands: {'; '.join(text[:80] for text in above[:3])}.")
    if len(reading.rejected):
        parts.append(
            f"{_count(reading.rejected['row'].nunique(), 'row')} refused, in whole or in part: see below."
        )
    for reason, number in Counter(one["reason"] for one in reading.how["skipped"]).items():
        parts.append(f"{_count(number, 'row')} left out: {reason}.")
    if others := reading.how["other_sheets"]:
        logs = f"{', '.join(others)}, {'a log' if len(others) == 1 else 'logs'} too"
        parts.append(f"Not read: sheet {logs}; choose {'it' if len(others) == 1 else 'one'} beside Sheet.")
    parts += [f"Sheet {sheet} is of another exercise." for sheet in reading.how["sheets_of_another_exercise"]]
    if without := reading.how["sheets_without_log"]:
        parts.append(f"No log in sheet {', '.join(without)}.")
    return " ".join(parts)


def _days(moments: pd.Series) -> str:
    """Return the span of days that some moments are of, like 5 July to 30 September 2025."""
    first, last = moments.min(), moments.max()
    if first.date() == last.date():
        return _day(first)
    same = 2 if (first.year, first.month) == (last.year, last.month) else 1 if first.year == last.year else 0
    return f"{' '.join(_day(first).split()[: 3 - same])} to {_day(last)}"


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _count(number: int, words: str) -> str:
    word, _, more = words.partition(" ")
    return f"{number:,} {word}{'' if number == 1 else 's'}{more and ' '}{more}"


def alike_in_words(alike: pd.DataFrame) -> str:
    """Return which holds are like ones that the log has from elsewhere."""
    if alike.empty:
        return ""
    first = alike.iloc[0]
    one = f"{first['side']}, {time_in_words(first['started_at'])}, {first['hold_s']:g} s"
    if len(alike) == 1:
        return (
            f"1 hold looks like one that your log has from elsewhere: {one}. It is left out, unless you tick this:"
        )
    return (
        f"{len(alike):,} holds look like ones that your log has from elsewhere, the first of them {one}. They are "
        "left out, unless you tick this:"
    )


def first_holds(reading: Reading) -> str:
    """Return a table of the first holds, each beside the cells that it comes from."""
    first = reading.first_holds
    if first.empty:
        return ""
    holds = first.to_dict("records")
    columns = {
        "Row": [hold["row"] for hold in holds],
        "In the file": [
            " · ".join(f"{name} {_short(cell)}" for name, cell in hold["cells"].items()) for hold in holds
        ],
        "Began": [_began(hold["started_at"]) for hold in holds],
        "Exercise": [EXERCISES[hold["exercise"]].title for hold in holds]
        if first["exercise"].nunique() > 1
        else [],
        "Side": [hold["side"] for hold in holds],
        "Held": [f"{hold['hold_s']:g}\u00a0s" for hold in holds],
        "Pain": [_pain(hold) for hold in holds],
        "Note": [_short(hold["note"]) for hold in holds],
    }
    columns = {name: cells for name, cells in columns.items() if any(cells)}
    rows = zip(*columns.values(), strict=True)
    more = f" of {len(reading.holds):,}" if len(reading.holds) > len(first) else ""
    return _table(f"The first {_count(len(first), 'hold')}{more}" if more else "The holds", columns, rows, "300px")


def refused_rows(reading: Reading, in_words: Callable[[str], str]) -> str:
    """Return a table of the rows that were refused, with what was expected of them, `in_words` of the form."""
    shown = reading.rejected.head(_SHOWN)
    if shown.empty:
        return ""
    rows = [
        [row, column, _short(text), in_words(expected)]
        for row, column, text, expected in shown[["row", "column", "text", "expected"]].itertuples(index=False)
    ]
    more = f" (the first {_SHOWN} of {len(reading.rejected):,})" if len(reading.rejected) > _SHOWN else ""
    return _table(f"Refused{more}", ["Row", "Column", "What stands there", "Expected"], rows, "140px")


def sample(cells: Sequence[str], why: str) -> str:
    """Return some cells of a column, and why it was taken for what it was."""
    texts = ", ".join(f"<q>{_safe(_short(cell))}</q>" for cell in cells) or "blank"
    return f'<div class="mathjax_ignore" title="{_safe(why)}" style="line-height:1.3">{texts}</div>'


def _began(moment: pd.Timestamp) -> str:
    """Return when a hold began; without its time where the file has none."""
    words = time_in_words(moment) if moment != moment.normalize() else day_in_words(moment)
    return words.replace(" ", "\u00a0")


def _pain(hold: dict) -> str:
    before, after = (f"{hold[name]:g}" if pd.notna(hold[name]) else "" for name in ("pain_before", "pain_after"))
    return f"{before} before, {after or '?'} after" if before else after


def _short(cell: object) -> str:
    text = "" if pd.isna(cell) else str(cell)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[object]], height: str) -> str:
    """Return a table that can be moved through by keys where it is higher than its room."""
    titles = "".join(f'<th scope="col">{_safe(name)}</th>' for name in head)
    body = "".join("<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f'{_STYLE}<div class="hiplog-read mathjax_ignore" style="max-height:{height}" tabindex="0" '
        f'role="region" aria-label="{_safe(caption)}"><table><caption>{_safe(caption)}</caption>'
        f"<thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _safe(text: object) -> str:
    return html.escape(str(text))
