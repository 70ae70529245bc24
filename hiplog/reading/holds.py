"""Blocks of rows -> holds, and what was wrong with the rows that give none or not all of theirs."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from hiplog.reading.blocks import Block
from hiplog.reading.cells import EXPECTED_PAIN, BadPain, as_written, read_ended, read_pain
from hiplog.reading.columns import SIDES
from hiplog.reading.dates import Moments, read_dates, read_times
from hiplog.reading.durations import Habits, Unreadable, habits, is_blank, read_holds, read_pair
from hiplog.reading.words import bare, fold, side_of
from hiplog.schema import ENDED, SESSION_GAP

MOST_OFFSET_MIN = 1080
EXPECTED_SIDE = "left, right or both"
_EXERCISES = (("hamstring", "hamstring_stretch"), ("quad", "quad_stretch"), ("hip balanc", "hip_balance"))


@dataclass(frozen=True)
class Options:
    """What the caller of `read_log` settles."""

    day_first: bool | None = None
    year: int | None = None
    unit: str | None = None
    exercise_contains: str | None = None


@dataclass
class Found:
    """What the rows of one block give; `row` is the place in the block."""

    block: Block
    holds: pd.DataFrame
    faults: dict[int, list[tuple[int, str]]] = field(default_factory=dict)  # row -> (column, what was expected)
    skipped: dict[int, str] = field(default_factory=dict)
    plain: dict[tuple[int, int], str] = field(default_factory=dict)  # (row, column) -> the cell, readable alone
    decided: dict[str, str] = field(default_factory=dict)

    def fault(self, row: int, column: int, expected: str) -> None:
        """Note that a cell is not what was expected."""
        self.faults.setdefault(int(row), []).append((column, expected))


def read_blocks(blocks: list[Block], options: Options, *, comma_is_decimal: bool) -> list[Found]:
    """Return the holds of each block; how dates and durations are written is decided from all of them together."""
    usual = _habits(blocks, comma_is_decimal)
    order = _shared_order(blocks, options)
    return [_Reader(block, replace(options, day_first=order(block)), usual).read() for block in blocks]


def _habits(blocks: list[Block], comma_is_decimal: bool) -> Habits:
    cells = (
        cell
        for block in blocks
        if not block.header.app
        for i in block.where("hold")
        for cell in set(block.columns[i])
    )
    found = habits(cells, comma_is_decimal=comma_is_decimal)
    return found


def _shared_order(blocks: list[Block], options: Options) -> Callable[[Block], bool | None]:
    """Return what is known of day and month for each block: as told, by its header, or from its sisters."""
    if options.day_first is not None or len(blocks) == 1:
        return lambda block: block.day_first if options.day_first is None else options.day_first
    cells = [cell for block in blocks for cell in set(block.columns[block.where("date")[0]])]
    said = read_dates(cells).decided
    known = {"day before month": True, "month before day": False}.get(said)
    return lambda block: known if block.day_first is None else block.day_first


class _Reader:
    """Reads one block, column by column."""

    def __init__(self, block: Block, options: Options, usual: Habits):
        self.block, self.options, self.usual = block, options, usual
        self.app = block.header.app
        self.own = {"started_at", "side", "hold_s"} <= {name.strip().lower() for name in block.names}
        self.n = len(block.at)
        self.found = Found(block, pd.DataFrame())

    # ---------------------------------------------------------------- the whole
    def read(self) -> Found:
        """Return the block's holds and faults."""
        self.gone = np.zeros(self.n, dtype=bool)  # rows that are skipped
        self._leave_out()
        exercise = self._exercises()
        holds = self._held()
        when, offset = self._when(holds)
        holds["exercise"] = exercise[holds["row"].to_numpy()]
        holds["started_at"] = when[holds["row"].to_numpy()]
        holds["utc_offset_min"] = offset[holds["row"].to_numpy()]
        holds = self._sides(holds)
        good = holds["side"].isin(SIDES) & holds["started_at"].notna() & ~self.gone[holds["row"].to_numpy()]
        holds = holds[good].reset_index(drop=True)
        self._pains(holds)
        self._rest(holds)
        holds["session"] = self._sessions(holds)
        self.found.holds = holds
        self._account(holds)
        return self.found

    def _each(self, column: int, read: Callable[[str], object]) -> tuple[np.ndarray, list]:
        """Return, for a column, the code of each cell, and what `read` makes of each different one."""
        codes, uniques = pd.factorize(np.asarray(self.block.columns[column], dtype=object))
        return codes, [read(text) for text in uniques]

    def _skip(self, rows: np.ndarray, reason: str) -> None:
        for row in np.flatnonzero(rows & ~self.gone):
            self.found.skipped[int(row)] = reason
        self.gone |= rows

    def _column_named(self, name: str) -> int | None:
        names = [bare(n) for n in self.block.names]
        return names.index(bare(name)) if bare(name) in names else None

    # ---------------------------------------------------------------- rows that are no business of ours
    def _leave_out(self) -> None:
        """Skip rows of an app that are no holds by what one of its columns says."""
        if self.app is None:
            return
        for rules, wanted in ((self.app.only, True), (self.app.never, False)):
            for name, (said, reason) in rules.items():
                column = self._column_named(name)
                if column is not None:
                    codes, hits = self._each(column, lambda text, said=said: bare(text) in said)
                    self._skip(np.array(hits, dtype=bool)[codes] != wanted, reason)

    def _exercises(self) -> np.ndarray:
        """Return each row's exercise; rows of others are skipped."""
        columns = self.block.where("exercise")
        if not columns:
            exercise = "hip_balance"
            if self.app and self.app.file_name:
                exercise = _exercise(self.block.header.folder, self.options.exercise_contains)
                self._skip(np.full(self.n, exercise == ""), "another exercise, as the folder is named")
            return np.full(self.n, exercise, dtype=object)
        wanted = self.options.exercise_contains
        codes, found = self._each(
            columns[0], lambda text: _exercise(text, wanted) if text.strip() else "hip_balance"
        )
        exercises = np.array(found, dtype=object)[codes]
        self._skip(exercises == "", "another exercise")
        return exercises

    # ---------------------------------------------------------------- holds
    def _held(self) -> pd.DataFrame:
        """Return every hold that the cells say: row, side ("" where another column tells it), seconds."""
        parts = [self._column_of_holds(i) for i in self._hold_columns()]
        holds = pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]
        return holds.sort_values("row", kind="stable", ignore_index=True) if len(parts) > 1 else holds

    def _hold_columns(self) -> list[int]:
        """Return the columns of holds; of several that say the same, the first."""
        columns = self.block.where("hold")
        if any(self.block.meanings[i].side for i in columns):
            return columns
        numbered = [i for i in columns if re.search(r"\d", self.block.names[i].split("(")[0])]
        return numbered if len(numbered) > 1 else columns[:1]

    def _column_of_holds(self, column: int) -> pd.DataFrame:
        m = self.block.meanings[column]
        unit = m.unit if self.options.unit is None else self.options.unit
        if unit == "s" and self.usual.day_fractions:
            unit = ""
        usual = self.usual
        if self.app:
            usual = Habits(scale=self.app.unit_s, zero_is_none=True)
        codes, found = self._each(column, lambda text: self._cell_of_holds(text, m.side, usual, unit))
        bad = np.array([isinstance(one, str) for one in found], dtype=bool)[codes] & ~self.gone
        for row in np.flatnonzero(bad):
            self.found.fault(row, column, found[codes[row]])
        sets = [[] if isinstance(one, str) else one for one in found]
        self._note_plain(column, codes, sets)
        count = np.array([len(one) for one in sets], dtype="int64")
        starts = np.cumsum(count) - count
        sides = np.array([side for one in sets for side, _ in one], dtype=object)
        seconds = np.array([s for one in sets for _, s in one], dtype=float)
        each = count[codes]
        rows = np.repeat(np.arange(self.n), each)
        place = np.repeat(starts[codes] - (np.cumsum(each) - each), each) + np.arange(each.sum())
        return pd.DataFrame({"row": rows, "side": sides[place], "hold_s": seconds[place], "column": column})

    def _cell_of_holds(self, text: str, side: str, usual: Habits, unit: str) -> list[tuple[str, float]] | str:
        """Return the holds of a cell, or what was expected of it."""
        if self.app and self.app.glued_label:
            text = re.sub(r"(?<=\d):(?=[^\W\d])", " :", text).split(" :")[0]
        if self.app and bare(text) in self.app.no_hold:
            return []
        try:
            if "/" in side:
                return read_pair(text, tuple(side.split("/")), usual, unit)
            held = read_holds(text, usual, unit)
        except Unreadable as error:
            return str(error)
        if side == "both":
            return [(each, s) for named, s in held for each in (SIDES if named == "" else (named,))]
        if side and any(named not in ("", side) for named, _ in held):
            return f"a hold of the {side} side"
        return [(side or named, s) for named, s in held]

    def _note_plain(self, column: int, codes: np.ndarray, sets: list) -> None:
        """Remember how to write cells that only the rest of their column explains."""
        if self.usual.hours_are_minutes or self.usual.day_fractions:
            for row, code in enumerate(codes):
                if len(sets[code]) == 1 and ":" in self.block.columns[column][row] + (
                    ":" * self.usual.day_fractions
                ):
                    self.found.plain[row, column] = f"{sets[code][0][1]:g} s"

    # ---------------------------------------------------------------- when
    def _when(self, holds: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
        """Return when each row's holds began, NaT where that cannot be told, and minutes east of UTC."""
        column = self.block.where("date")[0]
        dates = read_dates(self.block.columns[column], day_first=self.options.day_first, year=self.options.year)
        if dates.decided:
            self.found.decided["date"] = dates.decided
        clock = self._clock(dates)
        above = self._above(dates, clock, column)
        blank = np.isnat(dates.when) & (dates.expected == "")
        expected = np.where(blank & (above >= 0), dates.expected[above], dates.expected)
        day = dates.when.astype("datetime64[D]").astype("datetime64[us]")
        when = np.where(blank & (above >= 0), day[above], day)
        self._fault_dates(holds, when, expected, column)
        self._plain_dates(dates, when, column, blank)
        time = np.where(clock.timed, clock.when.view("int64"), -1)
        if len(holds) and (time >= 0).any() and not self._wide():
            time = _carried(when, time)
        offset = np.where(np.isnan(clock.offset), dates.offset, clock.offset)
        offset = np.where(blank & (above >= 0), np.where(np.isnan(offset), dates.offset[above], offset), offset)
        return when + np.maximum(time, 0).view("timedelta64[us]"), offset

    def _clock(self, dates: Moments) -> Moments:
        """Return the time of day of each row, from its own column or from the date's."""
        since_midnight = (dates.when - dates.when.astype("datetime64[D]")).view("datetime64[us]")
        clock = Moments(
            since_midnight, dates.timed.copy(), np.full(self.n, np.nan), np.full(self.n, "", dtype=object)
        )
        for column in self.block.where("time")[:1]:
            times = read_times(self.block.columns[column])
            given = times.timed & ~dates.timed
            clock.when = np.where(given, times.when, clock.when)
            clock.timed |= given
            clock.offset = times.offset
            for row in np.flatnonzero((times.expected != "") & ~self.gone):
                self.found.fault(row, column, times.expected[row])
                clock.expected[row] = times.expected[row]
        return clock

    def _wide(self) -> bool:
        return any(self.block.meanings[i].side for i in self.block.where("hold"))

    def _above(self, dates: Moments, clock: Moments, column: int) -> np.ndarray:
        """Return the row whose date a row without one takes over, or -1."""
        inked = ~np.isnat(dates.when) | (dates.expected != "")
        above = np.maximum.accumulate(np.where(inked, np.arange(self.n), -1)) if self.n else np.arange(0)
        if not self._wide() or self.app:
            return above
        return np.where(clock.timed, above, -1)  # one row a session: only where it has a time of its own

    def _fault_dates(self, holds: pd.DataFrame, when: np.ndarray, expected: np.ndarray, column: int) -> None:
        with_holds = np.zeros(self.n, dtype=bool)
        with_holds[holds["row"].to_numpy()] = True
        with_holds[list(self.found.faults)] = True
        for row in np.flatnonzero(np.isnat(when) & with_holds & ~self.gone):
            self.found.fault(row, column, expected[row] or "a date like 2024-03-04; the cell is blank")

    def _plain_dates(self, dates: Moments, when: np.ndarray, column: int, blank: np.ndarray) -> None:
        """Remember the date of rows that take it from above, or from what the column decides."""
        self.plain_date = (column, when, blank | np.full(self.n, bool(dates.decided)), dates.timed)

    # ---------------------------------------------------------------- which side
    def _sides(self, holds: pd.DataFrame) -> pd.DataFrame:
        """Return the holds with the sides that the column of holds does not tell; `both` is a hold of each."""
        lacking = (holds["side"] == "").to_numpy()
        if not lacking.any():
            return holds
        told = self._told_sides()
        rows = holds["row"].to_numpy()
        holds["side"] = np.where(lacking, told[rows], holds["side"])
        columns = self.block.where("side") or self.block.where("exercise") or self._hold_columns()
        missing = (holds["side"] == "").to_numpy()
        for row in np.unique(rows[missing]):
            if not self.gone[row]:
                self.found.fault(row, columns[0], EXPECTED_SIDE)
        both = holds[holds["side"] == "both"]
        if not len(both):
            return holds
        holds.loc[both.index, "side"] = "left"
        twins = pd.concat([holds, both.assign(side="right")])
        return twins.sort_values("row", kind="stable", ignore_index=True)

    def _told_sides(self) -> np.ndarray:
        """Return the side that each row tells outside its holds: in a column of sides, else in names and notes."""
        sides = np.full(self.n, "", dtype=object)
        sources = [(i, False) for i in self.block.where("side")] + [
            (i, False) for i in self.block.where("exercise")
        ]
        if self.app is None:
            sources += [(i, True) for i in self.block.where("note") if self.block.where("exercise")]
        else:
            named = [self._column_named(name) for name in self.app.side_in]
            sources += [(i, self.block.meanings[i].kind == "note") for i in named if i is not None]
        for column, whole in sources:
            blank = sides == ""
            if blank.any():
                codes, found = self._each(column, lambda text, whole=whole: _side_told(text, whole))
                sides = np.where(blank, np.array(found, dtype=object)[codes], sides)
            if self.block.meanings[column].kind == "side":
                inked = np.array([bool(cell.strip()) for cell in self.block.columns[column]], dtype=bool)
                sides = np.where(inked & (sides == ""), "?", sides)
        if self.app and self.app.glued_label:
            codes, found = self._each(self.block.where("hold")[0], lambda text: side_of(text.rpartition(":")[2]))
            sides = np.where(sides == "", np.array(found, dtype=object)[codes], sides)
        if self.block.header.folder:
            sides = np.where(sides == "", _side_told(self.block.header.folder, False), sides)
        return np.where(sides == "?", "", sides)

    # ---------------------------------------------------------------- pain, notes and the rest
    def _pains(self, holds: pd.DataFrame) -> None:
        rows, sides = holds["row"].to_numpy(), holds["side"].to_numpy()
        holds["pain_before"] = holds["pain_after"] = np.nan
        self.words: list[tuple[str, np.ndarray]] = []
        columns = self.block.where("pain")
        for column in sorted(columns, key=lambda i: bool(self.block.meanings[i].side)):  # a side's own pain wins
            m = self.block.meanings[column]
            codes, found = self._each(column, _pain_of)
            score = np.array([one[0] for one in found], dtype=float)[codes]
            bad = np.array([one[0] is None and one[1] is None for one in found], dtype=bool)[codes]
            for row in np.flatnonzero(bad & ~self.gone):
                self.found.fault(row, column, EXPECTED_PAIN)
            applies = sides == m.side if m.side in SIDES else np.full(len(holds), True)
            name = "pain_before" if m.when == "before" else "pain_after"
            holds[name] = np.where(applies & ~np.isnan(score[rows]), score[rows], holds[name])
            said = np.array([one[1] or "" for one in found], dtype=object)[codes]
            if (said != "").any():
                self.words.append((m.side, said))

    def _rest(self, holds: pd.DataFrame) -> None:
        """Add the note, the target, why it ended, and the ids of our own export."""
        rows = holds["row"].to_numpy()
        holds["note"] = self._notes(rows, holds["side"].to_numpy())
        for kind, name in (("id", "hold_id"), ("session", "session_id")):
            columns = self.block.where(kind) if self.own else []
            holds[name] = self._texts(columns[0])[rows] if columns else ""
        holds["target_s"] = np.nan
        holds["ended"] = holds["source"] = ""
        for column in self.block.where("target")[:1]:
            holds["target_s"] = self._targets(column)[rows]
        for column in self.block.where("ended")[:1]:
            holds["ended"] = self._checked(column, read_ended, "", "one of " + ", ".join(ENDED))[rows]
        if self.own and (column := self._column_named("source")) is not None:
            holds["source"] = self._texts(column)[rows]
        for column in self.block.where("offset")[:1]:
            offset = self._checked(column, _whole_number, np.nan, "whole minutes east of UTC, like 60")[
                rows
            ].astype(float)
            holds["utc_offset_min"] = np.where(np.isnan(offset), holds["utc_offset_min"], offset)

    def _checked(self, column: int, read: Callable[[str], object], missing: object, expected: str) -> np.ndarray:
        """Return what `read` makes of each cell of a column; an inked one of which it makes nothing is a fault."""
        codes, found = self._each(column, read)
        bad = np.array([pd.isna(one) or one == missing for one in found], dtype=bool)[codes] & ~self.gone
        for row in np.flatnonzero(bad):
            if not is_blank(self.block.columns[column][row]):
                self.found.fault(row, column, expected)
        return np.array(found, dtype=object)[codes]

    def _texts(self, column: int) -> np.ndarray:
        codes, found = self._each(column, as_written)
        return np.array(found, dtype=object)[codes]

    def _targets(self, column: int) -> np.ndarray:
        unit = self.block.meanings[column].unit

        def read(text: str) -> float:
            held = self._cell_of_holds(text, "", Habits(), unit)
            return held[0][1] if isinstance(held, list) and len(held) == 1 else np.nan

        return self._checked(column, read, np.nan, "seconds aimed at, like 120").astype(float)

    def _notes(self, rows: np.ndarray, sides: np.ndarray) -> np.ndarray:
        """Return each hold's note: the columns of notes, then words that stood among the pain."""
        note = np.full(len(rows), "", dtype=object)
        parts = []
        for column in self.block.where("note"):
            text = (
                self._texts(column)
                if self.own
                else np.array([c.strip() for c in self.block.columns[column]], dtype=object)
            )
            parts.append((self.block.meanings[column].side, text))
        for side, text in [*parts, *self.words]:
            here = text[rows]
            applies = (here != "") & ((sides == side) if side in SIDES else True)
            note = np.where(applies, np.where(note == "", here, note + "; " + here), note)
        return note

    # ---------------------------------------------------------------- sessions, and the account of every row
    def _sessions(self, holds: pd.DataFrame) -> np.ndarray:
        """Return a number for each hold that is the same within a session."""
        rows = holds["row"].to_numpy()
        if self._wide() and not self.app:
            return rows
        order = holds["started_at"].argsort(kind="stable").to_numpy()
        gap = (holds["started_at"].iloc[order].diff() > SESSION_GAP).to_numpy(copy=True)
        columns = [] if self.own else self.block.where("session")
        for column in columns[:1]:
            said = np.array([cell.strip() for cell in self.block.columns[column]], dtype=object)[rows][order]
            gap[1:] |= said[1:] != said[:-1]
        numbers = np.empty(len(holds), dtype="int64")
        numbers[order] = gap.cumsum()
        return numbers

    def _account(self, holds: pd.DataFrame) -> None:
        """See to it that each row gives a hold, or has a fault, or is skipped."""
        accounted = self.gone.copy()
        accounted[holds["row"].to_numpy()] = True
        accounted[list(self.found.faults)] = True
        self._skip(~accounted, "no hold")
        column, when, context, timed = self.plain_date
        for row in self.found.faults:
            if context[row] and not np.isnat(when[row]):
                moment = pd.Timestamp(when[row])
                if not timed[row]:
                    self.found.plain[row, column] = moment.date().isoformat()


def _carried(day: np.ndarray, time: np.ndarray) -> np.ndarray:
    """Return times of day; a row without one has that of the row above on its day, else of the next below."""
    run = np.cumsum(np.concatenate([[True], day[1:] != day[:-1]])) if len(day) else np.empty(0)
    filled = pd.Series(np.where(time < 0, np.nan, time)).groupby(run)
    return filled.ffill().fillna(filled.bfill()).fillna(-1).to_numpy().astype("int64")


def _exercise(name: str, wanted: str | None) -> str:
    """Return the exercise that a name means, or nothing where it is another one."""
    plain = fold(name.replace("_", " "))
    plain = re.sub(r"[\s-]+", " ", plain)
    known = next((exercise for mark, exercise in _EXERCISES if mark in plain), "")
    if wanted is None:
        return known
    if fold(wanted) not in fold(name):
        return ""
    return known or "hip_balance"


def _side_told(text: str, whole: bool) -> str:
    plain = text.strip()
    if len(plain) > 200:
        return ""
    found = side_of(plain, whole=whole)
    if found or whole:
        return found
    tail = re.search(r"[(\[\s-]([lrLR])[)\]]?$", plain)  # "Hip balance (L)"
    return {"l": "left", "r": "right"}[tail[1].lower()] if tail else ""


def _pain_of(text: str) -> tuple[float | None, str | None]:
    """Return the score and the words of a cell of pain; None twice where it is bad."""
    try:
        score, said = read_pain(text)
    except BadPain:
        return None, None
    return score, said


def _whole_number(text: str) -> float:
    number = float(text) if re.fullmatch(r"[-+]?\d{1,4}(?:\.0)?", text.strip()) else np.nan
    return number if abs(number) <= MOST_OFFSET_MIN else np.nan
