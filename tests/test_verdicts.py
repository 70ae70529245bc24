"""The words of each verdict, of literal rows: no number here comes from a fit."""

from types import SimpleNamespace

import pandas as pd
import pytest

from hiplog.measures.holds.selection import nothing_in_words
from hiplog.verdicts.comparison import compare_in_words, needed_in_words, not_compared_in_words
from hiplog.verdicts.pain import known_in_words, pain_in_short, pain_in_words, pain_level
from hiplog.verdicts.practice import met_in_words, practised_in_words
from hiplog.verdicts.sides import balance_in_short, balance_in_words, balance_of_old, balance_rests_on
from hiplog.verdicts.span import span_in_words
from hiplog.verdicts.trend import trend_in_short, trend_in_words
from hiplog.verdicts.typical import (
    sides_in_short,
    single_in_words,
    target_changed_in_words,
    typical_in_words,
    typical_seconds,
)

COUNTS = dict.fromkeys(["n_left", "n_right"], 20) | dict.fromkeys(
    ["n_left_censored", "n_right_censored", "n_left_reached", "n_right_reached"], 0
)

SEEN = {"at_other_order": False, "seen_first_s": 120.0, "seen_second_s": 120.0}
COUNTED = [f"{what}_{n}" for what in ("days", "sessions") for n in ("first", "second")]


def balance_row(verdict, balance_pct=None, low_pct=None, high_pct=None, **counts):
    given = {"verdict": verdict, "balance_pct": balance_pct, "low_pct": low_pct, "high_pct": high_pct}
    order = {"at_equal_order": False, "first_side": "right", "n_first": 11, "n_ordered": 20, "unseen_pct": 9.6}
    return SimpleNamespace(**COUNTS | given | order | counts)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            balance_row("right_longer", 17.4, 5.6, 28.2),
            "right longer: left was 17 % shorter (likely 6 to 28 %)",
        ),
        (
            balance_row("left_longer", -17.4, -28.2, -5.6),
            "left longer: right was 17 % shorter (likely 6 to 28 %)",
        ),
        (
            balance_row("left_longer_less_clearly", -9.0, -20.2, 2.6),
            "left longer, less clearly than before: right was 9 % "
            "shorter (likely from right 20 % shorter to left 3 % shorter)",
        ),
        (
            balance_row("right_slightly_longer", 5.0, 1.0, 9.0),
            "right slightly longer: left was 5 % shorter (likely 1 to 9 %)",
        ),
        (
            balance_row("left_longer", -9.8, -19.3, -0.3),
            "left longer: right was 10 % shorter (likely under 1 to 19 %)",
        ),
        (
            balance_row("about_even", 1.0, -4.0, 6.0),
            "about even (likely from right 4 % shorter to left 6 % shorter)",
        ),
        (balance_row("about_even", 5.0, 0.0, 9.0), "about even (likely left 0 to 9 % shorter)"),
        (balance_row("about_even", 0.0, 0.0, 0.0), "about even (within 1 % of even)"),
        (balance_row("about_even", 0.0, -0.4, 0.3), "about even (within 1 % of even)"),
        (
            balance_row("about_even", 0.0, -0.6, 0.3),
            "about even (likely from right 1 % shorter to left 0 % shorter)",
        ),
        (
            balance_row("no_clear_difference", 5.0, -4.0, 16.0),
            "no clear difference (likely from right 4 % shorter to left "
            "16 % shorter; a difference under 10 % could not be told "
            "from chance)",
        ),
        (
            balance_row("no_clear_difference", 8.0, 0.0, 16.0),
            "no clear difference (likely left 0 to 16 % shorter; a difference under 10 % could not be told "
            "from chance)",
        ),
        (
            balance_row("no_clear_difference", -8.0, -16.0, 0.0),
            "no clear difference (likely right 0 to 16 % shorter; a "
            "difference under 10 % could not be told from chance)",
        ),
        (
            balance_row("no_clear_difference", 9.0, 2.0, 16.0),
            "not certain enough to say the sides differ (likely left 2 to 16 % shorter; "
            "even sides look so by chance one time in 20)",
        ),
        (
            balance_row("no_clear_difference", -9.0, -16.0, -2.0),
            "not certain enough to say the sides differ (likely right 2 to 16 % shorter; "
            "even sides look so by chance one time in 20)",
        ),
        (
            balance_row("right_longer_at_least", bound_pct=12.4, n_right=18, n_right_reached=17),
            "right reached the target in 17 of 18 holds, left was at least 12 % shorter",
        ),
        (
            balance_row("left_longer_at_least", bound_pct=-12.4, n_left=18, n_left_reached=18),
            "left reached the target in 18 of 18 holds, right was at least 12 % shorter",
        ),
        (
            balance_row("both_reached", n_left=9, n_left_reached=9, n_right=8, n_right_reached=8),
            "both sides reached the target every time: left in 9 of 9 holds, right in 8 of 8",
        ),
        (
            balance_row("about_even", 1.0, -4.0, 6.0, n_first=12),
            "about even (likely from right 4 % shorter to left 6 % "
            "shorter); right was held first in 12 of 20 sessions",
        ),
        (
            balance_row("about_even", 1.0, -4.0, 6.0, n_first=20),
            "about even (likely from right 4 % shorter to left 6 % shorter); right was always held first",
        ),
        (
            balance_row("about_even", 1.0, -4.0, 6.0, n_first=20, at_equal_order=True),
            "about even (likely from right 4 % shorter to left 6 % shorter)",
        ),
        (
            balance_row("about_even", 1.0, -4.0, 6.0, first_side=None, n_first=0, n_ordered=0),
            "about even (likely from right 4 % shorter to left 6 % shorter)",
        ),
        (balance_row("not_enough", n_left=0), "not enough to tell: no hold on the left"),
        (balance_row("not_enough", n_right=1), "not enough to tell: only 1 hold on the right"),
        (
            balance_row("not_enough", n_left=2, n_right=4),
            "not enough to tell: only 2 holds on the left, only 4 holds on the right",
        ),
        (balance_row("not_enough", n_left=5, n_right=5), "not enough to tell: holds on too few days"),
        (
            balance_row("not_enough", n_left=9, n_left_censored=6, n_left_reached=5),
            "not enough to tell: left reached the target in 5 of 9 holds",
        ),
        (
            balance_row("not_enough", n_right=9, n_right_censored=5),
            "not enough to tell: right was interrupted in 5 of 9 holds",
        ),
    ],
)
def test_a_balance_is_said_with_its_range_or_why_there_is_none(row, words):
    assert balance_in_words(row) == words


