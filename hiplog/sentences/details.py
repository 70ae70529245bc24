"""What the story of a log rests on: every number with its range, and how many holds, days or sessions it is of."""

from typing import Any

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import clock, day_in_words
from hiplog.exercise import SIDES
from hiplog.measures.holds.censoring import stopped_at_target
from hiplog.measures.holds.mistyped import YEARS
from hiplog.measures.holds.selection import LATELY_DAYS, Chosen
from hiplog.measures.practice import followed_soon
from hiplog.measures.sides.capped import of_target
from hiplog.places import pain_places
from hiplog.sentences.facts import A_WHILE, LATELY, YESTERDAY, Facts
from hiplog.verdicts.capped import held_of_target_in_words
from hiplog.verdicts.pain import OF_TWO, known_in_words, next_day_in_words, pain_in_words, sides_in_words
from hiplog.verdicts.practice import HAVE_ONE_SOON_AFTER, met_in_words, plan_in_words
from hiplog.verdicts.sides import balance_in_words, order_means
from hiplog.verdicts.span import span_in_words
from hiplog.verdicts.trend import is_bent, trend_in_words
from hiplog.verdicts.typical import TYPICALLY, single_in_words, typical_in_words


def no_target(facts: Facts) -> str:
    """Say so where the target is only what holds stop at."""
    heaped = facts.held[facts.held["at_heap"]]
    if heaped.empty:
        return ""
    n, target_s = int(stopped_at_target(heaped).sum()), heaped["target_s"].iloc[0]
    which = f"{n} of {counted(len(heaped), 'hold')} stop at {clock(target_s)} and hardly one goes beyond"
    return f"Where this log names no target, {which}: that is taken for the target."


def is_far_on(facts: Facts) -> str:
    """Say so where the last hold is of a day to come, or years after the one before, as by a mistyped year."""
    day, held = facts.end.day, facts.held["day"]
    before = held[held < day].max()
    if facts.end.today is not None and day - facts.end.today > YESTERDAY:
        what = f"{counted(int((held > facts.end.today).sum()), 'hold')} of days to come"
    elif day - before > YEARS:
        what = f"a last hold {counted((day - before).days, 'day')} after the one before"
    else:
        return ""
    return f"This log has {what}, of {facts.end} in the end: all that is told of the last days ends there."


def typical(facts: Facts) -> list[str]:
    """Say how long each side was held in the last four weeks."""
    end = facts.end
    rows = {row.side: row for row in facts.typical.itertuples()}
    ended = {side: row for side, row in rows.items() if end.day - row.day > A_WHILE}
    clauses = [
        f"your {side} side {typical_in_words(rows[side]) if side in rows else 'has no hold yet'}"
        for side in SIDES
        if side not in ended
    ]
    first, *second = clauses or [""]
    if second and {rows[side].verdict if side in rows else "" for side in SIDES} == {"not_enough"}:
        first, second = f"there are too few holds to say what is typical: {_each(rows)}", []
    if second and TYPICALLY in first:
        second = [second[0].replace(TYPICALLY, "for")]
    said = [f"In {end.weeks} {', '.join([first, *second])}."] if clauses else []
    for side, row in ended.items():
        day = day_in_words(row.day)
        said.append(
            f"Your {side} side was last held on {day}; in the {LATELY_DAYS} days up to then it "
            f"{typical_in_words(row)}."
        )
    return [*said, single_in_words([row for side, row in rows.items() if side not in ended])]


def _each(rows: dict[str, Any]) -> str:
    """Return how many holds each side has."""
    return ", ".join(f"{side} {rows[side].n}" for side in SIDES)


def slopes(facts: Facts) -> list[str]:
    """Say whether holds grow longer, for the sides of which that can be said."""
    said = []
    for bent in (False, True):
        rows = [row for row in facts.trend.itertuples() if is_bent(row) == bent]
        days = max(((row.day - row.early).days + 1 if bent else row.span_days for row in rows), default=0)
        words = "; ".join(trend_in_words(row) for row in rows)
        said += [f"Over the {days} days up to the last hold, {words}."] if rows else []
    return said


def sides(facts: Facts) -> list[str]:
    """Say which side holds longer, or did when both were held."""
    weeks, row, ended = facts.end.weeks, facts.balance, facts.given_up
    if ended is not None:
        weeks = f"the {LATELY_DAYS} days up to {day_in_words(ended.day)}, when {ended.side} was last held"
    unseen = "; which could be held longer was not seen" if row.verdict == "both_reached" else ""
    said = [f"Side against side, in {weeks}: {balance_in_words(row)}{order_means(row)}{unseen}."]
    if row.verdict == "not_enough":
        for row_of_target in pd.DataFrame(filter(None, [of_target(facts.both_held)])).itertuples():
            said += held_of_target_in_words(row_of_target)
    return said


