# ruff: noqa: RUF001  (signs that look alike stand in some languages)
"""What lines say of pain before and after: the two stay apart in every language, or the words stay a note."""

import pytest

import hiplog


def pains(line):
    """Return the pain before and after, and the notes, of two holds whose line goes on."""
    text = f"2026-03-01\nleft 40 s, right 41 s. {line}\n\n2026-03-02\nleft 42 s, right 43 s\n"
    holds = hiplog.read_log(text.encode(), name="hip balance.txt").holds
    assert holds["hold_s"].tolist() == [40, 41, 42, 43]
    both = holds[["pain_before", "pain_after"]].astype(object)
    before, after = both.where(both.notna(), None).iloc[0]
    return (before, after), "; ".join(holds["note"].dropna().unique())


@pytest.mark.parametrize(
    "line",
    [
        "Pain (0-10): 4 before, 2 after",
        "Pain (before): 4, after 2",
        "Pain (NRS 0-10) 4 before, 2 after",
        "Pain four before, two after",
        "Pain before: four out of ten, after: two out of ten",
        "pain b4 4, aft 2",
        "Hip hurt 4 out of 10 before and 2 after",
        "before I began the pain was 4, after 2",
        "Schmerz (vorher): 4, nachher 2",
        "Schmerz vorher vier, nachher zwei",
        "Pijn voor 4, na 2",
        "Smerte før 4, efter 2",
        "douleur av 4, ap 2",
        "Ağrı önce 4, sonra 2",
        "боль до 4, после 2",
        "痛み(前):4、痛み（後）：2",
    ],
)
def test_a_pain_before_and_one_after_are_told_apart(line):
    assert pains(line) == ((4, 2), "")


@pytest.mark.parametrize(
    "line",
    [
        "Pain (0-100): 30 before, 20 after",
        "Pain (10-0): 4 before, 2 after",
        "pain before one set",
        "pain in one knee, after two sets",
        "The left hip hurt a little, the right did not hurt at all, 0 before and 0 after",
    ],
)
def test_words_that_tell_no_pain_of_both_sides_by_its_moment_stay_a_note(line):
    said, note = pains(line)
    assert said == (None, None)
    assert note


def test_a_pain_that_lasted_days_is_refused_and_not_lost():
    text = "2026-03-01\nleft 40 s, right 41 s. pain for 3 days\n"
    assert hiplog.read_log(text.encode(), name="hip balance.txt").rejected["text"].tolist() == ["3 days"]


def test_the_letters_of_a_legend_tell_the_pain_before_and_after():
    lines = [
        "L = left hip, R = right hip. b/a = pain before / after.",
        "2026-06-22  L 55 (b4 a2)  R 68 (b1 a0)",
    ]
    holds = hiplog.read_log("\n".join(lines).encode(), name="hip balance.txt").holds
    assert holds[["hold_s", "pain_before", "pain_after"]].to_numpy().tolist() == [[55, 4, 2], [68, 1, 0]]


@pytest.mark.parametrize("legend", ["b = good day, a = bad day", "b = pain before"])
def test_letters_of_which_no_legend_tells_both_moments_are_no_pain(legend):
    text = f"{legend}\n2026-06-22 left 55, right 68, b4 a2\n2026-06-23 left 55, right 68\n"
    holds = hiplog.read_log(text.encode(), name="hip balance.txt").holds
    assert holds["pain_after"].isna().all()