def trend_row(verdict, slope=2.04, low=0.96, high=3.12, **levels):
    given = {"side": "left", "slope_s_per_week": slope, "low_s_per_week": low, "high_s_per_week": high}
    given |= {
        "day": pd.Timestamp("2026-11-26"),
        "early": pd.Timestamp("2026-08-07"),
        "early_s": 40.2,
        "lately_s": 75.1,
    }
    given |= {"pause_days": 21, "resumed": pd.Timestamp("2026-11-06")}
    given |= {"before_pause_s": float("nan"), "since_pause_s": 70.4}
    given |= {"from_s": 60.4, "to_s": 75.6} | dict.fromkeys(["seen_from_s", "seen_to_s", "seen_early_s"], 120.0)
    return SimpleNamespace(verdict=verdict, **given | levels)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            trend_row("longer"),
            "left holds grew longer, by 2.0 s a week (between +1.0 and +3.1 s a week), from about 1:00 to 1:16",
        ),
        (
            trend_row("shorter", -2.04, -3.12, -0.96),
            "left holds grew shorter, by 2.0 s a week (between -3.1 and -1.0 s a week), from about 1:00 to 1:16",
        ),
        (
            trend_row("longer_less_clearly", 1.0, -0.04, 2.04),
            "left holds grew longer, less clearly than before, by 1.0 s a week (between -0.04 and +2.0 s a week), "
            "from about 1:00 to 1:16",
        ),
        (
            trend_row("shorter_over_a_pause", -3.0, -4.0, -2.0, before_pause_s=90.3, since_pause_s=70.4),
            "left holds were shorter after the pause of 21 days up to 5 Nov 2026 (1:30 before, 1:10 since); "
            "that they grow shorter is not clear",
        ),
        (
            trend_row("longer_over_a_pause"),
            "left holds were longer after the pause of 21 days up to 5 Nov 2026; "
            "that they grow longer is not clear",
        ),
        (
            trend_row("longer_until_lately"),
            "left holds grew longer before the last 28 days, until when is not known: on a line from about 0:40 "
            "on 7 Aug 2026, and about 1:15 in the 28 days since, with no clear change in these",
        ),
        (
            trend_row("longer_then_shorter"),
            "left holds grew longer before the last 28 days, until when is not known: on a line from about 0:40 "
            "on 7 Aug 2026, and about 1:15 in the 28 days since, growing shorter in these",
        ),
        (
            trend_row("longer_then_perhaps_shorter"),
            "left holds grew longer before the last 28 days, until when is not known: on a line from about 0:40 "
            "on 7 Aug 2026, and about 1:15 in the 28 days since, perhaps growing shorter in these",
        ),
        (
            trend_row("longer_lately_unknown"),
            "left holds grew longer, by 2.0 s a week (between +1.0 and +3.1 s a week), from about 1:00 to 1:16; "
            "the last 28 of these alone do not tell",
        ),
        (
            trend_row("no_clear_change", 0.5, -1.0, 2.0),
            "no clear change on the left (between -1.0 and +2.0 s a week; a change under 1.5 s a week could not "
            "be told from chance)",
        ),
        (
            trend_row("no_clear_change", 0.5, -1.0, 2.0, before_pause_s=68.3),
            "no clear change on the left (between -1.0 and +2.0 s a week; a change under 1.5 s a week could "
            "not be told from chance; 1:08 before, 1:10 since the pause of 21 days up to 5 Nov 2026)",
        ),
        (
            trend_row("no_clear_change", 0.5, -1.0, 2.0, before_pause_s=float("nan"), pause_days=0),
            "no clear change on the left (between -1.0 and +2.0 s a week; a change under 1.5 s a week could not "
            "be told from chance)",
        ),
        (
            trend_row("no_clear_change", 0.5, 0.0, 0.05),
            "no clear change on the left (between +0.00 and +0.1 s a week; "
            "a change under 0.03 s a week could not be told from chance)",
        ),
        (
            trend_row("no_clear_change", -0.5, -1.0, 0.0),
            "no clear change on the left (between -1.0 and +0.00 s a week; "
            "a change under 0.5 s a week could not be told from chance)",
        ),
        (
            trend_row("no_clear_change", 1.5, 1.0, 2.0),
            "not certain enough to say that left holds grow longer (between +1.0 and +2.0 s a week; "
            "level holds look so by chance one time in 20)",
        ),
        (trend_row("no_clear_change", 0.0, 1e-9, 2e-9), "no change at all on the left"),
        (
            trend_row("no_clear_change", -1.5, -2.0, -1.0),
            "not certain enough to say that left holds grow shorter (between -2.0 and -1.0 s a week; "
            "level holds look so by chance one time in 20)",
        ),
        (
            trend_row("longer", 21.8, 15.0, 28.0, to_s=120.0),
            "left holds grew longer, from about 1:00 to 2:00 or longer",
        ),
        (
            trend_row("shorter_lately_unknown", -21.8, -28.0, -15.0, from_s=120.0),
            "left holds grew shorter, from about 2:00 or longer to 1:16; the last 28 of these alone do not tell",
        ),
        (
            trend_row("longer_less_clearly", 1.0, -0.04, 2.04, from_s=90.0, to_s=120.0, seen_from_s=90.0),
            "left holds grew longer, less clearly than before, from about 1:30 or longer to 2:00 or longer",
        ),
        (
            trend_row("longer", from_s=120.0, to_s=120.0),
            "left holds grew longer, about 2:00 or longer throughout",
        ),
        (
            trend_row("no_clear_change", 0.5, -1.0, 2.0, to_s=120.0),
            "no clear change on the left (as far as it was seen, up to 2:00)",
        ),
        (
            trend_row("no_clear_change", 1.5, 1.0, 2.0, from_s=120.0),
            "no clear change yet on the left (as far as it was seen, up to 2:00)",
        ),
        (
            trend_row("longer_until_lately", early_s=90.0, seen_early_s=90.0, lately_s=120.0),
            "left holds grew longer before the last 28 days, until when is not known: on a line from about "
            "1:30 or longer on 7 Aug 2026, and about 2:00 or longer in the 28 days since, with no "
            "clear change in these",
        ),
        (
            trend_row("longer", **dict.fromkeys(["seen_from_s", "seen_to_s", "seen_early_s"], float("nan"))),
            "left holds grew longer, by 2.0 s a week (between +1.0 and +3.1 s a week), from about 1:00 to 1:16",
        ),
    ],
)
def test_a_trend_is_said_with_its_range(row, words):
    assert trend_in_words(row) == words


