"""The story of a log: since when, from what to what, each side and pain; then three short sentences."""

from typing import Any

import numpy as np
import pandas as pd

from hiplog.counts import counted
from hiplog.dates import day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.holds.selection import LATELY_DAYS, SHORTEST_S
from hiplog.measures.pain.spells import spells_of
from hiplog.sentences.facts import A_WHILE, LATELY, Facts, LogEnd
from hiplog.verdicts.pain import asked_in_words, pain_level, sides_in_words, spell_lately
from hiplog.verdicts.practice import met_in_words, practised_in_words
from hiplog.verdicts.sides import balance_in_short, balance_of_old, order_in_words
from hiplog.verdicts.span import is_now, span_in_words
from hiplog.verdicts.trend import is_bent, is_over_a_pause, trend_in_short
from hiplog.verdicts.typical import side_in_short, sides_in_short, target_in_words

_AS_AT_FIRST, _NOT_CERTAIN = " as at first", ", not certain that it differs)"


def levels(facts: Facts) -> str:
    """Say how long each side is held and how much it hurts, and of a longer log from what that came."""
    held, end, now = facts.held, facts.end, facts.typical
    pain = _pain_lately(facts)
    first = held["day"].min()
    if (now["verdict"] == "not_enough").all():
        return f"{_too_few(facts)}{'; ' * bool(pain)}{pain}."
    then = facts.typical_at_first
    if end.day - first < 2 * LATELY or not then["verdict"].eq("known").any():
        said, is_young = sides_in_short(now), end.is_now and end.day - first < LATELY
        span = "So far" if is_young else f"In {end.weeks}"
        said = f"{said[0].lower()}{said[1:]}"
    else:
        said = _since_the_first(facts, then)
        span = f"Since {day_in_words(first)}" if end.is_now else f"From {day_in_words(first)} to {end}"
    return f"{span}: {'; '.join(filter(None, [said, _growth(facts), pain]))}."


def _too_few(facts: Facts) -> str:
    """Say how many holds there are of late, of a young log in all, where they are too few."""
    held, end = facts.held, facts.end
    n = " and ".join(f"{counted(row.n, 'hold')} on the {row.side}" for row in facts.typical.itertuples())
    has_slips = (held["day"].gt(end.day - LATELY) & held["hold_s"].lt(SHORTEST_S)).any()
    long_enough = f" of {SHORTEST_S:g} s or more" if has_slips else ""
    span = "So far" if end.day - held["day"].min() < LATELY else f"In {end.weeks}"
    return f"{span} {n}{long_enough}: too few to say what is typical"


def _since_the_first(facts: Facts, then: pd.DataFrame) -> str:
    """Say how long each side is held, and how long at first where that is clearly another time."""
    ways, growing, first_s = facts.since_first, _grows_since_then(facts), facts.first_targets
    said = [
        _change(side, _row(then, side), _row(facts.typical, side), ways[side], facts.end, first_s.get(side, []))
        for side in SIDES
    ]
    # How a side grows is told after it: that its first days and its last do not show it would seem to deny that,
    # but where the first ones are no part of those in which it grows: it may only be what it was again.
    said = [
        words.replace(_NOT_CERTAIN, ")").removesuffix(_AS_AT_FIRST) if side in growing else words
        for side, words in zip(SIDES, said, strict=True)
    ]
    if all(words.endswith(_NOT_CERTAIN) for words in said):
        return f"{', '.join(said).replace(_NOT_CERTAIN, ')')}, not certain that either differs"
    return ", ".join(said)


def _growth(facts: Facts) -> str:
    """Say of which sides the holds grow of late, which the first weeks and the last alone do not tell."""
    said = _growing(facts)
    if len(said) == len(SIDES) and len(set(said.values())) == 1:
        return f"both {said[SIDES[0]]}"
    return ", ".join(f"{side} {words}" for side, words in said.items())


def _grows_since_then(facts: Facts) -> set[str]:
    """Return of which sides growth is told from some of the first 28 days on, or the level before a pause."""
    said = set()
    for row in facts.trend.itertuples():
        begins = row.early if is_bent(row) else row.day - pd.Timedelta(days=row.span_days)
        if is_over_a_pause(row) or begins < facts.end.first + LATELY:
            said.add(row.side)
    return said & set(_growing(facts))


