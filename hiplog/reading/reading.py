"""What came out of a file, and how it shows itself in words and in a notebook."""

import html
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from hiplog.printable import one_line
from hiplog.reading.tables.rejected import FOUND_WRONG, KEPT
from hiplog.reading.tables.table import A_NAMELESS, DELIMITERS
from hiplog.schema import Diary

if TYPE_CHECKING:
    from hiplog.reading.holds.whose import Question

_NAMED = 12  # columns, or people, in a summary
_SHOWN = 50  # refused rows in a notebook
FIRST = 10  # holds that are shown beside the cells they come from
_OF_A_HOLD = ["started_at", "exercise", "side", "hold_s", "pain_before", "pain_after", "note"]


def no_columns() -> pd.DataFrame:
    """Return the frame of no columns."""
    return pd.DataFrame(columns=["header", "cells", "taken_for", "why", "sure"])


def first_holds(holds: pd.DataFrame, rows: list[int], cells: list[dict[str, str]]) -> pd.DataFrame:
    """Return the first holds with the row that each is from, and what stands there; see `Reading.first_holds`."""
    return holds.head(len(rows))[_OF_A_HOLD].assign(row=rows, cells=cells)[["row", *_OF_A_HOLD, "cells"]]


@dataclass(frozen=True, repr=False)
class Reading:
    """What came out of a file.

    Attributes
    ----------
    holds : DataFrame
        One row per hold, in the order of the file; see `hiplog.schema.COLUMNS`. Where a column of the file tells
        several people apart, there is also `person`, and no measure, chart or log takes them together.
    rejected : DataFrame
        One row per row of the file with something wrong in it: `row` as a spreadsheet counts it, the `column`, the
        `text`, what was `expected`, then the whole row. Saved with `to_csv`, mended and read again, it gives the
        holds that are missing. A cell that only the rest of its column explains stands there in plain spelling.
    how : dict
        How the file was understood: `encoding`, `delimiter`, `header_row`, `columns`, `app`, `sheet`, `decided`,
        `skipped` (a list of `row` and `reason`), `above` (the texts above the table of which nothing was read),
        `other_exercises` (what the file calls those of rows that were left out for it, and how many), `rows` (how
        many gave holds), `people` (whose holds they are, where a column tells persons), `people_without_hold` (a
        dict of whom it names besides, and in how many rows), `may_be_people` (columns that perhaps do, though the
        holds were taken for one person's, and what speaks for it), `other_sheets` (the sheets of a workbook that
        are logs too and were not read; `sheet=` reads one),
        `sheets_of_another_exercise` (a dict of those that no hold was looked for in, and what in them names the
        exercise), `sheets_without_log` (its other sheets in which something stands).
    columns : DataFrame
        One row per column of the file: `header`, `cells` (up to three of its different texts), `taken_for`, `why`,
        and `sure` (its header alone says what it was taken for).
    first_holds : DataFrame
        The first ten holds beside what they come from: `row` as a spreadsheet counts it, `started_at`, `exercise`,
        `side`, `hold_s`, `pain_before`, `pain_after`, `note`, and `cells`, by their header those of the row that
        were used.
    diary : Diary
        What rows without a hold say of their day, as `days`; of an export of hiplog also its plans and marks. Of
        several people it is empty.
    diaries : dict of Diary
        The same by person, where the holds are of more than one.
    """

    holds: pd.DataFrame
    rejected: pd.DataFrame
    how: dict[str, Any]
    columns: pd.DataFrame = field(default_factory=no_columns)
    diary: Diary = field(default_factory=Diary)
    first_holds: pd.DataFrame = field(default_factory=pd.DataFrame)
    diaries: dict[str, Diary] = field(default_factory=dict)

    @property
    def days(self) -> pd.DataFrame:
        """What is said of days without a hold: a pain, a note; see `hiplog.schema.DAYS`.

        Of several people it has a column `person` too.
        """
        parts = [diary.days.assign(person=person) for person, diary in self.diaries.items()]
        return pd.concat(parts, ignore_index=True) if parts else self.diary.days

    @property
    def not_used(self) -> list[str]:
        """The headers of columns in which something stands, and of which nothing was read."""
        unused = self.columns[self.columns["taken_for"].eq("nothing") & self.columns["cells"].map(bool)]
        return [header or A_NAMELESS for header in unused["header"]]

    @property
    def left_out(self) -> dict[str, int]:
        """How many rows were left out, by the reason why they are no hold, the most frequent first."""
        counts = Counter(one["reason"] for one in self.how["skipped"] if one["reason"] != KEPT)
        return dict(counts.most_common())

    def __repr__(self) -> str:
        lines = [self.summary()]
        shown = self.rejected.head(_SHOWN)
        sheets = shown.get("sheet", [""] * len(shown)) if ", " in (self.how["sheet"] or "") else [""] * len(shown)
        for (row, column, text, expected), sheet in zip(
            shown[list(FOUND_WRONG)].itertuples(index=False), sheets, strict=True
        ):
            where = f"sheet {sheet}, row {row}" if sheet else f"row {row}"
            lines.append(f"  {where}: {column} is {str(text)[:80]!r}, expected {expected}")
        if len(self.rejected) > _SHOWN:
            lines.append(f"  and {len(self.rejected) - _SHOWN} more in .rejected")
        return "\n".join(map(one_line, lines))

    def _repr_html_(self) -> str:
        parts = [f"<p>{html.escape(self.summary())}</p>"]
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
        # a note's or a header's $...$ is a person's own text: MathJax leaves what has this class alone
        return '<div class="mathjax_ignore">' + "\n".join(parts) + "</div>"

    def summary(self) -> str:
        """Return what came out, and how the file was understood, in a sentence; in one sentence."""
        how = self.how
        parts = [] if len(self.holds) else [self._no_hold()]
        parts.append(f"read {_count(len(self.holds), 'hold')} from {_count(how['rows'], 'row')}")
        others = {"day without a hold": self.days, "plan": self.diary.plans, "mark": self.diary.marks}
        parts += [_count(len(rows), name) for name, rows in others.items() if len(rows)]
        layout = [how["app"] and f"a file of {how['app']}", how["sheet"] and f"sheet {how['sheet']}"]
        layout += [DELIMITERS.get(how["delimiter"]), *how["decided"].values()]
        parts.append(", ".join(said for said in layout if said))
        parts.append(f"{_count(len(self.rejected), 'row')} refused" if len(self.rejected) else "nothing refused")
        if left_out := self.left_out:
            parts.append(f"{_count(sum(left_out.values()), 'row')} left out ({_reasons(left_out)})")
        parts += [_named("not used", self.not_used), _named("above the table", how["above"], "; ")]
        parts.append(_of_people(how["people"]))
        parts += [f"{asked}: if that is who, {_settling(asked)}" for asked in how["may_be_people"]]
        parts.append(_not_read(how["other_sheets"]))
        parts += _of_another_exercise(how["sheets_of_another_exercise"])
        parts.append(_without_log(how["sheets_without_log"]))
        return "; ".join(part for part in parts if part)

    def _no_hold(self) -> str:
        """Say that no hold came out, and where the exercise was looked for."""
        named = self.columns[self.columns["taken_for"].eq("exercise")]
        there = [
            f"{header} has {', '.join(cells)}"
            for header, cells in zip(named["header"], named["cells"], strict=True)
        ]
        return "no hold in this file" + (f" ({'; '.join(there)})" if there else "")


