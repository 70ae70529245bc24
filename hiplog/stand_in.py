"""What stands for a widget where no Python runs: a saved, exported or mailed notebook, or one on a website."""

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

Bundle = dict[str, Any]


def with_picture(bundle: Bundle | tuple[Bundle, Bundle], words: str) -> Bundle:
    """Return what a widget shows of itself, with a plain picture, and the words for whoever cannot see it.

    The picture is the same whatever is in the log, so that a notebook keeps nothing of it.

    Parameters
    ----------
    bundle : dict, or a dict and its metadata
        By MIME type; see IPython's `_repr_mimebundle_`.
    words : str
        In one line.
    """
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    page = f'<img alt="{escape(words)}" width="480" src="data:image/png;base64,{_picture()}">'
    return data | {"text/plain": words, "text/html": page, "image/png": _picture()}


@cache
def _picture() -> str:
    return b64encode(Path(__file__).with_suffix(".png").read_bytes()).decode()