def typical_row(verdict, **values):
    given = {"median_s": 65.4, "low_s": 60.4, "high_s": 71.6, "n": 28, "n_reached": 20}
    given |= {"target_s": 120.0, "seen_s": 120.0}
    return SimpleNamespace(verdict=verdict, **given | values)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (typical_row("known"), "was typically held for 1:05 (1:00 to 1:12)"),
        (
            typical_row("known", median_s=119.6, low_s=116.0, high_s=124.0),
            "was typically held for 1:59 (1:56 to beyond 2:00)",
        ),
        (typical_row("known", median_s=60.0, low_s=60.0, high_s=60.0), "was typically held for 1:00 each time"),
        (
            typical_row("known", median_s=60.3, low_s=60.1, high_s=60.4),
            "was typically held for 1:00 (within a second of 1:00)",
        ),
        (
            typical_row("above_target", median_s=131.0, low_s=98.4, high_s=150.0),
            "was typically held for about 2:00 or longer (1:38 to beyond 2:00)",
        ),
        (
            typical_row("above_target", median_s=141.0, low_s=131.0, high_s=150.0),
            "was typically held for about 2:00 or longer (beyond 2:00)",
        ),
        (
            typical_row("known", median_s=131.0, low_s=125.0, high_s=137.0, seen_s=140.0),
            "was typically held for 2:11 (2:05 to 2:17)",
        ),
        (typical_row("reached"), "reached the target in 20 of 28 holds"),
        (typical_row("reached", n=1, n_reached=1), "reached the target in 1 of 1 hold"),
        (typical_row("not_enough", n=3), "has too few holds to say what is typical (3)"),
    ],
)
def test_what_is_typical_is_said_as_far_as_it_is_known(row, words):
    assert typical_in_words(row) == words


def test_the_seconds_that_are_typical_can_be_said_alone():
    assert typical_seconds(typical_row("known")) == "1:05 (1:00 to 1:12)"


def months(*rows):
    names = ["end", "n", "median_pain", "change", "low_pain", "high_pain", "verdict"]
    frame = pd.DataFrame(rows, columns=names).assign(n_days=28)
    return frame.astype(dict.fromkeys(names[3:6], float)).assign(end=pd.to_datetime(frame["end"]))


NOW = "A day's first pain was typically 3 of 10 (20 days) in the 28 days up to 4 Mar 2026"


