"""What a log says, in a handful of plain sentences."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from hiplog import arguments
from hiplog.dates import day_in_words
from hiplog.exercise import EXERCISES, PLAN, RECORD_NOT_ADVICE, SIDES
from hiplog.interchange import Holds
from hiplog.measures.balance import latest
from hiplog.measures.frames import chosen, observed
from hiplog.measures.pain import pain_change, pain_months, pain_spells
from hiplog.measures.practice import practice
from hiplog.measures.progress import progress
from hiplog.measures.trend import trend
from hiplog.places import mentions
from hiplog.verdicts import balance_in_words, pain_in_words, trend_in_words

LATELY = pd.Timedelta(days=28)
TREND_DAYS = 56
TYPICALLY = "'s typical hold is "


@dataclass(frozen=True)
class Summary:
    """Sentences for a person to read: lines in a terminal, a list in a notebook."""

    sentences: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in self.sentences)
        return f"<ul>{items}</ul>"


def summary(holds: Holds, *, exercise: str = "hip_balance", plan: int = PLAN) -> Summary:
    """Say how long each side holds, whether that changes, how the sides compare, how often, and what notes say.

    All of it looks back from the last hold of the log, not from today. The numbers are those of `hiplog.measures`,
    ranges are 95 % intervals.

    Parameters
    ----------
    holds : DataFrame
        Holds; see `hiplog.schema`.
    exercise : str
        Which exercise to sum up.
    plan : int
        Sessions meant per day.

    Returns
    -------
    Summary
        `str()` of it has a sentence a line.

    Raises
    ------
    LogError
        Where there is no such exercise or plan, or a hold breaks a rule of `hiplog.schema`.
    """
    exercise, plan = arguments.exercise("summary", exercise), arguments.plan("summary", plan)
    held = chosen(holds, exercise)
    if held.empty:
        said = [f"There are no holds yet of this exercise: {EXERCISES[exercise].title.lower()}."]
    else:
        said = [_typical(held), _slopes(held), _sides(held), _practised(held, exercise, plan)]
        said += [*_pain(held, exercise), _spell(held, exercise), _places(held)]
    return Summary((*filter(None, said), RECORD_NOT_ADVICE))


def _typical(held: pd.DataFrame) -> str:
    """Say how long each side holds now."""
    curve = progress(held)
    left, right = (_now(held, curve, side) for side in SIDES)
    if TYPICALLY in left:
        right = right.replace(TYPICALLY, "'s ")
    return f"Right now your left side{left}, your right side{right}."


def _now(held: pd.DataFrame, curve: pd.DataFrame, side: str) -> str:
    """Return the end of a clause on one side: its median, or that it mostly reaches its target, or why neither."""
    held, curve = held[held["side"] == side], curve[curve["side"] == side]
    if held.empty:
        return " has no hold yet"
    last = curve.iloc[-1]
    if last["above_target"]:
        return f"{TYPICALLY}about the target of {_target_s(held):.0f} s, at least {last['low_s']:.0f} s"
    if pd.notna(last["median_s"]):
        return f"{TYPICALLY}{last['median_s']:.0f} s ({last['low_s']:.0f} to {last['high_s']:.0f})"
    lately = observed(held[held["day"] > held["day"].max() - LATELY])
    n, reached = len(lately.day), int(lately.reached.sum())
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


def _sides(held: pd.DataFrame) -> str:
    """Say which side holds longer."""
    days = LATELY.days
    words = balance_in_words(next(latest(held, days).itertuples()), days).removesuffix(f" in the last {days} days")
    return f"Side against side, in the last {days} days: {words}."


def _practised(held: pd.DataFrame, exercise: str, plan: int) -> str:
    """Say how often one practised, beside the plan."""
    days = practice(held, exercise=exercise, plan=plan)
    last, streak = days.tail(28), int(days["streak"].iloc[-1])
    row = f"; now {streak} days in a row" if streak > 1 else ""
    met = int((last["done"] >= last["planned"]).sum())
    done = int((last["done"] > 0).sum())
    whole = f"In the last 28 days you did a whole session on {_count(done, 'day')}"
    return f"{whole}, and met the plan of {plan} a day on {met}{row}."


def _pain(held: pd.DataFrame, exercise: str) -> list[str]:
    """Say how pain is now and was before, and how it changed over sessions."""
    months, change = pain_months(held, exercise=exercise), pain_change(held, exercise=exercise)
    said = pain_in_words(months)
    lately = change[change["started_at"] > held["started_at"].max() - LATELY].dropna(subset="change")
    if len(lately):
        lower, higher = (lately["change"] < 0).sum(), (lately["change"] > 0).sum()
        of = f"In {_count(len(lately), 'session')} of the last 28 days with pain rated before and after"
        said.append(
            f"{of}, it was lower after {lower} and higher after {higher}. "
            "People begin when it hurts, and it is often less a little later anyway."
        )
    return said


def _spell(held: pd.DataFrame, exercise: str) -> str:
    """Say so where pain is higher now than the person's own recent level."""
    spells = pain_spells(held, exercise=exercise)
    logged = held.loc[held[["pain_before", "pain_after"]].notna().any(axis=1), "day"]
    if spells.empty or spells["end"].iloc[-1] < logged.max():
        return ""
    return f"Since {day_in_words(spells['begin'].iloc[-1])} pain has been higher than your own recent level."


def _places(held: pd.DataFrame) -> str:
    """Say which places notes mention as hurting, and in how many sessions, now and before."""
    places, end = mentions(held), held["started_at"].max()
    if places.empty:
        return ""
    now, recent = (places["started_at"] > end - span for span in (LATELY, 2 * LATELY))
    said = f"Notes of the last 28 days mention {_counted(places[now])}"
    said += f"; of the 28 days before, {_counted(places[recent & ~now])}"
    return f"{said}; earlier, {_counted(places[~recent])}." if not recent.all() else f"{said}."


def _counted(places: pd.DataFrame) -> str:
    """Return the places with the number of sessions whose notes mention them, the most mentioned first."""
    counts = places["place"].value_counts()
    return ", ".join(f"{place} ({_count(n, 'session')})" for place, n in counts.items()) or "no place"


def _count(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