def practised(facts: Facts) -> str:
    """Say how often one practised, beside the plan if one was set, up to today if some of it was lately."""
    end, is_lately, days = facts.end, facts.end.is_lately, facts.practice
    last, streak = days.tail(LATELY_DAYS), int(days["streak"].iloc[-1])
    still = is_lately or end.today is None
    row = f"; {'now ' * end.is_now}{streak} days in a row with a session" if streak > 1 and still else ""
    row += ", pauses left out" if row and last["reason"].tail(streak).notna().any() else ""
    within = span_in_words(len(last), last["day"].iloc[-1], end.today)
    done, in_pain = int((last["done"] > 0).sum()), int(last["ended_by_pain"].sum())
    if not done:
        of_these = facts.held["day"].between(last["day"].iloc[0], last["day"].iloc[-1])
        n = facts.held.loc[of_these, "day"].nunique()
        held_on = f"In {within} you held on {counted(n, 'day')}"
        return f"{held_on}, but not both sides in one session, which makes a whole one." if n else ""
    whole = "a session" if in_pain else "a whole session"
    ended = (
        f", with a hold ended by pain in {in_pain} of {counted(last['done'].sum(), 'session')}" if in_pain else ""
    )
    midnight = _after_midnight(facts, last)
    if not facts.has_plan:
        return f"In {within} you did {whole} on {met_in_words(last)}{ended}{row}.{midnight}"
    met = f"and met the plan of {plan_in_words(last)} on {met_in_words(last)}"
    return f"In {within} you did {whole} on {counted(done, 'day')}{ended}, {met}{row}.{midnight}"


def _after_midnight(facts: Facts, days: pd.DataFrame) -> str:
    """Say of how many days without a session there was one in the hours after, which the next day has."""
    n = followed_soon(facts.held, days)
    return f" {n} of the days without one {HAVE_ONE_SOON_AFTER}." if n else ""


def stopped(facts: Facts) -> str:
    """Say how many holds of each side pain ended of late, where any."""
    stops = facts.pain_stops
    if not stops["n_pain"].any():
        return ""
    sides = (f"{row.n_pain} of {counted(row.n, f'{row.side} hold')}" for row in stops.itertuples() if row.n)
    return f"In {facts.end.weeks} pain ended {' and '.join(sides)}."


def interrupted(facts: Facts) -> str:
    """Say how many holds were interrupted of late, where any, and what they count as."""
    lately = facts.held[facts.held["day"] >= facts.since]
    n = int(lately["ended"].eq("interrupted").sum())
    were = f"{n} of {counted(len(lately), 'hold')} {'was' if n == 1 else 'were'} interrupted"
    return f"In {facts.end.weeks} {were}: such a hold only shows that you can hold at least so long." if n else ""


def pain(facts: Facts) -> list[str]:
    """Say how pain is now and was before, for how many days it is known, and how it changed over sessions."""
    days, end, lately = facts.pain_days, facts.end, facts.pain_lately
    until = facts.months["end"].iloc[-1] if len(facts.months) else days["day"].max()
    known = known_in_words(days[days["day"].between(until - LATELY + YESTERDAY, until)])
    said = pain_in_words(facts.months, of_two=bool(days["of_two"].any())) + ([f"{known}."] if known else [])
    if len(lately):
        lower, higher = (lately["change"] < 0).sum(), (lately["change"] > 0).sum()
        rated = f"In {counted(len(lately), 'session')} of {end.weeks} with pain rated before and after"
        anyway = (
            " People begin when it hurts, and it is often less a little later anyway." if lower > higher else ""
        )
        of_sides = sides_in_words(facts.pain_of_sides)
        which = OF_TWO if of_sides or facts.is_rated_by_side_after else "it"
        alone = f"; each side by itself: {of_sides}" if of_sides else ""
        said.append(f"{rated}, {which} was lower after {lower} and higher after {higher}{alone}.{anyway}")
    said += next_day_in_words(facts.pain_next_day)
    return said


def places(facts: Facts) -> str:
    """Say which places notes mention as hurting, and in how many sessions, now and before."""
    noted = pain_places(Chosen(facts.held), exercise=facts.exercise)
    if noted.empty:
        return ""
    now, recent = (noted["started_at"] >= since for since in (facts.since, facts.since - LATELY))
    said = f"Notes of {facts.end.weeks} mention {_counted(noted[now])}"
    if facts.end.first < facts.since:
        said += f"; of the {LATELY_DAYS} days before, {_counted(noted[recent & ~now])}"
    return f"{said}; earlier, {_counted(noted[~recent])}." if not recent.all() else f"{said}."


def _counted(places: pd.DataFrame) -> str:
    """Return the places with the number of sessions whose notes mention them, the most mentioned first."""
    counts = places["place"].value_counts()
    return ", ".join(f"{place} ({counted(n, 'session')})" for place, n in counts.items()) or "no place"
