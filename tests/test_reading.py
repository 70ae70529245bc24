import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hiplog
from hiplog.reading.own_export import read_export
from hiplog.schema import COLUMNS, conform

WIDE = (
    "date,left,right,pain,notes\n2024-03-04,38,31,4,first day\n2024-03-05,oops,33,4,\n2024-03-99,44,36,3,better\n"
)


def written(folder, text, name="log.csv"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_bad_cell_costs_only_its_own_hold(tmp_path):
    reading = hiplog.read_log(written(tmp_path, WIDE))
    assert reading.holds["hold_s"].tolist() == [38, 31, 33]
    assert reading.rejected["row"].tolist() == [3, 4]
    assert reading.rejected["column"].tolist() == ["left", "date"]


def test_rejected_rows_mended_by_hand_read_in_as_if_they_had_been_right(tmp_path):
    first = hiplog.read_log(written(tmp_path, WIDE))
    mended = (
        first.rejected.to_csv(index=False).replace("2024-03-05,oops", "2024-03-05,41").replace("-99,44", "-06,44")
    )
    again = hiplog.read_log(written(tmp_path, mended, "mended.csv"))
    right = hiplog.read_log(written(tmp_path, WIDE.replace("oops", "41").replace("-99", "-06"), "right.csv"))
    both = set(first.holds["hold_id"]) | set(again.holds["hold_id"])
    assert both == set(right.holds["hold_id"])


def test_a_rejected_row_says_what_only_its_column_could_tell(tmp_path):
    text = "date,time,side,hold\n13/03/2024,07:10,left,38\n05/03/2024,07:10,left,38\n,07:12,right,oops\n"
    rejected = hiplog.read_log(written(tmp_path, text)).rejected
    again = hiplog.read_log(written(tmp_path, rejected.to_csv().replace("oops", "31"), "again.csv"))
    assert again.holds["started_at"].tolist() == [pd.Timestamp("2024-03-05 07:12")]


def test_the_summary_is_in_words(tmp_path):
    text = "Datum;links;rechts\n13/03/2024;38,5;31\n05/03/2024;oops;33\n"
    assert repr(hiplog.read_log(written(tmp_path, text))).startswith(
        "read 3 holds from 2 rows; semicolons, day before month, target 120 s, as no hold is longer, "
        "decimal commas; "
        "1 row refused\n  row 3: links is 'oops'"
    )


def test_nothing_of_a_file_is_shown_as_html(tmp_path):
    text = "date,<b>left</b>,right\n2024-03-04,<script>x</script>,31\n"
    shown = hiplog.read_log(written(tmp_path, text), columns={"<b>left</b>": "left"})._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert shown.startswith('<div class="mathjax_ignore">')  # nor as mathematics


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"PK\x03\x04 something", "zip archive"),
        ("a.csv", b"\x1f\x8b\x08", "gzip"),
        ("a.csv", b"<html><body>", "web page"),
        ("a.csv", b"left,right\n38,31\n", "no column could be a date"),
        ("a.csv", b"date,mood\n2024-03-04,good\n", "date, left, right"),
        ("a.csv", b"", "empty"),
    ],
)
def test_a_file_that_is_no_log_is_refused_in_a_sentence(tmp_path, name, content, sentence):
    with pytest.raises(hiplog.LogError, match=sentence):
        hiplog.read_log(written(tmp_path, content, name))


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    with pytest.raises(hiplog.LogError, match="is not there"):
        hiplog.read_log(tmp_path / "none.csv")
    with pytest.raises(hiplog.LogError, match="is a folder"):
        hiplog.read_log(tmp_path)


def test_an_encoding_that_is_told_wins(tmp_path):
    path = written(tmp_path, "date,left,right,notes\n2024-03-04,38,31,žlutý\n".encode("cp1250"))
    assert hiplog.read_log(path, encoding="cp1250").holds["note"][0] == "žlutý"
    with pytest.raises(hiplog.LogError, match="not known"):
        hiplog.read_log(path, encoding="klingon")


def own_file(folder, note="good day", more=""):
    holds = conform(
        pd.DataFrame(
            {
                "started_at": pd.to_datetime(["2024-03-04 07:10", "2024-03-04 07:12", "2024-03-05 07:10"]),
                "side": ["right", "left", "right"],
                "hold_s": [31.25, 38.0, 120.0],
                "note": [note, None, "5"],
                "source": "timer",
            }
        )
    )
    path = folder / "own.csv"
    path.write_text(holds.to_csv(index=False, lineterminator="\n") + more, newline="")
    return holds, path


@pytest.mark.parametrize(
    "note", ["good day", "stiff, then fine", 'a "good" one', "two\nlines", "one\r\ntwo", "'tis", "NA"]
)
def test_our_own_columns_come_back_as_they_were(tmp_path, note):
    holds, path = own_file(tmp_path, note)
    pd.testing.assert_frame_equal(hiplog.read_log(path).holds, holds)


def test_a_whole_export_is_read_as_our_own_and_a_doubtful_one_is_not(tmp_path):
    assert len(read_export(own_file(tmp_path)[1])) == 3
    assert len(read_export(own_file(tmp_path, note="two\nlines")[1])) == 3
    assert read_export(own_file(tmp_path, more="x,y\n")[1]) is None