OWN = "than before: your own earlier months would have it between"
OFTEN = "Logs are often begun when it hurts most, so a fall in the first months says little."


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ((-1.5, 3.0, 6.04, "lower"), [f"That is lower {OWN} 3.0 and 6.0."]),
        ((0.5, 1.0, 2.04, "higher"), [f"That is higher {OWN} 1.0 and 2.0."]),
        ((-1.5, None, None, "not_enough"), [OFTEN]),
        ((0.0, None, None, "not_enough"), []),
    ],
)
def test_pain_is_said_beside_the_month_before_and_the_persons_own_months(now, said):
    change, low, high, verdict = now
    earlier = ("2026-02-04", 1, 3.0 - change, None, None, None, "not_enough")
    rows = months(earlier, ("2026-03-04", 20, 3.0, change, low, high, verdict))
    before = f"; in the 28 days before that {3 - change:g} (1 day)"
    assert pain_in_words(rows) == [f"{NOW}{before}.", *said]


def test_of_more_pain_that_is_over_it_is_not_said_that_logs_are_begun_when_it_hurts():
    pains = [2.0, 5.0, 2.0]
    rows = months(
        *((f"2026-{nth}-04", 20, pain, -3.0, None, None, "not_enough") for nth, pain in enumerate(pains, 1))
    )
    assert not any(OFTEN in said for said in pain_in_words(rows))
    assert any(OFTEN in said for said in pain_in_words(rows[1:]))


def test_of_a_young_log_no_days_are_told_that_it_has_not():
    rows = months(("2026-02-28", 6, 5.0, None, None, None, "not_enough"),
                  ("2026-03-28", 20, 5.0, 0.0, None, None, "not_enough")).assign(n_days=[8, 28])  # fmt: skip
    assert pain_in_words(rows)[0].endswith(
        "in the 28 days up to 28 Mar 2026; in the 8 days before that 5 (6 days)."
    )
    assert pain_in_words(rows[:1])[0].endswith("was typically 5 of 10 (6 days) in the 8 days up to 28 Feb 2026.")
    alone = rows[:1].assign(n=1, n_days=1)
    assert pain_in_words(alone)[0] == "A day's first pain was 5 of 10 (1 day) on 28 Feb 2026."


def test_of_sides_that_were_rated_one_by_one_it_is_said_that_the_higher_is_taken():
    rows = months(("2026-03-04", 20, 3.0, None, None, None, "not_enough"))
    said = NOW.replace("first pain", "first pain, the higher of the two sides,")
    assert pain_in_words(rows, of_two=True) == [f"{said}."]


def test_of_less_pain_than_at_first_it_is_said_that_it_says_little_also_a_year_later():
    pains = [5.0, *[2.0] * 11, 1.0]
    rows = months(
        *((f"2026-{nth % 12 + 1:02}-04", 20, pain, 0.0, 1.0, 3.0, "as_before") for nth, pain in enumerate(pains))
    )
    assert pain_in_words(rows)[1:] == [OFTEN]
    assert pain_in_words(rows[1:])[1:] == []  # a point is no fall


def test_a_first_month_of_pain_has_none_before_it_and_no_pain_has_no_words():
    assert pain_in_words(months(("2026-03-04", 20, 3.0, None, None, None, "not_enough"))) == [f"{NOW}."]
    once = months(("2026-03-04", 1, 3.0, None, None, None, "not_enough"))
    assert pain_in_words(once) == ["A day's first pain was 3 of 10 (1 day) in the 28 days up to 4 Mar 2026."]
    assert pain_in_words(months()) == []


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        ([(10, 2.0)], "the 28 days before that: 2"),
        ([(10, 2.0), (0, None), (0, None)], "the first 28 days: 2"),
        ([(3, 1.0), (20, 2.0), (6, 1.0)], "the 28 days up to 4 Feb 2026: 2"),
        (
            [(3, 1.0), (9, 5.0), (20, 2.0), (6, 1.0)],
            "the 28 days up to 4 Mar 2026: 2, about as earlier on: 5 (up to 4 Feb 2026)",
        ),
        ([(3, 1.0)], None),
    ],
)
def test_a_rise_of_pain_is_told_against_days_that_are_named_as_what_they_are(earlier, said):
    rows = [
        (f"2026-{month:02}-04", n, pain, None, None, None, "not_enough")
        for month, (n, pain) in enumerate([*earlier, (18, 6.0)], 1)
    ]
    now = "6 of 10 in July"
    assert pain_level(months(*rows), " in July") == (f"{now}, more than in {said}" if said else now)


@pytest.mark.parametrize(
    ("planned", "done", "said"),
    [
        ([1], [1], "1 of 1 day"),
        ([1, 2], [1, 1], "1 of 2 days"),
        ([1, 0, 2], [1, 0, 1], "1 of 2 days (1 day of pause left out)"),
    ],
)
def test_how_often_a_plan_was_met(planned, done, said):
    assert met_in_words(pd.DataFrame({"planned": planned, "done": done})) == said


DAYS = {"within": "up to 3 Mar 2026", "last": pd.Timestamp("2026-05-04")}


