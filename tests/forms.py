"""A form of the notebooks, used as a person does: a row chosen, fields filled in, what it says read."""

import html
import re

from hiplog.controls.row_editor import RowEditor


def choose(editor: RowEditor, number: int) -> None:
    """Choose a row of the list, 1 the latest, 0 one that is to be typed in."""
    editor._which.value = editor._which.options[number][1]


def fill(editor: RowEditor, **values) -> None:
    """Fill fields in, by their names."""
    for name, value in values.items():
        editor._fields[name].value = value


def save(editor: RowEditor, **values) -> str:
    """Fill fields in and press the button that adds or saves; return what is said then."""
    fill(editor, **values)
    editor._save.click()
    return said(editor)


def remove(editor: RowEditor, number: int) -> str:
    """Choose a row and press the button that removes it; return what is said then."""
    choose(editor, number)
    editor._of_one[0].click()
    return said(editor)


def said(editor: RowEditor) -> str:
    """Return what the form says, which is one paragraph without any markup in it."""
    return html.unescape(re.fullmatch(r'<p role="status">([^<]*)</p>', editor._said.value)[1])


def offered(editor: RowEditor) -> list[str]:
    """Return what the rows are called in the list."""
    return [name for name, _ in editor._which.options]
