"""How the controls say something."""

import html

LABEL = {"description_width": "initial"}


def sentence(text: str) -> str:
    """Return text as a paragraph that is read out; nothing of a log or a file is ever taken for HTML."""
    return f'<p role="status">{html.escape(text)}</p>'
