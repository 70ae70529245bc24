"""The verdicts of the measures in words: record, not advice. The one place that makes words of them."""

from typing import Any

import pandas as pd

from hiplog.counts import counted
from hiplog.dates import clock, day_in_words
from hiplog.exercise import EXERCISES, SIDES
from hiplog.measures.fits import gate
from hiplog.measures.fits.samples import LEAST_EVENTS
from hiplog.measures.holds.selection import LATELY_DAYS
from hiplog.measures.pain.change import IMPORTANT

EXAMPLE_IN_WORDS = "Example, nobody's data."
NEEDED_IN_WORDS = f"Each side needs {LEAST_EVENTS} holds that ended before the target, on 3 days."
COMPARE_NEEDS = "each part needs 14 days with a hold and 8 sessions of both sides"


def nothing_in_words(held: pd.DataFrame) -> str:
    """Say that no hold was chosen, and what there was to choose from.

    Parameters
    ----------
    held : DataFrame
        What `hiplog.measures.holds.selection.chosen` returned.
    """
    asked, there_is = held.attrs.get("asked"), held.attrs.get("there_is")
    if not there_is:
        return "no holds yet"
    of = f" of {EXERCISES[asked].title.lower()}" if asked else ""
    n = there_is.get(asked, 0) if asked else sum(there_is.values())
    if n:
        return f"no hold{of} in these days, but {n:,} in others"
    return f"no hold{of}, but " + " and ".join(f"{n:,} of {name}" for name, n in there_is.items())


def balance_in_words(row: Any) -> str:
    """Say what a row of `hiplog.balance` says.

    Parameters
    ----------
    row : namedtuple
        A row of the table, as its `itertuples()` gives it.
    """
    if row.verdict == "not_enough":
        return _not_enough(row)
    if row.verdict == "both_reached":
        n = f"left in {_of(row.n_left_reached, row.n_left)}, right in {row.n_right_reached} of {row.n_right}"
        return f"both sides reached the target every time: {n}"
    if row.verdict.endswith("_at_least"):
        longer = row.verdict.removesuffix("_longer_at_least")
        (shorter,) = set(SIDES) - {longer}
        n = getattr(row, f"n_{longer}")
        reached = f"{longer} reached the target in {_of(n, n)}"
        return f"{reached}, {shorter} is at least {abs(row.bound_pct):.0f} % shorter"
    between = _span(row.low_pct, row.high_pct)
    if row.verdict == "about_even":
        said = f"about even ({between})"
    elif row.verdict == "no_clear_difference":
        way = leaning(row.low_pct, row.high_pct)
        if way:
            said = f"perhaps {SIDES[way > 0]} longer, not sure yet ({between})"
        else:
            said = f"no clear difference ({between}; {_unseen(row)})"
    else:
        said = f"{_carried(row.verdict)} by {abs(row.balance_pct):.0f} % ({between})"
    return said + order_in_words(row)


def held_of_target_in_words(row: Any) -> list[str]:
    """Say what a row of `hiplog.measures.sides.capped.held_of_target` says, and what it is not."""
    n = row.n_left + row.n_right
    means = f"on average left was held {row.left_s:.1f} and right {row.right_s:.1f} of the {row.target_s:.0f} s"
    between = f"right less left is between {row.low_s:+.1f} and {row.high_s:+.1f} s"
    same = row.n_sessions - row.n_left_longer - row.n_right_longer
    counts = f"left was held longer in {row.n_left_longer}, right in {row.n_right_longer}, both as long in {same}"
    reached = f"{row.n_reached} of {counted(n, 'hold')} reached the target"
    said = f"{reached}: {means} ({between}), which is not what they could hold."
    return [said, f"Of {counted(row.n_sessions, 'session')} of both sides, {counts}."]


