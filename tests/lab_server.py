"""`hiplog lab` and `hiplog app` as they run, each with a Jupyter home of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from hiplog import lab

_HOMES = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")


class Served(NamedTuple):
    """A running server: the reader's folder, its port, what it said, where Jupyter's files are, what runs it."""

    folder: Path
    port: int
    said: Path
    env: dict[str, str]
    process: subprocess.Popen


@contextlib.contextmanager
def served(home: Path, command: str, *arguments: str, typed: int = subprocess.DEVNULL) -> Iterator[Served]:
    """Run `hiplog lab` or `hiplog app` until the end of the block.

    The `arguments` are for Jupyter; what is `typed` comes from a terminal, or from nowhere.
    """
    env = os.environ | {name: str(home / name) for name in _HOMES}
    env |= {"HANDLERS_LISTED": str(home / "handlers.json"), "PYTHONPATH": str(Path(__file__).parent)}
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    hiplog = [sys.executable, "-m", "hiplog", command, str(home / "mine"), "--port", str(port)]
    with (home / "said").open("w") as said:
        every = [*hiplog, "--", "--no-browser", *arguments]
        server = subprocess.Popen(every, env=env, stdin=typed, stdout=said, stderr=said)
    try:
        until(lambda: lab.is_taken(port) or server.poll() is not None)
        assert server.poll() is None, (home / "said").read_text()
        yield Served(home / "mine", port, home / "said", env, server)
    finally:
        server.terminate()
        server.wait(20)


def until(true: Callable[[], object], seconds: float = 40) -> None:
    """Wait until something is true, but not for ever."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.1)