@pytest.mark.parametrize(
    ("attrs", "said"),
    [
        ({}, "no holds yet"),
        ({"asked": "hip_balance", "there_is": {}}, "no holds yet"),
        (
            {"asked": None, "there_is": {"hip_balance": 1200}, **DAYS},
            "no hold up to 3 Mar 2026, but 1,200 on other days, the last on 4 May 2026",
        ),
        (
            {"asked": "hip_balance", "there_is": {"hip_balance": 2}, **DAYS},
            "no hold of hip balancing up to 3 Mar 2026, but 2 on other days, the last on 4 May 2026",
        ),
        (
            {"asked": "hip_balance", "there_is": {"quad_stretch": 1, "hamstring_stretch": 1200}},
            "no hold of hip balancing, but 1 of quad_stretch and 1,200 of hamstring_stretch",
        ),
    ],
)
def test_where_there_is_nothing_it_is_said_what_there_is(attrs, said):
    nothing = pd.DataFrame()
    nothing.attrs = attrs
    assert nothing_in_words(nothing) == said


def test_what_changed_is_told_with_its_range_and_what_did_not_too():
    counts = {"days_first": 28, "days_second": 27, "sessions_first": 30, "sessions_second": 28}
    held = {"what": "typical", "side": "left", "first": 72.0, "second": 84.0, "unit": "%"}
    held |= SEEN
    pain = {
        "what": "pain",
        "side": None,
        "first": 3.6,
        "second": 3.3,
        "unit": "points",
        "of_two": True,
        "at_other_order": False,
    }
    rows = pd.DataFrame(
        [
            held | {"change": 17.0, "low": 8.0, "high": 28.0, "verdict": "higher"},
            held | {"change": 17.0, "low": 8.0, "high": 28.0, "verdict": "higher_as_before"},
            pain | {"change": -0.3, "low": -1.0, "high": 0.3, "verdict": "no_clear_change"},
            held | {"second": 73.0, "change": 4.4, "low": -10.0, "high": 21.0, "verdict": "no_clear_change"},
        ]
    ).assign(**counts)
    assert compare_in_words(rows)[:-1] == [
        "28 days (30 sessions) are compared with 27 days (28 sessions), by each day's first holds.",
        "Left holds were typically 1:12 and 1:24: higher by 17 % (+8 to +28 %).",
        "Left holds were typically 1:12 and 1:24: higher by 17 % (+8 to +28 %), but perhaps on that way before.",
        "A day's first pain, the higher of the two sides, was 3.6 and 3.3 on average: no clear change (-1.0 to "
        "+0.3 points; under 0.7 may be chance).",
        "Left holds were typically 1:12 and 1:13: no clear change (-10 to +21 %; under 16 may be chance).",
        "Only the left side was held.",
    ]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("reached", "Left reached the target on 72 and 84 % of days"),
        ("balance", "Right holds were 125 and 90 % of left holds"),
        ("pain_next_day", "Pain on the day after a session was 72.0 and 84.0 on average"),
        ("practice", "A whole session was done on 72 and 84 % of days"),
    ],
)
def test_each_number_that_is_compared_has_its_words(what, said):
    first, second = (20.0, -10.0) if what == "balance" else (72.0, 84.0)
    row = SEEN | {"what": what, "side": None, "first": first, "second": second, "unit": "%", "verdict": "lower"}
    row |= {"side": "left"} if what == "reached" else {}
    row |= {"change": -3.0, "low": -5.0, "high": -1.0} | dict.fromkeys(COUNTED, 20)
    told = compare_in_words(pd.DataFrame([row]))[1]
    assert told.partition(": ")[0] == said


@pytest.mark.parametrize(
    ("what", "first", "low", "high", "said"),
    [
        ("reached", 4.0, -11.2, 9.0, "(-4 to +9 points"),
        ("practice", 54.0, 30.0, 62.0, "(+30 to +46 points)"),
        ("pain", 9.5, -0.6, 1.4, "(-0.6 to +0.5 points"),
    ],
)
def test_a_range_beside_the_number_that_it_starts_from_claims_nothing_impossible(what, first, low, high, said):
    row = SEEN | {"what": what, "side": "left", "first": first, "second": first + 0.2, "unit": "points"}
    row |= {"change": 0.2, "low": low, "high": high, "verdict": "no_clear_change", "of_two": False}
    assert said in compare_in_words(pd.DataFrame([row | dict.fromkeys(COUNTED, 20)]))[1]


def test_what_cannot_be_compared_is_said():
    row = {"what": "typical", "side": "left", "verdict": "not_enough"} | dict.fromkeys(COUNTED, 3)
    assert compare_in_words(pd.DataFrame([row])) == [
        "3 days (3 sessions) are compared with 3 days (3 sessions), by each day's first holds.",
        "That is not enough to tell: each part needs 14 days with a hold.",
    ]
    needs = "a side 7 days, and 5 holds that ended before the target"
    assert needed_in_words(pd.DataFrame([row | dict.fromkeys(COUNTED, 14)])).endswith(f"with a hold; {needs}")
    assert compare_in_words(pd.DataFrame()) == ["There are no holds to compare."]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (("no_clear_change", 4.4, 0.4, 8.4), "perhaps higher, not sure (+0 to +8 %)"),
        (("no_clear_change", -4.4, -8.4, -0.6), "perhaps lower, not sure (-8 to -1 %)"),
        (("no_clear_change", 0.1, -0.2, 0.3), "no change"),
        (
            ("lower_as_before", -4.4, -8.4, -0.6),
            "lower by 4 % (-8 to -1 %), but perhaps on that way before",
        ),
        (("all_alike", 30.0, None, None), "days so alike do not tell how sure a change is"),
    ],
)
def test_a_change_is_said_with_how_sure_it_is(numbers, words):
    row = dict(zip(("verdict", "change", "low", "high"), numbers, strict=True)) | dict.fromkeys(COUNTED, 20)
    held = SEEN | {"what": "typical", "side": "left", "first": 72.0, "second": 84.0, "unit": "%"}
    assert compare_in_words(pd.DataFrame([held | row]))[1] == f"Left holds were typically 1:12 and 1:24: {words}."


