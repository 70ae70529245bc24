"""A button that sends a file of the reader's own machine."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import traitlets

_LONGEST = 150  # bytes of a file's name; most systems can keep 255
_PAGE = """
function render({ model, el }) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = model.get("accept");
  input.hidden = true;
  const button = document.createElement("button");
  button.className = "jupyter-widgets jupyter-button widget-button";
  button.style.width = "auto";
  button.textContent = model.get("description");
  button.addEventListener("click", () => {
    input.value = ""; // or the same file could not be chosen again
    input.click();
  });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const content = await file.arrayBuffer();
    model.send({ type: "file-chosen", name: file.name }, undefined, [new DataView(content)]);
  });
  el.append(button, input);
}

export default { render };
"""


class FileChooser(anywidget.AnyWidget):
    """A button that lets a reader choose a file; nothing of it stays in the widget.

    ipywidgets' own `FileUpload` shows a number behind its name, and keeps the file in its state.

    Parameters
    ----------
    chosen : callable
        Is given the name of a file, as one that a folder can have, and its content.
    accept : str
        The endings that the reader's machine offers first, with commas between.
    """

    _esm = _PAGE
    accept = traitlets.Unicode().tag(sync=True)
    description = traitlets.Unicode("Choose a file").tag(sync=True)

    def __init__(self, chosen: Callable[[Path, bytes], None], *, accept: str) -> None:
        super().__init__(accept=accept)
        self._chosen = chosen
        self.on_msg(self._sent)

    def _sent(self, _widget: object, content: dict, buffers: list) -> None:
        if content.get("type") == "file-chosen" and buffers:
            self._chosen(_file_name(str(content.get("name"))), bytes(buffers[0]))


def _file_name(given: str) -> Path:
    """Return the name of a file that a page sent, as one that a folder can have."""
    name = Path(given.replace("\\", "/").replace("\0", "")).name
    return Path(name.encode()[-_LONGEST:].decode(errors="ignore") if name not in ("", "..") else "upload")