def held_of_target_in_short(row: Any) -> str:
    """Say the same in one sentence, for where a balance would stand."""
    seconds = f"left {row.left_s:.1f}, right {row.right_s:.1f} s of {row.target_s:.0f}"
    between = f"right less left between {row.low_s:+.1f} and {row.high_s:+.1f} s"
    longer = f"left was held longer in {row.n_left_longer}, right in {row.n_right_longer}"
    means = f"Held on average, which is not what they could hold: {seconds} ({between})"
    return f"{means}; {longer} of {counted(row.n_sessions, 'session')} of both."


def order_in_words(row: Any) -> str:
    """Say which side was held first where the numbers are as held, if one was it clearly more often.

    Where a side is said to be longer and no order is known, that is said.
    """
    if not row.n_ordered and "_longer" in row.verdict:
        return "; which side was held first is not known"
    if row.at_equal_order or pd.isna(row.first_side) or row.n_first < _MOSTLY_FIRST * row.n_ordered:
        return ""
    if row.n_first == row.n_ordered:
        return f"; {row.first_side} was always held first"
    return f"; {row.first_side} was held first in {row.n_first} of {row.n_ordered} sessions"


_MOSTLY_FIRST = 0.6  # the share of sessions from which the order may be why
TYPICALLY = "was typically held for"


def typical_in_words(row: Any) -> str:
    """Say what a row of `hiplog.typical_hold` says, as the end of a clause on its side."""
    if row.verdict == "reached":
        return f"reached the target in {_of(row.n_reached, row.n)}"
    if row.verdict == "not_enough":
        return f"has too few holds to say what is typical ({row.n})"
    return f"{TYPICALLY} {typical_seconds(row)}"


def typical_seconds(row: Any) -> str:
    """Return the typical hold of a row of `hiplog.typical_hold` with its range; it must be known."""
    if row.verdict == "above_target":
        return f"about the target of {clock(row.target_s)}, at least {clock(min(row.low_s, row.target_s))}"
    return f"{clock(row.median_s)} ({range_in_words(row)})"


def range_in_words(row: Any) -> str:
    """Return from where to where the typical hold of a row of `hiplog.typical_hold` may lie.

    No hold was seen beyond its target, so that of what lies there no more than that is said.
    """
    low, high = clock(row.low_s), clock(row.high_s)
    return f"{low} to beyond {clock(row.target_s)}" if row.high_s > row.target_s else f"{low} to {high}"


def single_in_words(rows: list[Any]) -> str:
    """Say how far single holds lie from what rows of `hiplog.typical_hold` say; "" where that is not known."""
    known = [row for row in rows if not pd.isna(row.factor)]
    if not known:
        return ""
    spans = " and ".join(f"on the {row.side} {_single(row)}" for row in known)
    factors = " or ".join(f"{row.factor:.2f} times ({row.side})" for row in known)
    return f"About 19 of 20 single holds lie {spans}; with nothing changed one may last up to {factors} another."


def _single(row: Any) -> str:
    """Say between which seconds single holds lie; over the target nothing was seen."""
    if row.single_high_s > row.target_s:
        return f"over {clock(min(row.single_low_s, row.target_s))}"
    return f"between {clock(row.single_low_s)} and {clock(row.single_high_s)}"


def sides_in_short(rows: pd.DataFrame) -> str:
    """Say how long each side is held, in a few words, of the rows of `hiplog.typical_hold`, one a side.

    The numbers are those of `typical_seconds`: wherever one is told how long a side is held now, it is these.
    """
    rows = {row.side: row for row in rows.itertuples()}
    if not rows or all(row.verdict == "not_enough" for row in rows.values()):
        return "Too few holds to say what is typical"
    target = target_in_words(*(row.target_s for row in rows.values()))
    verdicts = {row.verdict for row in rows.values()} if len(rows) == len(SIDES) else set()
    if verdicts == {"reached"}:
        n_reached, n = (sum(getattr(row, name) for row in rows.values()) for name in ("n_reached", "n"))
        return f"Both sides reached {target} in {_of(n_reached, n)}"
    if verdicts == {"above_target"}:
        return f"Both sides about {target} or longer"
    said = ", ".join(f"{side} {side_in_short(rows[side])}" for side in SIDES if side in rows)
    return f"{said[0].upper()}{said[1:]}"


