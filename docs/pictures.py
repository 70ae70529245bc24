"""Make the pictures of the README and the site of synthetic data, in a real browser, and the one of the widgets.

    .venv/bin/python docs/pictures.py

They go into `docs/pictures/`, that of the widgets into `hiplog/`. Nothing but the address of this computer is
asked for anything.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from matplotlib.figure import Figure
from playwright.sync_api import sync_playwright

import hiplog
from hiplog import lab

HERE = Path(__file__).parent
sys.path += [str(HERE.parent / "tests"), str(HERE.parent / "tests" / "browser")]
import chromium  # noqa: E402
import driver  # noqa: E402
import notebook_page  # noqa: E402

PICTURES = HERE / "pictures"


def draw_the_chart() -> None:
    """Draw the example log's holds over time, as a notebook shows them."""
    figure = Figure(figsize=(9, 4.6), layout="constrained")
    hiplog.plot_progress(hiplog.example(), ax=figure.subplots())
    figure.savefig(PICTURES / "progress.png", dpi=120)


def draw_the_stand_in() -> None:
    """Draw what stands for a timer or a form where no Python runs."""
    figure = Figure(figsize=(4.8, 0.9), facecolor="white")
    ring, text = figure.add_axes((0.02, 0.1, 0.15, 0.8)), figure.add_axes((0.2, 0, 0.8, 1))
    ring.pie([3, 1], colors=["#009E73", "#E0E0E0"], startangle=90, counterclock=False, wedgeprops={"width": 0.28})
    text.set_axis_off()
    text.text(0, 0.64, "hiplog", size=13, weight="bold", color="#222222", va="center")
    text.text(0, 0.30, "Run this cell in Jupyter, and it can be used.", size=10.5, color="#222222", va="center")
    figure.savefig(HERE.parent / "hiplog" / "stand_in.png", dpi=200)


def take_the_report() -> None:
    """Take the first page of the example log's report, as it is printed."""
    with tempfile.TemporaryDirectory() as name:
        log = hiplog.read_log(HERE.parent / "data" / "example_log.csv")  # its plans and days too
        path = hiplog.write_report(log, Path(name) / "report.pdf", today="2026-11-01")
        command = ["pdftoppm", "-singlefile", "-png", "-r", "110", path, PICTURES / "report"]
        subprocess.run(command, check=True)


def take_the_timer() -> None:
    """Take the timer before a session and in the middle of a hold, with the example's last and best seconds."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        with driver.serve_lab(folder) as address:
            root = folder / "root"
            lab.copy_into(root, lab.starter())
            hiplog.Log(root / lab.LOG).add(hiplog.example())
            browser = driver.launch(playwright.chromium, chromium.find())
            page = browser.new_page(viewport={"width": 1100, "height": 820}, device_scale_factor=1.5)
            timer = driver.AppPage(page, address, root)
            page.goto(f"{address}/{lab.APP_PAGE}?token={driver.TOKEN}")
            timer.button("Start").wait_for()
            timer.view().screenshot(path=PICTURES / "ready.png")
            timer.press("Start")
            timer.press("Start now")
            timer.wait(47.3)  # a real hold, so the picture shows what a person sees
            timer.view().screenshot(path=PICTURES / "timer.png")
            browser.close()


def take_the_import_form() -> None:
    """Take the form that brings in a file, with the notes that the invented person kept by hand."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        with driver.serve_lab(folder) as address:
            browser = driver.launch(playwright.chromium, chromium.find())
            page = browser.new_page(viewport={"width": 1200, "height": 1400}, device_scale_factor=1.5)
            notebook = notebook_page.Notebook(page, address, folder / "root" / "notes")
            shutil.copy(HERE.parent / "data" / "hand_kept_notes.csv", notebook.folder / "old_notes.csv")
            notebook.open()
            notebook.show("hiplog.ImportForm(log.begin())")
            form = page.locator(".jp-OutputArea-output").filter(has_text="Choose a file")
            form.get_by_placeholder("or type its path").fill("old_notes.csv")
            page.keyboard.press("Enter")
            form.get_by_role("region", name="Refused").wait_for()
            form.screenshot(path=PICTURES / "import.png")
            browser.close()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    draw_the_chart()
    draw_the_stand_in()
    take_the_report()
    take_the_timer()
    take_the_import_form()
