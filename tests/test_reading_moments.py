"""Scores below a mere `before` or `after`, and a plain pain beside that of a moment: of what are they?"""

import pytest

import hiplog

HOLDS = "date,left,right"


def read(header, *rows, name="log.csv", **told):
    lines = [header, *(f"2024-03-{14 + i},44,35,{row}" for i, row in enumerate(rows))]
    return hiplog.read_log("\n".join(lines).encode(), name=name, **told)


def pains(reading):
    return reading.holds[["pain_before", "pain_after"]].astype(float).values.tolist()[::2]


def column(reading, header):
    return reading.columns.set_index("header").loc[header, ["taken_for", "sure"]].tolist()


def test_a_plain_pain_beside_an_after_is_the_one_before_and_none_is_sure():
    reading = read(f"{HOLDS},Pain,After", "5,4", "6,3")
    assert pains(reading) == [[5, 4], [6, 3]]
    assert column(reading, "Pain") == ["pain before", False]
    assert column(reading, "After") == ["pain after", False]
    assert (
        "taking 'Pain' for pain before and 'After' for pain after: columns={'Pain': 'nothing'" in reading.summary()
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Pain,Pain after", [5, 4]),
        ("Pain,Pain before", [4, 5]),
        ("Schmerz,Schmerz danach", [5, 4]),
        ("Dolor,Dolor antes", [4, 5]),
    ],
)
def test_a_plain_pain_beside_that_of_one_moment_is_that_of_the_other(header, expected):
    reading = read(f"{HOLDS},{header}", "5,4", "5,4")
    assert pains(reading) == [expected, expected]
    assert reading.not_used == []
    plain = header.split(",")[0]
    assert column(reading, plain) == (["pain before", False] if expected == [5, 4] else ["pain", True])


def test_a_plain_pain_beside_those_of_both_moments_is_named_as_not_used():
    reading = read(f"{HOLDS},Pain,Pain before,Pain after", "9,5,4", "8,6,3")
    assert pains(reading) == [[5, 4], [6, 3]]
    assert reading.not_used == ["Pain"]


@pytest.mark.parametrize(
    "other", ["Worst pain", "Back pain", "Pain last night"], ids=["the worst", "another place", "another moment"]
)
def test_a_pain_of_something_else_is_not_taken_for_that_of_the_other_moment(other):
    reading = read(f"{HOLDS},{other},Pain after", "5,4", "6,3")
    assert reading.holds["pain_before"].isna().all()
    assert reading.holds["pain_after"].tolist() == [4, 4, 3, 3]
    assert reading.not_used == [other]


@pytest.mark.parametrize(
    "header",
    [
        "Before,After",
        "Pre,Post",
        "vorher,nachher",
        "avant,après",
        "antes,después",
        "antes,depois",
        "prima,dopo",
        "Voor,Na",
        "Före,Efter",
        "Før,Etter",
        "przed,po",
        "Önce,Sonra",
        "до,после",
        "之前,之后",
        "前,後",
        "Before session,After session",
    ],
)
def test_scores_before_and_after_of_which_nothing_says_what_they_are_are_asked_about(header):
    before, after = header.split(",")
    told = {before: "pain before", after: "pain after"}
    with pytest.raises(hiplog.LogError, match="are from 0 to 10, and nothing says of what") as asked:
        read(f"{HOLDS},{header}", "5,4", "6,3")
    assert f"columns={told} says that they are scores of pain" in str(asked.value)
    assert pains(read(f"{HOLDS},{header}", "5,4", "6,3", columns=told)) == [[5, 4], [6, 3]]
    neither = read(f"{HOLDS},{header}", "5,4", "6,3", columns=dict.fromkeys(told, "nothing"))
    assert neither.not_used == [before, after]


def test_one_moment_alone_is_asked_about_too():
    with pytest.raises(hiplog.LogError, match="the numbers under 'After' are from 0 to 10"):
        read(f"{HOLDS},After", "5", "6")


@pytest.mark.parametrize("cells", [("44,50", "46,51"), ("stiff,loose", "fine,fine"), ("0:44,0:50", "0:46,0:51")])
def test_what_is_no_score_is_named_as_not_used(cells):
    assert read(f"{HOLDS},Before,After", *cells).not_used == ["Before", "After"]


def test_a_title_that_tells_of_pain_says_what_a_before_and_an_after_are():
    text = "Hip balancing (seconds held and pain 0-10)\ndate,left,right,Before,After\n2024-03-14,44,35,5,4\n"
    reading = hiplog.read_log(text.encode())
    assert pains(reading) == [[5, 4]]
    assert column(reading, "Before") == ["pain before", False]
    assert "taking 'Before' for pain before and 'After' for pain after" in reading.summary()
    assert pains(read(f"{HOLDS},Before,After", "5,4", name="hip pain.csv")) == [[5, 4]]


@pytest.mark.parametrize("header", ["Pain,Before,After", "Pain left,Pain right,After"])
def test_where_pain_has_too_many_columns_for_its_moments_it_is_asked(header):
    with pytest.raises(hiplog.LogError, match="nothing says of what"):
        read(f"{HOLDS},{header}", "5,4,3", "6,3,2")


def test_what_is_said_of_one_moment_settles_the_other():
    reading = read(f"{HOLDS},Before,After", "5,4", columns={"Before": "pain before"})
    assert pains(reading) == [[5, 4]]
