"""Names and values in lines of their own, as of a form's mail or `Date: 2026-03-04` -> a table, a row a record."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hiplog.reading.columns.headers import meaning
from hiplog.reading.columns.meaning import Meaning
from hiplog.reading.journals.tokens import is_hold
from hiplog.reading.tables.table import Table
from hiplog.reading.values.dates import looks_like_date
from hiplog.reading.values.durations import is_blank

_FIELD = re.compile(
    r"\s*(?:[-*+\u2022]\s+)?(?:\*\*|__)?(\W?[^\W\d](?:\([^()]*\)|[^():=\uff1a]){0,80}?)\s*(?:\*\*|__)?"
    r"(?::{1,2}(?=\s|\*|$)|=|\uff1a)(?:\*\*|__)?\s*(.*?)\s*"
)
_PARTING = re.compile(r"[\s\W_]*")  # a blank line, or a rule
_LOOKED_AT = 200  # lines, among which a date stands
_MOST_OTHERS = 0.4  # of the lines in which something stands
_Written = Sequence[tuple[str, tuple[str, str] | None]]  # lines, each with the name and the value in it


@dataclass
class _Record:
    """What a run of fields says: the value and the line of each name, and the lines between that are none."""

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def line(self, holds: Sequence[str]) -> int:
        """Return the line of its first hold, else its own first."""
        return min((self.lines[name] for name in holds if name in self.lines), default=min(self.lines.values()))


def fields_table(lines: Sequence[str]) -> Table | None:
    """Return records whose names stand before their values, a line each, as a table; None of any other text.

    A record ends where one of its names comes again; names that come once, before all others, are titles. Where
    a day has a side or a note twice, or words beside its fields, it is a journal's.
    """
    written = [(line, (match[1], match[2]) if (match := _FIELD.fullmatch(line)) else None) for line in lines]
    dates = (pair[1] for _, pair in written[:_LOOKED_AT] if pair and meaning(pair[0]).kind == "date")
    if not any(map(looks_like_date, dates)):
        return None
    often = Counter(pair[0] for _, pair in written if pair)
    first = next((i for i, (_, pair) in enumerate(written) if pair and often[pair[0]] > 1), len(lines))
    kinds = {name: meaning(name) for name in often}
    often_named = [name for name in kinds if often[name] > 1]
    holds = [name for name in often_named if kinds[name].kind == "hold"]
    holds = holds or [name for name in often_named if kinds[name].kind in ("time", "value")]
    body = written[first:]
    others = [line for line, pair in body if not pair and not _parts(line)]
    sided = any(kinds[name].side or kinds[name].kind == "side" for name in often_named)
    is_text = len(others) > _MOST_OTHERS * (len(others) + sum(pair is not None for _, pair in body))
    if not (holds and sided) or is_text or any(is_hold(line.split()) for line in others):
        return None
    if _says_twice(written, kinds) or _has_words(body, kinds):
        return None
    titles = [i for i in range(first) if not _parts(lines[i])]
    notes = [name for name, m in kinds.items() if m.kind == "note"]
    dated = often_named[0] if kinds[often_named[0]].kind == "date" else ""
    records = [*_records(written, first, notes, dated, holds)]
    names = [*dict.fromkeys(name for one in records if isinstance(one, _Record) for name in one.values)]
    mailed = {"Subject": "Subject line"} if {"From", "Subject"} <= {*names} else {}  # which is no person
    rows = [([lines[one]] if isinstance(one, int) else [one.values.get(n, "") for n in names]) for one in records]
    numbers = [one + 1 if isinstance(one, int) else one.line(holds) + 1 for one in records]
    return Table(
        [*([lines[i].strip()] for i in titles), [mailed.get(name, name) for name in names], *rows],
        "",
        numbers=[*(i + 1 for i in titles), 0, *numbers],
        said="names and values in lines of their own",
    )


def _parts(line: str) -> bool:
    return _PARTING.fullmatch(line) is not None


def _says_twice(written: _Written, kinds: Mapping[str, Meaning]) -> bool:
    """Return whether between two dates a name of a side, or of a note, comes again."""
    there = set[str]()
    for name in (pair[0] for _, pair in written if pair):
        if kinds[name].kind == "date":
            there.clear()
        elif name in there:
            return True
        elif kinds[name].side or kinds[name].kind == "note":
            there.add(name)
    return False


def _has_words(written: _Written, kinds: Mapping[str, Meaning]) -> bool:
    """Return whether words stand among the fields, that go on with no note and are below no mail's `--`."""
    name, signed = "", False
    for line, pair in written:
        if pair:
            name, signed = pair[0], False
        elif _parts(line):
            name, signed = "", signed or line.strip() == "--"
        elif not signed and not (name and kinds[name].kind == "note"):
            return True
    return False


def _records(
    written: _Written, first: int, notes: Sequence[str], dated: str, holds: Sequence[str]
) -> Iterator[_Record | int]:
    """Give each record, and the places of lines that are no fields; one right below a note goes on with it.

    Where the first begins with its date, one that has holds ends at the next.
    """
    record, name = _Record(), ""
    for i, (line, pair) in enumerate(written[first:], first):
        begins = i == first or _parts(written[i - 1][0])
        if pair:
            block = {pair[0], *_names_below(written, i)} if begins else {pair[0]}
            anew = pair[0] == dated and not record.values.keys().isdisjoint(holds)
            if record.values and (anew or not block.isdisjoint(record.values)):
                yield record
                record = _Record()
            name, value = pair
            record.values[name], record.lines[name] = "" if is_blank(value) and name not in notes else value, i
        elif _parts(line):
            name = ""
        elif name in notes:
            record.values[name] = f"{record.values[name]}\n{line.strip()}".strip()
        else:
            yield i
    yield record


def _names_below(written: _Written, at: int) -> Iterator[str]:
    """Give the names of the fields from a place on, as far as the next blank line or rule."""
    for i in range(at, len(written)):
        line, pair = written[i]
        if _parts(line):
            return
        if pair:
            yield pair[0]