def _growing(facts: Facts) -> dict[str, str]:
    """Return how each side grows and in which days, but for those of which that is not clear.

    Of one that came from one level to another since the first days that is told too.
    """
    said = {}
    for row in facts.trend.itertuples():
        words, days = trend_in_short(row), LATELY_DAYS if is_bent(row) else row.span_days
        if not words and facts.since_first[row.side]:  # else what it came to would seem to go on
            words = "with no clear change"
        if words and is_over_a_pause(row):
            said[str(row.side)] = words
        elif words:
            span = f"the last {days} days" if facts.end.is_now else f"the {days} days up to then"
            said[str(row.side)] = f"{words} in {span}{_farther_before(facts, row)}"
    return said


def _farther_before(facts: Facts, row: Any) -> str:
    """Say how long a side was held before the last 28 days where it then had come farther than it is now.

    Without that, from what to what a side came since the first would hide that it has lost some of it again.
    """
    if not is_bent(row):
        return ""
    before, now = _row(facts.typical_before, row.side), _row(facts.typical, row.side)
    if before is None or now is None or before.verdict != "known" or now.verdict != "known":
        return ""
    first, last = side_in_short(before), side_in_short(now)
    came_farther = np.sign(before.median_s - now.median_s) == (1 if row.verdict.startswith("longer") else -1)
    return f" ({first} in the {LATELY_DAYS} days before)" if came_farther and first != last else ""


def _pain_lately(facts: Facts) -> str:
    """Say how much it hurt of late, and at first."""
    if facts.months.empty:
        return ""
    asked = asked_in_words(facts.pain_days, is_after=facts.held["pain_before"].isna().all())
    return f"pain {asked} {pain_level(facts.months, _of_other_days(facts.months, facts.end))}"


def _of_other_days(months: pd.DataFrame, end: LogEnd) -> str:
    """Say so where pain was told last on another day than holds, by more than a week."""
    day = months["end"].iloc[-1]
    return f" in the {LATELY_DAYS} days up to {day_in_words(day)}" if abs(day - end.day) > A_WHILE else ""


def _row(table: pd.DataFrame, side: str) -> Any:
    return next(table[table["side"] == side].itertuples(), None)


def _change(side: str, then: Any, now: Any, way: int, end: LogEnd, first_s: list[float]) -> str:
    """Say how long a side is held, and how long at first; `way` is 0 where that is not clearly another time.

    Where any of the targets in `first_s` is another one than now, the two say nothing of a change.
    """
    if now is None:
        return f"no hold on the {side}"
    last = side_in_short(now)
    if end.day - now.day > A_WHILE:
        return f"{side} {last} up to {day_in_words(now.day)}"
    if then is None or then.verdict == "not_enough":
        return f"{side} now {last}"
    others = [target_s for target_s in first_s if target_s != now.target_s]
    if others:
        return f"{side} now {last} (at first the target was {target_in_words(others[0])})"
    first = side_in_short(then)
    if then.verdict != "known" or now.verdict != "known":
        return f"{side} {last}{_AS_AT_FIRST}" if first == last else f"{side} at first {first}, now {last}"
    # The way is of other windows than the two numbers, and of more digits: told is only what these show too.
    is_shown = way and first != last and way == np.sign(now.median_s - then.median_s)
    if is_shown:
        return f"{side} from {first} to {last}"
    return f"{side} {last}{_AS_AT_FIRST}" if first == last else f"{side} {last} (at first {first}{_NOT_CERTAIN}"


def sides(facts: Facts) -> str:
    """Say which side holds longer, and which did at first; of one that was given up, until when."""
    row, ended = facts.balance, facts.given_up
    if ended is not None:
        until = f"Your {ended.side} side was last held on {day_in_words(ended.day)}"
        return f"{until}{'' if row.verdict == 'not_enough' else f'; until then: {_lower(balance_in_short(row))}'}."
    if row.verdict == "not_enough":
        return ""
    order = order_in_words(row) if "_longer" in row.verdict or row.verdict == "about_even" else ""
    days = f" in {facts.end.weeks}" if row.verdict == "both_reached" else _of_days_ago(facts.end)
    return f"{balance_in_short(row)}{days}{_sides_at_first(facts)}{order}{_ended_by_pain(facts)}."


