"""All that the timer says can be read in its place in docs/timer_words.md, which is made of the timer itself.

`python tests/timer/test_timer_sentences.py` writes that page anew.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser
from test_timer_looks import cell, phases

PAGE = Path(__file__).parents[2] / "docs" / "timer_words.md"
BEGIN = """# What the timer says

Each screen in the order of a session, from top to bottom: what stands on it, its buttons in bold (the first is the
main one), and in italics what is spoken as it comes. Made of the timer as it is, by
`python tests/timer/test_timer_sentences.py`.
"""
# The texts that one sees, in order, and what a button, a box or a list is called.
READ = """() => {
  const said = [];
  const seen = (node) => node.parentElement.checkVisibility();
  const walker = document.createTreeWalker(document.querySelector(".hiplog-stage"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const words = node.textContent.trim();
    const isSaid = words && seen(node) && !node.parentElement.closest("option, .hiplog-pips, .hiplog-digits");
    if (isSaid) said.push(words.replaceAll("\\n", " "));
  }
  for (const field of document.querySelectorAll(".hiplog-stage textarea")) {
    if (field.checkVisibility()) said.push(field.placeholder);
  }
  const notes = [...document.querySelectorAll(".hiplog-actions > :not(button)")];
  said.push(...notes.map((each) => each.textContent));
  const buttons = [...document.querySelectorAll(".hiplog-actions button")].map((each) => each.textContent);
  const saved = document.querySelector(".hiplog-saved span").textContent;
  return { said, buttons, saved, spoken: document.querySelector("[aria-live]").textContent };
}"""


def written(browser: Browser) -> str:
    """Return the page as the timer says it now."""
    page = cell(browser, 500, 900)
    parts = [BEGIN]
    for phase in phases(page):
        found = page.evaluate(READ)
        parts.append(f"## {phase.capitalize()}\n")
        parts += [f"- {words}" for words in found["said"]]
        parts.append(f"- {', '.join(f'**{name}**' for name in found['buttons'])}")
        parts += [f"- {found['saved']}"] if found["saved"] else []
        parts += [f"- *{found['spoken']}*\n"] if found["spoken"] else [""]
    page.context.close()
    return "\n".join(parts).rstrip() + "\n"


def test_all_that_the_timer_says_can_be_read_in_its_place(browser):
    assert PAGE.read_text("utf-8") == written(browser)


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[1]))
    import chromium
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        PAGE.write_text(
            written(playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"]))
        )
