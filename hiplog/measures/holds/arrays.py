"""The holds of one exercise as arrays: made once of a frame, and then walked over and fitted without it."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from hiplog.exercise import SIDES
from hiplog.measures.frames import day_number
from hiplog.measures.holds.censoring import aimed_at, censored, reached_target
from hiplog.measures.holds.order import place
from hiplog.measures.holds.selection import is_fitted


class Arrays(NamedTuple):
    """Holds of one exercise by time, an array for each thing that is known of them."""

    day: np.ndarray  # days since 1970
    session: np.ndarray  # a number, growing in the order in which they begin
    side: np.ndarray  # 0 left, 1 right
    is_fitted: np.ndarray  # no slip, and all of its seconds were seen
    hold_s: np.ndarray
    log_s: np.ndarray  # of the seconds that it lasted at least
    censored: np.ndarray
    reached: np.ndarray  # as long as its target
    aimed_s: np.ndarray  # NaN where no target is known
    place: np.ndarray  # -0.5 where the side was the session's first, 0.5 the second, 0 not known
    opens: np.ndarray  # the first hold of a session of both sides in a known order
    in_pain: np.ndarray  # pain ended it
    interrupted: np.ndarray
    pain_before: np.ndarray  # NaN where not asked
    pain_after: np.ndarray


def arrays_of(held: pd.DataFrame) -> Arrays:
    """Return holds of one exercise, as `hiplog.measures.holds.selection.chosen` returns them, as arrays."""
    session = pd.factorize(held["session_id"])[0]
    is_right, ended, fitted = (held["side"] == "right").to_numpy(), held["ended"], is_fitted(held)
    where = place(held, session, is_right)
    opens = fitted & (where < 0)
    opens[opens] = ~pd.Series(session[opens]).duplicated().to_numpy()
    return Arrays(
        day=day_number(held["day"]),
        session=session,
        side=is_right.astype("int64"),
        is_fitted=fitted,
        hold_s=held["hold_s"].to_numpy(),
        log_s=np.log(held["least_s"].to_numpy()),
        censored=censored(held),
        reached=reached_target(held),
        aimed_s=aimed_at(held).to_numpy(),
        place=where,
        opens=opens,
        in_pain=ended.eq("pain").to_numpy(dtype=bool),
        interrupted=ended.eq("interrupted").to_numpy(dtype=bool),
        pain_before=held["pain_before"].to_numpy("float64", na_value=np.nan),
        pain_after=held["pain_after"].to_numpy("float64", na_value=np.nan),
    )


def highest_of_sides(held: Arrays, values: np.ndarray) -> np.ndarray:
    """Return the highest of the holds' values of each session and side, NaN where there is none.

    Its shape is (sessions, sides); a session without any of these holds has a row too.
    """
    highest = np.full((held.session.max(initial=-1) + 1, len(SIDES)), np.nan)
    np.fmax.at(highest, (held.session, held.side), values)
    return highest


def between(held: Arrays, first: int, last: int) -> Arrays:
    """Return the holds from one day to another, both counted."""
    begin, end = np.searchsorted(held.day, [first, last + 1])
    return Arrays(*(values[begin:end] for values in held))
