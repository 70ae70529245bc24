"""How the controls say something."""

import html

# What begins mathematics in a page, and its twins in full width, which begin none.
_NO_MATHEMATICS = str.maketrans("$\\", "\uff04\uff3c")

LABEL = {"description_width": "initial"}


def sentence(text: str) -> str:
    """Return text as a paragraph that is read out; nothing of a log or a file is ever taken for HTML."""
    return f'<p role="status">{html.escape(text)}</p>'


def label(text: str) -> str:
    """Return text as the label of a field: ipywidgets takes no HTML in it, but typesets mathematics."""
    return text.translate(_NO_MATHEMATICS)
