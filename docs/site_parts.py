"""What Sphinx does not do by itself: columns and dtypes, out of the code, and headings that say their level."""

from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive
from reference_tables import columns_of, dtypes_of
from sphinx.application import Sphinx

from hiplog.schema import TABLES


class Columns(Directive):
    """The columns of one of the tables of a log: `columns:: holds`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        (table,) = [table for table in TABLES if table.name == self.arguments[0]]
        rows = [
            (nodes.literal("", name), nodes.literal("", dtype), nodes.Text(rule))
            for name, dtype, rule in columns_of(table)
        ]
        return [_table(("column", "dtype", "a value is"), rows)]


class Dtypes(Directive):
    """The dtypes of what a function returns: `dtypes:: balance`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a paragraph."""
        said: list[nodes.Node] = []
        for dtype, columns in dtypes_of(self.arguments[0]).items():
            said += [nodes.Text("; " if said else "Dtypes: "), nodes.strong("", dtype)]
            for i, column in enumerate(columns):
                said += [nodes.Text(", " if i else ": "), nodes.literal("", column)]
        return [nodes.paragraph("", "", *said, nodes.Text("."))]


def _table(head: tuple[str, ...], rows: list[tuple[nodes.Node, ...]]) -> nodes.table:
    group = nodes.tgroup("", *(nodes.colspec(colwidth=1) for _ in head), cols=len(head))
    group += nodes.thead("", _row(tuple(nodes.Text(word) for word in head)))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", group)


def _row(cells: tuple[nodes.Node, ...]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", cell)) for cell in cells))


def say_level(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Give the captions of the contents the level that a heading must have."""
    tree = context["furo_navigation_tree"]
    context["furo_navigation_tree"] = tree.replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app: Sphinx) -> dict[str, bool]:
    """Give all of them to Sphinx."""
    app.add_directive("columns", Columns)
    app.add_directive("dtypes", Dtypes)
    app.connect("html-page-context", say_level, priority=900)  # after the theme has made the contents
    return {"parallel_read_safe": True}
