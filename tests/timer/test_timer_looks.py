"""What one sees: sizes, contrast and motion, in each phase, in cells of every width, light and dark."""

import pytest
import timer_page
from timer_page import hold, open_timer, press, wait

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
REGIONS = """() => [".hiplog-panel", ".hiplog-tools", ".hiplog-actions", ".hiplog-foot"].map((region) => {
  const panel = document.querySelector(".hiplog-panel").getBoundingClientRect();
  const { y, right, bottom } = document.querySelector(region).getBoundingClientRect();
  return [panel.right - right, y - panel.y, panel.width, bottom - panel.y].map(Math.round);
})"""
OUTSIDE = """() => {
  const panel = document.querySelector(".hiplog-panel").getBoundingClientRect();
  const aside = document.querySelector(".hiplog-aside");
  const shown = [...document.querySelectorAll(".hiplog-panel *")].filter((element) => element.checkVisibility());
  const out = shown.filter((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return left < panel.left - 1 || right > panel.right + 1 || top < panel.top - 1 || bottom > panel.bottom + 1;
  });
  if (aside.checkVisibility() && aside.scrollHeight > aside.clientHeight) out.push(aside);
  return out.map((element) => element.className);
}"""
TARGETS = """() => [...document.querySelectorAll(
  ".hiplog-button, .hiplog-tool, .hiplog-pip, .hiplog-same, .hiplog-note, .hiplog-setting, .hiplog-seconds")]
  .filter((element) => element.checkVisibility())
  .map((element) => element.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"""
OVERLAP = """() => {
  const shape = document.querySelector(".hiplog-ring").getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(".hiplog-digits"));
  const digits = range.getBoundingClientRect();
  return [digits.width / shape.width, digits.height / document.querySelector(".hiplog-panel").clientHeight];
}"""
WIDTHS = [320, 500, 660, 760, 1100]


def phases(page):
    """Walk through a session, stopping in each phase."""
    open_timer(page, plan=3)
    yield "ready"
    press(page, "Settings")
    yield "settings"
    press(page, "Back", "Start")
    wait(page, 1)
    yield "prepare"
    press(page, "Skip")
    wait(page, 2)
    yield "hold"
    press(page, "Let go")
    yield "count"
    press(page, "No")
    yield "again"
    press(page, "Start")
    hold(page, 47)
    yield "switch"
    hold(page, 60)
    yield "rate"
    press(page, "Mend")
    yield "mend"
    press(page, "Back", "Save")
    yield "done"
    press(page, "Undo")
    yield "sure"
    press(page, "No")
    press(page, "New session", "Start", "Skip")
    page.evaluate("() => { timers[0].removeView[0](); timers[0].close(); }")
    open_timer(page, plan=3)
    yield "found"
    press(page, "Resume")
    log = f"hiplog:{timer_page.ReadOnlyLog.id}:{timer_page.ReadOnlyLog.path}"
    page.evaluate("log => new BroadcastChannel(log).postMessage('taken')", log)
    page.get_by_role("button", name="New session").wait_for()
    yield "moved"
    press(page, "New session", "Start", "Resume")
    page.evaluate("() => { const awake = Date.now; Date.now = () => awake() + 40_000; }")
    wait(page, 1)
    yield "away"


def cell(browser, width=760, height=900, **context):
    page = timer_page.blank_page(browser, viewport={"width": width, "height": height}, **context)
    page.add_style_tag(content="body { margin: 0; }")
    return page


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_jumps_from_phase_to_phase(browser, width):
    page = cell(browser, width)
    places = {str(page.evaluate(REGIONS)) for _ in phases(page)}
    page.context.close()
    assert len(places) == 1


@pytest.mark.parametrize(("width", "height"), [*((width, 900) for width in WIDTHS), (1000, 700), (1500, 700)])
def test_nothing_is_cut_off_or_scrolled(browser, width, height):
    page = cell(browser, width, height)
    out = {phase: found for phase in phases(page) if (found := page.evaluate(OUTSIDE))}
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()
    assert out == {}


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


def test_the_digits_fill_the_ring_without_touching_it(browser):
    page = cell(browser, 1100)
    open_timer(page)
    press(page, "Start", "Skip")
    wait(page, 47)
    across, up = page.evaluate(OVERLAP)
    page.context.close()
    assert 0.6 < across < 0.82
    assert up > 0.18


def test_get_ready_has_another_shape_colour_and_word_than_the_hold(browser):
    page = cell(browser)
    seen = {}
    for phase in phases(page):
        shape = [name for name in ("ring", "count") if page.locator(f".hiplog-{name}").is_visible()]
        title = page.locator(".hiplog-phase")
        seen[phase] = (shape, title.text_content(), title.evaluate("node => getComputedStyle(node).color"))
    page.context.close()
    assert (seen["prepare"][:2], seen["hold"][:2]) == ((["count"], "Get ready"), (["ring"], "Hold"))
    assert seen["prepare"][2] == seen["switch"][2] != seen["hold"][2]


def test_the_ring_moves_by_whole_seconds_where_motion_is_not_wanted(browser):
    page = cell(browser, reduced_motion="reduce")
    open_timer(page)
    press(page, "Start", "Skip")
    wait(page, 30.9)
    dash = page.locator(".hiplog-ring-fill").evaluate("ring => parseFloat(ring.style.strokeDasharray)")
    moving = page.locator(".hiplog-button").first.evaluate("node => getComputedStyle(node).transitionDuration")
    page.context.close()
    assert (dash, moving) == (0.25, "0s")
