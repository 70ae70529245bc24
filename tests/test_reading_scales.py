"""Scales of pain on which 10 is none: turned where that is said, asked about where it may be, and left alone."""

import pytest

import hiplog


def read(text, name="hip.csv", **options):
    return hiplog.read_log(text.encode(), name=name, **options)


def table(header):
    return f'date,left,right,"{header}"\n2026-03-01,40,41,8\n2026-03-02,42,43,3/10\n2026-03-03,42,43,no pain\n'


@pytest.mark.parametrize(
    "header",
    [
        "comfort (0-10, 10 = no pain)",
        "pain (0 = worst, 10 = none)",
        "pain 0-10 (10 is no pain)",
        "pain scale (10 no pain)",
        "pain level (1 = severe, 10 = none)",
        "Schmerz (10 = kein Schmerz)",
        "douleur (10 = aucune douleur)",
        "pain 10-0",
    ],
)
def test_scores_on_which_10_is_no_pain_are_turned_and_that_is_said(header):
    reading = read(table(header))
    assert reading.holds["pain_after"].tolist()[::2] == [2, 7, 0]
    assert "10 is no pain" in repr(reading)


@pytest.mark.parametrize(
    "header",
    [
        "pain (10=best)",
        "pijn (10 = goed)",
        "smärta (10 = bra)",
        "dolore (0 = peggiore)",
        "pain, 10 is good",
        "pain-free score",
        "no pain 0-10",
        "Schmerzfreiheit",
        "pain (0 = worst)",
    ],
)
def test_scores_on_which_10_may_be_no_pain_are_asked_about_and_both_answers_settle_it(header):
    with pytest.raises(hiplog.LogError, match="10 may be no pain in"):
        read(table(header))
    turned = read(table(header), columns={header: "pain 10-0"}).holds["pain_after"]
    plain = read(table(header), columns={header: "pain"}).holds["pain_after"]
    assert [turned.tolist()[::2], plain.tolist()[::2]] == [[2, 7, 0], [8, 3, 0]]


@pytest.mark.parametrize(
    "header",
    [
        "pain",
        "pain 0-10",
        "pain (0 = no pain, 10 = worst imaginable)",
        "pain 0 (no pain) - 10 (worst)",
        "pain (10 = no sleep possible)",
        "0 no pain 10 worst pain",
        "pain (0 = none)",
        "pain (10 = max)",
        "pain from 0 to 10",
        "Schmerz 0-10",
    ],
)
def test_scores_on_which_10_is_the_worst_are_as_they_stand(header):
    reading = read(table(header))
    assert reading.holds["pain_after"].tolist()[::2] == [8, 3, 0]
    assert "10 is no pain" not in repr(reading)


@pytest.mark.parametrize(
    "legend", ["10 = no pain", "pain: 10 = no pain; 0 = worst", "Scale: 0 worst pain; 10 no pain"]
)
@pytest.mark.parametrize("shape", ["{0}\n{1}", "{1}{0}\n", "{1}\n{0}\n"])
def test_a_legend_above_or_below_turns_the_scale(legend, shape):
    assert read(shape.format(legend, table("pain"))).holds["pain_after"].tolist()[::2] == [2, 7, 0]
    rows = "2026-03-01 left 40 s, right 41 s, pain 8\n"
    assert read(f"{legend}\n{rows}", "hip.txt").holds["pain_after"].tolist() == [2, 2]
    assert read(f"{rows}\n{legend}\n", "hip.txt").holds["pain_after"].tolist() == [2, 2]


@pytest.mark.parametrize(
    "legend",
    [
        "0 = no pain; 10 = worst",
        "mood: 10 = none",
        "sleep: 10 = best; pain: 10 = worst",
        "pain by week 10 = none",
        "Pain log of 10 weeks",
        "10 = both",
        "Session 10: no pain",
    ],
)
@pytest.mark.parametrize("shape", ["{0}\n{1}", "{1}\n{0}\n"])
def test_another_legend_turns_no_scale(legend, shape):
    assert read(shape.format(legend, table("pain"))).holds["pain_after"].tolist()[::2] == [8, 3, 0]


@pytest.mark.parametrize("line", ["10: no pain", "pain 10-0", "felt pain, then 10 - 0", "pain after 10: none"])
def test_a_line_among_entries_that_may_be_a_remark_turns_no_scale_and_is_asked_about(line):
    text = f"2026-03-01\nleft 40 s, right 41 s, pain 8\n{line}\n"
    with pytest.raises(hiplog.LogError, match=r"10 may be no pain in 'pain', or the worst"):
        read(text, "hip.txt")
    assert read(text, "hip.txt", columns={"pain": "pain"}).holds["pain_after"].tolist() == [8, 8]
    assert read(text, "hip.txt", columns={"pain": "pain 10-0"}).holds["pain_after"].tolist() == [2, 2]


def test_what_the_caller_says_of_a_scale_wins_over_a_legend():
    text = f"10 = no pain\n{table('pain')}"
    assert read(text, columns={"pain": "pain"}).holds["pain_after"].tolist()[::2] == [8, 3, 0]


def test_a_column_that_says_no_pain_by_a_mark_is_not_asked_about():
    text = "date,left,right,no pain\n2026-03-01,40,41,yes\n2026-03-02,42,43,no\n"
    assert len(read(text).holds) == 4


def test_both_sides_and_both_moments_are_turned():
    text = 'date,left,right,"pain (10 = none)"\n2026-03-01,40,41,L 8 R 7\n2026-03-02,42,43,4 -> 9\n'
    holds = read(text).holds
    assert holds[["pain_before", "pain_after"]].fillna(-1).to_numpy().tolist() == [
        [-1, 2],
        [-1, 3],
        [6, 1],
        [6, 1],
    ]


@pytest.mark.parametrize(
    "header", ["Pain yesterday", "Schmerz gestern", "dolor ayer", "Pain last week", "pain 7 days"]
)
def test_a_pain_of_another_day_is_none_of_the_hold(header):
    text = f"Date,Left,Right,{header}\n2026-03-04,50,52,3\n2026-03-05,51,53,2\n"
    reading = hiplog.read_log(text.encode(), name="log.csv")
    assert reading.holds[["pain_before", "pain_after"]].isna().all(axis=None)
    assert f"not used: {header}" in reading.summary()
    text = text.replace(header, f"{header},Pain").replace(",3\n", ",3,5\n").replace(",2\n", ",2,4\n")
    assert hiplog.read_log(text.encode(), name="log.csv").holds["pain_after"].tolist() == [5, 5, 4, 4]