@pytest.mark.parametrize(
    ("verdict", "levels", "words"),
    [
        ("higher", (72.0, 120.0), "1:12 and 2:00 or longer: higher, how much was not seen"),
        (
            "higher_as_before",
            (72.0, 120.0),
            "1:12 and 2:00 or longer: higher, how much was not seen, but perhaps on that way before",
        ),
        ("lower", (120.0, 84.0), "2:00 or longer and 1:24: lower, how much was not seen"),
        ("no_clear_change", (110.0, 120.0), "1:50 and 2:00 or longer: perhaps higher, not sure"),
    ],
)
def test_of_a_change_beyond_the_target_no_number_is_said(verdict, levels, words):
    row = SEEN | {"what": "typical", "side": "left", "unit": "%", "verdict": verdict} | dict.fromkeys(COUNTED, 20)
    row |= {"change": 70.0, "low": 40.0, "high": 110.0} | dict(zip(("first", "second"), levels, strict=True))
    assert compare_in_words(pd.DataFrame([row]))[1] == f"Left holds were typically {words}."


def test_where_neither_level_was_seen_no_clear_change_is_one_as_far_as_that_goes():
    row = SEEN | {"what": "typical", "side": "left", "unit": "%", "verdict": "no_clear_change"}
    row |= {"first": 120.0, "second": 120.0, "change": 7.0, "low": -40.0, "high": 110.0} | dict.fromkeys(
        COUNTED, 20
    )
    said = "2:00 or longer and 2:00 or longer: no clear change as far as it was seen."
    assert compare_in_words(pd.DataFrame([row]))[1] == f"Left holds were typically {said}"


def test_what_is_not_compared_is_named_with_what_it_needs():
    names = [("typical", "left"), ("balance", None), ("practice", None), ("pain", None), ("pain_next_day", None)]
    rows = pd.DataFrame(names, columns=["what", "side"]).assign(verdict="not_enough")
    rows = pd.concat([rows, pd.DataFrame({"what": ["reached"], "side": ["right"], "verdict": ["other_target"]})])
    rows = rows.assign(**dict.fromkeys(COUNTED, 20))
    of = "left holds, one side against the other, days practised, pain, pain on the day after"
    needs = (
        "each part needs 14 days with a hold; a side 7 days, and 5 holds that ended before the target; both sides "
        "8 sessions; pain 14 days with a hold or a rating, 7 of them with a rating"
    )
    target = "The target is not the same throughout, so how often it was reached is not compared."
    assert not_compared_in_words(rows) == [f"Not enough to tell of {of}: {needs}.", target]
    assert not_compared_in_words(rows, brief=True) == [f"Not enough to tell of {of}.", target]


def test_it_is_said_how_far_single_holds_lie_from_the_typical_one():
    left = typical_row("known", side="left", single_low_s=78.2, single_high_s=110.4, factor=1.49)
    right = typical_row("known", side="right", single_low_s=87.3, single_high_s=137.0, factor=1.53)
    none = typical_row("known", side="right", factor=float("nan"))
    alike = typical_row("known", side="right", low_s=60.0, high_s=60.0, factor=1.0)
    assert single_in_words([left, right]) == (
        "About 19 of 20 holds lay on the left between 1:18 and 1:50 and on the right over 1:27. Even if "
        "nothing changes, one left hold may last 1.5 times as long as another, one right hold 1.5 times."
    )
    assert single_in_words([left, none]).endswith(
        "Even if nothing changes, one left hold may last 1.5 times as long as another."
    )
    assert single_in_words([none]) == single_in_words([alike]) == ""


@pytest.mark.parametrize(
    ("pain", "session", "said"),
    [
        ([3, None, None], [True, True, False], "; on 1 of the 2 others there was no hold"),
        ([3, None, None], [True, False, False], "; on the 2 others there was no hold"),
        ([3, None, None], [True, True, True], "; on the 2 others there was a hold, and no such rating"),
        ([3, None], [True, False], "; on the other one there was no hold"),
        ([3, None], [True, True], "; on the other one there was a hold, and no such rating"),
    ],
)
def test_of_days_without_pain_it_is_told_whether_there_was_a_hold(pain, session, said):
    days = pd.DataFrame({"pain": pd.array(pain, dtype="Float64"), "session": session})
    assert known_in_words(days) == f"A day's first pain is known for 1 of {len(days)} days{said}"


