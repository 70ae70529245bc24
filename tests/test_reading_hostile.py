"""Files made to make a reader hang or lose rows: the work grows as the file does, and no row is lost."""

import sys
import time

import pytest

import hiplog

HEADER = "date,left,right,pain,notes\n"
FILES = {
    "a quote opened on every line": lambda n: HEADER + '2024-03-04,38,31,4,"note\n' * n,
    "quotes alone": lambda n: HEADER + '"a\n' * n,
    "a line of quotes": lambda n: HEADER + "2024-03-04,38,31,4," + '"x' * (n * 10),
    "one line": lambda n: "x," * (n * 5),
    "one line of words": lambda n: "word " * (n * 5),
    "a long cell": lambda n: f"{HEADER}2024-03-04,{'3' * (n * 50)},31,4,x\n",
    "many columns": lambda n: "date," + ",".join(f"left {i}" for i in range(n)) + "\n2024-03-04" + ",5" * n + "\n",
    "columns without names": lambda n: "date,left" + "," * n + "\n2024-03-04,38" + ",5" * n + "\n",
    "headers of another kind": lambda n: "".join(f"date,left,{i}\n2024-03-04,38,5\n" for i in range(n)),
    "carriage returns": lambda n: HEADER + "\r" * n + "\n2024-03-04,38,31,4,x\n",
    "nonsense below": lambda n: HEADER + "".join(f"{chr(97 + i % 26)}{i * 7919:x} a,b\n" for i in range(n)),
    "dates that are none": lambda n: HEADER + "".join(f"day {i}x,38,31,4,x\n" for i in range(n)),
    "apostrophes": lambda n: "'date','left'\n" + "'2024-03-04','38\n" * n,
}


def steps(path):
    """Return how many calls reading a file takes: what a clock would say on a machine with nothing else to do."""
    count = 0

    def one_more(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        hiplog.read_log(path)
    except hiplog.LogError:
        pass
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", FILES)
def test_four_times_the_file_takes_at_most_about_four_times_the_steps(tmp_path, name):
    taken = []
    for n in (100, 500, 2000):
        (tmp_path / "log.csv").write_text(FILES[name](n), newline="")
        taken.append(steps(tmp_path / "log.csv"))
    assert taken[2] < 6 * taken[1] + 2000


def test_a_step_for_each_pair_of_lines_would_be_seen(tmp_path, monkeypatch):
    lines_of = hiplog.reading.kinds_of_files.lines_of

    def slow(text):
        lines = lines_of(text)
        return [line for line in lines if [len(other) for other in lines]]

    monkeypatch.setattr("hiplog.reading.kinds_of_files.lines_of", slow)
    with pytest.raises(AssertionError):
        test_four_times_the_file_takes_at_most_about_four_times_the_steps(tmp_path, "quotes alone")


def test_rows_below_more_headers_than_anyone_keeps_are_read(tmp_path):
    kinds = ("date,left,right", "date,right,left,mood")
    text = "".join(f"{kinds[i % 2]}\n2024-03-04,{30 + i % 60},31\n" for i in range(3000))
    (tmp_path / "log.csv").write_text(text)
    reading = hiplog.read_log(tmp_path / "log.csv")
    assert len(reading.holds) == 6000
    assert len(reading.rejected) == 0
    assert [one["row"] for one in reading.how["skipped"]] == [*range(3, 6001, 2)]


def test_more_different_tables_than_a_log_has_are_refused_in_a_sentence(tmp_path):
    text = "".join(f"date,left{',' * i}right\n2024-03-04,38\n" for i in range(1, 1100))
    (tmp_path / "log.csv").write_text(text)
    with pytest.raises(hiplog.LogError, match="over 1,000 tables with different headers"):
        hiplog.read_log(tmp_path / "log.csv")


def test_a_line_of_more_cells_than_a_table_has_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "log.csv").write_text("2024-03-04,38," * 600_000)
    with pytest.raises(hiplog.LogError, match="over 1,000,000 cells"):
        hiplog.read_log(tmp_path / "log.csv")


def test_notes_of_two_lines_are_joined_to_the_last_of_many(tmp_path):
    rows = "".join(f'2024-03-04,38,31,4,"one\ntwo {i}"\n' for i in range(20_000))
    (tmp_path / "log.csv").write_text(HEADER + rows)
    reading = hiplog.read_log(tmp_path / "log.csv")
    assert len(reading.holds) == 40_000
    assert reading.holds["note"].iloc[-1] == "one\ntwo 19999"


def test_every_line_with_an_open_quote_is_a_row_of_its_own(tmp_path):
    rows = "".join(f'2024-03-04,38,31,4,"note {i}\n' for i in range(3000))
    (tmp_path / "log.csv").write_text(HEADER + rows)
    assert hiplog.read_log(tmp_path / "log.csv").holds["note"].nunique() == 3000


def test_a_cell_that_goes_on_and_on_is_refused_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("hiplog.reading.tables.quotes.MOST_LETTERS", 1000)
    (tmp_path / "log.csv").write_text(HEADER + "2024-03-04,38,31,4," + '"x' * 1000)
    with pytest.raises(hiplog.LogError, match="a cell has over 1,000 letters"):
        hiplog.read_log(tmp_path / "log.csv")


@pytest.mark.parametrize(
    "page", [b"<!--a-->" * 26 + b"x", b"<table>" + b"<td" * 100_000, b"<table>" + b"<!--" * 90_000]
)
def test_a_damaged_web_page_is_refused_in_seconds(page):
    begun = time.process_time()
    with pytest.raises(hiplog.LogError):
        hiplog.read_log(page, name="page.html")
    assert time.process_time() - begun < 10
