"""The key figures of a report: each now and before, with the number of holds or days that it rests on."""

from textwrap import shorten

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import clock, day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen
from hiplog.measures.holds.tries import RATED
from hiplog.measures.pain.change import change_of_sides, is_rated_by_side, pain_change
from hiplog.measures.pain.days import pain_days, pain_next_day
from hiplog.measures.pain.stops import pain_stops
from hiplog.measures.practice import counted_sessions, followed_soon, practice
from hiplog.measures.sides.balance import latest_balance
from hiplog.measures.sides.capped import held_of_target
from hiplog.measures.typical import typical_hold
from hiplog.report.document import Table
from hiplog.report.span import Span, spans
from hiplog.schema import Diary
from hiplog.verdicts.capped import held_of_target_in_short
from hiplog.verdicts.pain import OF_TWO
from hiplog.verdicts.practice import HAVE_ONE_SOON_AFTER, plan_in_words
from hiplog.verdicts.sides import balance_in_words
from hiplog.verdicts.typical import range_in_words, side_in_short, target_changed_in_words, target_in_words

_NONE = "none"
_NOT_RATED = "not rated"
_MARKS, _MARK_LETTERS = 2, 32  # of which the first page has room


def key_figures(
    held: pd.DataFrame,
    exercise: str,
    plan: int | None,
    diary: Diary,
    last: pd.Timestamp,
    *,
    is_cut: bool,
) -> Table:
    """Return the figures of the 28 days up to `last`, beside those of the 28 days before.

    Where the log `is_cut`, what was before the first of its days is not known: no column says that it was nothing.
    """
    of = {"exercise": exercise}
    days = practice(Chosen(held), **of, plan=plan, today=last, diary=diary)
    first = min(held["day"].min(), diary.days["day"].min())
    columns = spans(last, first if is_cut else None)
    aimed = {tuple(targets) for span in columns.values() if (targets := _targets(span.of(held)))}
    cells = [
        _column(held, of, days, diary, span, first, last, names_target=len(aimed) > 1) for span in columns.values()
    ]
    rows = tuple((name, *(column[name] for column in cells)) for name in cells[0])
    heads = tuple(f"{name}: {span}" for name, span in columns.items())
    return Table("In brackets the 95 % range, and what a figure rests on", ("", *heads), rows)


def _column(
    held: pd.DataFrame,
    of: dict[str, str],
    days: pd.DataFrame,
    diary: Diary,
    span: Span,
    first: pd.Timestamp,
    last: pd.Timestamp,
    *,
    names_target: bool,
) -> dict[str, str]:
    """Return what each figure is in a span, by its name."""
    within, said = span.of(held), diary.between(span.first, span.last)
    typical = typical_hold(Chosen(within), **of).set_index("side")
    # What is typical now is of each side's own last days, here as in the sentences.
    now = typical_hold(Chosen(held), **of).set_index("side") if span.last == last else typical
    stops = pain_stops(Chosen(within), **of)
    planned = days.loc[days["planned"] > 0, "planned"].tail(2 * LATELY_DAYS)
    rated = pain_days(Chosen(held), **of, diary=diary).dropna(subset="highest")["day"]
    next_days = span.of(pain_next_day(Chosen(held), **of, diary=diary), "started_at")
    return (
        {"Days with a session": _practised(span.of(days), within, held, names_plan=planned.nunique() > 1)}
        | {"Sessions": _sessions(within, of)}
        | {f"Typical hold, {side}": _typical(now, typical, held, side, span) for side in SIDES}
        | {"Reached the target": _of_target(typical, within, is_named=names_target)}
        | {"Side against side": _balance(held, of, span)}
        | _pain(
            *(within, of, said, next_days, span.days_since(first)),
            not_rated=_not_rated(rated, span),
            several=_several_a_day(within),
        )
        | _pain_of_sides(held, span)
        | {"Holds ended by pain": _stopped(*(int(stops[name].sum()) for name in ("n_pain", "n_known", "n")))}
        | _interrupted(held, within)
        | ({} if diary.marks.empty else {"Marked by the person": _marked(span.of(diary.marks))})
    )


def _marked(marks: pd.DataFrame) -> str:
    """Return the person's own dated words, the newest two; the pages that follow have them all, in full."""
    newest = marks.iloc[::-1][:_MARKS].itertuples()
    said = [f"{shorten(row.words, _MARK_LETTERS, placeholder='…')} ({day_in_words(row.day)})" for row in newest]
    more = [f"and {len(marks) - _MARKS} more"] if len(marks) > _MARKS else []
    return "; ".join(said + more) or _NONE