@pytest.mark.parametrize(
    ("planned", "done", "said"),
    [
        ([1, 1, 1], [1, 0, 2], "Plan met on 2 of 3 days"),
        ([2, 2, 2], [1, 1, 0], "Practised on 2 of 3 days; the plan of 2 a day met on none"),
        ([2, 0, 2], [1, 0, 2], "Practised on 2 of 2 days (1 day of pause left out); the plan of 2 a day met on 1"),
        ([1, 1], [0, 0], "No whole session in 2 days"),
        ([1, 0], [0, 0], "No whole session in 1 day (1 day of pause left out)"),
        ([0, 0], [0, 0], "Nothing but pause on 2 days"),
        ([0], [0], "Nothing but pause on 1 day"),
        ([2, 3, 3], [1, 3, 1], "Practised on 3 of 3 days; the plan of 2 a day (3 from 5 Mar 2026) met on 1"),
        ([1, 2, 3], [1, 1, 1], "Practised on 3 of 3 days; the plan of 1 to 2 a day (3 from 6 Mar 2026) met on 1"),
    ],
)
def test_practice_that_falls_short_of_the_plan_is_said_before_the_plan(planned, done, said):
    day = pd.date_range("2026-03-04", periods=len(planned))
    assert practised_in_words(pd.DataFrame({"day": day, "planned": planned, "done": done})) == said


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        ([1, 1, 1], "Plan met on 3 of the last 3 days"),
        ([1, 0, 1], "Plan met on 2 of 2 days (the last 3 days less 1 day of pause)"),
    ],
)
def test_of_the_last_days_it_is_said_that_they_are(planned, said):
    assert practised_in_words(pd.DataFrame({"planned": planned, "done": planned}), span="the last 3 days") == said


@pytest.mark.parametrize(
    ("n", "today", "said"),
    [
        (28, None, "the 28 days up to 4 Mar 2026"),
        (28, "2026-03-04", "the last 28 days"),
        (28, "2026-03-05", "the last 28 days"),
        (28, "2026-03-06", "the 28 days up to 4 Mar 2026"),
        (1, "2026-03-04", "the one day"),
        (1, None, "the one day up to 4 Mar 2026"),
    ],
)
def test_days_are_the_last_ones_where_they_reach_today_or_yesterday_and_are_named_elsewhere(n, today, said):
    assert span_in_words(n, pd.Timestamp("2026-03-04"), today and pd.Timestamp(today)) == said


@pytest.mark.parametrize(
    ("pains", "said"),
    [
        ([4], ""),
        ([5, 4], ", about as at first: 5 (up to 4 Mar 2026)"),
        ([6, 4], ", at first 6 (up to 4 Mar 2026)"),
        ([5, 2, 4], ", more than in the 28 days before that: 2, about as at first: 5 (up to 4 Mar 2026)"),
        ([2, 4], ", more than in the 28 days before that: 2"),
        ([2, 3.5, 4], ", more than in the first 28 days: 2"),
    ],
)
def test_pain_is_told_with_what_it_was_at_first_and_each_earlier_month_once(pains, said):
    rows = [("2026-03-04", 20, pain, None, None, None, "not_enough") for pain in pains]
    assert pain_in_short(months(*rows), "before sessions") == f"Pain before sessions 4 of 10{said}"


def test_months_before_which_too_little_is_known_are_not_called_the_first():
    rows = [
        ("2026-03-04", n, pain, None, None, None, "not_enough") for n, pain in ((3, 1), (20, 5), (6, 1), (20, 4))
    ]
    assert pain_in_short(months(*rows), "of") == "Pain of 4 of 10, about as earlier on: 5 (up to 4 Mar 2026)"