def _sides_at_first(facts: Facts) -> str:
    """Say which side held longer in the first 28 days, where they are others than the last, and either differs."""
    first = facts.balance_at_first
    if first is None or first.verdict == "not_enough" or "_longer" not in first.verdict + facts.balance.verdict:
        return ""
    return f" (at first {balance_of_old(first, facts.balance)})"


def _lower(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"


def _ended_by_pain(facts: Facts) -> str:
    """Say where pain ended holds, unless only of the longer side: those of the other do not show what it could."""
    longer = facts.balance.verdict.partition("_")[0]
    stops = facts.pain_stops[facts.pain_stops["n_pain"] > 0]
    stops = stops if stops["side"].ne(longer).any() else stops[:0]
    ended = [f"{row.n_pain} of {counted(row.n, f'{row.side} hold')}" for row in stops.itertuples()]
    return f"; pain ended {' and '.join(ended)}" if ended else ""


def _of_days_ago(end: LogEnd) -> str:
    """Name the days where the last hold is some time ago, as far as that is known."""
    return "" if end.today is None or end.is_now else f" in {end.weeks}"


def practised(facts: Facts) -> str:
    """Say on how many of the last 28 days there was a session, and the plan, if one was made, was met."""
    last, streak = facts.practice.tail(LATELY_DAYS), int(facts.practice["streak"].iloc[-1])
    if not last["done"].any():
        return _of_one_side(facts, last)
    row = f"; a session on {streak} days in a row" if streak > 1 and facts.end.is_now else ""
    pauses = ", pauses left out" if row and last["reason"].tail(streak).notna().any() else ""
    days = span_in_words(len(last), last["day"].iloc[-1], facts.end.today)
    if facts.has_plan:
        said = practised_in_words(last, span=days)
    else:
        whole = "a session" if last["ended_by_pain"].any() else "a whole session"
        which = met_in_words(last, span=days) if len(last) > 1 else day_in_words(last["day"].iloc[0])
        said = f"You did {whole} on {which}"
    return f"{said}{row}{pauses}."


def _of_one_side(facts: Facts, days: pd.DataFrame) -> str:
    """Say on how many of some days one side alone was held, where there was no more."""
    held = facts.held[facts.held["day"].between(days["day"].iloc[0], days["day"].iloc[-1])]
    if held["side"].nunique() != 1:
        return ""
    span = span_in_words(len(days), days["day"].iloc[-1], facts.end.today)
    return f"You held the {held['side'].iloc[0]} side alone on {held['day'].nunique()} of {span}."


def spell(facts: Facts) -> str:
    """Say so where pain is higher now than the person's own recent level, or was in the last 28 days."""
    days, today = facts.pain_days, facts.end.today
    spells, rated = spells_of(days), days.loc[days["highest"].notna(), "day"].max()
    if spells.empty:
        return ""
    begin, end, peak = spells.iloc[-1][["begin", "end", "peak"]]
    over = (days.loc[days["highest"].notna(), "day"] > end).sum() > 1  # one day that is lower ends none
    began, up_to = day_in_words(begin), f"up to {peak:g} of 10."
    if spell_lately(spells, days) is not None and is_now(rated, today) and today - begin < LATELY:
        return f"Since {began} pain has been higher than your own recent level, {up_to}"
    until = day_in_words(end) if over else f"{day_in_words(rated)}, when it was rated last"
    if rated - end >= LATELY:
        return ""
    return f"From {began} to {until}, pain was higher than your own level before, {up_to}"


def pain_after(facts: Facts) -> str:
    """Say after how many sessions pain was lower than before, and after how many higher."""
    change = facts.pain_lately["change"]
    if change.empty:
        return ""
    lower, higher = int((change < 0).sum()), int((change > 0).sum())
    n_whole = int(facts.practice.loc[facts.practice["day"].between(facts.since, facts.end.day), "done"].sum())
    too = ", unfinished ones too" if 0 < n_whole < len(change) else ""
    of = f"{counted(len(change), 'session')}{_of_days_ago(facts.end)}{too}"
    of_sides = facts.pain_of_sides
    if (of_sides["change"] > 0).groupby(of_sides["side"]).sum().gt(higher).any():  # the other side would hide it
        anyway = "; it often is lower anyway" if lower > higher else ""
        return f"Pain in {of}: {sides_in_words(of_sides)}{anyway}."
    anyway = " (it often is anyway)" if lower > higher else ""
    return f"Pain was lower after {lower or 'none'} of {of}{anyway}, higher after {higher or 'none'}."
