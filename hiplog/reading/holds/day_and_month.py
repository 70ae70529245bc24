"""Whether the day or the month stands first, where no cell of the column of dates tells it: other columns may."""

import re
from collections import Counter

from hiplog.reading.columns.cells import share
from hiplog.reading.columns.headers import kinds_of
from hiplog.reading.languages.words import WEEKDAYS, bare
from hiplog.reading.shapes.block import Block
from hiplog.reading.tables.column import Column
from hiplog.reading.values.date_columns import DAY_FIRST, MONTH_FIRST, both, read_dates
from hiplog.reading.values.dates import looks_like_date, parse, weekday_of

_LOOKED_AT = 50
_STYLE = re.compile(r"\d{1,2}([-/. ])\d{1,2}\1(\d{4}|\d{2})\b")


def order_elsewhere(block: Block) -> tuple[bool, str] | None:
    """Return whether the day is first in other columns of dates that are written alike, and the name of one.

    None where there are none, where they do not tell it either, or contradict each other.
    """
    date = block.columns[block.where("date")[0]]
    if (order := _by_weekdays(block, date)) is not None:
        return order
    style, others = _style(date), [i for i, column in enumerate(block.columns) if column is not date]
    alike = [i for i in others if style and _style(block.columns[i]) == style]
    said = {i: read_dates(block.columns[i]).decided for i in alike}
    orders = {decided for decided in said.values() if decided in (DAY_FIRST, MONTH_FIRST)}
    if len(orders) != 1:
        return None
    (order,), i = orders, next(i for i in said if said[i] in orders)
    day_first = order == DAY_FIRST
    days, others = (read_dates(column, day_first=day_first).moments for column in (date, block.columns[i]))
    if "sent" in kinds_of(block.names[i]) and (days.astype("datetime64[D]") > others).any():
        return None  # nothing is sent before it is done: the two are not written alike after all
    return day_first, block.names[i]


def _by_weekdays(block: Block, dates: Column) -> tuple[bool, str] | None:
    """Return the order with which the weekdays in another column agree, in all rows, and its name."""
    for name, column in zip(block.names, block.columns, strict=False):
        pairs = [(WEEKDAYS.get(bare(day)), date) for day, date in zip(column, dates, strict=True) if day.strip()]
        if not pairs or not all(day for day, date in pairs if date.strip()):
            continue
        rows = [(day, both(part.pair)) for day, date in pairs if (part := parse(date)) and part.pair]
        fits = [all(days[i] is None or weekday_of(days[i]) == day for day, days in rows) for i in (0, 1)]
        if rows and fits[0] != fits[1]:
            return fits[0], name
    return None


def _style(column: Column) -> tuple[str, int] | None:
    """Return the sign and the digits of the year of the first dates of a column; None where most are none."""
    inked = [text.strip() for text in column.texts[:_LOOKED_AT] if text.strip()]
    styles = Counter((m[1], len(m[2])) for m in map(_STYLE.match, inked) if m)
    return max(styles, key=styles.__getitem__) if styles and share(inked, looks_like_date) > 0.5 else None