def _practised(days: pd.DataFrame, within: pd.DataFrame, held: pd.DataFrame, *, names_plan: bool) -> str:
    """Return on how many days there was a session, of those meant to have one and those with a hold."""
    if days.empty:
        return "before the first hold"
    meant, done = days["planned"] > 0, days["done"] > 0
    met = int((days["done"] >= days["planned"])[meant].sum())
    pauses, parts = days["reason"].notna().sum(), within["day"].nunique() - done.sum()
    said = f"{done.sum()} of {meant.sum()}" + (f" and part of one on {parts}" if parts else "")
    said += f"; the plan{f' of {plan_in_words(days)}' * names_plan} was met on {met}"
    said += f"; {pauses} in a pause" if pauses else ""
    return said + (f"; {soon} of the others {HAVE_ONE_SOON_AFTER}" if (soon := followed_soon(held, days)) else "")


def _sessions(within: pd.DataFrame, of: dict[str, str]) -> str:
    """Return how many sessions are whole, of these how many pain ended, and why how many others are not."""
    if within.empty:
        return _NONE
    sessions = counted_sessions(Chosen(within), **of).set_index("session_id")
    whole, sides = sessions["counts"], within.groupby("session_id")["side"].nunique()
    alone, broken = (int((sides[whole.index[~whole]] == n).sum()) for n in (1, len(SIDES)))
    by_pain = int(sessions["in_pain"].sum())
    said = f"{whole.sum()}{' whole' * (alone + broken > 0)}" + (f", of which pain ended {by_pain}" * (by_pain > 0))
    said += f"; {alone} more in part, of one side" if alone else ""
    return said + (f"; {broken} more in part, both sides interrupted" if broken else "")


def _typical(typical: pd.DataFrame, within: pd.DataFrame, held: pd.DataFrame, side: str, span: Span) -> str:
    """Return how long a side is typically held, its days where they have other holds than those of the column."""
    if side not in within.index:
        earlier = held.loc[held["side"].eq(side) & held["day"].lt(span.first), "day"]
        return f"{_NONE}; last held on {day_in_words(earlier.max())}" if len(earlier) else _NONE
    row = typical.loc[side]
    day = day_in_words(row["day"])
    n = counted(row["n"], "hold")
    n += "" if row["n"] == within.at[side, "n"] else f" of the {LATELY_DAYS} days up to {day}"
    match row["verdict"]:
        case "known" | "above_target":
            return f"{side_in_short(row)} ({range_in_words(row)}; {n})"
        case "reached":
            return f"{target_in_words(row['target_s'])} or more ({n})"
    return f"too few to say ({n})"


def _interrupted(held: pd.DataFrame, within: pd.DataFrame) -> dict[str, str]:
    """Return how many holds of each side were interrupted, which show no more; {} where none ever was."""
    if not held["ended"].eq("interrupted").any():
        return {}
    sides = within.groupby("side")["ended"]
    said = [f"{side} {ended.eq('interrupted').sum()} of {counted(len(ended), 'hold')}" for side, ended in sides]
    return {"Interrupted": ", ".join(said) or _NONE}


def _targets(within: pd.DataFrame) -> list[float]:
    return sorted(within["target_s"].dropna().unique())


def _of_target(typical: pd.DataFrame, within: pd.DataFrame, *, is_named: bool) -> str:
    """Return how often the target was reached, when it changed, and which it was where that is to be named."""
    changed, targets = target_changed_in_words(within).removesuffix("."), _targets(within)
    if not changed and targets and is_named:
        changed = f"The target was {' and '.join(map(clock, targets))}"
    return ". ".join(filter(None, [_reached(typical, within), changed]))


def _reached(typical: pd.DataFrame, within: pd.DataFrame) -> str:
    """Return in how many of its holds each side reached the target, and of how many no target is named."""
    unnamed = int(within["target_s"].isna().sum())
    if len(within) and unnamed == len(within):
        return "no target named"
    sides = [f"{side} in {row['n_reached']} of {counted(row['n'], 'hold')}" for side, row in typical.iterrows()]
    heaped = within.loc[within["at_heap"], "target_s"]
    said = [f"no target named for {counted(unnamed, 'hold')}"] if unnamed else []
    said += [f"no target named, {clock(heaped.iloc[-1])} taken for it, as holds stop there"] if len(heaped) else []
    return "; ".join([", ".join(sides) or _NONE, *said])


