"""A report as PDF: letters that can be selected, fonts in the file, drawings that scale, bookmarks."""

import io
import logging
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, time

import numpy as np
from fpdf import FPDF, FontFace
from PIL import Image

from hiplog.report.document import INK, SIGN, Block, Chart, Lines, Report, Section, Table
from hiplog.report.drawings import LOW
from hiplog.report.letters import DEJAVU, Letters

_PAGE_MM = (210.0, 279.4)  # as wide as A4 and as high as Letter: it is printed whole on either
_MARGIN_MM, _TOP_MM, _BOTTOM_MM = 13.0, 11.0, 15.0
_GAP_MM = 4.0  # between two charts
_CHART = (LOW, 1.9)  # inches of a chart's height, as many as are left; where fewer are it is narrower too
_MOST_HEAD_MM = 40.0  # of the heads on the left of texts
_NUMBER_MM = 20.0  # of a page's number at its foot
_FONT = "DejaVu Sans"  # in which the drawings were measured
_TITLE, _HEADING, _TEXT, _SMALL = 15.0, 10.0, 8.2, 8.0  # points
Colour = tuple[int, int, int]
_INK: Colour = (0, 0, 0)
_SOFT: Colour = (75, 82, 90)
_RULE: Colour = (185, 191, 198)
# A drawing of matplotlib gives sizes of letters in px and means its own unit; fpdf2 takes a px for 3/4 of that.
_PX = re.compile(r"(font(?:-size)?: [^;\"]*?[\d.]+)px")
# It also turns over what it draws in pixels, as many marks, which fpdf2 does not do.
_IMAGE = re.compile(
    r'base64,([^"]+)"([^>]*) transform="scale\(1 -1\) translate\(0 -[\d.]+\)" x="([-\d.]+)" y="([-\d.]+)"'
)


def as_pdf(report: Report) -> bytes:
    """Return the bytes of the file."""
    logging.getLogger("fpdf.svg").setLevel(logging.ERROR)  # it would tell that it takes no metadata of a drawing
    laid = _Layout(report)
    laid.text(report.title, size=_TITLE, style="B")
    laid.text("     ".join(f"{head}: {text}" for head, text in report.about), colour=_SOFT)
    for section in report.first:
        laid.section(section)
    laid.pdf.add_page()
    for section in report.following:
        laid.section(section)
    return bytes(laid.pdf.output())


