"""What holds of many people together."""

import numpy as np
import pandas as pd
import pytest

import hiplog
from hiplog.report.html import as_html
from hiplog.study import dropout, example_study, sum_up
from hiplog.study.page import page_of
from hiplog.study.people import COLUMNS
from hiplog.study.pooling import pooled

# Colditz et al. (1994), J. Am. Med. Assoc. 271:698-702: 13 trials of a vaccine, cases and others, treated and not
TRIALS = np.array(
    [
        (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
        (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
        (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
    ],
    dtype=float,
)  # fmt: skip

WHEN = {"today": None, "idle_days": 14}


def everyone(n=40, **columns):
    """Return people as `Study.people` does, with nothing known but what is given."""
    frame = pd.DataFrame(
        {name: pd.Series(None, index=range(n), dtype=of) for name, of in COLUMNS.items() if of != "int64"}
    )
    counts = {name: 0 for name, of in COLUMNS.items() if of in ("int64", "bool")}
    return frame.assign(**counts, person=[f"p{i}" for i in range(n)]).assign(**columns)


def test_pooling_agrees_with_a_published_example():
    """Log risk ratios by restricted maximum likelihood, as Viechtbauer (2010), J. Stat. Softw. 36(3), has them."""
    a, b, c, d = TRIALS.T
    estimates = np.log(a / (a + b) / (c / (c + d)))
    found = pooled(estimates, np.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)))
    assert round(found.mean, 4) == -0.7145
    assert round(found.spread**2, 4) == 0.3132
    assert round(found.spread, 4) == 0.5597
    assert found.low_person < found.low < found.high < found.high_person


def test_people_who_are_alike_have_no_spread_of_their_own():
    found = pooled(np.array([0.1, 0.11, 0.09, 0.1]), np.full(4, 0.2))
    assert found.spread == 0
    assert found.mean == pytest.approx(0.1)


def test_two_people_are_too_few_to_pool():
    assert np.isnan(pooled(np.array([0.1, 0.2]), np.array([0.1, 0.1])).mean)


def test_the_interval_covers_the_truth_where_people_differ():
    rng = np.random.default_rng(3)
    hits = 0
    for _ in range(400):
        errors = rng.uniform(0.05, 0.3, 12)
        found = pooled(0.2 + rng.normal(0, 0.15, 12) + rng.normal(0, errors), errors)
        hits += found.low <= 0.2 <= found.high
    assert 0.92 <= hits / 400 <= 0.98


def test_changes_are_pooled_on_their_log_scale():
    change = np.log1p(np.linspace(0.1, 0.4, 40))
    ends = {"": 0.0, "low_": -0.1, "high_": 0.1}
    people = everyone(**{f"left_change_{end}pct": 100 * np.expm1(change + by) for end, by in ends.items()})
    left = sum_up(people).set_index("what").loc["left"]
    assert left["estimate"] == pytest.approx(100 * np.expm1(change.mean()))
    assert left["n"] == 40
    assert left["low_person"] < left["low"] < left["high"] < left["high_person"]


def test_groups_that_are_too_small_are_not_shown():
    people = everyone(13, group=[*"aaaaabbbbcccc"], active=pd.array([True] * 13, dtype="boolean"))
    assert sum_up(people)["group"].unique().tolist() == ["everyone", "a"]
    assert sum_up(people, least=4)["group"].unique().tolist() == ["everyone", "a", "b", "c"]
    assert sum_up(people.head(4)).empty
    assert dropout(people.head(4)).empty


def test_how_many_practise_is_told_with_wilsons_interval():
    people = everyone(10, active=pd.array([True] * 5 + [False] * 5, dtype="boolean"))
    active = sum_up(people).set_index("what").loc["active"]
    assert (active["estimate"], round(active["low"], 1), round(active["high"], 1)) == (50, 23.7, 76.3)


def test_who_still_practises_is_followed_to_the_last_session_and_no_further():
    """Kaplan and Meier by hand: five people stop in weeks 1, 2 and 4; those in 2 and 5 are active."""
    first = pd.Timestamp("2026-01-05")
    weeks, active = [1, 2, 2, 4, 5], [False, False, True, False, True]
    last = [first + pd.Timedelta(days=7 * week - 1) for week in weeks]
    people = everyone(5, first_day=first, last_day=last, active=pd.array(active, dtype="boolean"))
    rows = dropout(people, least=1)
    assert rows["practising"].round(4).tolist() == [1, 0.8, 0.6, 0.6, 0.3, 0.3]
    assert rows["n_followed"].tolist() == [5, 5, 4, 2, 2, 1]
    assert dropout(people)["week"].tolist() == [0, 1]


def followed(*weeks, group):
    """Return people of groups, a letter each, who stopped after so many weeks; 0 is somebody without holds."""
    first = pd.Timestamp("2026-01-05")
    days = [(first, first + pd.Timedelta(days=7 * week - 1)) if week else (pd.NaT, pd.NaT) for week in weeks]
    active = pd.array([False if week else pd.NA for week in weeks], dtype="boolean")
    known = dict(zip(("first_day", "last_day"), map(list, zip(*days, strict=True)), strict=True))
    return everyone(len(weeks), group=[*group], active=active, **known)


def test_who_drops_out_of_a_hidden_group_is_not_what_is_left_of_everyone():
    rows = dropout(followed(*[3] * 5, *[3] * 4, 0, group="aaaaabbbbb"))
    assert rows.groupby("group")["week"].max().to_dict() == {"everyone": 3}
    rows = dropout(followed(*[9] * 6, *[9] * 5, *[5] * 5, group="aaaaaabbbbbbbbbb"))
    assert rows.groupby("group")["week"].max().to_dict() == {"a": 9, "b": 9, "everyone": 9}
    rows = dropout(followed(*[9] * 6, *[9] * 4, *[5] * 6, group="aaaaaabbbbbbbbbb"))
    assert rows.groupby("group")["week"].max().to_dict() == {"a": 5, "b": 5, "everyone": 9}
    assert dropout(followed(*[9] * 4, 0, group="aaaaa")).empty


def test_how_complete_pain_is_counts_peoples_days():
    people = everyone(6, days_followed=10, pain_known_days=[10, 10, 0, 0, 5, 5])
    assert sum_up(people).set_index("what").loc["pain_known", "estimate"] == 50


def test_the_example_study_is_the_same_each_time(tmp_path):
    one, two = (example_study(tmp_path / name, people=3, days=40) for name in ("one", "two"))
    example_study(one, people=3, days=40)  # again
    for path in one.iterdir():
        assert path.read_bytes() == (two / path.name).read_bytes()
    assert len(hiplog.Study(one)) == 3


@pytest.mark.parametrize("theirs", ["anna.csv", "people.csv"])
def test_the_example_study_is_written_into_no_folder_of_others(tmp_path, theirs):
    (tmp_path / theirs).write_text("person,file\n")
    with pytest.raises(hiplog.LogError, match=f"{theirs} is in it, expected a new folder, or one that this made"):
        example_study(tmp_path, people=3, days=40)
    assert [path.name for path in tmp_path.iterdir()] == [theirs]


def test_a_chart_of_people_says_whose_change_is_clear(people_of_three):
    ax = hiplog.plot_people(people_of_three, what="left")
    assert "3 people: 2 with all of the interval above 0, 0 with all of it below; 1 not known" in " ".join(
        ax.get_title().split()
    )
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == ["c", "a", "b"]
    filled, hollow = ax.lines[:2]
    assert filled.get_xdata().tolist() == [10, 30]
    assert hollow.get_xdata().tolist() == [20]


@pytest.fixture
def people_of_three():
    known = {"left_change_pct": [20, 30, 10, np.nan], "left_change_low_pct": [5, 10, -5, np.nan]}
    known |= {"left_change_high_pct": [40, 50, 25, np.nan]}
    active = pd.array([False, True, True, None], dtype="boolean")
    return everyone(4, **known, active=active).assign(person=[*"abcd"])


def test_a_chart_of_many_people_names_none(people_of_three):
    many = pd.concat([people_of_three] * 100, ignore_index=True)
    ax = hiplog.plot_people(many, what="left")
    assert not ax.get_yticks().size
    with pytest.raises(hiplog.LogError, match="what is 'up', expected one of left, right, balance, pain"):
        hiplog.plot_people(many, what="up")


def test_a_chart_of_nobody_says_so():
    ax = hiplog.plot_people(everyone(6), what="pain")
    assert "Nobody has holds enough" in " ".join(text.get_text().replace("\n", " ") for text in ax.texts)
    assert "Too few people" in " ".join(
        text.get_text().replace("\n", " ") for text in hiplog.plot_dropout(everyone(2)).texts
    )


def test_who_is_hidden_is_not_what_is_left_of_everyone():
    people = everyone(20, active=pd.array([True] * 20, dtype="boolean"))
    for groups, shown in (
        ({"A": 6, "B": 13, "C": 1}, {"everyone", "B"}),
        ({"A": 7, "B": 7, "C": 3, "D": 3}, {"everyone", "A", "B"}),
        ({"A": 16, "B": 4}, {"everyone"}),
        ({"A": 10, "B": 10}, {"everyone", "A", "B"}),
        ({"A": 18}, {"everyone"}),  # two are of no group
    ):
        of = [name for name, n in groups.items() for _ in range(n)]
        grouped = people.assign(group=of + [None] * (20 - len(of)))
        assert {*sum_up(grouped)["group"]} == shown
    first = pd.Timestamp("2026-03-04")
    followed = grouped.assign(first_day=first, last_day=first + pd.Timedelta(days=30))
    assert {*dropout(followed)["group"]} == {"everyone"}


def test_the_one_of_a_group_who_has_a_number_is_not_what_is_left_of_everyone():
    active = pd.array([True] * 5 + [False] + [pd.NA] * 4, dtype="boolean")
    rows = sum_up(everyone(10, group=[*"aaaaabbbbb"], active=active)).set_index(["what", "group"])
    assert rows["n"].loc["active"].dropna().to_dict() == {"everyone": 6}
    assert np.isfinite(rows["estimate"].loc["active"]).to_dict() == {"everyone": True, "a": False, "b": False}
    active[5:10] = True
    rows = sum_up(everyone(10, group=[*"aaaaabbbbb"], active=active)).set_index(["what", "group"])
    assert np.isfinite(rows["estimate"].loc["active"]).all()


def changes(*values, reach=1.0):
    known = np.array([*values, *[np.nan] * (6 - len(values))])
    return everyone(6, pain_change=known, pain_change_low=known - reach, pain_change_high=known + reach)


def test_a_number_that_rests_on_too_few_is_not_shown():
    row = sum_up(changes(1, 2, 3, 4)).set_index("what").loc["pain"]
    assert row[["n", "estimate"]].isna().all()
    page = as_html(page_of(changes(1, 2, 3, 4), exercise="hip_balance", least=5, source="x", **WHEN)).decode()
    assert "too few to tell" in page
    assert "4 of 6" not in page
    assert np.isfinite(sum_up(changes(1, 2, 3, 4), least=4).set_index("what").loc["pain", "estimate"])


@pytest.mark.parametrize("reach", [1.0, 1e-15, 0.0])
def test_where_all_are_the_same_there_is_no_interval(reach):
    row = sum_up(changes(*[-2e-15] * 6, reach=reach)).set_index("what").loc["pain"]
    assert (row["n"], row["estimate"]) == (6, 0)
    assert row[["low", "high", "low_person", "high_person"]].isna().all()
    page = as_html(page_of(changes(*[0] * 6), exercise="hip_balance", least=5, source="x", **WHEN)).decode()
    assert "all 6 the same" in page
    assert "+0.0" not in page


def test_only_people_are_summed_up():
    for of in (sum_up, dropout):
        with pytest.raises(hiplog.LogError, match=r"without the columns of people, expected study\.people\(\)"):
            of(everyone(6)[["person"]])


def test_an_example_is_in_no_number_of_everyone_unless_all_are():
    people = everyone(6, active=True, is_example=[True] + [False] * 5)
    assert sum_up(people).loc[0, ["n", "n_people"]].tolist() == [5, 5]
    assert sum_up(people.iloc[:5]).empty
    assert sum_up(everyone(6, active=True, is_example=True)).loc[0, "n_people"] == 6
