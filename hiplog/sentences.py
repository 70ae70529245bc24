"""What a log says, in a handful of plain sentences."""

from dataclasses import dataclass
from html import escape

import numpy as np
import pandas as pd

from hiplog import arguments
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, PLAN, RECORD_NOT_ADVICE, SIDES
from hiplog.interchange import Holds
from hiplog.measures.balance import latest_balance
from hiplog.measures.pain import pain_change, pain_months, pain_spells
from hiplog.measures.practice import practice
from hiplog.measures.progress import progress
from hiplog.measures.selection import LATELY_DAYS, chosen
from hiplog.measures.trend import trend
from hiplog.places import pain_places
from hiplog.verdicts import balance_in_words, pain_in_words, trend_in_words

LATELY = pd.Timedelta(days=LATELY_DAYS)
TREND_DAYS = 56
TYPICALLY = "'s typical hold"
_YESTERDAY, _A_WHILE = pd.Timedelta(days=1), pd.Timedelta(days=7)


@dataclass(frozen=True)
class Summary:
    """Sentences for a person to read: lines in a terminal, a list in a notebook."""

    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in self.sentences)
        return f'<ul class="mathjax_ignore">{items}</ul>'


def summary(
    holds: Holds,
    *,
    exercise: str = "hip_balance",
    since: arguments.Moment | None = None,
    until: arguments.Moment | None = None,
    plan: int = PLAN,
    today: arguments.Moment | None = None,
) -> Summary:
    """Say how long each side holds, whether that changes, how the sides compare, how often, and what notes say.

    The numbers are those of `hiplog.measures`; ranges are 95 % intervals. They look back from the last hold of the
    log, practice from today. Only of a log whose last hold is of today or yesterday is anything said in the
    present tense; elsewhere the day is named.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to sum up.
    since, until : date, datetime or str, optional
        Only holds that began from then on, and until then, count, as if the log had no others; a date alone is
        that whole day.
    plan : int
        Sessions meant per day.
    today : date, optional
        The present day. Unless given, the same holds give the same sentences on any day: each names its own.

    Returns
    -------
    Summary
        `str()` of it has a sentence a line.

    Raises
    ------
    LogError
        Where there is no such exercise or plan, today is no date, or a hold breaks a rule of `hiplog.schema`.
    """
    held = chosen("summary", holds, exercise, since, until)
    plan, day = arguments.plan("summary", plan), arguments.today("summary", today)
    if held.empty:
        said = [f"There are no holds yet of this exercise: {EXERCISES[exercise].title.lower()}."]
    else:
        end = _End(held["day"].max(), day)
        said = [_ended(end), _typical(held, end), _slopes(held), _sides(held, end)]
        said += [_practised(held, exercise, plan, day), *_pain(held, exercise, end)]
        said += [_spell(held, exercise, day), _places(held, end)]
    return Summary((*filter(None, said), RECORD_NOT_ADVICE))


@dataclass(frozen=True)
class _End:
    """The day of the last hold, beside today, if that is known."""

    day: pd.Timestamp
    today: pd.Timestamp | None

    @property
    def is_now(self) -> bool:
        """Whether the present tense is true of what the last hold tells."""
        return self.today is not None and abs(self.today - self.day) <= _YESTERDAY

    @property
    def weeks(self) -> str:
        """The four weeks up to the last hold, in words."""
        return f"the last {LATELY.days} days" if self.is_now else f"the {LATELY.days} days up to {self}"

    def __str__(self) -> str:
        return day_in_words(self.day)


def _ended(end: _End) -> str:
    """Say when the log ended, where that is some time ago."""
    if end.today is None or end.is_now or end.today < end.day:
        return ""
    return f"The last hold was on {end}, {(end.today - end.day).days} days ago."


def _typical(held: pd.DataFrame, end: _End) -> str:
    """Say how long each side holds now, or did by the end of the log."""
    curve, is_now = progress(held), end.is_now
    left, right = (_now(held, curve, side, end) for side in SIDES)
    begin, typically = ("Right now", "is") if is_now else (f"By {end}", "was")
    if TYPICALLY in left:
        right = right.replace(f"{TYPICALLY} ", "'s ")
    words = f"{begin} your left side{left}, your right side{right}."
    return words.replace(TYPICALLY, f"'s typical hold {typically}")


def _now(held: pd.DataFrame, curve: pd.DataFrame, side: str, end: _End) -> str:
    """Return the end of a clause on one side: its median, or that it mostly reaches its target, or why neither."""
    last = held.loc[held["side"] == side, "day"].max()
    level = _level(held, curve, side)
    if end.day - last <= _A_WHILE or pd.isna(last):
        return level
    was = level.removeprefix(TYPICALLY).strip() if TYPICALLY in level else f"it{level}"
    return f" was last held on {day_in_words(last)}, typically {was} then"


def _level(held: pd.DataFrame, curve: pd.DataFrame, side: str) -> str:
    """Return what is typical of one side on its last day."""
    held, curve = held[held["side"] == side], curve[curve["side"] == side]
    if held.empty:
        return " has no hold yet"
    last = curve.iloc[-1]
    if last["above_target"]:
        return f"{TYPICALLY} about the target of {_target_s(held):.0f} s, at least {last['low_s']:.0f} s"
    if pd.notna(last["median_s"]):
        return f"{TYPICALLY} {last['median_s']:.0f} s ({last['low_s']:.0f} to {last['high_s']:.0f})"
    lately = latest_balance(held, exercise=held["exercise"].iloc[0]).iloc[0]
    n, reached = (lately[f"n_{last['side']}{which}"] for which in ("", "_reached"))
    if 2 * reached > n:
        return f" reached the target in {reached} of {_count(n, 'hold')}"
    return f" has too few holds to say what is typical ({n})"


