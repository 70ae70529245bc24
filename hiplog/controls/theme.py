"""Whether the page is light or dark."""

import anywidget
import traitlets

_PAGE = """
function isDark() {
  const light = document.body.dataset.jpThemeLight;  // JupyterLab and Notebook say it there
  return light === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : light === "false";
}

function initialize({ model }) {
  const tell = () => {
    if (model.get("dark") === isDark()) return;
    model.set("dark", isDark());
    model.save_changes();
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const page = new MutationObserver(tell);
  page.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  system.addEventListener("change", tell);
  tell();
  return () => {
    page.disconnect();
    system.removeEventListener("change", tell);
  };
}

export default { initialize };
"""


class Theme(anywidget.AnyWidget):
    """Takes no room; its `dark` follows the page that it is shown on, at once when that changes."""

    _esm = _PAGE
    dark = traitlets.Bool().tag(sync=True)
    _last = False  # what the page was when it was last told: a first guess for the next

    def __init__(self) -> None:
        super().__init__(dark=Theme._last)
        self.observe(self._remember, names="dark")

    def _remember(self, change: dict) -> None:
        Theme._last = change["new"]
