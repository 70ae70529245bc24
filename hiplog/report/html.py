"""A report as one HTML file that needs nothing beside it."""

import re

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from hiplog.report.document import INK, PAPER, SIGN, Chart, Lines, Report, Table

_KINDS = {Table: "table", Chart: "chart", Lines: "lines", str: "text"}
_SVG = re.compile(r"<svg\b.*</svg>", re.DOTALL)
_NAMES = re.compile(r'\b(id="|href="#|url\(#)')  # names are made different in each drawing of a page
_GROUP = re.compile(r'<g id="[^"]*"')  # nothing points at a group, and its name need not be another's
_META = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)


def as_html(report: Report) -> bytes:
    """Return the bytes of the file."""
    environment = Environment(
        loader=PackageLoader("hiplog.report"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"kind": lambda block: _KINDS[type(block)], "drawing": _drawing}
    return environment.get_template("report.html").render(report=report, sign=SIGN).encode()


def _drawing(chart: Chart, number: int) -> Markup:
    """Return a chart as an element of the page, with its words, in the page's own ink."""
    svg = _SVG.search(chart.svg("path")).group()
    svg = _GROUP.sub("<g", _META.sub("", svg)).replace(INK, "currentColor").replace(PAPER, "var(--paper)")
    svg = _NAMES.sub(rf"\g<1>chart{number}-", svg)
    opening, rest = svg.split(">", 1)
    opening = re.sub(r' (width|height)="[^"]*"', "", opening)
    named = Markup('{} role="img" aria-labelledby="c{}-title" aria-describedby="c{}-words">')
    title = Markup('<title id="c{}-title">{}</title>').format(number, chart.title)
    words = Markup('<desc id="c{}-words">{}</desc>').format(number, chart.words)
    return named.format(Markup(opening), number, number) + title + words + Markup(rest)
