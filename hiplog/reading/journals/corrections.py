"""What a line of a text says of another line: that a number there was wrong, or what was held the day before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hiplog.reading.columns.cells import seconds_in
from hiplog.reading.journals.said import Row, Said
from hiplog.reading.journals.tokens import is_side, word_of
from hiplog.reading.languages.words import words
from hiplog.reading.values.dates import parse
from hiplog.reading.values.durations import holds_in

_NEAR = 10  # rows above one that puts them right
_HOUR_US = 3600 * 1_000_000
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def mended(rows: list[Row]) -> list[Row]:
    """Return the rows, with what a later one of its day and person puts right in one of its own, which asks."""
    kept: list[Row] = []
    for row in rows:
        wrong = seconds_in(re.sub(r"^\D+", "", row.said.instead))
        sides = {side for side, _ in holds_in(row.said.cell)}
        for at in reversed(range(max(0, len(kept) - _NEAR), len(kept)) if row.said.instead else ()):
            held = holds_in(kept[at].said.cell)
            meant = [(side, s) for side, s in held if side in sides and [s] == wrong]
            if meant and _day_and_person(kept[at]) == _day_and_person(row) and _are_near(kept[at], row):
                asked = f"nothing: line {row.number} says {row.said.cell!r} instead"
                kept.insert(at + 1, replace(kept[at], said=Said(holds=_as_cells(meant)), asked=asked))
                kept[at].said.holds = _as_cells([one for one in held if one not in meant])
                break
        else:
            row.said.notes += [row.said.instead] if row.said.instead else []
        kept.append(row)
    return kept


def _as_cells(held: list[tuple[str, float]]) -> list[str]:
    return [f"{side} {seconds:g} s" for side, seconds in held]


def _day_and_person(row: Row) -> tuple[str, str]:
    return row.dated.day, row.dated.person


def _are_near(row: Row, other: Row) -> bool:
    """Return whether two rows have no time of day, or times less than an hour apart."""
    moments = [(parse(f"{one.dated.date} {one.time}") or parse(one.dated.date)) for one in (row, other)]
    first, second = (moment and moment.us for moment in moments)
    return first == second or (None not in (first, second) and abs(first - second) < _HOUR_US)


def told_again(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, with a note for what one tells of the day before and that day's own lines tell too.

    As of `left 47 s. Yesterday the left was only 45`; what they do not tell is asked about.
    """
    if not any(row.said.yesterday for row in rows):
        return rows
    held: dict[tuple[str, int], set[tuple[str, float]]] = {}
    days = [parse(row.dated.day) for row in rows]
    for row, day in zip(rows, days, strict=True):
        if day and day.day:
            held.setdefault((row.dated.person, day.day), set()).update(holds_in(row.said.cell))
    for row, day in zip(rows, days, strict=True):
        told = _sides_and_numbers(row.said.yesterday)
        if told and day and day.day and told <= held.get((row.dated.person, day.day - 1), set()):
            row.said.notes.append(row.said.yesterday)
            row.said.yesterday = ""
    return rows


def _sides_and_numbers(text: str) -> set[tuple[str, float]]:
    """Return each side that words name with its number, where they name as many of both."""
    sides = ["left" if word_of(token) in words("left") else "right" for token in text.split() if is_side(token)]
    numbers = [float(number.replace(",", ".")) for number in _NUMBER.findall(text)]
    return {*zip(sides, numbers, strict=True)} if len(sides) == len(numbers) else set()