def _settling(asked: "Question") -> str:
    """Return how one tells that a column says whose the holds are."""
    alone = asked.header and not asked.within and not asked.is_merged
    return f"columns={{{asked.header!r}: 'person'}}" if alone else asked.to_do


def _named(what: str, texts: list[str], sign: str = ", ") -> str:
    """Name some columns, or titles."""
    more = f" and {len(texts) - _NAMED} more" if len(texts) > _NAMED else ""
    return f"{what}: {sign.join(text[:40] for text in texts[:_NAMED])}{more}" if texts else ""


def _of_people(people: list[str]) -> str:
    """Say that the holds are several persons', and how to take one's."""
    if len(people) < 2:
        return ""
    more = ", ..." if len(people) > _NAMED else ""
    return f"of {len(people)} people ({', '.join(people[:_NAMED])}{more}): person={people[0]!r} takes one"


def _count(number: int, words: str) -> str:
    word, *more = words.split(" ")
    return " ".join([f"{number:,} {word}" + ("" if number == 1 else "s"), *more])


def _reasons(counts: dict[str, int]) -> str:
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{reason}: {count:,}" for reason, count in counts.items())


def _of_another_exercise(sheets: dict[str, str]) -> list[str]:
    """Say of each sheet that is of another exercise what in it says so."""
    named = [
        f"sheet {sheet} is of another exercise" + (f" ({title})" if title != sheet else "")
        for sheet, title in [*sheets.items()][:_NAMED]
    ]
    more = len(sheets) - _NAMED
    return named + ([f"and {more:,} more are of another exercise"] if more > 0 else [])


def _without_log(sheets: list[str]) -> str:
    """Name the sheets of a workbook in which something stands, and no log was found."""
    more = f" and {len(sheets) - _NAMED} more" if len(sheets) > _NAMED else ""
    return f"no log in sheet{'s' * (len(sheets) > 1)} {', '.join(sheets[:_NAMED])}{more}" if sheets else ""


def _not_read(sheets: list[str]) -> str:
    """Say that further sheets of a workbook are logs too, and how to read them."""
    if not sheets:
        return ""
    what = "sheet {}, a log too" if len(sheets) == 1 else "sheets {}, logs too"
    return f"not read: {what.format(', '.join(sheets))} (sheet={sheets[0]!r} reads it)"