def side_in_short(row: Any) -> str:
    """Say what a row of `hiplog.typical_hold` says, in a few words."""
    if row.verdict == "reached":
        return f"reached {target_in_words(row.target_s)} in {_of(row.n_reached, row.n)}"
    if row.verdict == "above_target":
        return f"about {target_in_words(row.target_s)} or longer"
    return "too few to say" if row.verdict == "not_enough" else clock(row.median_s)


def target_in_words(*targets_s: float) -> str:
    """Return a target like 2:00, or what several that are not one, or not known, are."""
    known = {target_s for target_s in targets_s if not pd.isna(target_s)}
    return clock(known.pop()) if len(known) == 1 else "the target"


def balance_in_short(row: Any) -> str:
    """Say what a row of `hiplog.balance` says, in a few words."""
    if row.verdict == "not_enough":
        held = [side for side in SIDES if getattr(row, f"n_{side}")]
        if len(held) == 1:
            return f"Only the {held[0]} side was held"
        under = " under the target" if row.n_left_reached or row.n_right_reached else ""
        return f"Too few holds{under} to compare the sides"
    if row.verdict == "both_reached":
        return "Both sides reached the target every time"
    if row.verdict.endswith("_at_least"):
        (shorter,) = set(SIDES) - {row.verdict.removesuffix("_longer_at_least")}
        return f"{shorter.capitalize()} is at least {abs(row.bound_pct):.0f} % shorter"
    if row.verdict == "about_even":
        return "Both sides hold about equally long"
    if row.verdict == "no_clear_difference":
        way = leaning(row.low_pct, row.high_pct)
        return (
            f"Perhaps {SIDES[way > 0]} holds longer, not sure yet"
            if way
            else "No clear difference between the sides"
        )
    longer, shorter = SIDES[::-1] if row.balance_pct > 0 else SIDES
    word = "slightly longer" if "slightly" in row.verdict else "longer"
    less = ", now less clearly" if row.verdict.endswith(gate.LESS_CLEARLY) else ""
    return f"{longer.capitalize()} holds {word}: {shorter} is {abs(row.balance_pct):.0f} % shorter{less}"


def balance_rests_on(row: Any) -> str:
    """Say within which range the balance of a row of `hiplog.balance` lies, and what else it rests on."""
    if row.verdict == "both_reached":
        left = f"{row.n_left_reached} of {counted(row.n_left, 'hold')} on the left"
        both = f"{left}, {row.n_right_reached} of {row.n_right} on the right"
        return f"{both}. Where both reach the target, a difference cannot show."
    if row.verdict == "not_enough":
        return f"{_not_enough(row)}. {NEEDED_IN_WORDS}"
    if row.verdict.endswith("_at_least"):
        return f"{balance_in_words(row)}."
    unseen = ""
    if row.verdict == "no_clear_difference":
        unseen = (
            "; longer is said from 99 % certainty on"
            if leaning(row.low_pct, row.high_pct)
            else f"; {_unseen(row)}"
        )
    return f"{_span(row.low_pct, row.high_pct)}{unseen}{order_in_words(row)}."


def _unseen(row: Any) -> str:
    return f"a difference under {row.unseen_pct:.0f} % could not be told from chance"


def leaning(low: float, high: float) -> int:
    """Return to which side of zero all of an interval lies, 1 or -1; 0 where zero is within it.

    A word waits for 99 % certainty, and an interval is of 95 %: between the two, neither is to be hidden.
    """
    return int(low > 0) - int(high < 0)