@pytest.mark.parametrize("note", ["7", "007", "1e5", "True", "2024-03-04"])
def test_notes_that_are_all_numbers_stay_the_words_they_were(tmp_path, note):
    holds, path = own_file(tmp_path)
    holds.assign(note=note).to_csv(path, index=False)
    assert hiplog.read_log(path).holds["note"].tolist() == [note] * 3


def test_numbers_keep_all_their_digits_beside_a_note_of_two_lines(tmp_path):
    _, path = own_file(tmp_path, note="two\nlines")
    path.write_text(path.read_text().replace("31.25", "0.03125"))
    assert hiplog.read_log(path).holds["hold_s"].tolist() == [0.03125, 38.0, 120.0]


@pytest.mark.parametrize(
    ("this", "that"), [("31.25", "-31.25"), ("07:12", "25:12"), ("left", "middle"), ("31.25", "x")]
)
def test_the_fast_way_leaves_what_breaks_a_rule_to_the_other(tmp_path, this, that):
    _, path = own_file(tmp_path)
    text = path.read_text()
    path.write_text(text.replace(this, that, 1))
    assert len(hiplog.read_log(path).rejected) == 1


def test_both_ways_read_a_file_without_ids_alike(tmp_path):
    holds, path = own_file(tmp_path)
    path.write_text(holds.drop(columns=["hold_id", "session_id", "target_s"]).to_csv(index=False))
    fast, slow = hiplog.read_log(path), hiplog.read_log(path, day_first=True)
    pd.testing.assert_frame_equal(fast.holds, slow.holds)


def test_a_rule_broken_in_a_file_without_ids_costs_only_its_row(tmp_path):
    text = "started_at,utc_offset_min,side,hold_s\n2024-03-04T07:10,60,left,38\n2024-03-04T07:12,9999,right,31\n"
    reading = hiplog.read_log(written(tmp_path, text))
    assert reading.holds["hold_s"].tolist() == [38, 31]
    assert reading.rejected["column"].tolist() == ["utc_offset_min"]


def test_an_export_put_below_another_gives_each_hold_once(tmp_path):
    holds, path = own_file(tmp_path)
    path.write_text(path.read_text() * 2)
    reading = hiplog.read_log(path)
    assert reading.holds["hold_id"].tolist() == holds["hold_id"].tolist()
    assert [one["row"] for one in reading.how["skipped"]] == [5, 6, 7, 8]


def test_next_months_longer_file_gives_the_same_ids(tmp_path):
    text = "date,left,right\n2024-03-04,38,31\n2024-03-04,38,31\n"
    short = hiplog.read_log(written(tmp_path, text)).holds["hold_id"]
    longer = hiplog.read_log(written(tmp_path, text + "2024-03-05,41,33\n", "longer.csv")).holds["hold_id"]
    assert longer.tolist()[:4] == short.tolist()


CELLS = st.one_of(
    st.sampled_from(
        ["2024-03-04", "13/03/2024", "38", "1:35", "45, 40", "-", "", "oops", '"', '""', "Total", "left", "date"]
    ),
    st.sampled_from(
        ["4/10", "mild", "#", "---", "a, b", "x\ny", "\\", "'=1", "0", "120+", "L 4 R 5", "\x00", "\ufeff"]
    ),
    st.text(max_size=6),
)
ROWS = st.lists(st.lists(CELLS, max_size=7), max_size=12)


def _unaccounted(path):
    """Return the rows below the header, with ink, that stand nowhere in the reading."""
    reading = hiplog.read_log(path, day_first=True)
    told = set(reading.rejected["row"]) | {one["row"] for one in reading.how["skipped"]}
    return reading, told


@settings(derandomize=True, max_examples=60, deadline=None)
@given(rows=ROWS, delimiter=st.sampled_from(",;\t"))
def test_every_marked_row_of_a_made_up_file_is_accounted_for(tmp_path_factory, rows, delimiter):
    good = [["2024-03-04", "38", "31", "4", f"mark{i}"] for i in range(len(rows))]
    mixed = [row for pair in zip(good, rows, strict=True) for row in pair]
    lines = [
        delimiter.join(row).replace("\n", " ") for row in [["date", "left", "right", "pain", "notes"], *mixed]
    ]
    path = written(tmp_path_factory.mktemp("made"), "\n".join(lines), "log.csv")
    reading, told = _unaccounted(path)
    notes = " ".join(reading.holds["note"].dropna())
    for i in range(len(rows)):
        assert (
            f"mark{i}" in notes
            or 2 + 2 * i in told
            or any(f"mark{i}" in str(x) for x in reading.rejected.to_numpy().ravel())
        )


@settings(derandomize=True, max_examples=80, deadline=None)
@given(data=st.data())
def test_a_mutated_file_is_refused_or_read_but_never_crashes(tmp_path_factory, data):
    content = bytearray(WIDE.encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from([b'"', b",", b"\n", b"\x00", b"\xff", b";", b"0"])
        )
    path = written(tmp_path_factory.mktemp("mutated"), bytes(content))
    try:
        reading = hiplog.read_log(path)
    except hiplog.LogError:
        return
    assert list(reading.holds.columns) == list(COLUMNS)
    assert reading.holds["hold_id"].is_unique