def _target_s(held: pd.DataFrame) -> float:
    """Return the last target that was named or reached, in seconds."""
    return held["target_s"].fillna(held["hold_s"].where(held["ended"] == "target")).dropna().iloc[-1]


def _slopes(held: pd.DataFrame) -> str:
    """Say whether holds grow longer, for the sides of which that can be said."""
    found = trend(held, days=TREND_DAYS)
    found = found[found["verdict"] != "not_enough"]
    said = "; ".join(trend_in_words(row) for row in found.itertuples())
    return f"Over the {found['span_days'].max()} days up to the last hold, {said}." if said else ""


def _sides(held: pd.DataFrame, end: _End) -> str:
    """Say which side holds longer, or did by the end of the log."""
    (row,) = latest_balance(held, exercise=held["exercise"].iloc[0]).itertuples()
    return f"Side against side, in {end.weeks}: {balance_in_words(row)}."


def _practised(held: pd.DataFrame, exercise: str, plan: int, today: pd.Timestamp | None) -> str:
    """Say how often one practised, beside the plan, up to today if that is known."""
    days = practice(held, exercise=exercise, plan=plan, today=today)
    last, streak = days.tail(LATELY.days), int(days["streak"].iloc[-1])
    row = f"; {'now ' * (today is not None)}{streak} days in a row" if streak > 1 else ""
    within = f"the last {_count(len(last), 'day')}"
    if today is None:
        within = f"the {_count(len(last), 'day')} up to {day_in_words(last['day'].iloc[-1])}"
    met = int((last["done"] >= last["planned"]).sum())
    done = int((last["done"] > 0).sum())
    whole = f"In {within} you did a whole session on {_count(done, 'day')}"
    return f"{whole}, and met the plan of {plan} a day on {met}{row}."


def _pain(held: pd.DataFrame, exercise: str, end: _End) -> list[str]:
    """Say how pain is now and was before, and how it changed over sessions."""
    months, change = pain_months(held, exercise=exercise), pain_change(held, exercise=exercise)
    said = pain_in_words(months)
    lately = change[change["started_at"] > held["started_at"].max() - LATELY].dropna(subset="change")
    if len(lately):
        lower, higher = (lately["change"] < 0).sum(), (lately["change"] > 0).sum()
        of = f"In {_count(len(lately), 'session')} of {end.weeks} with pain rated before and after"
        said.append(
            f"{of}, it was lower after {lower} and higher after {higher}. "
            f"{_next_day(held, lately)}People begin when it hurts, and it is often less a little later anyway."
        )
    return said


def _next_day(held: pd.DataFrame, change: pd.DataFrame) -> str:
    """Say how the next day's first pain was beside that before each of these sessions, where it was rated."""
    first = held.groupby("day")["pain_before"].first().astype("float64")
    before = change["pain_before"].to_numpy("float64")
    later = first.reindex(change["started_at"].dt.normalize() + pd.Timedelta(days=1)).to_numpy() - before
    n = int((~np.isnan(later)).sum())
    if not n:
        return ""
    lower, higher = (later < 0).sum(), (later > 0).sum()
    rated = f"Of the {n} with a first rating the next day"
    return f"{rated}, that was lower than before in {lower} and higher in {higher}. "


def _spell(held: pd.DataFrame, exercise: str, today: pd.Timestamp | None) -> str:
    """Say so where pain is higher now than the person's own recent level, or was when it was rated last."""
    spells = pain_spells(held, exercise=exercise)
    rated = held.loc[held[["pain_before", "pain_after"]].notna().any(axis=1), "day"].max()
    if spells.empty or spells["end"].iloc[-1] < rated:
        return ""
    begin = spells["begin"].iloc[-1]
    if _End(rated, today).is_now and today - begin < LATELY:
        return f"Since {day_in_words(begin)} pain has been higher than your own recent level."
    until = f"to {day_in_words(rated)}, when it was rated last"
    return f"From {day_in_words(begin)} {until}, pain was higher than your own level before."


def _places(held: pd.DataFrame, end: _End) -> str:
    """Say which places notes mention as hurting, and in how many sessions, now and before."""
    places, last = pain_places(held, exercise=held["exercise"].iloc[0]), held["started_at"].max()
    if places.empty:
        return ""
    now, recent = (places["started_at"] > last - span for span in (LATELY, 2 * LATELY))
    said = f"Notes of {end.weeks} mention {_counted(places[now])}"
    said += f"; of the 28 days before, {_counted(places[recent & ~now])}"
    return f"{said}; earlier, {_counted(places[~recent])}." if not recent.all() else f"{said}."


def _counted(places: pd.DataFrame) -> str:
    """Return the places with the number of sessions whose notes mention them, the most mentioned first."""
    counts = places["place"].value_counts()
    return ", ".join(f"{place} ({_count(n, 'session')})" for place, n in counts.items()) or "no place"


def _count(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