def trend_in_words(row: Any) -> str:
    """Say what a row of `hiplog.trend` says, where it has a slope."""
    low, high = row.low_s_per_week, row.high_s_per_week
    between = f"between {_signed(low)} and {_signed(high)} s a week"
    if row.verdict == "no_clear_change":
        unseen = f"; a change under {_signed((high - low) / 2)[1:]} would not have been seen"
        yet, unseen = ("", unseen) if low <= 0 <= high else (" yet", "")
        return f"no clear change{yet} on the {row.side} ({between}{unseen})"
    way, _, lately = row.verdict.partition("_")
    if is_bent(row):
        until = f"until about {day_in_words(row.day - pd.Timedelta(days=LATELY_DAYS))} or before"
        levels = (
            f"about {clock(row.early_s)} on {day_in_words(row.early)}, {clock(row.lately_s)} in the {LATELY_DAYS}"
        )
        since = "with no clear change" if lately == "until_lately" else f"growing {lately.removeprefix('then_')}"
        return f"{row.side} holds grew {way} {until}: {levels} days since, {since} in these"
    by = f"by {abs(row.slope_s_per_week):.1f} s a week ({between})"
    said = f"{row.side} holds grew {_carried(row.verdict.removesuffix('_lately_unknown'))} {by}"
    said += f", from about {clock(row.from_s)} to {clock(row.to_s)}"
    return f"{said}; the last {LATELY_DAYS} days alone do not tell" if lately == "lately_unknown" else said


def is_bent(row: Any) -> bool:
    """Return whether a row of `hiplog.trend` is told of the line that bends where the last 28 days begin."""
    return row.verdict.endswith("_until_lately") or "_then_" in row.verdict


def trend_in_short(row: Any) -> str:
    """Say in a few words whether a side's holds grow, by a row of `hiplog.trend`; "" where that is not clear."""
    way, _, lately = row.verdict.partition("_")
    if way == "no":
        return ""
    if lately == "until_lately":
        return "no longer growing" + " shorter" * (way == "shorter")
    return f"growing {lately.removeprefix('then_') if lately.startswith('then_') else way}"


def _carried(verdict: str) -> str:
    """Return a word that the gate let through, with what is to be said where its interval holds zero again."""
    word = verdict.removesuffix(gate.LESS_CLEARLY)
    return word.replace("_", " ") + (", now less clearly," if word != verdict else ",")


def _signed(number: float) -> str:
    """Return a number with its sign and a decimal, and two where it would be taken for zero."""
    return f"{number:+.1f}" if abs(number) >= 0.05 else f"{number:+.2f}"


GATE_IN_WORDS = (
    "A range holds the true value in 95 of 100 cases. A word like longer or higher is said from 99 % certainty on "
    "and kept until that is under 80 %, so that chance seldom brings it, even if you look every day."
)


def pain_in_words(months: pd.DataFrame) -> list[str]:
    """Say what `hiplog.pain_months` says of the last 28 days."""
    if months.empty:
        return []
    now = months.iloc[-1]
    before = "" if pd.isna(now["change"]) else f"; in the 28 days before that {_level(months.iloc[-2])}"
    typically = "typically " if now["n"] > 1 else ""
    typical = f"A day's first pain was {typically}{_level(now, ' of 10')}"
    said = [f"{typical} in the 28 days up to {day_in_words(now['end'])}{before}."]
    if now["verdict"] in ("lower", "higher"):
        own = f"your own earlier months would have it between {now['low_pain']:.1f} and {now['high_pain']:.1f}"
        said.append(f"That is {now['verdict']} than before: {own}.")
    elif now["verdict"] == "not_enough" and now["change"] < 0:
        said.append("Logs are often begun when it hurts most, so a fall in the first months says little.")
    return said


def pain_level(months: pd.DataFrame) -> str:
    """Say how much it hurt in the last of rows of `hiplog.pain_months`, and whether that is a change.

    The first month is no measure of a change: logs are often begun when it hurts most.
    """
    now = months.iloc[-1]
    word = now["verdict"]
    return _level(now, " of 10") + (f", {word} than in your earlier months" if word in ("lower", "higher") else "")


