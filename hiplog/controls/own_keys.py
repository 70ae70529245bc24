"""The keys that are pressed in a form are the form's."""

import anywidget

_PAGE = """
function render({ el }) {
  el.style.display = "none";
  // JupyterLab takes a key in an output for its own: arrows leave the cell, an "a" in a drop-down makes a new one.
  const keep = (event) => {
    const others = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
    if (!others) event.stopPropagation();
  };
  let form;
  let waiting;
  const attach = () => {
    form = el.closest(".widget-vbox");
    if (form) form.addEventListener("keydown", keep);
    else waiting = requestAnimationFrame(attach); // not on the page yet
  };
  attach();
  return () => {
    cancelAnimationFrame(waiting);
    form?.removeEventListener("keydown", keep);
  };
}

export default { render };
"""


class OwnKeys(anywidget.AnyWidget):
    """Takes no room; the box that it is in keeps the keys that are pressed in it from JupyterLab.

    Those with Ctrl, Alt or the command key, and Shift with Enter, are JupyterLab's still.
    """

    _esm = _PAGE
