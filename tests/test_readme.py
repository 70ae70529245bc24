"""What the README says to type, in order and as it stands there, in a fresh clone."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TYPED = r"^    ((?:git clone |make lab|\. \.venv|hiplog ).*)$"


@pytest.mark.skipif(sys.platform == "win32", reason="the README has other commands for Windows")
def test_the_commands_of_the_readme_run_in_order_in_a_fresh_clone(tmp_path):
    clone = tmp_path / "hiplog"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    (clone / ".venv").mkdir()
    (clone / ".venv" / "bin").symlink_to(Path(sys.prefix) / "bin")  # what is tested, so that nothing is installed
    for stamp in ("made", "installed"):
        (clone / ".venv" / stamp).touch()
    notes = [f"2026-02-{day:02},{50 + day},{60 + day}" for day in range(1, 29)]
    (clone / "old_notes.csv").write_text("\n".join(["date,left,right", *notes]))
    cloned, *typed = re.findall(TYPED, (ROOT / "README.md").read_text(), re.MULTILINE)
    assert re.fullmatch(r"git clone \S+ hiplog && cd hiplog", cloned)
    assert typed[:2] == ["make lab", ". .venv/bin/activate"]
    assert len(typed) > 10
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    opened = {"ARGS": f"--port {port} -- --version", "PATH": "/usr/local/bin:/usr/bin:/bin"}
    env = os.environ | opened | {"HOME": str(tmp_path)}  # JupyterLab says its version and is done
    ran = subprocess.run(
        ["bash", "-ec", "\n".join(typed)],
        cwd=clone,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "old_notes.csv: 56 new in your log" in ran.stdout
    made = ("report.pdf", "report.html", "balance.svg", "a_copy.sqlite", "my_holds.csv")
    assert [name for name in made if not (clone / name).is_file()] == []