def pain_in_short(months: pd.DataFrame) -> str:
    """Say in a few words what rows of `hiplog.pain_months` say of the last 28 days."""
    return "No pain was rated" if months.empty else f"A day's first pain lately {pain_level(months)}"


def known_in_words(days: pd.DataFrame, *, brief: bool = False) -> str:
    """Say for how many of some days pain is known, and on how many of the others there was no session.

    Parameters
    ----------
    days : DataFrame
        Rows of `hiplog.pain_days`.
    brief : bool
        Whether to leave the other days out, as where a chart has little room.
    """
    n, known = len(days), int(days["pain"].notna().sum())
    if not known:
        return ""
    if known == n:
        return f"Pain is known for {f'all {n} days' if n > 1 else 'the one day'}"
    others, without = n - known, int((days["pain"].isna() & ~days["session"]).sum())
    said = f"Pain is known for {known} of {n} days"
    if brief:
        return said
    if others == 1:
        return f"{said}; on the other one there was {'no' if without else 'a'} session"
    if without == others:
        return f"{said}; on none of the {others} others there was a session"
    return f"{said}; on {without} of the {others} others there was no session"


def next_day_in_words(rows: pd.DataFrame) -> list[str]:
    """Say what rows of `hiplog.pain_next_day` say, [] where nothing is known of a next day.

    The two numbers are those that are asked for: how often it was no higher, and how often much higher.
    """
    change = rows["change"].dropna()
    if change.empty:
        return []
    no_higher, much = int((change <= 0).sum()), int((change >= IMPORTANT).sum())
    of = f"{no_higher} of {counted(len(change), 'session')}"
    said = f"On the next day pain was no higher than right after the session in {of}, and {IMPORTANT:g} or more"
    often = " It goes up and down for other reasons too." if much else ""
    return [f"{said} higher in {much}.{often}"]


def plan_in_words(days: pd.DataFrame) -> str:
    """Say what was meant on the days of rows of `hiplog.practice`, like "3 a day"."""
    meant = days.loc[days["planned"] > 0, "planned"]
    if meant.empty:
        return "a pause"
    least, most = meant.min(), meant.max()
    return f"{most} a day" if least == most else f"{least} to {most} a day"


def met_in_words(days: pd.DataFrame) -> str:
    """Say on how many days, rows of `hiplog.practice`, the plan was met, and how many were a pause."""
    meant = days["planned"] > 0
    met = int((meant & (days["done"] >= days["planned"])).sum())
    return f"{met} of {_these(meant)}"


def practised_in_words(days: pd.DataFrame) -> str:
    """Say how rows of `hiplog.practice` went: the plan where it was met whenever there was a session, or both."""
    meant = days["planned"] > 0
    met, done = int((meant & (days["done"] >= days["planned"])).sum()), int((days["done"] > 0).sum())
    if not done:
        return f"No session on {_these(meant)}"
    if met == done:
        return f"Plan met on {met_in_words(days)}"
    return f"Practised on {done} of {_these(meant)}; the plan of {plan_in_words(days)} met on {met or 'none'}"


def _these(meant: pd.Series) -> str:
    """Say how many days are meant, and how many are a pause."""
    n, pauses = len(meant), int((~meant).sum())
    return f"the {counted(n - pauses, 'day')} meant ({pauses} of pause)" if pauses else counted(n, "day")


def _level(month: pd.Series, of: str = "") -> str:
    """Return the typical pain of a month, with the days that it is of."""
    return f"{month['median_pain']:g}{of} ({counted(month['n'], 'day')})"


def _span(low: float, high: float) -> str:
    """Say from where to where an interval of the balance goes."""
    if low < 0 < high:
        return f"between {-low:.0f} % left and {high:.0f} % right"
    near, far = sorted((abs(low), abs(high)))
    return f"between {near:.0f} and {far:.0f} % {'right' if high > 0 else 'left'}"


