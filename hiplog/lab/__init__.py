"""The folder that a reader works in, and the server that shows it.

A folder holds the notebooks, the example data, the reader's own log, and `.hiplog/`: what was laid there (so that
an upgrade renews what the reader has not changed) and JupyterLab's open tabs.
"""

from hiplog.lab.folder import FOLDER, LAID, LOG, RECORD, copy_into, nearest, starter
from hiplog.lab.running import find_server, has_page, is_taken, show
from hiplog.lab.server import start

# The two pages of one server, so that both have the same holds in the browser: JupyterLab, and the timer alone.
LAB_PAGE = "lab/tree/notebooks/01_time_a_session.ipynb"
APP_PAGE = "voila/render/notebooks/timer_alone.ipynb"
PORT = 8987  # one for good: what the timer keeps in the browser belongs to it

__all__ = [
    "APP_PAGE",
    "FOLDER",
    "LAB_PAGE",
    "LAID",
    "LOG",
    "PORT",
    "RECORD",
    "copy_into",
    "find_server",
    "has_page",
    "is_taken",
    "nearest",
    "show",
    "start",
    "starter",
]
