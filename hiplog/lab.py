"""The folder that a reader works in, and JupyterLab opened on it.

A folder holds the notebooks, the example data, the reader's own log, and `.hiplog/`: what was laid there (so that
an upgrade renews what the reader has not changed) and JupyterLab's open tabs.
"""

import hashlib
import json
import os
import socket
import sys
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterable
from http.client import HTTPResponse
from pathlib import Path

LOG = "data/my_log.sqlite"
RECORD = ".hiplog/laid.json"
# The two pages of one server, so that both have the same holds in the browser: JupyterLab, and the timer alone.
LAB_PAGE = "lab/tree/notebooks/01_time_a_session.ipynb"
APP_PAGE = "voila/render/notebooks/timer_alone.ipynb"
# One port and one host name for good: what the timer keeps in the browser belongs to both of them.
HOST, PORT = "localhost", 8987

LAID = ("notebooks/*.ipynb", "data/*.csv", "data/*.md")
_HERE = Path(__file__).parent


def nearest(name: str) -> Path | None:
    """Return the file `name` in the current folder or the nearest one above that has it."""
    here = Path.cwd()
    return next((path for folder in (here, *here.parents) if (path := folder / name).is_file()), None)


def starter() -> Path:
    """Return the folder of the shipped notebooks and data: within an installed hiplog, beside it in a checkout."""
    installed = _HERE / "starter"
    return installed if installed.is_dir() else _HERE.parent


def lay(folder: Path, source: Path) -> dict[str, list[str]]:
    """Lay the notebooks and example data of `source` into `folder`; what its reader has changed stays as it is.

    Returns
    -------
    dict
        The names of the files that are "new", "renewed", "same", or "kept": changed by the reader, while `source`
        has another.
    """
    record = _read_record(folder)
    fates = {"new": [], "renewed": [], "kept": [], "same": []}
    for name in sorted(path.relative_to(source).as_posix() for glob in LAID for path in source.glob(glob)):
        fate = _fate(source / name, folder / name, record.get(name))
        fates[fate].append(name)
        if fate in ("new", "renewed"):
            _write(folder / name, (source / name).read_bytes())
        if fate != "kept":
            record[name] = _says(source / name)
    _write(folder / RECORD, json.dumps(record, indent=1).encode())
    return fates


def _fate(source: Path, there: Path, laid: str | None) -> str:
    if not there.exists():
        return "new"
    if _says(there) == _says(source):
        return "same"
    return "renewed" if _says(there) == laid else "kept"


def _says(file: Path) -> str:
    """Return a digest of what a file says: of a notebook the text of its cells, for running it writes the rest."""
    content = file.read_bytes()
    if file.suffix == ".ipynb":
        try:
            cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(content)["cells"]]
            content = json.dumps([cell for cell in cells if cell[1].strip()]).encode()
        except (ValueError, KeyError, TypeError):
            pass  # no notebook any more: every byte counts
    return hashlib.sha256(content).hexdigest()


def _read_record(folder: Path) -> dict[str, str]:
    try:
        return json.loads((folder / RECORD).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}  # nothing is known to have been laid, so every file that differs counts as the reader's


def _write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all: half a notebook would count as the reader's, and stay."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(file.name + ".part")
    half.write_bytes(content)
    half.replace(file)


def own_server(folder: Path, port: int, page: str) -> str | None:
    """Return the address of `page` on the server that already runs for `folder` on `port`, if one does."""
    from jupyter_server.serverapp import list_running_servers

    for server in list_running_servers():
        if server["port"] == port and Path(server["root_dir"]).resolve() == folder.resolve() and _answers(server):
            return f"{server['url']}{page}?token={server['token']}"
    return None


def _answers(server: dict) -> bool:
    try:
        with _open(f"{server['url']}api/status?token={server['token']}") as answer:
            return "kernels" in json.load(answer)
    except (OSError, ValueError):
        return False


def has_page(address: str) -> bool:
    """Return whether a running server knows the page at `address`; asking opens and runs nothing."""
    try:
        _open(urllib.request.Request(address, method="HEAD")).close()
    except urllib.error.HTTPError as error:
        return error.code != 404
    return True


def _open(request: str | urllib.request.Request) -> HTTPResponse:
    return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5)


def is_taken(port: int) -> bool:
    """Return whether any program on this computer listens on `port`."""
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def show(address: str) -> bool:
    """Open the browser on `address`; return whether there is one."""
    return has_screen() and webbrowser.open(address)


def has_screen() -> bool:
    """Return whether a browser can be shown; without a screen Python would start one in the terminal."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in names)


def start(folder: Path, port: int, page: str, arguments: Iterable[str]) -> None:
    """Be the server of `folder`, opened on `page`, until it is shut down; no setting of the reader's is changed.

    Its own settings (the button "Run all", fewer lines in the terminal) and how Voila shows the timer alone are in
    `hiplog/jupyter/`, which is added to Jupyter's search paths for this process alone. The button restarts the
    kernel first, without asking: a plain `run-all-cells` that is pressed while it only starts runs one cell
    at most, or none. No hold is lost by that: a finished one is in the log or still in the browser, and one that
    runs is timed by the browser and offered again.
    """
    for paths in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
        theirs = os.environ.get(paths)
        os.environ[paths] = os.pathsep.join([*([theirs] if theirs else []), str(_HERE / "jupyter")])
    from jupyterlab.labapp import LabApp

    ours = [
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url=/{page}",
        f"--LabApp.workspaces_dir={(folder / RECORD).parent.resolve() / 'workspaces'}",
        *([] if has_screen() else ["--no-browser"]),
    ]
    LabApp.launch_instance([*ours, *arguments])
