"""A report to hand over: HTML and PDF of the same content, self-contained, right for any log."""

import os
import re
import stat
from base64 import b64decode
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

import numpy as np
import pandas as pd
import pytest
from diaries import diary, holds
from fontTools.ttLib import TTFont
from fpdf import FPDF
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image, ImageOps
from pypdf import PdfReader

import hiplog
from hiplog.charts.parts.text import SMALL, points
from hiplog.charts.pictures import drawn as picture_of
from hiplog.dates import clock
from hiplog.measures.holds.selection import chosen
from hiplog.measures.sides.capped import held_of_target
from hiplog.report.document import INK
from hiplog.report.drawings import WIDE, charts
from hiplog.report.pdf import _IMAGE, _upright
from hiplog.report.span import Span
from hiplog.schema import Diary, LogError, empty
from hiplog.verdicts.capped import held_of_target_in_short
from hiplog.verdicts.comparison import compare_in_words

TODAY = "2026-05-04"
LOGS = {
    "six holds": diary(3),
    "one side": diary(40, sides=("left",)),
    "all capped": diary(40, typical_s=(300, 300)),
    "no target": diary(40, target_s=np.nan).assign(ended="let_go"),
    "no pain rated": diary(40).assign(pain_before=pd.NA, pain_after=pd.NA),
    "only interrupted": diary(10).assign(ended="interrupted"),
    "years": diary(1200),
    "one hold": holds(("2026-03-04T07:00", "left", 65.0, "let_go")),
}
LOGS["nearly all capped"] = LOGS["all capped"].copy()
LOGS["nearly all capped"].loc[range(30, 80, 9), ["hold_s", "ended"]] = [101.5, "let_go"]


@pytest.fixture(scope="module")
def two_months():
    return diary(60)