def _not_enough(row: Any) -> str:
    """Say why there is no balance."""
    lacks = [
        _lack(side, *(getattr(row, f"n_{side}{kind}") for kind in ("", "_censored", "_reached"))) for side in SIDES
    ]
    reasons = [lack for lack in lacks if lack] or ["holds on too few days"]
    return f"not enough to tell: {', '.join(reasons)}"


def _lack(side: str, n: int, n_censored: int, n_reached: int) -> str | None:
    """Say what one side lacks, if anything, and of one that reached its target how often it did."""
    if n_reached:
        return f"{side} reached the target in {_of(n_reached, n)}"
    if n - n_censored >= LEAST_EVENTS:
        return None
    if n_censored:
        return f"{side} was interrupted in {_of(n_censored, n)}"
    few = f"only {counted(n, 'hold')}" if n else "no hold"
    return f"{few} on the {side}"


def _of(some: int, n: int) -> str:
    return f"{some} of {counted(n, 'hold')}"


OTHER_THINGS = (
    "Other things changed too: what is higher or lower since a day need not be so because of it, for nobody saw "
    "how it would have gone without."
)
_COMPARED = {  # what is compared, and the numbers of both kinds of days
    "reached": "{side} reached the target on {first:.0f} and {second:.0f} % of days",
    "typical": "{side} holds were typically {first} and {second}",
    "balance": "right against left was {first:+.0f} and {second:+.0f} %",
    "pain": "a day's first pain was {first:.1f} and {second:.1f} on average",
    "pain_next_day": "pain on the day after a session was {first:.1f} and {second:.1f} on average",
    "practice": "a whole session was done on {first:.0f} and {second:.0f} % of days",
}


def compare_in_words(rows: pd.DataFrame) -> list[str]:
    """Say what `hiplog.compare` says, a sentence for each number that can be told."""
    if rows.empty:
        return ["There are no holds to compare."]
    row = rows.iloc[0]
    first, second = (
        f"{counted(row[f'days_{n}'], 'day')} ({counted(row[f'sessions_{n}'], 'session')})"
        for n in ("first", "second")
    )
    said = [f"{first} are compared with {second}."]
    if rows["verdict"].dropna().eq("not_enough").all():
        return [*said, f"That is not enough to tell: {COMPARE_NEEDS}."]
    told = rows[rows["what"].isin(list(_COMPARED)) & ~rows["verdict"].isin(["not_enough", "other_target"])]
    said += [_compared(row) for row in told.itertuples()]
    if rows["verdict"].eq("other_target").any():
        said.append("The target is not the same throughout, so how often it was reached is not compared.")
    return [*said, OTHER_THINGS]


def _compared(row: Any) -> str:
    """Say one number of both kinds of days, and whether it changed."""
    digits, unit = (1, "points") if row.what.startswith("pain") else (0, row.unit)
    first, second, low, high = (round(each, digits) + 0.0 for each in (row.first, row.second, row.low, row.high))
    if row.what == "typical":
        first, second = clock(first), clock(second)
    levels = _COMPARED[row.what].format(side=row.side, first=first, second=second)
    if not low and not high:
        return f"{levels[0].upper()}{levels[1:]}: no change."
    between = f"between {low:+.{digits}f} and {high:+.{digits}f} {unit}"
    if row.verdict == "no_clear_change":
        way = leaning(row.low, row.high)
        words = f"{('no clear change', 'perhaps higher, not sure', 'perhaps lower, not sure')[way]} ({between})"
    else:
        words = f"{row.verdict.removesuffix('_as_before')} by {abs(row.change):.{digits}f} {unit} ({between})"
    if row.verdict.endswith("_as_before"):
        words += ", but not clearly more than the days before had it going"
    return f"{levels[0].upper()}{levels[1:]}: {words}."
