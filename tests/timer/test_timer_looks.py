"""What one sees: sizes, contrast and motion, in each phase, in cells of every width, light and dark."""

import re
import time
from pathlib import Path

import numpy as np
import pytest
import timer_page
from timer_page import open_timer, press, settle, skim, wait

from hiplog.charts.parts.looks import COLOURS, PAIN
from hiplog.timer.joining import PAGE

# The contrast of each text with what is painted behind it, as WCAG 2 has it; colours are read from the page.
CONTRASTS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (top, below) => {
    for (const colour of [below, top]) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)})`;
  };
  const light = (rgb) => rgb.match(/\\d+/g).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => getComputedStyle(element).backgroundColor;
  const behind = (element) => element ? over(ground(element), behind(element.parentElement)) : "#fff";
  const texts = [...document.querySelectorAll(".hiplog-panel *")].filter((element) => element.checkVisibility() &&
    [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()));
  return texts.map((element) => {
    const drain = document.querySelector(".hiplog-drain");
    const paper = element.closest(".hiplog-face") && drain.checkVisibility() ? ground(drain) : behind(element);
    const ink = over(getComputedStyle(element).color, paper);
    const [a, b] = [ink, over(paper, "#fff")].map(light).sort((x, y) => y - x);
    return [element.textContent.slice(0, 30), (a + 0.05) / (b + 0.05)];
  });
}"""
REGIONS = """() => ["panel", "stage", "tools", "actions", "foot"].map((name) => {
  const panel = document.querySelector(".hiplog-panel").getBoundingClientRect();
  const { y, right, bottom } = document.querySelector(`.hiplog-${name}`).getBoundingClientRect();
  return [panel.right - right, y - panel.y, panel.width, bottom - panel.y].map(Math.round);
})"""
# Whatever is not within the panel, or a text or button not within the stage or the row that it stands in.
OUTSIDE = """() => {
  const cut = (element, around) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const box = around.getBoundingClientRect();
    return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
  };
  const shown = [...document.querySelectorAll(".hiplog-panel *")].filter((element) => element.checkVisibility());
  const around = ".hiplog-stage, .hiplog-actions, .hiplog-panel";
  const out = shown.filter((each) => cut(each, each.closest(around)) && !each.closest(".hiplog-mending"));
  const pages = [...document.querySelectorAll(".hiplog-page > :not(.hiplog-mending), .hiplog-steps")];
  // To the last of many holds to be mended one scrolls.
  const scrolled = pages.filter((each) => each.checkVisibility()
    && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1));
  return [...out, ...scrolled].map((element) => element.className?.baseVal ?? element.className);
}"""
# Words that lie under an icon, and lists that have no room for what is chosen in them.
HIDDEN = """() => {
  const icons = [...document.querySelectorAll(".hiplog-tool svg")].filter((each) => each.checkVisibility())
    .map((each) => each.getBoundingClientRect());
  const walker = document.createTreeWalker(document.querySelector(".hiplog-stage"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.checkVisibility()) continue;
    range.selectNodeContents(walker.currentNode);
    const isUnder = ({ left, right, top, bottom }) => icons.some((icon) =>
      left < icon.right && right > icon.left && top < icon.bottom && bottom > icon.top);
    if ([...range.getClientRects()].some(isUnder)) found.push(walker.currentNode.textContent);
  }
  const canvas = document.createElement("canvas").getContext("2d");
  const ARROW = 20;
  const cut = [...document.querySelectorAll("select")].filter((each) => each.checkVisibility()).filter((each) => {
    const { fontSize, fontFamily, fontWeight, paddingLeft } = getComputedStyle(each);
    canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    const width = canvas.measureText(each.selectedOptions[0].text).width;
    return width + 2 * parseFloat(paddingLeft) + ARROW > each.clientWidth;
  });
  return [...found, ...cut.map((each) => each.selectedOptions[0].text)];
}"""
TARGETS = """() => [...document.querySelectorAll(
  ".hiplog-button, .hiplog-tool, .hiplog-pip, .hiplog-same, .hiplog-note, .hiplog-setting, .hiplog-seconds")]
  .filter((element) => element.checkVisibility())
  .map((element) => element.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"""
# The contrast of what is drawn on the stage with its ground.
LINES = """() => {
  const light = (rgb) => rgb.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const stage = document.querySelector(".hiplog-stage");
  const contrast = (colour) => {
    const [a, b] = [colour, getComputedStyle(stage).backgroundColor].map(light).sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const stroke = (name) => contrast(getComputedStyle(document.querySelector(`.hiplog-ring-${name}`)).stroke);
  const dashes = contrast(getComputedStyle(stage, "::before").borderTopColor);
  return { breath: stroke("breath"), fill: stroke("fill"), dashes };
}"""
# How high the digits are, in pixels: what is painted of a 0, which no box tells.
DIGITS = """() => {
  const { fontSize, fontFamily, fontWeight } = getComputedStyle(document.querySelector(".hiplog-digits"));
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = canvas.measureText("0");
  return actualBoundingBoxAscent + actualBoundingBoxDescent;
}"""
# How high the number of a hold is, in pixels, from the top of its first line of digits to the foot of its last.
NUMBER = DIGITS.replace(
    "return actual",
    """const range = document.createRange();
  range.selectNodeContents(document.querySelector(".hiplog-digits"));
  const middles = [...range.getClientRects()].map(({ top, bottom }) => (top + bottom) / 2);
  return Math.max(...middles) - Math.min(...middles) + actual""",
)
# How high the digits are of what a question is about, in pixels; 0 where it is about none.
ASKED = DIGITS.replace(".hiplog-digits", ".hiplog-number")
# How high the letters of what is shown are, in pixels: an x, or a 0 where there is a number.
LETTERS = """() => Object.fromEntries(["digits", "side", "left", "cue", "main"].map((name) => {
  const node = document.querySelector(`.hiplog-${name}`);
  const { fontSize, fontFamily, fontWeight } = getComputedStyle(node);
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  return [name, canvas.measureText(name === "digits" ? "0" : "x").actualBoundingBoxAscent];
}))"""
# Whether the words on the stage keep clear of the ring and of the breath in it at its widest.
CLEAR = """() => {
  const stage = document.querySelector(".hiplog-stage").getBoundingClientRect();
  const edge = 2.8 * parseFloat(document.querySelector(".hiplog-stage").style.getPropertyValue("--hiplog-ring"));
  const radius = Math.min(stage.width, stage.height) / 2 - edge;
  const range = document.createRange();
  const inside = (x, y) => {
    const dx = Math.max(0, Math.abs(x - (stage.left + stage.width / 2)) - (stage.width / 2 - edge - radius));
    const dy = Math.max(0, Math.abs(y - (stage.top + stage.height / 2)) - (stage.height / 2 - edge - radius));
    return Math.hypot(dx, dy) <= radius + 1;
  };
  return ["phase", "side", "digits", "left", "cue"].filter((name) => {
    range.selectNodeContents(document.querySelector(`.hiplog-${name}`));
    return [...range.getClientRects()].some(({ left: from, right: to, top, bottom }) => {
      const beside = name === "digits" ? 0.05 * (bottom - top) : 0; // all are as wide, their ink is not
      const [left, right] = [from + beside, to - beside];
      const [up, down] = [top, bottom].map((y, i) => y + (i ? -1 : 1) * 0.2 * (bottom - top)); // where letters are
      return ![[left, up], [right, up], [left, down], [right, down]].every(([x, y]) => inside(x, y));
    });
  });
}"""
# Where the line stands that says what is to go, and how high it is.
LINE = """() => {
  const { top, height } = document.querySelector(".hiplog-left").getBoundingClientRect();
  return [top, height].map(Math.round);
}"""
# How high a name in the form is that is shown.
FORM = """() => [...document.querySelectorAll(".hiplog-page legend")].find((each) => each.checkVisibility())
  .getBoundingClientRect().height"""
# Another page takes the session of a log.
TAKE = """log => {
  const [stored] = Object.keys(localStorage).filter((key) => key.endsWith(":session"));
  const { session_id } = JSON.parse(localStorage[stored]).session;
  new BroadcastChannel(log).postMessage({ type: "taken", session_id });
}"""
# Where in the panel the button for pain is, if it is there.
HURTS = """() => {
  const panel = document.querySelector(".hiplog-panel").getBoundingClientRect();
  const box = document.querySelector(".hiplog-hurts")?.getBoundingClientRect();
  return box && [box.x - panel.x, box.y - panel.y, box.width, box.height].map(Math.round);
}"""
# What a page leaves for the timer: a phone and a tablet as they are, a notebook less its bars and its title.
ROOMS = {
    "phone": (390, 844),
    "small phone": (360, 740),
    "narrow cell": (320, 900),
    "tablet": (768, 1024),
    "tablet on its side": (1024, 768),
    "notebook at 1366 x 768": (934, 528),
    "notebook at 1280 x 720": (848, 480),
    "notebook at 1024 x 768": (592, 528),
    "a small window": (1100, 820),
    "full screen": (1366, 768),
    "large full screen": (1920, 1080),
}
# CSS pixels in a millimetre: an iPhone 14, a Galaxy S21, an iPad by their sheets, screens of 14 and 24 inches.
MM_PX = {
    "phone": 6.04,
    "small phone": 5.45,
    "tablet": 5.2,
    "notebook at 1366 x 768": 4.41,
    "full screen": 4.41,
    "large full screen": 3.61,
}
PHONES = ("phone", "small phone")
CELLS = ("narrow cell", "notebook at 1024 x 768")  # which are a part of a screen, and too narrow for a third of it
HOLDS = {"hold", "reminder", "when to stop", "last seconds"}
READ_AT = 200  # times its height a letter is read
DOCS = Path(__file__).parents[2] / "docs" / "timer_measured.md"


def phases(page):
    """Walk through a session, stopping in each phase."""
    page.add_style_tag(content=".hiplog-timer * { transition: none !important; }")  # each is looked at as it stays
    open_timer(page, plan=3)
    history = [
        {"day": "2026-03-02", "left_s": 80, "right_s": 83},
        {"day": "2026-03-03", "left_s": 80, "right_s": 78},
    ]
    page.evaluate("history => model.set('history', history)", history)
    yield "ready"
    press(page, "How to do it")
    yield "guide"
    press(page, "Back", "No session today")
    page.get_by_role("button", name="I am ill").click()
    yield "day"
    press(page, "Delete this entry", "See how it goes")
    yield "progress"
    press(page, "Back", "Settings")
    yield "settings"
    press(page, "Button in hand")
    yield "button"
    press(page, "Back", "Close settings", "Start")
    wait(page, 1)
    yield "prepare"
    press(page, "Start now")
    wait(page, 2)
    yield "hold"
    press(page, "Stop")
    yield "count"
    press(page, "Do it again", "Start now")
    skim(page, 48)  # a reminder is shown
    yield "reminder"
    skim(page, 8)
    yield "when to stop"
    press(page, "I was interrupted")
    yield "again"
    press(page, "Do it again", "Start now")
    skim(page, 40)
    press(page, "Stop")  # by a slip of the hand
    yield "let go"
    press(page, "I'm still holding")
    skim(page, 80)  # to its target
    yield "switch"
    press(page, "Start now")
    skim(page, 108)
    yield "last seconds"
    press(page, "Stop")
    settle(page)
    page.get_by_role("radio", name="2", exact=True).first.click()
    yield "rate"
    press(page, "I'm still holding", "Stop, it hurts")
    yield "hurt"
    press(page, "Correct the times")
    yield "mend"
    press(page, "Leave as it was", "Finish")
    yield "enough"
    press(page, "Delete this session")
    yield "sure"
    press(page, "Keep it", "Close", "Start", "Start now")
    skim(page, 20)
    page.evaluate("() => { timers[0].removeView[0](); timers[0].close(); }")
    open_timer(page, plan=3)
    yield "found"
    press(page, "I'm still holding", "Still holding, go on from 0:20")
    page.evaluate(TAKE, f"hiplog:{timer_page.ReadOnlyLog.id}:{timer_page.ReadOnlyLog.path}")
    page.get_by_role("button", name="Back to the start").wait_for()
    yield "moved"
    press(page, "Back to the start", "Start", "I'm still holding", "Still holding, go on from 0:21")
    page.evaluate("() => { const awake = Date.now; Date.now = () => awake() + 40_000; }")
    wait(page, 1)
    yield "away"
    wait(page, 12)
    yield "too late"
    press(page, "I had let go: keep 0:22", "Go on to the left side", "Start now")
    skim(page, 108)
    press(page, "Stop", "Finish")
    yield "done"


def cell(browser, width=760, height=900, **context):
    page = timer_page.blank_page(browser, viewport={"width": width, "height": height}, **context)
    page.add_style_tag(content="body { margin: 0; }")
    return page


@pytest.fixture(scope="module", params=ROOMS)
def walked(request, browser):
    """Walk through a session in a room; return the room, and what was measured in it."""
    width, height = ROOMS[request.param]
    page = cell(browser, width, height)
    seen = {"wrong": {}, "places": set(), "touching": {}, "hidden": {}, "hurts": {}, "lines": set()}
    for phase in phases(page):
        if str(page.evaluate(REGIONS)) not in seen["places"]:
            time.sleep(0.3)  # a busy machine may not have laid it out yet
            seen["places"].add(str(page.evaluate(REGIONS)))
        seen["hurts"] |= {phase: box} if (box := page.evaluate(HURTS)) else {}
        bottom = page.evaluate("document.querySelector('.hiplog-panel').getBoundingClientRect().bottom")
        if (out := page.evaluate(OUTSIDE)) or bottom > height:
            seen["wrong"][phase] = (out, bottom)
        seen["hidden"] |= {phase: found} if (found := page.evaluate(HIDDEN)) else {}
        if phase in ("count", "again", "found", "away", "too late"):
            seen["asked"] = min(seen.get("asked", 999), page.evaluate(ASKED))
        if phase in ("prepare", "hold"):
            seen[phase] = page.evaluate(LETTERS)
            seen["left"] = page.locator(".hiplog-left").inner_text()
        if phase in HOLDS:
            seen["lines"].add(str(page.evaluate(LINE)))
            seen["high"], seen["number"] = page.evaluate(DIGITS), page.evaluate(NUMBER)
            seen["touching"] |= {phase: found} if (found := page.evaluate(CLEAR)) else {}
    seen["wide"] = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    return request.param, seen


def test_in_every_phase_the_whole_panel_is_on_the_screen_and_nothing_jumps_or_is_cut_off(walked):
    room, seen = walked
    assert (seen["wrong"], seen["wide"]) == ({}, ROOMS[room][0])
    assert len(seen["places"]) == 1


def test_that_it_hurts_is_said_at_the_same_place_in_each_phase_in_which_it_can_be(walked):
    _, seen = walked
    waits = {"prepare", "switch", "let go", "count", "again", "found", "away", "too late"}
    assert seen["hurts"].keys() == HOLDS | waits
    assert len({str(box) for box in seen["hurts"].values()}) == 1
    assert min(min(box[2:]) for box in seen["hurts"].values()) >= 44


def test_no_words_lie_under_an_icon_and_every_list_has_room_for_what_is_chosen(walked):
    _, seen = walked
    assert seen["hidden"] == {}


def test_the_number_of_a_hold_is_a_third_of_any_screen_and_keeps_clear_of_the_ring(walked):
    room, seen = walked
    _, height = ROOMS[room]
    assert seen["touching"] == {}
    if room in PHONES:
        assert min(seen["high"], seen["asked"]) / MM_PX[room] >= 15
    assert seen["number"] >= height * (0.27 if room in CELLS else 1 / 3)


def test_what_was_held_and_what_is_to_go_stand_at_one_place_in_one_size_whatever_the_cue(walked):
    _, seen = walked
    assert len(seen["lines"]) == 1


@pytest.mark.parametrize("room", ["full screen", "large full screen"])
def test_on_a_large_screen_the_forms_after_a_hold_are_larger(browser, room):
    sizes = {}
    for name in ("notebook at 1366 x 768", room):
        page = cell(browser, *ROOMS[name])
        sizes[name] = [page.evaluate(FORM) for phase in phases(page) if phase in ("rate", "mend")]
        page.context.close()
    small, large = sizes.values()
    assert [high >= 1.3 * low for low, high in zip(small, large, strict=True)] == [True, True]


def test_on_every_screen_the_text_below_the_number_says_that_it_is_what_was_held(walked):
    _, seen = walked
    assert seen["left"] == "so far · 1:58 to go"


def test_the_sides_have_the_colours_and_pain_has_the_sign_of_the_charts():
    css = (PAGE / "view" / "timer.css").read_text("utf-8")
    for side in ("left", "right"):
        assert f"--hiplog-{side}: light-dark({', '.join(COLOURS[side]).lower()});" in css
    bolt = re.search(r"--hiplog-bolt: polygon\(([^)]*)\)", css)[1]
    across, down = PAIN.vertices[:-1].T
    in_percent = np.column_stack([(across - across.min()) / np.ptp(across), (1 - down) / np.ptp(down)]) * 100
    assert np.array(re.findall(r"[\d.]+", bolt), dtype=float).reshape(-1, 2) == pytest.approx(in_percent, abs=0.05)


def test_each_thing_is_read_from_as_far_as_its_table_says(walked):
    room, seen = walked
    rows = [
        line.strip("| ").split(" | ") for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| ")
    ]
    said = {row[0]: [float(cell) for cell in row[1:]] for row in rows if row[0] in MM_PX}
    assert said.keys() == MM_PX.keys()
    if room in MM_PX:
        hold, wait = seen["hold"], seen["prepare"]
        high = [hold["digits"], wait["digits"], hold["side"], min(hold["left"], hold["cue"]), hold["main"]]
        metres = [pixels / MM_PX[room] * READ_AT / 1000 for pixels in high]
        assert [far >= at_least for far, at_least in zip(metres, said[room], strict=True)] == [True] * 5


@pytest.mark.parametrize("width", [320, 760])
def test_every_target_is_at_least_44_pixels(browser, width):
    page = cell(browser, width)
    smallest = {phase: min(page.evaluate(TARGETS)) for phase in phases(page)}
    page.context.close()
    assert min(smallest.values()) >= 44


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(browser, theme):
    page = cell(browser, color_scheme=theme)
    page.evaluate("() => document.body.removeAttribute('data-jp-theme-light')")
    found = [contrast for _ in phases(page) for contrast in page.evaluate(CONTRASTS)]
    page.context.close()
    assert len(found) > 60
    assert [pair for pair in found if pair[1] < 4.5] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_get_ready_and_the_hold_differ_by_the_colour_and_the_shape_of_the_whole_stage(browser, theme):
    page = cell(browser, color_scheme=theme)
    page.evaluate("() => document.body.removeAttribute('data-jp-theme-light')")
    look = "stage => [getComputedStyle(stage).backgroundColor, getComputedStyle(stage).borderRadius]"
    seen = {phase: page.locator(".hiplog-stage").evaluate(look) for phase in phases(page)}
    page.context.close()
    assert seen["prepare"] == seen["switch"]
    assert all(here != there for here, there in zip(seen["prepare"], seen["hold"], strict=True))


def test_the_ring_moves_by_whole_seconds_where_motion_is_not_wanted(browser):
    page = cell(browser, reduced_motion="reduce")
    open_timer(page)
    press(page, "Start", "Start now")
    wait(page, 30.9)
    dash = page.locator(".hiplog-ring-fill").evaluate("ring => parseFloat(ring.style.strokeDasharray)")
    moving = page.locator(".hiplog-button").first.evaluate("node => getComputedStyle(node).transitionDuration")
    page.context.close()
    assert (dash, moving) == (0.25, "0s")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ring_breath_and_dashes_stand_out_from_the_stage(browser, theme):
    page = cell(browser, color_scheme=theme)
    page.evaluate("() => document.body.removeAttribute('data-jp-theme-light')")
    seen = {phase: page.evaluate(LINES) for phase in phases(page) if phase in ("prepare", "hold")}
    page.context.close()
    assert min(seen["hold"]["breath"], seen["hold"]["fill"], seen["prepare"]["dashes"]) >= 3
