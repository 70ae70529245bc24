"""The drawings of the exercises, on a blank page in a real browser."""

import io
from collections.abc import Iterator

import matplotlib.pyplot as plt
import numpy as np
import pytest
from playwright.sync_api import Page

from hiplog.exercise import EXERCISES, SIDES
from hiplog.timer.joining import PAGE

VIEW = PAGE / "view"
WORDS = {
    ("hip_balance", "right"): "Lying on the back, right ankle on the left knee, left calf parallel to the floor. "
    "The right knee presses towards the toes, the left knee towards the head.",
    ("hip_balance", "left"): "Lying on the back, left ankle on the right knee, right calf parallel to the floor. "
    "The left knee presses towards the toes, the right knee towards the head.",
    (
        "hamstring_stretch",
        "right",
    ): "Lying on the back, right leg raised straight, held with a belt round the foot; "
    "the left leg lies on the floor.",
    ("hamstring_stretch", "left"): "Lying on the back, left leg raised straight, held with a belt round the foot; "
    "the right leg lies on the floor.",
    ("quad_stretch", "right"): "Lying on the left side, seen from above, right knee bent, heel towards the seat, "
    "the right hand at the foot.",
    ("quad_stretch", "left"): "Lying on the right side, seen from above, left knee bent, heel towards the seat, "
    "the left hand at the foot.",
}
LOAD = """async (text) => {
  window.drawings = await import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}"""
SHOW = """([exercise, side, width]) => {
  const svg = drawings.drawing(exercise, side, document);
  svg.style.cssText = `display: block; width: ${width}px; height: auto`;
  document.querySelector(".hiplog-timer").replaceChildren(svg);
}"""
# The contrast of every stroke, and of the letter, with the ground, as WCAG 2 has it.
CONTRASTS = """(ground) => {
  const light = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  };
  const colours = [...document.querySelectorAll("path, text")].map((node) =>
    getComputedStyle(node)[node.tagName === "text" ? "fill" : "stroke"]);
  return colours.map((colour) => [light(colour), light(ground)].sort((a, b) => b - a))
    .map(([a, b]) => (a + 0.05) / (b + 0.05));
}"""
LETTER = """() => {
  const text = document.querySelector("text");
  const { a, b, c, d } = text.getScreenCTM();
  return [text.textContent, a > 0 && d > 0 && !b && !c];
}"""
MARGINS = """() => [...document.querySelectorAll("path, text")].map((node) => node.getBBox())
  .map(({ x, y, width, height }) => [x, y, 360 - x - width, 220 - y - height])"""
# Whether a corner, an edge or the middle of the letter's box lies on a shape.
COVERED = """() => {
  const { x, y, width, height } = document.querySelector("text").getBBox();
  const spots = [0, 0.5, 1].flatMap((i) =>
    [0.2, 0.5, 0.8].map((j) => new DOMPoint(x + i * width, y + j * height)));
  return [...document.querySelectorAll("path:not([fill=none])")].some((path) =>
    spots.some((spot) => path.isPointInFill(spot) || path.isPointInStroke(spot)));
}"""


@pytest.fixture(scope="module")
def page(playwright, browser_path) -> Iterator[Page]:
    browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_page()
    page.set_content('<html lang="en"><body style="margin: 0"><div class="hiplog-timer"></div></body></html>')
    page.add_style_tag(path=VIEW / "timer.css")
    page.evaluate(LOAD, (VIEW / "drawings.js").read_text("utf-8"))
    yield page
    browser.close()


def pixels(page):
    """Return the drawing as it is painted, 0 dark to 1 light, without its letter."""
    page.evaluate("() => document.querySelector('text').remove()")
    return plt.imread(io.BytesIO(page.locator("svg").screenshot()))[:, :, :3].mean(axis=2)


def each_drawing():
    return pytest.mark.parametrize(("exercise", "side"), [(name, side) for name in EXERCISES for side in SIDES])


@each_drawing()
def test_a_drawing_is_an_image_that_says_in_words_which_leg_does_what(page, exercise, side):
    page.evaluate(SHOW, [exercise, side, 360])
    assert page.get_by_role("img", name=WORDS[exercise, side], exact=True).count() == 1


@each_drawing()
def test_the_letter_of_the_side_stands_upright_and_in_the_open(page, exercise, side):
    page.evaluate(SHOW, [exercise, side, 360])
    assert page.evaluate(LETTER) == ["R" if side == "right" else "L", True]
    assert not page.evaluate(COVERED)


def painted(page, exercise):
    """Return both sides as they are painted, left and right."""
    found = []
    for side in SIDES:
        page.evaluate(SHOW, [exercise, side, 360])
        found.append(pixels(page))
    return found


def test_where_one_turns_over_the_two_sides_are_mirror_images(page):
    left, right = painted(page, "quad_stretch")
    assert np.abs(left - right[:, ::-1]).max() < 0.25  # edges are smoothed a little differently
    assert np.abs(left - right).max() > 0.5


@pytest.mark.parametrize("exercise", ["hip_balance", "hamstring_stretch"])
def test_lying_on_the_back_nobody_turns_round_for_the_other_side(page, exercise):
    left, right = painted(page, exercise)
    head = np.abs(left[:, :80] - right[:, :80])
    assert head.max() < 0.1
    assert np.abs(left - right).max() > 0.5  # the leg of the left side is behind the other one


@pytest.mark.parametrize(("theme", "ground"), [("light", "#fff"), ("dark", "#111")])
@each_drawing()
def test_every_line_stands_out_from_its_ground(page, exercise, side, theme, ground):
    page.emulate_media(color_scheme=theme)
    page.evaluate(SHOW, [exercise, side, 360])
    found = page.evaluate(CONTRASTS, ground)
    assert len(found) > 5
    assert min(found) >= 3


@each_drawing()
def test_nothing_is_drawn_outside_the_box(page, exercise, side):
    page.evaluate(SHOW, [exercise, side, 360])
    assert np.min(page.evaluate(MARGINS)) >= 2.5  # half a line


def test_all_drawings_have_the_same_size_at_every_width(page):
    sizes = set()
    for width in (160, 360):
        for exercise, side in WORDS:
            page.evaluate(SHOW, [exercise, side, width])
            box = page.locator("svg").bounding_box()
            sizes.add((width, box["width"], round(box["height"])))
    assert sizes == {(160, 160, 98), (360, 360, 220)}