def test_between_95_and_99_percent_the_title_names_no_side_and_says_what_a_word_needs():
    row = balance_row("no_clear_difference", 9.0, 2.0, 16.0)
    assert balance_in_short(row) == "Not certain enough to say the sides differ"
    assert balance_rests_on(row) == (
        "likely left 2 to 16 % shorter; even sides look so by chance one time in 20, so "
        "a side is called longer only once that is 99 % certain."
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (balance_row("not_enough", n_right=0), "Only the left side was held"),
        (balance_row("not_enough", n_left=2, n_right=4), "Too few holds to compare the sides"),
        (balance_row("not_enough", n_right_reached=5), "Too few holds under the target to compare the sides"),
        (balance_row("both_reached"), "Both sides reached the target every time"),
        (balance_row("right_longer_at_least", bound_pct=12.4), "Left was at least 12 % shorter"),
        (balance_row("about_even", 1.0, -4.0, 6.0), "Both sides held about equally long"),
        (balance_row("no_clear_difference", 5.0, -4.0, 16.0), "No clear difference between the sides"),
        (balance_row("right_longer", 17.4, 5.6, 28.2), "Right held longer: left was 17 % shorter"),
        (
            balance_row("left_slightly_longer", -5.0, -9.0, -1.0),
            "Left held slightly longer: right was 5 % shorter",
        ),
        (
            balance_row("left_longer_less_clearly", -9.0, -20.2, 2.6),
            "Left held longer: right was 9 % shorter, less clearly than before",
        ),
    ],
)
def test_a_balance_is_said_in_a_few_words(row, words):
    assert balance_in_short(row) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            balance_row("both_reached", n_left=9, n_left_reached=9, n_right=8, n_right_reached=8),
            "9 of 9 holds on the left, 8 of 8 on the right. Where both reach the target, a difference cannot "
            "show.",
        ),
        (
            balance_row("not_enough", n_left=0),
            "not enough to tell: no hold on the left. Each side needs 5 holds that ended before the target, on 3 "
            "days.",
        ),
        (
            balance_row("right_longer_at_least", bound_pct=12.4, n_right=18, n_right_reached=17),
            "right reached the target in 17 of 18 holds, left was at least 12 % shorter.",
        ),
        (
            balance_row("no_clear_difference", 5.0, -4.0, 16.0),
            "likely from right 4 % shorter to left 16 % shorter; a "
            "difference under 10 % could not be told from chance.",
        ),
        (
            balance_row("right_longer", 17.4, 5.6, 28.2, n_first=20),
            "likely left 6 to 28 % shorter; right was always held first, "
            "and second holds are often shorter: part of "
            "the difference may be the order.",
        ),
        (
            balance_row("right_longer", 17.4, 5.6, 28.2, first_side="left", n_first=19),
            "likely left 6 to 28 % shorter; left was held first in 19 of 20 sessions, and second holds are often "
            "shorter: at equal order the difference may be larger.",
        ),
        (
            balance_row("right_longer_at_least", bound_pct=12.4, n_right=18, n_right_reached=17, n_first=20),
            "right reached the target in 17 of 18 holds, left was at least 12 % shorter; right was always held "
            "first, and second holds are often shorter: part of the difference may be the order.",
        ),
        (
            balance_row("no_clear_difference", 5.0, -4.0, 16.0, n_first=20),
            "likely from right 4 % shorter to left 16 % shorter; a "
            "difference under 10 % could not be told from chance; right was "
            "always held first.",
        ),
        (
            balance_row("right_longer", 17.4, 5.6, 28.2, n_ordered=0),
            "likely left 6 to 28 % shorter; which side was held first is not known.",
        ),
    ],
)
def test_it_is_said_what_a_balance_rests_on(row, words):
    assert balance_rests_on(row) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("no_clear_change", ""),
        ("longer", "growing longer"),
        ("shorter_lately_unknown", "growing shorter (the last 28 days alone do not tell)"),
        ("longer_less_clearly", "growing longer, less clearly than before,"),
        ("longer_until_lately", "growing longer before, with no clear change"),
        ("longer_then_shorter", "growing shorter"),
        ("shorter_then_perhaps_longer", "growing shorter before, perhaps longer"),
        ("shorter_over_a_pause", "shorter since the pause of 21 days up to 5 Nov 2026 than before it"),
    ],
)
def test_a_trend_is_said_in_a_few_words(verdict, words):
    assert trend_in_short(trend_row(verdict)) == words


KNOWN, REACHED = (vars(typical_row(verdict)) for verdict in ("known", "reached"))
ABOVE = vars(typical_row("above_target", median_s=131.0))
FEW = vars(typical_row("not_enough"))


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (KNOWN, KNOWN | {"median_s": 71.2}, "Left 1:05, right 1:11"),
        (ABOVE, ABOVE, "Both sides about 2:00 or longer"),
        (ABOVE, ABOVE | {"seen_s": 90.0}, "Left about 2:00 or longer, right about 1:30 or longer"),
        (REACHED, REACHED, "Both sides reached 2:00 in 40 of 56 holds"),
        (REACHED, ABOVE, "Left reached 2:00 in 20 of 28 holds, right about 2:00 or longer"),
        (FEW, KNOWN, "Left too few to say, right 1:05"),
        (FEW, FEW, "Too few holds to say what is typical"),
        (None, ABOVE, "Right about 2:00 or longer"),
    ],
)
def test_how_long_both_sides_are_held_is_said_in_a_few_words(left, right, words):
    sides = (("left", left), ("right", right))
    rows = pd.DataFrame([{"side": side, **row} for side, row in sides if row is not None])
    assert sides_in_short(rows) == words


def test_no_typical_hold_is_told_beyond_the_target():
    assert typical_seconds(typical_row("known", high_s=131.0)) == "1:05 (1:00 to beyond 2:00)"


def test_a_target_that_was_changed_on_one_side_is_told_of_that_side():
    holds = pd.DataFrame(
        {
            "started_at": pd.to_datetime(["2026-03-04", "2026-03-04", "2026-03-05", "2026-03-05"]),
            "side": ["left", "right"] * 2,
            "target_s": [60.0, 60.0, 90.0, 60.0],
        }
    )
    said = "was 1:00 before 5 Mar 2026, and 1:30 from then on."
    assert target_changed_in_words(holds) == f"The target on the left {said}"
    assert target_changed_in_words(holds.assign(target_s=[60.0, 60.0, 90.0, 90.0])) == f"The target {said}"
    assert target_changed_in_words(holds[:2]) == ""


@pytest.mark.parametrize(
    ("first", "now", "said"),
    [
        (balance_row("right_longer", 30.0), balance_row("right_longer", 12.0), "30 %"),
        (balance_row("right_longer", 30.0), balance_row("left_longer", -12.0), "left was 30 % shorter"),
        (balance_row("right_longer", 30.0), balance_row("no_clear_difference", 2.0), "left was 30 % shorter"),
        (balance_row("about_even", 1.0), balance_row("right_longer", 12.0), "about even"),
        (
            balance_row("right_longer_at_least", bound_pct=9.0),
            balance_row("about_even"),
            "left was at least 9 % shorter",
        ),
        (balance_row("both_reached"), balance_row("right_longer", 12.0), "both reached the target every time"),
    ],
)
def test_what_the_sides_were_at_first_is_said_in_few_words_beside_now(first, now, said):
    assert balance_of_old(first, now) == said
