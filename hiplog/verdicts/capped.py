"""Two sides that nearly always reach their target, in words."""

from typing import Any

from hiplog.counts import counted


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