class Page(HTMLParser):
    """What stands in a page: tags with their attributes, and text."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags, self.words, self._inside = [], [], None
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag):
        self._inside = None

    def handle_data(self, data):
        if self._inside not in (None, "style", "title", "desc"):
            self.words.append(data)


def page_of(frame, tmp_path, **given) -> tuple[str, Page]:
    path = hiplog.write_report(frame, tmp_path / "report.html", today=TODAY, **given)
    content = path.read_text(encoding="utf-8")
    return content, Page(content)


def pdf_of(frame, tmp_path, **given) -> PdfReader:
    return PdfReader(hiplog.write_report(frame, tmp_path / "report.pdf", **({"today": TODAY} | given)))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_a_report_is_one_file_that_asks_for_nothing_else(two_months, tmp_path):
    content, page = page_of(two_months, tmp_path)
    assert "script" not in {tag for tag, _ in page.tags}
    used = [
        value for _, attrs in page.tags for name, value in attrs.items() if name in ("src", "href", "xlink:href")
    ]
    assert {value[0] for value in used} == {"#"}
    policy = next(attrs for _, attrs in page.tags if "http-equiv" in attrs)
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert not re.search(r"url\((?!#)|@import", content)


def test_each_chart_of_the_page_says_its_numbers_in_words(two_months, tmp_path):
    content, page = page_of(two_months, tmp_path)
    drawn = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert len(drawn) == 4
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(set(attrs["aria-labelledby"].split()) <= set(ids) for attrs in drawn)
    said = [unescape(words) for words in re.findall(r"<desc[^>]*>(.*?)</desc>", content)]
    last = hiplog.typical_hold(two_months).set_index("side").loc["left"]
    assert said[0].startswith(f"Left {clock(last.median_s)}, ")
    assert f"likely left {clock(last.low_s)} to {clock(last.high_s)}, " in said[0]


@pytest.mark.parametrize("given", [{}, {"compare_since": "2026-04-05"}])
def test_a_report_says_once_what_it_may_mean_that_one_side_was_always_held_first(given, two_months, tmp_path):
    words = words_of(pdf_of(two_months, tmp_path, **given))
    assert words.count("second holds are often shorter: part of the difference may be the order") == 1
    assert words.count("right was always held first") > 1


def test_the_pdf_says_what_the_page_says(two_months, tmp_path):
    given = {"name": "Anna", "sessions": True}
    (_, page), reader = page_of(two_months, tmp_path, **given), pdf_of(two_months, tmp_path, **given)
    text = words_of(reader).replace(" ", "")
    cells = {"".join(words.split()) for words in page.words}
    assert len(cells) > 100
    assert not {cell for cell in cells if cell not in text}


def test_a_pdf_has_a_title_a_language_bookmarks_fonts_and_drawings_that_scale(two_months, tmp_path):
    reader = pdf_of(two_months, tmp_path)
    assert reader.metadata.title == "Hip balancing: a record"
    assert reader.root_object["/Lang"] == "en"
    assert [mark.title for mark in reader.outline][:3] == ["The exercise", "In short", "Charts"]
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    files = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"] for font in fonts]
    assert len(files) == len(fonts) >= 2
    assert not reader.pages[0].images
    assert (float(reader.pages[0].mediabox.width), float(reader.pages[0].mediabox.height)) == (595.28, 792)


def test_a_report_up_to_a_day_that_is_past_counts_in_one_window_and_knows_no_later_silence(two_months, tmp_path):
    content, _ = page_of(two_months, tmp_path, until="2026-04-10")
    assert "28 of 28" in content
    assert "whole session on 28 of 28 days" in content
    assert "the last hold was" not in content.lower()


LEAST_POINTS = 8.0  # of letters on paper


@pytest.mark.parametrize("of", ["plain", "what changed", "what changed, and marks"])
def test_no_letter_of_the_first_page_of_a_pdf_is_under_8_points(of, tmp_path, monkeypatch):
    words = ["a very new mattress " * 9] * 2
    said = Diary(marks=pd.DataFrame({"day": ["2026-09-10", "2026-10-20"], "words": words}))
    given = {} if of == "plain" else {"compare_since": "2026-09-02"}
    given |= {"diary": said} if of.endswith("marks") else {}
    drawn, image = [], FPDF.image
    monkeypatch.setattr(FPDF, "image", lambda pdf, svg, **how: drawn.append(how["w"]) or image(pdf, svg, **how))
    path = hiplog.write_report(hiplog.example(), tmp_path / "report.pdf", today="2026-11-02", **given)
    first = PdfReader(path).pages[0]
    assert [points(SMALL) * mm / (25.4 * WIDE) >= LEAST_POINTS for mm in drawn] == [True] * 4
    sizes = re.findall(rb"/F\d+ ([\d.]+) Tf", first.get_contents().get_data())
    assert min(map(float, sizes)) >= LEAST_POINTS
    assert "\nPractice, example data\n" in first.extract_text()


def test_marks_that_are_drawn_in_pixels_stand_upright_where_the_drawing_has_them():
    figure = Figure(figsize=(2, 1))
    figure.add_axes((0, 0, 1, 1)).plot([0, 1, 2], [0, 0, 2], "o", rasterized=True)
    svg = picture_of(figure, ".svg").decode()
    ((pixels, _, _, y),) = _IMAGE.findall(svg)
    turned = _IMAGE.sub(_upright, svg)
    assert f'y="{-float(y)}"' in turned
    assert "scale(1 -1)" not in turned[turned.index("<image") :]
    before, after = (
        Image.open(BytesIO(b64decode(each))) for each in (pixels, turned.split("base64,")[1].split('"')[0])
    )
    assert before.tobytes() == ImageOps.flip(after).tobytes()


@pytest.mark.parametrize("suffix", ["html", "pdf"])
@pytest.mark.parametrize("frame", LOGS.values(), ids=LOGS)
def test_any_log_makes_a_report_whose_first_page_is_one_page(frame, suffix, tmp_path):
    path = hiplog.write_report(frame, tmp_path / f"report.{suffix}", today=TODAY, sessions=True)
    if suffix == "pdf":
        first, second = (page.extract_text() for page in PdfReader(path).pages[:2])
        assert "\nPractice\n" in first
        counts = r"(A (?:whole )?session on \d+ of|Only the left side on \d+ of|No whole session in)"
        assert re.search(rf"\n{counts} (the (last )?)?\d+ days?", first)
        assert second.startswith("In sentences")
    else:
        assert not re.search(r"\b(nan|NaN|NaT|None|<NA>)\b", path.read_text(encoding="utf-8"))


def test_the_key_figures_say_how_many_holds_they_rest_on(tmp_path):
    frame = diary(28)
    frame.loc[frame["side"].eq("left").idxmax(), "ended"] = "pain"
    text = words_of(pdf_of(frame, tmp_path))
    assert f"Holds ended by pain 1 of {len(frame)} holds none" in text
    assert "before the first hold" in text


@pytest.mark.parametrize(
    ("in_pain", "told", "said"),
    [
        (7, 56, "7 of 56 holds"),
        (7, 7, "7 of 56 holds; not known for 49"),
        (0, 16, "not known for 40 of 56 holds, none of the other 16"),
        (0, 0, "not known"),
        (0, 56, "0 of 56 holds"),
    ],
)
def test_holds_of_which_nothing_says_why_they_ended_are_not_counted_as_known(in_pain, told, said, tmp_path):
    frame = diary(28)
    frame["ended"] = ["pain"] * in_pain + ["let_go"] * (told - in_pain) + [None] * (len(frame) - told)
    text = words_of(pdf_of(frame, tmp_path))
    assert f"Holds ended by pain {said} none" in text


def test_where_the_sides_are_rated_one_by_one_neither_hides_the_other(tmp_path):
    frame = diary(28).astype({"pain_before": "float64", "pain_after": "float64"})
    left = frame["side"].eq("left")
    frame["pain_before"], frame["pain_after"] = np.where(left, 2.0, 7.0), np.where(left, 6.0, 6.0)
    text = words_of(pdf_of(frame, tmp_path))
    each = "left 2 to 6 (lower in 0, higher in 28 of 28); right 7 to 6 (lower in 28, higher in 0 of 28)"
    assert f"Pain of each side, before to after {each} not rated one by one" in text
    frame["pain_before"] = 4.0
    assert "Pain of each side" not in words_of(pdf_of(frame, tmp_path))


def test_what_was_said_of_days_after_the_last_hold_or_before_the_first_is_in_the_report(tmp_path):
    days = pd.date_range("2026-02-20", "2026-05-02").strftime("%Y-%m-%d")
    diary_days = pd.DataFrame({"day": [*days[:12], *days[-20:]], "pain": 9, "reason": "pain"})
    said = Diary(days=diary_days, marks=pd.DataFrame({"day": ["2026-04-15"], "words": ["stopped: too sore"]}))
    text = words_of(pdf_of(diary(40), tmp_path, diary=said))
    assert "Days: 20 Feb 2026 to 2 May 2026; the last hold was 22 days ago" in text
    assert "Highest pain 9 of 10; known for 28 of 28 days" in text
    assert "Marked by the person stopped: too sore (15 Apr 2026)" in text
    assert "9 holds left, 9 right" not in text
    assert "of the 28 days up to 12 Apr 2026" in text
    only_now = words_of(pdf_of(diary(40), tmp_path, diary=Diary(days=diary_days[:12]), until="2026-03-10"))
    assert "Highest pain 9 of 10; known for 19 of 19 days" in only_now


def test_holds_of_days_to_come_are_named_and_move_no_figure(tmp_path):
    frame = diary(60)
    alone, _ = page_of(frame, tmp_path)
    wrong = pd.concat([frame, frame.tail(1).assign(started_at=pd.Timestamp("2027-05-02T07:00"), hold_id=None)])
    content, _ = page_of(wrong.assign(session_id=None), tmp_path)
    named = "; 1 hold of days to come, up to 2 May 2027, left out"
    assert named in content
    assert content.replace(named, "") == alone  # every figure, and each line of the drawings


def test_where_no_target_is_named_table_charts_and_sentences_take_the_same(tmp_path):
    frame, rng = diary(60).assign(target_s=np.nan, ended=pd.NA), np.random.default_rng(3)
    left, right = rng.choice([60, 90], 120, p=[0.3, 0.7]), rng.choice([30, 60, 90], 120)
    frame["hold_s"] = np.where(frame["side"].eq("left"), left, right).astype("float64")
    content, _ = page_of(frame, tmp_path)
    now = hiplog.typical_hold(frame).set_index("side")["median_s"]
    assert content.count(f"eft {clock(now['left'])}, right {clock(now['right'])}") >= 2
    assert f"{clock(now['right'])} (" in content
    assert "no target named" in content


def test_a_plan_that_nobody_set_is_not_told_as_theirs(tmp_path):
    of_log = Diary(plans=pd.DataFrame({"day": ["2026-03-04"], "plan": [1]}))
    alone = "1 session a day (no plan, and no days without a session, were handed over)"
    assert alone in words_of(pdf_of(diary(10), tmp_path))
    assert "1 session a day (nobody set another plan)" in words_of(pdf_of(diary(10), tmp_path, diary=Diary()))
    for given in ({"plan": 1}, {"diary": of_log}):
        assert "1 session a day, " in words_of(pdf_of(diary(10), tmp_path, **given))


def test_sentences_that_go_back_before_the_days_of_the_report_say_so(tmp_path):
    frame = diary(60)
    assert "In sentences, from the first hold on, 4 Mar 2026" in words_of(pdf_of(frame, tmp_path, weeks=4))
    assert "In sentences, " not in words_of(pdf_of(frame, tmp_path))


def test_where_nearly_all_reach_the_target_the_report_says_what_was_held_of_it(tmp_path):
    frame = LOGS["nearly all capped"]
    (means,) = held_of_target(frame).itertuples()
    content, _ = page_of(frame, tmp_path)
    said = held_of_target_in_short(means)
    assert said.endswith(" of 28 sessions of both.")
    assert f"{said}</td>" in content
    assert f"{said} Right = right ankle on left knee.</desc>" in content
    assert "Too few holds under the target to compare the sides.</figcaption>" in content


def test_days_without_a_session_marks_and_the_plan_of_the_log_are_in_the_report(tmp_path):
    said = Diary(
        days=pd.DataFrame({"day": ["2026-04-02", "2026-01-01"], "pain": [8, 3], "reason": ["pain", "ill"]}),
        plans=pd.DataFrame({"day": ["2026-03-04"], "plan": [3]}),
        marks=pd.DataFrame({"day": ["2026-04-10"], "words": ["a new <mattress>"]}),
    )
    text = words_of(pdf_of(diary(60), tmp_path, diary=said))
    assert "10 Apr 2026 a new <mattress>" in text
    assert "Marked by the person a new <mattress> (10 Apr 2026) none" in text
    assert "2 Apr 2026 pain; pain 8 of 10" in text
    assert "1 Jan 2026" not in text
    assert "3 sessions a day, up to 2:00 a side" in text


def test_many_long_marks_leave_the_first_page_one_page(tmp_path):
    days = pd.date_range("2026-04-03", periods=25).astype("str")
    said = Diary(
        marks=pd.DataFrame({"day": days, "words": [f"{'a very new mattress ' * 9}{day}" for day in days]})
    )
    first, second = (page.extract_text() for page in pdf_of(diary(60), tmp_path, diary=said).pages[:2])
    assert " and 21 more" in " ".join(first.split())
    assert "\nPractice\nA whole session on" in first
    assert second.startswith("In sentences")


def test_a_session_over_midnight_ends_no_other_day_than_it_began_on(tmp_path):
    frame = diary(60).assign(session_id=lambda rows: rows["started_at"].dt.date.astype(str))
    frame.loc[frame.index[-2:], "started_at"] = pd.to_datetime(["2026-05-02T23:58", "2026-05-03T00:02"])
    text = words_of(pdf_of(frame, tmp_path, today="2026-05-03"))
    assert "Days: 4 Mar 2026 to 2 May 2026" in text
    assert "Days with a session 28 of 28; the plan was met on 28" in text
    assert "A whole session on 28 of the 28 days up to 2 May 2026" in text


def test_days_that_a_session_soon_after_midnight_follows_are_told_on_the_first_page(tmp_path):
    frame = diary(28)
    late = frame["started_at"].dt.day % 2 == 0
    of_day = frame["started_at"] - frame["started_at"].dt.normalize()
    at = pd.to_timedelta(np.where(late, 23 * 60, 30), "min")
    frame["started_at"] = frame["started_at"] - of_day + at + pd.to_timedelta(np.arange(len(frame)) % 2 * 3, "min")
    frame.loc[~late, "started_at"] += pd.Timedelta(days=1)  # at 0:30 of a day that has a session at 23:00 too
    text = words_of(pdf_of(frame, tmp_path))
    assert "of the others have one soon after their midnight, which counts for the day after" in text


def test_a_side_that_was_given_up_is_told_of_the_same_days_in_table_chart_and_sentences(tmp_path):
    frame = diary(60)
    gone = frame["side"].eq("right") & frame["started_at"].ge("2026-04-22")
    frame = frame[~gone].reset_index(drop=True)
    text = words_of(pdf_of(frame, tmp_path))
    right = hiplog.typical_hold(frame).set_index("side").loc["right"]
    assert (
        f"{clock(right.median_s)} ({clock(right.low_s)} to {clock(right.high_s)}; 28 holds of the 28 days up to"
        in text
    )
    percent = re.search(r"left was (\d+) % shorter", text)[1]
    assert text.count(f"right longer: left was {percent} % shorter (likely") == 2
    assert "28 days up to 21 Apr 2026, when both sides were still held" in text


def test_a_side_that_was_not_held_in_these_days_is_told_with_its_last(tmp_path):
    frame = diary(90)
    frame = frame[~(frame["side"].eq("right") & frame["started_at"].ge("2026-04-10"))].reset_index(drop=True)
    text = words_of(pdf_of(frame, tmp_path, today="2026-06-01"))
    assert "Typical hold, right none; last held on 9 Apr 2026" in text


def test_of_several_tries_the_pain_before_is_the_first_and_the_list_says_how_many(tmp_path):
    frame = pd.concat(
        [diary(28), diary(28).assign(started_at=lambda rows: rows["started_at"] + pd.Timedelta("9min"))]
    )
    frame = frame.assign(session_id=lambda rows: rows["started_at"].dt.date.astype(str), hold_id=None)
    first = frame["started_at"].dt.minute.lt(9)
    frame["pain_before"], frame["pain_after"] = np.where(first, 3.0, 7.0), np.where(first, 6.0, 1.0)
    text = words_of(pdf_of(frame, tmp_path, sessions=True))
    assert "Pain before a session typically 3 of 10 (28 sessions)" in text
    assert "Pain after it typically 1 of 10 (28 sessions)" in text
    assert "Highest pain 7 of 10" in text
    assert text.count(" (of 2), ") == 56


def test_with_several_sessions_a_day_pain_is_that_of_the_first_as_everywhere_else(tmp_path):
    frame = diary(28, a_day=2)
    early = frame["started_at"].dt.hour.lt(10)
    frame["pain_before"] = np.where(early, 2.0, 8.0)
    text = words_of(pdf_of(frame, tmp_path))
    assert (
        "Pain before a session typically 2 of 10 (28 first sessions of a day, the higher of the two sides)" in text
    )
    assert "Pain before sessions 2 of 10" in text
    assert "typically 5 of 10" not in text


def test_no_row_of_days_is_told_that_may_have_begun_before_those_shown(tmp_path):
    text = words_of(pdf_of(diary(120), tmp_path, today="2026-07-01"))
    assert "120 days in a row" in text
    assert "84 days in a row" not in text
    assert "84 sessions on 84 of 84 days" in text


def test_a_target_and_a_plan_that_changed_are_told_with_their_days(tmp_path):
    frame = diary(60)
    later = frame["started_at"].ge("2026-04-20")
    frame.loc[later, "target_s"] = 60.0
    frame["hold_s"] = np.fmin(frame["hold_s"], frame["target_s"])
    frame.loc[later & frame["hold_s"].eq(60.0), "ended"] = "target"
    said = Diary(plans=pd.DataFrame({"day": ["2026-03-04", "2026-04-25"], "plan": [2, 3]}))
    text = words_of(pdf_of(frame, tmp_path, diary=said))
    assert "The target was 2:00 before 20 Apr 2026, and 1:00 from then on" in text
    assert "Plan 2 a day (3 from 25 Apr 2026)" in text


def test_a_name_turns_nothing_that_follows_it(tmp_path):
    assert "Of: AnnaB Days: 4 Mar" in words_of(pdf_of(diary(28), tmp_path, name="Anna\u202eB"))


def test_what_changed_at_a_day_or_a_mark_is_told_if_asked_for(tmp_path):
    frame = diary(60)
    said = Diary(marks=pd.DataFrame({"day": ["2026-04-02"], "words": ["a new mattress"]}))
    changed = hiplog.compare(frame, at="2026-04-02")
    expected = " ".join(" ".join(compare_in_words(changed)).split())
    assert expected in words_of(pdf_of(frame, tmp_path, compare_since="2026-04-02"))
    marked = words_of(pdf_of(frame, tmp_path, compare_since="a new mattress", diary=said))
    brief = " ".join(" ".join(compare_in_words(changed, brief=True)).split())
    assert f"Before, and since: a new mattress (up to 28 days each) {brief}" in marked
    assert f"Before, and since: a new mattress (up to 28 days each), in full {expected}" in marked
    assert "Before, and since" not in words_of(pdf_of(frame, tmp_path))


def test_what_changed_stands_on_the_first_page_with_the_charts(tmp_path):
    first, second = (page.extract_text() for page in pdf_of(diary(60), tmp_path, compare_since="2026-04-02").pages)
    assert "Before, and since: 2 Apr 2026" in first
    assert "\nPractice\nA whole session on" in first
    assert second.startswith("In sentences")


def test_the_example_is_told_by_its_own_holds_on_the_page_and_on_each_chart(two_months, tmp_path):
    content, _ = page_of(hiplog.example(), tmp_path)
    assert "nobody&#39;s data, a synthetic person&#39;s" in content
    assert len(re.findall("<strong>[^<]*, example data</strong>", content)) == 4
    assert "xample" not in page_of(two_months, tmp_path)[0]


def test_every_word_in_a_drawing_has_the_ink_of_its_page(two_months):
    days = chosen("charts", two_months, "hip_balance")
    span = Span(days["day"].min(), days["day"].max())
    *drawn, key = charts(days, "hip_balance", None, Diary(), span, lines=0)
    assert key.startswith("In the charts of holds: ")
    assert "■ = a right hold" in key.partition(" Of practice: ")[0]
    assert "■ = whole session" in key.partition(" Of practice: ")[2]
    for chart in drawn:
        chart.svg("path")
        texts = [text for text in chart.figure.findobj(Text) if text.get_text()]
        assert len(texts) > 3
        assert {to_hex(text.get_color()) for text in texts} == {INK}


def test_the_key_of_the_charts_is_of_what_is_in_sight_in_them(two_months):
    two_months["ended"] = "let_go"
    two_months.loc[two_months.index[0], "ended"] = "pain"
    days = chosen("charts", two_months, "hip_balance")
    first, last = days["day"].min(), days["day"].max()
    *_, all_of_it = charts(days, "hip_balance", None, Diary(), Span(first, last), lines=0)
    *_, the_end = charts(days, "hip_balance", None, Diary(), Span(last - pd.Timedelta(days=20), last), lines=0)
    assert "↯ = ended by pain" in all_of_it
    assert "ended by pain" not in the_end
    assert "band = likely range (95 %)" in the_end
    assert "■ = whole session" in the_end


def test_charts_of_a_page_are_low_only_where_there_is_much_to_say_of_a_change(tmp_path):
    heights = []
    for since in (None, "2026-08-15", "2026-09-02"):  # the second has too few days after pauses to compare
        path = hiplog.write_report(hiplog.example(), tmp_path / "r.html", today="2026-11-02", compare_since=since)
        content = path.read_text()
        heights.append(float(re.search(r'<svg[^>]*viewBox="0 0 [\d.]+ ([\d.]+)"', content)[1]))
    assert 0.65 * max(heights) < heights[2] < min(heights[:2])


def test_the_charts_of_a_pdf_take_what_its_first_page_has_left(two_months, tmp_path):
    begins, ends = [], []
    for since in (None, "2026-04-04"):
        (page, *_) = pdf_of(two_months, tmp_path, compare_since=since).pages
        at: dict[str, float] = {}
        page.extract_text(
            visitor_text=lambda text, _, place, *of, at=at: at.setdefault(text.strip()[:13], place[5])
        )
        begins.append(at["Charts"])
        ends.append(at["In the charts"])
    assert begins[0] > begins[1] + 50  # points: what changed stands above them
    assert ends[0] == pytest.approx(ends[1], abs=1)


@pytest.mark.parametrize("high", [None, 0.66, 1.9])
def test_no_band_goes_on_beyond_the_axes_of_its_drawing(high):
    held = chosen("test", hiplog.example(), "hip_balance")
    span = Span(pd.Timestamp("2026-08-09"), held["day"].max())
    drawn = charts(held, "hip_balance", None, Diary(), span, lines=0)
    for chart in drawn[:2]:
        (ax,) = chart.figure.axes
        chart.svg("path", high)
        (first, last), bands = ax.get_xlim(), [path for band in ax.collections for path in band.get_paths()]
        assert bands
        low, high = ax.get_ylim()
        for x, y in (path.vertices.T for path in bands):
            assert first - 1e-9 <= x.min() <= x.max() <= last + 1e-9
            assert low - 1e-9 <= y.min() <= y.max() <= high + 1e-9


def test_what_lies_behind_a_drawing_has_the_colour_of_the_page_light_or_dark(two_months, tmp_path):
    content, _ = page_of(two_months, tmp_path)
    drawn = "".join(re.findall(r"<svg.*?</svg>", content, re.DOTALL))
    assert "stroke: var(--paper)" in drawn
    assert not re.search(r"#fff\b|#ffffff|\bwhite\b", drawn)


def test_days_on_which_one_side_alone_was_held_are_counted_as_parts_of_a_session(tmp_path):
    text = words_of(pdf_of(diary(28, sides=("left",)), tmp_path))
    assert "Days with a session 0 of 28 and part of one on 28; the plan was met on 0" in text


def test_words_of_a_person_are_never_markup(tmp_path):
    frame = diary(5).assign(note="<script>alert(1)</script> & $x^2$")
    _, page = page_of(frame, tmp_path, name="<b>Anna</b>")
    assert not {"script", "b"} & {tag for tag, _ in page.tags}
    assert "<script>alert(1)</script> & $x^2$" in page.words


def test_letters_of_any_script_are_shown_or_said_to_be_missing(tmp_path):
    text = words_of(pdf_of(diary(5).assign(note="Хорошо, Ελληνικά, \U000e0041\U0001fbff"), tmp_path))
    assert "Хорошо, Ελληνικά" in text
    assert "1 letter is shown as □, for no font of this computer has more." in text


def test_arabic_letters_join_and_run_from_right_to_left(tmp_path):
    reader = pdf_of(diary(5).assign(note="כאב בגב"), tmp_path, name="محمد علي")
    assert "محمد علي" in words_of(reader)
    assert "כאב בגב" in words_of(reader)
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    files = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"] for font in fonts]
    glyphs = [TTFont(BytesIO(file.get_data())).getGlyphOrder() for file in files]
    assert any("uniFEA4" in names for names in glyphs)  # the second letter, as it joins on both sides


def test_the_days_are_the_last_twelve_weeks_unless_named(tmp_path):
    frame = diary(200)
    frame["started_at"] -= pd.Timedelta(days=150)
    last = frame["started_at"].max().normalize()
    first = last - pd.Timedelta(weeks=12) + pd.Timedelta(days=1)
    days = f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"
    assert days in page_of(frame, tmp_path)[0]
    assert "1 Apr 2026 to 30 Apr 2026" in page_of(frame, tmp_path, since="2026-04-01", until="2026-04-30")[0]


def test_a_last_day_that_is_to_come_is_the_day_on_which_the_report_is_made(tmp_path):
    content, _ = page_of(diary(60), tmp_path, until="9999-12-31")
    assert "<dd>4 Mar 2026 to 4 May 2026</dd>" in content


def test_a_report_is_its_owners_alone_and_replaces_only_a_report(two_months, tmp_path):
    path = hiplog.write_report(two_months, tmp_path / "report.pdf", today=TODAY)
    assert hiplog.write_report(two_months, path, today=TODAY) == path
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    (tmp_path / "letter.html").write_text("<p>a letter of mine</p>")
    with pytest.raises(LogError, match=r"letter.html: this is another file"):
        hiplog.write_report(two_months, tmp_path / "letter.html")
    assert (tmp_path / "letter.html").read_text() == "<p>a letter of mine</p>"


@pytest.mark.parametrize(
    ("frame", "path", "given", "said"),
    [
        (diary(5), "report.docx", {}, "path is 'report.docx', expected a name that ends in .html or .pdf"),
        (diary(5), "report", {}, "path is 'report', expected"),
        (empty(), "report.html", {}, "there is no hold of this exercise in these days to report on"),
        (diary(5), "report.html", {"weeks": 0}, "weeks is 0, expected a whole number"),
        (diary(5), "report.html", {"plan": 4}, "plan is 4, expected"),
        (diary(5), "report.html", {"since": "2030-01-01"}, "there is no hold of this exercise in these days"),
        (diary(5), "no/such/report.html", {}, "the report could not be made"),
        (
            diary(5),
            "report.html",
            {"compare_since": "2030-01-01"},
            "is 2030-01-01, expected a day up to 2026-03-08",
        ),
        (diary(5), "report.html", {"name": "Ann\udcff"}, "name is 'Ann\\udcff', expected a text"),
    ],
)
def test_what_cannot_be_reported_is_refused_in_a_sentence_and_leaves_no_file(tmp_path, frame, path, given, said):
    with pytest.raises(LogError, match=re.escape(said)):
        hiplog.write_report(frame, tmp_path / path, **given)
    assert not list(tmp_path.iterdir())


def test_a_year_of_holds_is_under_a_megabyte(tmp_path):
    path = hiplog.write_report(diary(365), tmp_path / "report.html", weeks=52, sessions=True, today=TODAY)
    assert path.stat().st_size < 1_000_000


def test_another_exercise_in_the_log_is_named_with_its_holds(tmp_path):
    frame = pd.concat([diary(28), diary(5).assign(exercise="quad_stretch", hold_id=None, session_id=None)])
    text = words_of(pdf_of(frame, tmp_path))
    assert "Not in it Quad stretch (10 holds), and the pain rated with them." in text.replace("quad", "Quad")
    assert "Not in it" not in words_of(pdf_of(diary(28), tmp_path))


def test_interrupted_holds_and_sessions_in_part_stand_on_the_first_page(tmp_path):
    frame = diary(28)
    left = frame.index[frame["side"].eq("left")]
    frame.loc[left[:21], "ended"] = "interrupted"
    text = words_of(pdf_of(frame.drop(left[-3:]).reset_index(drop=True), tmp_path))
    assert "Interrupted left 21 of 25 holds, right 0 of 28 holds" in text
    assert "Sessions 25 whole; 3 more in part, of one side none" in text


def test_of_the_sessions_it_is_said_which_are_among_others_and_why_one_is_in_part(tmp_path):
    frame = diary(28).assign(ended="let_go")
    frame.loc[[0, 1], "ended"] = "pain"
    frame.loc[[2, 3, 4], "ended"] = "interrupted"
    text = words_of(pdf_of(frame, tmp_path))
    assert "27 whole, of which pain ended 1; 1 more in part, both sides interrupted none" in text
    assert "when both sides were held, not both of them interrupted, or when pain ended it" in text


def test_a_plan_that_changed_is_meant_with_its_days_and_named_where_it_was_met(tmp_path):
    said = Diary(plans=pd.DataFrame({"day": ["2026-03-04", "2026-04-10"], "plan": [2, 1]}))
    text = words_of(pdf_of(diary(60), tmp_path, diary=said))
    assert "Meant 2 sessions a day (1 from 10 Apr 2026), up to 2:00 a side" in text
    assert "the plan of 2 a day (1 from 10 Apr 2026) was met on 23" in text


def test_what_is_told_of_practice_is_of_the_same_days_however_late_the_report_is_made(tmp_path):
    text = words_of(pdf_of(diary(60), tmp_path, today="2026-05-20"))
    assert "Days with a session 28 of 28" in text
    assert "A whole session on 28 of the 28 days up to 2 May 2026" in text
    assert "You did a whole session on 28 of the 28 days up to 2 May 2026" in text


def test_pain_at_first_is_told_with_its_days_which_the_charts_may_leave_out(tmp_path):
    frame = diary(120)
    frame.loc[frame["started_at"].lt("2026-04-01"), "pain_before"] = 8.0
    assert "Pain before sessions 4 of 10, at first 8 (up to 31 Mar 2026)" in words_of(
        pdf_of(frame, tmp_path, today="2026-07-02")
    )


def test_words_in_the_middle_of_a_drawing_stay_within_it():
    held = chosen("test", diary(3), "hip_balance")
    span = Span(held["day"].min(), held["day"].max())
    for chart in charts(held, "hip_balance", None, Diary(), span, lines=0)[:2]:
        chart.svg("path")
        (ax,) = chart.figure.axes
        inside = ax.get_window_extent()
        for text in ax.texts:
            assert text.get_window_extent().height <= inside.height


def test_where_nearly_all_holds_reach_the_target_the_table_says_which_it_was(tmp_path):
    frame = diary(60, typical_s=(300, 300))
    early = frame["started_at"].lt("2026-04-05")
    frame.loc[early, ["hold_s", "target_s"]] = 60.0
    text = words_of(pdf_of(frame, tmp_path))
    assert "Typical hold, left 2:00 or more (28 holds) 1:00 or more" in text


def test_days_without_a_hold_are_counted_alike_in_table_and_chart_and_the_last_hold_before_them_is_named(tmp_path):
    frame = diary(120)
    frame = frame[frame["started_at"].lt("2026-03-20") | frame["started_at"].ge("2026-06-08")]
    text = words_of(pdf_of(frame.reset_index(drop=True), tmp_path, today="2026-07-02"))
    assert "Days with a session 24 of 28; the plan was met on 24 0 of 28" in text
    assert "24 of the 28 days up to 1 Jul 2026" in text.partition("In sentences")[0]
    assert "24 sessions on 24 of 84 days" in text
    assert text.count("none; last held on 19 Mar 2026") == 2


def test_days_before_a_since_are_in_no_figure_sentence_or_chart(tmp_path):
    frame = diary(60)
    frame["pain_before"] = np.where(frame["started_at"].lt("2026-04-10"), 9.0, 4.0)
    content, _ = page_of(frame, tmp_path, since="2026-04-10")
    assert '<th scope="col">Now: 10 Apr 2026 to 2 May 2026</th></tr>' in content
    assert "23 of 23; the plan was met on 23" in content
    assert "A whole session on 23 of 23 days" in content
    assert "28 of 28" not in content
    assert "at first 9" not in content
    assert "first hold on, 4 Mar" not in content


def test_a_gap_at_the_beginning_of_the_days_of_a_report_is_named_with_them(tmp_path):
    frame = diary(90, pause=range(20, 60))
    given = {"today": "2026-06-02"}
    said = "<dd>1 Apr 2026 to 1 Jun 2026, the first hold in them on 3 May 2026</dd>"
    assert said in hiplog.write_report(frame, tmp_path / "r.html", since="2026-04-01", **given).read_text()
    text = words_of(pdf_of(frame, tmp_path, weeks=9, **given))
    assert "Days: 31 Mar 2026 to 1 Jun 2026, the first hold in them on 3 May 2026" in text


def test_pain_that_is_not_rated_any_more_is_told_with_its_last_day_and_drawn_over_the_days_of_the_report(tmp_path):
    frame = diary(120)
    late = frame["started_at"].ge("2026-05-01")
    frame.loc[late, ["pain_before", "pain_after"]] = pd.NA
    text = words_of(pdf_of(frame, tmp_path, today="2026-07-02"))
    assert re.search(r"Pain not rated since 30 Apr 2026: before sessions \d of 10 then", text)
    assert "Pain before a session not rated since 30 Apr 2026 not rated since 30 Apr 2026" in text
    days = chosen("test", frame, "hip_balance")
    span = Span(days["day"].max() - pd.Timedelta(days=83), days["day"].max())
    holding, _, pain, _, _ = charts(days, "hip_balance", None, Diary(), span, lines=0)
    days_of = [chart.figure.axes[0].xaxis.get_major_locator().span for chart in (holding, pain)]
    assert days_of[1].last == pytest.approx(days_of[0].last, abs=1)


def test_where_nobody_named_a_target_none_was_missed_and_what_is_taken_for_it_is_said(tmp_path):
    unnamed = diary(28, target_s=200.0).assign(target_s=np.nan, ended="let_go")
    assert "Reached the target no target named none" in words_of(pdf_of(unnamed, tmp_path))
    heaped = diary(28).assign(target_s=np.nan, ended=pd.NA, hold_s=[40.0, 60.0, 60.0, 60.0] * 14)
    said = "28 holds; no target named, 1:00 taken for it, as holds stop there"
    assert said in words_of(pdf_of(heaped, tmp_path))
    diary(28, typical_s=(50, 50), growth_s=0)[["started_at", "side", "hold_s"]].to_csv(tmp_path / "hips.csv")
    text = words_of(pdf_of(hiplog.read_log(tmp_path / "hips.csv"), tmp_path))
    assert "up to 2:00 a side (the file names no target; 2:00 is taken for it, as no hold is longer)" in text
    assert "the file names no target" not in words_of(pdf_of(diary(28), tmp_path))


def test_holds_of_a_lone_day_years_before_all_others_are_named_and_move_no_figure(tmp_path):
    frame = diary(60)
    alone, _ = page_of(frame, tmp_path)
    wrong = pd.concat([frame, frame.tail(1).assign(started_at=pd.Timestamp("2016-05-02T07:00"), hold_id=None)])
    content, _ = page_of(wrong.assign(session_id=None), tmp_path)
    named = "; 1 hold of 2 May 2016, 9 years before all others, left out"
    assert named in content
    assert content.replace(named, "") == alone  # every figure, and each line of the drawings


def test_a_hold_of_many_times_the_typical_one_is_named_in_the_head_to_be_checked(tmp_path):
    frame = diary(60, target_s=300.0)
    frame.loc[100, ["hold_s", "target_s"]] = [700.0, np.nan]
    said = "To check: a right hold of 11:40 on 23 Apr 2026, 8 times the typical one: as typed? Made:"
    assert said in words_of(pdf_of(frame, tmp_path))
    assert "To check" not in words_of(pdf_of(diary(60, target_s=300.0), tmp_path))
    assert "To check" not in words_of(pdf_of(frame, tmp_path, weeks=1))


def test_a_target_is_named_in_each_column_where_they_have_others(tmp_path):
    frame = diary(56)
    assert "The target was" not in words_of(pdf_of(frame, tmp_path))
    early = frame["started_at"].lt("2026-04-01")
    frame.loc[early, "target_s"] = 60.0
    frame["hold_s"] = np.fmin(frame["hold_s"], frame["target_s"])
    text = words_of(pdf_of(frame, tmp_path))
    assert re.search(r"of 28 holds\. The target was 2:00 left in .{,40} of 28 holds\. The target was 1:00 ", text)


def test_the_highest_pain_is_told_with_its_day(tmp_path):
    frame = diary(28)
    frame.loc[10, "pain_after"] = 9.0
    assert "Highest pain 9 of 10 on 9 Mar; known for 28 of 28 days" in words_of(pdf_of(frame, tmp_path))


def test_it_is_said_that_typical_holds_are_told_as_if_either_side_were_first_as_often(tmp_path):
    text = words_of(pdf_of(diary(5), tmp_path))
    assert (
        "Where each side was often enough held first, and second, it is told as if either were first as often."
        in text
    )
