"""What Ctrl-C does in the terminal of `hiplog lab` and `hiplog app`, and what else that terminal says."""

import json
import os
import signal
import sys
import urllib.request
from pathlib import Path

import pytest
from jupyter_client import BlockingKernelClient
from lab_server import served, until

import hiplog
from hiplog import lab

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signal of Ctrl-C can be sent there")
CLOSES = (
    "hiplog closes. What was saved is in your log; a hold that was not waits in your browser for the next time."
)
SAVING = """
import hiplog, pandas as pd
log = hiplog.Log({log!r})
for began in pd.date_range("2026-03-04", periods=100_000, freq="min"):
    log.add(pd.DataFrame([{{"started_at": began, "side": "left", "hold_s": 60.0}}]))
    with open({told!r}, "a") as told:
        told.write(".")
"""


@pytest.fixture
def terminal():
    """Yield a terminal that a program can be started in."""
    ours, its = os.openpty()
    yield its
    os.close(ours)
    os.close(its)


def interrupted(server):
    """Press Ctrl-C twice, as by habit; return how the server ended, and what is left of Jupyter's files of it."""
    for _ in range(2):
        server.process.send_signal(signal.SIGINT)
    ended = server.process.wait(40)
    left = [path.name for path in Path(server.env["JUPYTER_RUNTIME_DIR"]).iterdir()]
    return ended, [name for name in left if name != "jupyter_cookie_secret"]


@pytest.mark.parametrize("command", ["lab", "app"])
def test_ctrl_c_closes_hiplog_asks_nothing_and_no_warning_was_shown(tmp_path, terminal, command):
    with served(tmp_path, command, typed=terminal) as server:
        until(lambda: "token=" in server.said.read_text())
        assert interrupted(server) == (0, [])
    said = server.said.read_text()
    assert said.endswith(f"{CLOSES}\n")
    assert ("y/[n]" in said, "Warning" in said) == (False, False)


def test_ctrl_c_without_a_terminal_closes_hiplog_as_cleanly(tmp_path):
    with served(tmp_path, "lab") as server:
        until(lambda: "token=" in server.said.read_text())
        assert interrupted(server) == (0, [])
    assert server.said.read_text().count(CLOSES) == 1


def kernel_of(server):
    """Start a kernel of the server, and return a client of it."""
    runtime = Path(server.env["JUPYTER_RUNTIME_DIR"])
    until(lambda: [*runtime.glob("jpserver-*.json")])
    known = json.loads(next(runtime.glob("jpserver-*.json")).read_text())
    headers = {"Authorization": f"token {known['token']}"}
    request = urllib.request.Request(known["url"] + "api/kernels", method="POST", data=b"{}", headers=headers)
    with urllib.request.urlopen(request) as answer:
        kernel = BlockingKernelClient(connection_file=str(runtime / f"kernel-{json.load(answer)['id']}.json"))
    kernel.load_connection_file()
    kernel.start_channels()
    return kernel


def test_a_log_that_is_written_as_hiplog_closes_is_whole_and_has_all_that_was_said_to_be_saved(tmp_path):
    told = tmp_path / "told"
    with served(tmp_path, "lab") as server:
        kernel = kernel_of(server)
        log = server.folder / lab.LOG
        kernel.execute(SAVING.format(log=str(log), told=str(told)))
        until(lambda: told.exists() and told.stat().st_size > 2)
        assert interrupted(server)[0] == 0
        kernel.stop_channels()
    saved = told.stat().st_size
    assert saved > 2
    assert len(hiplog.Log(log).holds()) - saved in (0, 1)
