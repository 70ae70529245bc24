"""A chart as a file."""

import base64
import io
import re
from html import escape

import pytest
from charted import PLOTS
from diaries import diary
from matplotlib import pyplot as plt
from matplotlib.figure import Figure
from PIL import Image

import hiplog
from hiplog.charts.pictures import Picture, as_sentences, on_a_figure
from hiplog.schema import LogError


@pytest.mark.parametrize("plot", PLOTS)
def test_a_chart_can_be_saved_as_svg_with_its_words(plot, two_months, tmp_path):
    with plt.rc_context({"svg.fonttype": "none"}):
        plot(two_months, ax=Figure().subplots()).figure.savefig(tmp_path / "chart.svg")
    assert "Hip balancing: " in (tmp_path / "chart.svg").read_text()


@pytest.mark.parametrize(
    ("chart", "path", "said"),
    [
        ("x.png", plt.Figure(), "chart is a str, expected what a plot_"),
        (plt.Figure(), plt.Figure(), r"path is <Figure .*>, expected a name that ends in .png, .svg or .pdf"),
        (plt.Figure(), "x.docx", "path is 'x.docx', expected a name"),
        (plt.Figure(), "no/such/folder/x.png", "the chart could not be made"),
    ],
)
def test_a_chart_that_cannot_be_saved_is_refused_in_a_sentence(chart, path, said):
    with pytest.raises(LogError, match=said):
        hiplog.save_chart(chart, path)


def test_a_saved_chart_says_in_its_metadata_what_it_shows(tmp_path):
    path = hiplog.save_chart(hiplog.plot_practice(diary(30)), tmp_path / "practice.png")
    with Image.open(path) as picture:
        said = "A whole session on 28 of the 28 days up to 2 Apr 2026. Hip balancing: days practised. 30 sessions"
        assert picture.info["Description"].startswith(said)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_saved_chart_takes_the_place_of_an_earlier_one_and_of_no_other_file(suffix, tmp_path):
    figure, other = hiplog.plot_practice(diary(10), ax=Figure().subplots()).figure, tmp_path / f"other.{suffix}"
    Figure().savefig(other)
    before = other.read_bytes()
    with pytest.raises(LogError, match=r"this is another file, expected a new name or an earlier chart"):
        hiplog.save_chart(figure, other)
    assert other.read_bytes() == before
    path = hiplog.save_chart(figure, tmp_path / f"mine.{suffix}")
    assert hiplog.save_chart(figure, path) == path


def test_a_png_has_as_many_pixels_as_its_dpi_says(tmp_path, two_months):
    figure = hiplog.plot_balance(two_months, ax=Figure(figsize=(4, 3)).subplots()).figure
    sizes = []
    for given in ({}, {"dpi": 40}):
        with Image.open(hiplog.save_chart(figure, tmp_path / "x.png", **given)) as picture:
            sizes.append(picture.size)
    assert sizes == [(600, 450), (160, 120)]


@pytest.mark.parametrize("dpi", [0, -1, "150", True, None, 5000])
def test_a_dpi_that_is_none_is_refused(tmp_path, two_months, dpi):
    figure = hiplog.plot_balance(two_months, ax=Figure().subplots()).figure
    with pytest.raises(LogError, match=r"^save_chart: dpi is .*, expected a number from 1 to 2400$"):
        hiplog.save_chart(figure, tmp_path / "x.png", dpi=dpi)


def test_a_chart_for_a_form_is_as_large_as_a_page_has_room_for(two_months):
    chart, page = (on_a_figure(plot, two_months) for plot in (hiplog.plot_balance, hiplog.plot_overview))
    assert chart.get_size_inches().tolist() == [7.2, 4.2]
    assert page.get_size_inches().tolist() == [10.2, 7.6]
    assert [figure.get_layout_engine() is None for figure in (chart, page)] == [False, True]


def test_a_picture_in_a_page_is_as_wide_as_there_is_room_and_no_wider_than_is_sharp(two_months):
    picture = Picture.of(on_a_figure(hiplog.plot_balance, two_months, label='"<b>'))
    data = base64.b64encode(picture.png).decode()
    assert picture._repr_html_() == (
        f'<img alt="{escape(picture.words)}" style="width: 100%; max-width: 960px; height: auto" '
        f'src="data:image/png;base64,{data}">'
    )
    assert Image.open(io.BytesIO(picture.png)).size == (1080, 630)


def test_letters_of_a_saved_chart_are_its_own_on_every_machine_and_equal_charts_are_equal_files(tmp_path):
    plotted = [hiplog.plot_practice(diary(10), ax=Figure().subplots()) for _ in range(2)]
    for suffix in ("svg", "pdf"):
        one, other = (hiplog.save_chart(ax, tmp_path / f"{n}.{suffix}") for n, ax in enumerate(plotted))
        assert one.read_bytes() == other.read_bytes()
    assert b"<text" not in (tmp_path / "0.svg").read_bytes()
    fonts = re.findall(rb"/Subtype /(Type3|TrueType|Type0|CIDFontType2)", (tmp_path / "0.pdf").read_bytes())
    assert fonts
    assert b"Type3" not in fonts


def test_what_a_chart_says_is_one_text_of_sentences():
    assert as_sentences(["One", "Two.", "", "Three?"]) == "One. Two. Three?"