def _balance(held: pd.DataFrame, of: dict[str, str], span: Span) -> str:
    if span.of(held).empty:
        return _NONE
    known = Chosen(held[held["day"] <= span.last])
    row = next(latest_balance(known, **of).itertuples())
    said = balance_in_words(row)
    if row.verdict == "not_enough":  # it says how many holds there are, as where both always reach the target
        means = map(held_of_target_in_short, held_of_target(known, **of).itertuples())
        return ". ".join([said, *means])
    if row.verdict == "both_reached":
        return said
    of = "" if row.day == span.last else f", of the {LATELY_DAYS} days up to {day_in_words(row.day)}"
    return f"{said}; {counted(row.n_left, 'hold')} left, {row.n_right} right{of}"


def _several_a_day(held: pd.DataFrame) -> bool:
    """Return whether there were several sessions on a day."""
    return bool(held.drop_duplicates("session_id")["day"].duplicated().any())


def _pain(
    held: pd.DataFrame,
    of: dict[str, str],
    diary: Diary,
    later: pd.DataFrame,
    n_days: int,
    *,
    not_rated: str,
    several: bool,
) -> dict[str, str]:
    """Return the pain of a span: where there are `several` sessions a day, that of the first of each day."""
    change, later = pain_change(Chosen(held), **of), later.dropna(subset="change")
    days = pain_days(Chosen(held), **of, diary=diary)
    of_two = f", {OF_TWO}" if any(is_rated_by_side(held, name) for name in RATED) else ""
    day = change["started_at"].dt.normalize()
    before, after = (change.loc[change[name].notna()].groupby(day)[name].first() for name in RATED)
    higher = int((later["change"] > 0).sum())
    # With its level: "higher in 15" alone would read as if a session made the next day worse.
    level = f"typically {later['pain_next_day'].median():g} of 10"
    next_day = f"{level} ({counted(len(later), 'session')}; higher than after it in {higher})"
    known = days["highest"].notna().sum()
    highest = f"{_highest(days)}; known for {_of(known, n_days, 'day')}" if known else not_rated
    return {
        "Pain before a session": _median(before, of_two, not_rated, several=several),
        "Pain after it": _median(after, of_two, not_rated, several=several),
        "Pain the next day": next_day if len(later) else not_rated,
        "Highest pain": highest,
    }


def _highest(days: pd.DataFrame) -> str:
    """Return the highest pain of days, and where it was that of one day alone, which."""
    highest = days["highest"].max()
    of_it = days.loc[days["highest"].eq(highest).fillna(False), "day"]
    day, _, _ = day_in_words(of_it.iloc[0]).rpartition(" ")  # the column's head has the year
    return f"{highest:g} of 10{f' on {day}' if len(of_it) == 1 else ''}"


def _not_rated(rated: pd.Series, span: Span) -> str:
    """Return that pain was not rated in a span, and since when it was not where it was before."""
    earlier = rated[rated < span.first]
    if earlier.empty or rated.between(*span).any():
        return _NOT_RATED
    return f"{_NOT_RATED} since {day_in_words(earlier.max())}"


def _pain_of_sides(held: pd.DataFrame, span: Span) -> dict[str, str]:
    """Return how each side's pain changed over sessions, where they were ever rated one by one; else nothing."""
    if change_of_sides(held).empty:
        return {}
    said = [_changed(side, rated) for side, rated in change_of_sides(span.of(held)).groupby("side")]
    return {"Pain of each side, before to after": "; ".join(said) or "not rated one by one"}


def _changed(side: str, rated: pd.DataFrame) -> str:
    """Return the typical pain of one side before and after, and in how many sessions it changed."""
    levels, change = rated[list(RATED)].median(), rated["change"]
    counts = f"lower in {(change < 0).sum()}, higher in {(change > 0).sum()} of {len(change)}"
    return f"{side} {levels['pain_before']:g} to {levels['pain_after']:g} ({counts})"


def _stopped(in_pain: int, known: int, n: int) -> str:
    """Return how many of `n` holds pain ended; nothing is said of those of which the log does not say why."""
    untold = n - known
    if not untold:
        return _of(in_pain, n, "hold")
    if not known:
        return "not known"
    if not in_pain:
        return f"not known for {_of(untold, n, 'hold')}, none of the other {known}"
    return f"{_of(in_pain, n, 'hold')}; not known for {untold}"


def _median(rated: pd.Series, of_two: str, not_rated: str, *, several: bool) -> str:
    n = f"{counted(len(rated), 'first session')} of a day" if several else counted(len(rated), "session")
    return f"typically {rated.median():g} of 10 ({n}{of_two})" if len(rated) else not_rated


def _of(part: int, n: int, what: str) -> str:
    return f"{part} of {counted(n, what)}" if n else _NONE
