"""The head of a report: whose it is, of which days, and what was perhaps mistyped."""

from datetime import date

import pandas as pd

import hiplog
from hiplog import arguments
from hiplog.counts import counted
from hiplog.dates import clock, day_in_words
from hiplog.measures.holds.mistyped import far_longer
from hiplog.measures.holds.selection import A_WHILE_DAYS
from hiplog.report.span import Span
from hiplog.schema import is_example

_A_WHILE = pd.Timedelta(days=A_WHILE_DAYS)  # a longer time without a hold at the beginning is told
_YEAR = 365
_MOST = 2  # holds to check, the newest, of which the head has room


def about(
    held: pd.DataFrame,
    later: pd.DataFrame,
    long_before: pd.DataFrame,
    span: Span,
    name: str | None,
    made: date,
    asked: arguments.Span,
) -> tuple[tuple[str, str], ...]:
    """Return whose report it is, of which days, which holds are left out or to be checked, and who made it."""
    last = held["day"].max()
    ago = (pd.Timestamp(made) - last).days
    days, first = str(span), span.of(held)["day"].min()
    has_earlier = asked.first is not None or held["day"].min() < span.first
    if has_earlier and first - span.first > _A_WHILE:
        days += f", the first hold in them on {day_in_words(first)}"
    if ago > 1 and asked.last is None:
        days += f"; the last hold was {ago} days ago"
    if len(later):
        days += (
            f"; {counted(len(later), 'hold')} of days to come, up to {day_in_words(later['day'].max())}, left out"
        )
    if len(long_before):
        day = long_before["day"].iloc[0]
        years = counted((held["day"].min() - day).days // _YEAR, "year")
        days += (
            f"; {counted(len(long_before), 'hold')} of {day_in_words(day)}, {years} before all others, left out"
        )
    longer = span.of(far_longer(held))
    check = (("To check", _longer(longer)),) if len(longer) else ()
    by = f"{day_in_words(made)}, by hiplog {hiplog.__version__}"
    whose = (("Of", name),) if name else ()
    example = (("Example", "nobody's data, a synthetic person's"),) if is_example(held) else ()
    return (*whose, *example, ("Days", days), *check, ("Made", by))


def _longer(holds: pd.DataFrame) -> str:
    """Name the holds that lasted many times the typical one."""
    newest = holds.iloc[::-1][:_MOST].itertuples()
    said = [
        f"a {row.side} hold of {clock(row.hold_s)} on {day_in_words(row.day)}, "
        f"{row.times:.0f} times the typical one"
        for row in newest
    ]
    said += [f"{len(holds) - _MOST} more"] if len(holds) > _MOST else []
    return f"{' and '.join(said)}: as typed?"
