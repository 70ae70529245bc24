"""JupyterLab as the server of a reader's folder."""

import ipaddress
import os
import signal
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from hiplog.lab.folder import RECORD
from hiplog.lab.running import has_screen, opening_page

_SETTINGS = Path(__file__).parents[1] / "jupyter"
_FOR_ANYBODY = (
    "No token and no password is asked for: whoever reaches this address, any account of this computer among "
    "them, can read, change and delete your log, and run programs as you."
)
_FOR_THE_NETWORK = (
    "Other computers can reach this server ({ip}). What is sent to them is not encrypted: whoever can listen to "
    "this network can read it all, the token too."
)
_CLOSES = (
    "hiplog closes. What was saved is in your log; a hold that was not waits in your browser for the next time."
)
_FOR_THE_NETWORK_ENCRYPTED = "Other computers can reach this server ({ip})."


def start(folder: Path, port: int, page: str, arguments: Iterable[str]) -> None:
    """Be the server of `folder`, opened on `page`, until it is shut down; no setting of the reader's is changed.

    Its own settings (the button "Run all", fewer lines in the terminal) and how Voila shows the timer alone are in
    `hiplog/jupyter/`, which is added to Jupyter's search paths for this process alone. The button restarts the
    kernel first, without asking: a plain `run-all-cells` that is pressed while it only starts runs one cell
    at most, or none. Pressed before there is a kernel at all, it begins one, where Jupyter would ask which. No
    hold is lost by that: a finished one is in the log or still in the browser, and one that runs is timed by the
    browser and offered again. What lets settings of Notebook 6 through to this server is left out: it looks at
    all that the server has, and Python warns of what is old there. The environment's programs come first on the
    path, as where it is activated: else a
    terminal of JupyterLab, and `!hiplog` in a cell, would not know the command.
    """
    os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", os.defpath)])
    for paths in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
        theirs = os.environ.get(paths)
        os.environ[paths] = os.pathsep.join([*([theirs] if theirs else []), str(_SETTINGS)])
    from jupyterlab.labapp import LabApp

    ours = [
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={folder.resolve()}",
        "--ServerApp.kernel_spec_manager_class=hiplog.lab.kernels.KernelsWithoutHistory",
        "--ServerApp.kernel_websocket_connection_class=hiplog.lab.connection.OneToTheEnd",
        "--ServerApp.use_redirect_file=True",  # else the browser is called with the token in its command line
        f"--LabApp.default_url=/{page}",
        f"--LabApp.workspaces_dir={(folder / RECORD).parent.resolve() / 'workspaces'}",
        *_encryption(),
        *(["--allow-root"] if _is_root() else []),  # Jupyter would refuse, and in a container one is nothing else
        *([] if has_screen() else ["--no-browser"]),
    ]
    LabApp.serverapp_class = _server_class()
    LabApp.launch_instance([*ours, *arguments])


def _encryption() -> list[str]:
    """Encrypt what server and kernel say to each other, where both can.

    Jupyter signs these messages, which lets nobody in; but any account of the computer could listen.
    """
    import zmq
    from jupyter_client import KernelManager

    can = zmq.has("curve") and hasattr(KernelManager, "transport_encryption")
    return ["--KernelManager.transport_encryption=auto"] if can else []


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _server_class() -> type:
    """Return Jupyter's server with our door before every handler; made when needed, as few commands need it."""
    from jupyter_server.serverapp import ServerApp

    from hiplog.lab.guard import guard

    class GuardedServer(ServerApp):
        """Answers nothing without its token, says what an open address means, and closes when told once."""

        def init_webapp(self) -> None:
            super().init_webapp()
            guard(self.web_app)

        def start_app(self) -> None:
            for line in exposed(self.ip, self.identity_provider.auth_enabled, bool(self.certfile)):
                print(line, file=sys.stderr, flush=True)
            super().start_app()

        def init_signal(self) -> None:
            super().init_signal()
            if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # as of a job in the background of a script
                signal.signal(signal.SIGINT, self._interrupted)

        def _interrupted(self, *_signal: object) -> None:
            """Close at the first Ctrl-C, where Jupyter asks: nothing is lost by it. A second cuts nothing off."""
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            self.io_loop.add_callback_from_signal(print, _CLOSES)
            self.stop(from_signal=True)

        def _write_browser_open_file(self, url, fh) -> None:
            fh.write(opening_page(self.connection_url, url, self.identity_provider.token))

    return GuardedServer


def exposed(ip: str, asks: bool, encrypted: bool) -> Iterator[str]:
    """Say what it means where a server can be reached by more than its reader.

    Parameters
    ----------
    ip : str
        The address at which it listens; "", "*" and "0.0.0.0" are all of them.
    asks : bool
        Whether it asks for a token or a password.
    encrypted : bool
        Whether it has a certificate.
    """
    if not asks:
        yield _FOR_ANYBODY
    if not _is_loopback(ip):
        line = _FOR_THE_NETWORK_ENCRYPTED if encrypted else _FOR_THE_NETWORK
        yield line.format(ip=ip or "every address of this computer")


def _is_loopback(ip: str) -> bool:
    try:
        return ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return ip == "localhost"
