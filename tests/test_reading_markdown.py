"""Tables in Markdown: days that are links, numbers struck out and mended, notes to the letter."""

import pytest

import hiplog


def read(tmp_path, *rows, header="Date | Left | Right | Note"):
    path = tmp_path / "log.md"
    lines = [header, "--- | --- | --- | ---", *rows]
    path.write_text("".join(f"| {line} |\n" for line in lines), encoding="utf-8")
    return hiplog.read_log(path)


@pytest.mark.parametrize(
    "day",
    [
        "[[2025-03-05]]",
        "[[2025-03-05\\|Wed]]",
        "[[2025-03-05|Mi]]",
        "[[days/2025-03-05\\|5.3.]]",
        "[2025-03-05](d.md)",
    ],
)
@pytest.mark.parametrize("header", ["Date | Left | Right | Note", "Datum | Links | Rechts | Notiz"])
def test_a_day_that_is_a_link_is_that_day(tmp_path, day, header):
    reading = read(tmp_path, f"{day} | 45 s | 38 s | walk", header=header)
    assert reading.holds["hold_s"].tolist() == [45, 38]
    assert set(reading.holds["started_at"].dt.strftime("%m-%d")) == {"03-05"}


@pytest.mark.parametrize("cell", ["~~61 s~~ 51 s", "~~61~~ 51", "~~61 s~~ **51 s**", "~~1:01~~ 0:51"])
def test_a_number_behind_one_struck_out_is_the_hold(tmp_path, cell):
    assert read(tmp_path, f"2025-03-05 | {cell} | 38 s | ").holds["hold_s"].tolist() == [51, 38]


@pytest.mark.parametrize("cell", ["~~61 s~~", "~~61 s~~ no", "51 s ~~or 61 s~~"])
def test_what_is_struck_out_alone_is_no_hold_and_is_named(tmp_path, cell):
    reading = read(tmp_path, f"2025-03-05 | {cell} | 38 s | ", "2025-03-06 | 40 s | 39 s | ")
    assert 61 not in reading.holds["hold_s"].tolist()
    assert len(reading.rejected) == 1


@pytest.mark.parametrize("note", ["[[stairs]]", "~~tired~~ fine", "**5 km** walk", "[a plan](b.md)", "a \\| b"])
def test_a_note_stays_as_it_is_written(tmp_path, note):
    reading = read(tmp_path, f"2025-03-05 | 45 s | 38 s | {note}")
    assert reading.holds["note"].tolist() == [note, note]