class _Layout:
    """Puts one block below the other, on as many pages as they take."""

    def __init__(self, report: Report) -> None:
        self._letters = Letters(_texts(report))
        self.pdf = pdf = _Pages(" ".join(filter(None, (report.foot, self._letters.in_words()))))
        pdf.set_margins(_MARGIN_MM, _TOP_MM)
        pdf.set_auto_page_break(True, margin=_BOTTOM_MM)
        pdf.set_title(report.title)
        pdf.set_lang("en")
        pdf.set_creator(SIGN)
        pdf.set_creation_date(datetime.combine(report.made, time(), UTC))
        pdf.add_font(_FONT, "", DEJAVU / "DejaVuSans.ttf")
        pdf.add_font(_FONT, "B", DEJAVU / "DejaVuSans-Bold.ttf")
        others = [f"other {number}" for number in range(len(self._letters.fonts))]
        for name, path in zip(others, self._letters.fonts, strict=True):
            pdf.add_font(name, "", path)
        pdf.set_fallback_fonts(others, exact_match=False)
        pdf.set_text_shaping(self._letters.are_shaped)  # only then: it makes the file half as large again
        pdf.set_draw_color(*_RULE)
        pdf.add_page()

    def section(self, section: Section) -> None:
        """Put a heading and what stands below it, in the list of bookmarks too."""
        if self.pdf.will_page_break(20):
            self.pdf.add_page()
        self.pdf.ln(1.6)
        self.pdf.start_section(section.heading)
        self.text(section.heading, size=_HEADING, style="B")
        charts = [block for block in section.blocks if isinstance(block, Chart)]
        rows = [charts[first : first + 2] for first in range(0, len(charts), 2)]
        under = sum(self._high(block) for block in section.blocks if charts and isinstance(block, str))
        left_mm = self.pdf.h - _BOTTOM_MM - self.pdf.get_y() - under
        for row in rows:
            self._charts(row, left_mm / len(rows))
        for block in section.blocks:
            self._block(block)

    def text(
        self,
        text: str,
        *,
        size: float = _TEXT,
        style: str = "",
        colour: Colour = _INK,
        mm: float = 0,
    ) -> None:
        """Put a text, broken into lines as wide as the page, or as `mm`."""
        self.pdf.set_font(_FONT, style, size)
        self.pdf.set_text_color(*colour)
        self.pdf.multi_cell(mm, _high(size), self._letters.shown(text), new_x="LEFT", new_y="NEXT", align="L")

    def _high(self, text: str) -> float:
        """Return the height of a text across the page, in mm."""
        self.pdf.set_font(_FONT, "", _TEXT)
        return self.pdf.multi_cell(0, _high(_TEXT), self._letters.shown(text), dry_run=True, output="HEIGHT")

    def _block(self, block: Block) -> None:
        match block:
            case Table():
                self._table(block)
            case Lines():
                self._lines(block.lines)
            case str():
                self.text(block.replace("\n", " "))  # all are short sentences, and paper has an end

    def _lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Put texts with their heads on the left."""
        self.pdf.set_font(_FONT, "", _TEXT)
        widest = max(self.pdf.get_string_width(self._letters.shown(head)) for head, _ in lines)
        mm = min(widest + 4, _MOST_HEAD_MM)
        for head, text in lines:
            if self.pdf.will_page_break(2 * _high(_TEXT)):
                self.pdf.add_page()
            top, page = self.pdf.get_y(), self.pdf.page
            self.text(head, colour=_SOFT, mm=mm)
            below = self.pdf.get_y()
            self.pdf.set_xy(_MARGIN_MM + mm, top)
            self.text(text)
            end = self.pdf.get_y()
            self.pdf.set_xy(_MARGIN_MM, (max(below, end) if self.pdf.page == page else end) + 0.5)

    def _table(self, table: Table) -> None:
        self.text(table.caption, size=_SMALL, colour=_SOFT)
        self.pdf.set_font(_FONT, "", _TEXT)
        self.pdf.set_text_color(*_INK)
        columns = len(table.head) - 1
        with self.pdf.table(
            col_widths=(26, *[74 / columns] * columns),
            text_align="LEFT",
            borders_layout="HORIZONTAL_LINES",
            line_height=_high(_TEXT),
            padding=(0.45, 1.5, 0.45, 0),
            headings_style=FontFace(emphasis="", color=_SOFT),
        ) as laid:
            for cells in (table.head, *table.rows):
                laid.row(map(self._letters.shown, cells))

    def _charts(self, charts: list[Chart], most_mm: float) -> None:
        """Put charts beside each other, each below its caption, in no more than `most_mm`."""
        column = (self.pdf.epw - _GAP_MM) / 2
        top = self.pdf.get_y()
        lefts = [_MARGIN_MM + number * (column + _GAP_MM) for number in range(len(charts))]
        unders = [self._words_of(chart, left, top, column) for chart, left in zip(charts, lefts, strict=True)]
        under = max(unders) + 0.5
        left_mm, wide = top + most_mm - under - 1, charts[0].figure.get_figwidth()
        high = float(np.clip(left_mm * wide / column, *_CHART))
        width = min(column, left_mm * wide / high)
        for chart, left in zip(charts, lefts, strict=True):
            svg = _IMAGE.sub(_upright, _PX.sub(r"\1", chart.svg("none", high))).replace(INK, "#000000").encode()
            self.pdf.image(io.BytesIO(svg), x=left, y=under, w=width, alt_text=chart.words, title=chart.title)
        self.pdf.set_xy(_MARGIN_MM, under + width * high / wide + 1)

    def _words_of(self, chart: Chart, left: float, top: float, width: float) -> float:
        """Put the title and the caption of a chart, and return where they end."""
        self.pdf.set_xy(left, top)
        self.text(chart.title, style="B", mm=width)
        self.text(chart.caption, size=_SMALL, colour=_SOFT, mm=width)
        return self.pdf.get_y()


class _Pages(FPDF):
    """Pages with a line at their foot."""

    def __init__(self, foot: str) -> None:
        super().__init__(format=_PAGE_MM)
        self._foot = foot

    def footer(self) -> None:
        """Say whose record this is, and which page."""
        self.set_xy(_MARGIN_MM, -_BOTTOM_MM + 3)
        self.set_font(_FONT, "", _SMALL)
        self.set_text_color(*_SOFT)
        self.multi_cell(self.epw - _NUMBER_MM, _high(_SMALL), self._foot, align="L")
        self.set_xy(_MARGIN_MM, -_BOTTOM_MM + 3)
        self.cell(0, _high(_SMALL), f"{self.page_no()} of {{nb}}", align="R")


def _upright(image: re.Match[str]) -> str:
    """Return the pixels of a drawing, and where they are, turned over."""
    pixels, given, x, y = image.groups()
    turned, stream = Image.open(io.BytesIO(b64decode(pixels))), io.BytesIO()
    turned.transpose(Image.Transpose.FLIP_TOP_BOTTOM).save(stream, "PNG")
    return f'base64,{b64encode(stream.getvalue()).decode()}"{given} x="{x}" y="{-float(y)}"'


def _high(points: float) -> float:
    """Return the height of a line in mm."""
    return 1.24 * points * 25.4 / 72


def _texts(report: Report) -> Iterator[str]:
    """Yield all that is written in a report."""
    yield report.title
    for head, text in report.about:
        yield head + text
    for section in (*report.first, *report.following):
        yield section.heading
        for block in section.blocks:
            match block:
                case Table():
                    yield from (cell for row in (block.head, *block.rows) for cell in row)
                case Lines():
                    yield from (head + text for head, text in block.lines)
                case str():
                    yield block
