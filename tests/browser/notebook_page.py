"""Drive a notebook with a timer in it: its page, its cells and its kernel."""

import os
import signal
import time
from pathlib import Path

import nbformat
from driver import TOKEN, TimerPage, ask
from playwright.sync_api import Page

# Where a notebook's log lies: as a person's own, not among the files that JupyterLab lists. A file that goes while
# Jupyter lists its folder, as SQLite's journal does, makes it say "Directory not found" over all else.
LOG = "data/log.sqlite"
# Where a notebook is opened; in JupyterLab in a workspace of its own, or old tabs come back.
LAB = "lab/workspaces/{folder}/tree/{folder}/timer.ipynb"
NOTEBOOK_7 = "notebooks/{folder}/timer.ipynb"
SETUP = f"""
import os
from pathlib import Path

import hiplog

Path("kernel.pid").write_text(str(os.getpid()))
log = hiplog.Log({LOG!r})
"""
TIMER = "timer = hiplog.HoldTimer(log, target_s=60, prepare_s=60, switch_s=60)\ntimer"  # all is done by presses
CHANGE_CELL = "source => jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.setSource(source)"
KERNEL = "jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"
COMPLAINTS = ".jp-Notebook .jp-RenderedText:is([data-mime-type$='.stderr'], [data-mime-type$='.error'])"
IDLE = f"() => {KERNEL}?.status === 'idle' && {KERNEL}.connectionStatus === 'connected'"


def write_notebook(folder: Path, *cells: str) -> None:
    """Make a folder with a notebook of these cells in it, and one for its log."""
    (folder / LOG).parent.mkdir(parents=True)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell.strip()) for cell in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}  # else Lab asks which
    nbformat.write(notebook, folder / "timer.ipynb")


class Notebook(TimerPage):
    """One notebook with a timer in it, in a page of its own, of JupyterLab or of another that opens notebooks."""

    def __init__(self, page: Page, address: str, folder: Path, at: str = LAB):
        super().__init__(page, folder / LOG)
        self.address, self.folder, self.at = address, folder, at
        self.cell = TIMER
        write_notebook(folder, SETUP, TIMER)

    def open(self) -> None:
        """Open the notebook and wait until its kernel is idle."""
        self.page.goto(f"{self.address}/{self.at.format(folder=self.folder.name)}?token={TOKEN}")
        self.wait_for_notebook()

    def show_timer(self, cell: str = TIMER) -> "Notebook":
        """Show a timer for a new log, so that what an earlier test left is none of its business."""
        self.show(cell)
        self.button("Start").wait_for()
        return self

    def show(self, cell: str) -> None:
        """Show what a cell gives, with a new log."""
        self.page.wait_for_function(IDLE)
        for file in (self.log, self.log.with_name("log.sqlite.saved.json")):  # else the log is missed
            file.unlink(missing_ok=True)
        self.cell = cell
        self.page.evaluate(CHANGE_CELL, cell)
        self.run_all()

    def reload(self) -> None:
        """Reload the page, as a person does; of the notebook, not saved before, only the code is as it was."""
        self.page.reload()
        self.wait_for_notebook()
        self.page.evaluate(CHANGE_CELL, self.cell)

    def come_back(self) -> None:
        """Reload the page and run all cells."""
        self.reload()
        self.run_all()

    def wait_for_notebook(self) -> None:
        """Wait until the notebook is on the screen, with an idle kernel."""
        self.page.wait_for_function("window.jupyterapp")
        self.page.evaluate("jupyterapp.restored.then(() => null)")
        self.page.locator(".jp-NotebookPanel").wait_for()
        self.page.wait_for_function(IDLE)

    def run_all(self) -> None:
        """Run all cells, wait until they ran, and see that none of them complains."""
        self.command("notebook:run-all-cells")
        assert self.page.locator(COMPLAINTS).all_inner_texts() == []

    def command(self, name: str, options: dict | None = None) -> None:
        """Run a command of JupyterLab, or of what is built like it, and wait until it is done."""
        run = "([name, options]) => jupyterapp.commands.execute(name, options).then(() => null)"
        self.page.evaluate(run, [name, options or {}])

    def execute(self, code: str, *, wait: bool = True) -> None:
        """Run code in the kernel, past the notebook; `wait=False` leaves the kernel busy with it."""
        done = "await run.done" if wait else ""
        self.page.evaluate(f"async code => {{ const run = {KERNEL}.requestExecute({{code}}); {done} }}", code)

    def in_kernel(self, expression: str) -> str:
        """Return what the kernel makes of an expression, as text."""
        self.execute(f"Path('said').write_text(str({expression}))")
        return (self.folder / "said").read_text()

    def pid(self) -> int:
        """Return the process of the kernel in which the cells ran last."""
        return int((self.folder / "kernel.pid").read_text())

    def kill_kernel(self) -> None:
        """Kill the kernel's process, as a computer that runs out of memory does; the server starts another."""
        os.kill(self.pid(), signal.SIGKILL)

    def restart_kernel(self) -> None:
        """Ask the server for another kernel."""
        ask(self.address, "POST", f"/api/kernels/{self.page.evaluate(KERNEL + '.id')}/restart")

    def wait_for_new_kernel(self, *, at_most_s: float = 30) -> None:
        """Wait until another kernel answers the page; close what JupyterLab says about it.

        The kernel is asked: what the page hears of its state may be lost while it begins.
        """
        said = self.log.with_name("new.pid")
        said.unlink(missing_ok=True)
        until = time.monotonic() + at_most_s
        while not said.exists() or said.read_text() in ("", str(self.pid())):
            assert time.monotonic() < until, "no other kernel answers"
            code = f"__import__('pathlib').Path({str(said)!r}).write_text(str(__import__('os').getpid()))"
            self.execute(code, wait=False)
            self.wait(0.5)
        self.page.wait_for_function(IDLE)
        if self.page.locator(".jp-Dialog").count():
            self.page.keyboard.press("Escape")
            self.page.locator(".jp-Dialog").wait_for(state="detached")

    def shut_down(self) -> None:
        """End the kernel of this notebook."""
        for session in ask(self.address, "GET", "/api/sessions"):
            if session["path"].startswith(self.folder.name + "/"):
                ask(self.address, "DELETE", f"/api/sessions/{session['id']}")

    def cell_types(self) -> list[str]:
        """Return the type of each cell of the notebook on the screen."""
        return self.page.evaluate("jupyterapp.shell.currentWidget.content.widgets.map(cell => cell.model.type)")
