"""The reader's folder, and JupyterLab opened on it."""

import json
import os
import queue
import re
import shutil
import socket
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from jupyter_client import BlockingKernelClient
from lab_server import served, until

from hiplog import lab
from hiplog.cli import main

NOTEBOOK = "notebooks/01_time_a_session.ipynb"
EXAMPLE = "data/example_log.csv"


def notebook(*sources: str, output: str | None = None) -> str:
    outputs = [{"output_type": "stream", "name": "stdout", "text": output}] if output else []
    code = {"cell_type": "code", "metadata": {}, "execution_count": 1 if output else None, "outputs": outputs}
    cells = [code | {"source": source.splitlines(keepends=True)} for source in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def shipped(tmp_path):
    """Return a folder like the one hiplog is shipped with."""
    for name, text in {NOTEBOOK: notebook("import hiplog", "first()"), EXAMPLE: "date,left,right\n"}.items():
        (tmp_path / "shipped" / name).parent.mkdir(parents=True)
        (tmp_path / "shipped" / name).write_text(text)
    return tmp_path / "shipped"


@pytest.fixture
def folder(tmp_path, shipped):
    """Return a reader's folder that was laid from `shipped`."""
    lab.copy_into(tmp_path / "mine", shipped)
    return tmp_path / "mine"


def test_a_new_folder_has_the_notebooks_and_the_data(tmp_path, shipped):
    assert lab.copy_into(tmp_path / "new", shipped)["new"] == [EXAMPLE, NOTEBOOK]
    assert (tmp_path / "new" / NOTEBOOK).read_bytes() == (shipped / NOTEBOOK).read_bytes()


def test_only_notebooks_and_example_data_are_laid(tmp_path, shipped):
    (shipped / "data/my_log.sqlite").write_text("someone's")
    (shipped / "notebooks/.ipynb_checkpoints").mkdir()
    assert lab.copy_into(tmp_path / "new", shipped)["new"] == [EXAMPLE, NOTEBOOK]


def test_an_upgrade_renews_a_notebook_that_was_not_changed(folder, shipped):
    (shipped / NOTEBOOK).write_text(notebook("second()"))
    assert lab.copy_into(folder, shipped)["renewed"] == [NOTEBOOK]
    assert "second()" in (folder / NOTEBOOK).read_text()


def test_running_a_notebook_is_no_change_of_it(folder, shipped):
    (folder / NOTEBOOK).write_text(notebook("import hiplog", "first()", " ", output="42 s"))
    (shipped / NOTEBOOK).write_text(notebook("second()"))
    assert lab.copy_into(folder, shipped)["renewed"] == [NOTEBOOK]


def test_outputs_stay_where_there_is_nothing_new(folder, shipped):
    (folder / NOTEBOOK).write_text(notebook("import hiplog", "first()", output="42 s"))
    assert lab.copy_into(folder, shipped)["same"] == [EXAMPLE, NOTEBOOK]
    assert "42 s" in (folder / NOTEBOOK).read_text()


def test_an_upgrade_keeps_a_notebook_that_was_changed(folder, shipped):
    (folder / NOTEBOOK).write_text(notebook("mine()"))
    (shipped / NOTEBOOK).write_text(notebook("second()"))
    assert lab.copy_into(folder, shipped)["kept"] == [NOTEBOOK]
    assert "mine()" in (folder / NOTEBOOK).read_text()


def test_a_changed_notebook_is_kept_by_every_later_upgrade_too(folder, shipped):
    (folder / NOTEBOOK).write_text(notebook("mine()"))
    for version in ("second()", "third()"):
        (shipped / NOTEBOOK).write_text(notebook(version))
        assert lab.copy_into(folder, shipped)["kept"] == [NOTEBOOK]


def test_a_changed_notebook_is_kept_where_nothing_says_what_was_laid(folder, shipped):
    (folder / lab.RECORD).unlink()
    (shipped / NOTEBOOK).write_text(notebook("second()"))
    assert lab.copy_into(folder, shipped)["kept"] == [NOTEBOOK]


def test_a_file_that_is_no_notebook_any_more_is_kept(folder, shipped):
    (folder / NOTEBOOK).write_text("{")
    (shipped / NOTEBOOK).write_text(notebook("second()"))
    assert lab.copy_into(folder, shipped)["kept"] == [NOTEBOOK]


def test_a_changed_data_file_is_kept(folder, shipped):
    (folder / EXAMPLE).write_text("mine\n")
    (shipped / EXAMPLE).write_text("date,left,right,pain\n")
    assert lab.copy_into(folder, shipped)["kept"] == [EXAMPLE]


def test_a_checkout_ships_the_notebooks_of_the_repository():
    assert (lab.starter() / NOTEBOOK).is_file()


def test_the_nearest_file_is_found_from_below(folder, monkeypatch):
    (folder / "notebooks/deep").mkdir()
    monkeypatch.chdir(folder / "notebooks/deep")
    assert lab.nearest(lab.RECORD) == folder / lab.RECORD


def test_a_file_below_is_not_near(folder, monkeypatch):
    monkeypatch.chdir(folder.parent)
    assert lab.nearest(lab.RECORD) is None


@pytest.fixture
def stranger():
    """Yield a port on which another program listens."""
    with socket.create_server(("localhost", 0)) as server:
        yield server.getsockname()[1]


def test_a_stranger_on_the_port_is_named_with_the_way_out(tmp_path, stranger):
    done = CliRunner().invoke(main, ["lab", str(tmp_path / "mine"), "--port", str(stranger)])
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert f"port {stranger} is taken by another program" in done.stderr
    assert f"--port {stranger + 1}" in done.stderr


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "mine").write_text("a file")
    done = CliRunner().invoke(main, ["lab", str(tmp_path / "mine")])
    assert done.exit_code == 1
    assert str(tmp_path / "mine") in done.stderr
    assert "expected a folder of your own" in done.stderr


def test_an_upgrade_says_in_one_line_which_notebook_was_kept(tmp_path, stranger):
    arguments = ["lab", str(tmp_path / "mine"), "--port", str(stranger)]
    CliRunner().invoke(main, arguments)
    (tmp_path / "mine" / NOTEBOOK).write_text(notebook("mine()"))
    done = CliRunner().invoke(main, arguments)
    assert f"{NOTEBOOK} has changes of yours and was kept" in done.stdout


def test_nothing_is_laid_beside_a_log_that_cannot_be_opened(tmp_path, stranger):
    (tmp_path / "mine/data").mkdir(parents=True)
    (tmp_path / "mine" / lab.LOG).write_text("no log")
    done = CliRunner().invoke(main, ["lab", str(tmp_path / "mine"), "--port", str(stranger)])
    assert (done.exit_code, [path.name for path in (tmp_path / "mine").iterdir()]) == (1, ["data"])
    assert "this is no log of hiplog" in done.stderr


def test_the_log_of_a_folder_is_begun_once(tmp_path, stranger):
    arguments = ["lab", str(tmp_path / "mine"), "--port", str(stranger)]
    CliRunner().invoke(main, arguments)
    log = (tmp_path / "mine" / lab.LOG).read_bytes()
    CliRunner().invoke(main, arguments)
    assert log.startswith(b"SQLite format 3")
    assert (tmp_path / "mine" / lab.LOG).read_bytes() == log


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Yield the environment, folder and port of a JupyterLab that `hiplog lab` started and that answers."""
    with served(tmp_path_factory.mktemp("home"), "lab") as running:
        yield running.env, running.folder, running.port


@pytest.fixture
def server(own, monkeypatch):
    """Return what Jupyter knows of the running JupyterLab of `own`: its address, its token."""
    env, folder, port = own
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", env["JUPYTER_RUNTIME_DIR"])
    until(lambda: lab.find_server(folder, port))
    return lab.find_server(folder, port)


def _get(server: dict, page: str):
    headers = {"Authorization": f"token {server['token']}"}
    return urllib.request.urlopen(urllib.request.Request(server["url"] + page, headers=headers))


def test_our_own_running_server_is_opened_again(own, server, monkeypatch):
    _, folder, port = own
    opened = []
    monkeypatch.setattr(lab, "show", lambda *what: opened.append(what) or True)
    done = CliRunner().invoke(main, ["lab", str(folder), "--port", str(port)])
    assert opened == [(server, lab.LAB_PAGE)]
    assert "already runs for this folder and is opened" in done.stdout
    assert server["token"] not in done.output
    assert done.exit_code == 0


def test_without_a_browser_the_address_is_said_with_what_it_takes_to_enter(own, server, monkeypatch):
    monkeypatch.setattr(lab, "show", lambda *what: False)
    done = CliRunner().invoke(main, ["lab", str(own[1]), "--port", str(own[2])])
    assert f"{server['url']}{lab.LAB_PAGE}?token={server['token']}" in done.stdout


def test_our_server_of_another_folder_is_a_stranger(own, server, tmp_path):
    _, _, port = own
    done = CliRunner().invoke(main, ["lab", str(tmp_path / "other"), "--port", str(port)])
    assert f"port {port} is taken" in done.stderr


def test_the_first_page_is_the_timer_notebook(own, server):
    assert server["url"] == f"http://localhost:{own[2]}/"
    with _get(server, f"lab/tree/{NOTEBOOK}") as answer:
        assert b"jupyter-config-data" in answer.read()


def test_the_timer_alone_is_a_page_of_the_same_server_and_names_no_other(own, server):
    with _get(server, lab.APP_PAGE) as answer:
        page = answer.read().decode()
    assert "<title>Time a session</title>" in page
    assert re.findall(r"""(?:src|href|import|url)\W{1,3}(?:https?:)?//[^"')]*""", page) == []


def test_the_timer_alone_is_opened_where_the_notebooks_are_open_already(own, server, monkeypatch):
    _, folder, port = own
    opened = []
    monkeypatch.setattr(lab, "show", lambda *what: opened.append(what) or True)
    done = CliRunner().invoke(main, ["app", str(folder), "--port", str(port)])
    assert opened == [(server, lab.APP_PAGE)]
    assert "already runs for this folder" in done.stdout


def test_a_page_that_the_running_server_does_not_know_is_not_opened(own, server, monkeypatch):
    monkeypatch.setattr(lab, "APP_PAGE", "no_voila/render/notebooks/timer_alone.ipynb")
    done = CliRunner().invoke(main, ["app", str(own[1]), "--port", str(own[2])])
    assert done.exit_code == 1
    assert "since before Voila was installed: stop that and start again" in done.stderr


@pytest.fixture
def screen(monkeypatch):
    """Return the list that will hold with what the browser would have been called."""
    calls = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", lambda address: calls.append(address) or True)
    return calls


def test_the_browser_is_called_with_a_file_of_ones_own_and_no_token(server, screen):
    assert lab.show(server, lab.APP_PAGE)
    (address,) = screen
    file = Path(urllib.request.url2pathname(address.removeprefix("file://")))
    assert server["token"] not in address
    assert server["token"] in file.read_text()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_no_address_in_the_page_that_opens_a_page_has_the_token(server, screen):
    lab.show(server, lab.APP_PAGE)
    own_file = Path(urllib.request.url2pathname(screen[0].removeprefix("file://")))
    (of_jupyter,) = own_file.parent.glob("jpserver-*-open.html")
    for file in (own_file, of_jupyter):
        addresses = re.findall(r'(?:action|href|url|content)="?([^"> ]*)', file.read_text())
        assert addresses
        assert not [address for address in addresses if server["token"] in address]
        assert 'method="post"' in file.read_text()


@pytest.fixture
def default(server):
    """Return a function that asks the running JupyterLab for the default of a setting."""

    def default(plugin: str, name: str) -> object:
        with _get(server, f"lab/api/settings/@jupyterlab/{plugin}") as answer:
            return json.load(answer)["schema"]["properties"][name]["default"]

    return default


def test_the_launched_lab_has_one_button_that_runs_all_from_the_start(default):
    (button,) = default("notebook-extension:panel", "toolbar")
    assert (button["label"], button["command"]) == ("Run all", "notebook:restart-run-all")
    assert default("apputils-extension:sessionDialogs", "skipKernelRestartDialog") is True
    assert default("notebook-extension:tracker", "autoStartDefaultKernel") is True


def test_no_note_is_set_as_mathematics_and_no_widget_is_kept_in_a_notebook(server, default):
    with _get(server, "lab") as answer:
        page = answer.read().decode()
    assert "@jupyterlab/mathjax-extension" in re.search(r'"disabledExtensions": \[[^]]*\]', page)[0]
    with _get(server, "lab/api/settings/@jupyter-widgets/jupyterlab-manager:plugin") as answer:
        assert json.load(answer)["schema"]["properties"]["saveState"]["default"] is False


@pytest.fixture
def connection(own, server):
    """Return the file that says how to reach a kernel which the server has just started."""
    headers = {"Authorization": f"token {server['token']}"}
    request = urllib.request.Request(server["url"] + "api/kernels", method="POST", data=b"{}", headers=headers)
    with urllib.request.urlopen(request) as answer:
        kernel = json.load(answer)["id"]
    return Path(own[0]["JUPYTER_RUNTIME_DIR"]) / f"kernel-{kernel}.json"


def test_what_the_server_and_a_kernel_say_to_each_other_is_encrypted(connection):
    assert json.loads(connection.read_text())["curve_publickey"]


def test_a_kernels_own_sockets_answer_nobody_who_has_not_its_keys(connection):
    known = json.loads(connection.read_text())
    keys = {name: known.pop(name) for name in [*known] if name.startswith("curve_")}
    assert keys
    strangers = connection.with_name("stranger.json")
    strangers.write_text(json.dumps(known))  # another account that listens knows where, and not the keys
    kernel = BlockingKernelClient(connection_file=str(strangers))
    kernel.load_connection_file()
    kernel.start_channels()
    kernel.kernel_info()
    with pytest.raises(queue.Empty):
        kernel.get_shell_msg(timeout=2)
    kernel.stop_channels()


def test_what_is_typed_into_a_cell_is_in_no_history_outside_the_folder(own, connection):
    kernel = BlockingKernelClient(connection_file=str(connection))
    kernel.load_connection_file()
    kernel.start_channels()
    answer = kernel.execute("note = 'sore'", reply=True, timeout=60)
    kernel.stop_channels()
    assert answer["content"]["status"] == "ok"
    assert [*Path(own[0]["IPYTHONDIR"]).rglob("history*")] == []


def test_the_launched_lab_does_not_ask_about_news(default):
    assert default("apputils-extension:notification", "fetchNews") == "false"


def test_the_launched_lab_leaves_the_readers_settings_alone(own, server):
    written = [path.name for path in Path(own[0]["JUPYTER_CONFIG_DIR"]).rglob("*") if path.is_file()]
    assert set(written) <= {"migrated"}  # a mark that Jupyter itself leaves


@pytest.fixture
def launched(monkeypatch):
    """Return the list that will hold the arguments with which JupyterLab would have been started."""
    arguments = []
    for paths in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "PATH"):
        monkeypatch.setenv(paths, "/theirs")  # also puts back what `start` sets
    monkeypatch.setattr("jupyterlab.labapp.LabApp.launch_instance", arguments.extend)
    return arguments


@pytest.mark.parametrize("paths", ["JUPYTER_CONFIG_PATH", "JUPYTER_PATH"])
def test_what_the_reader_set_up_for_jupyter_comes_first(tmp_path, launched, paths):
    lab.start(tmp_path, 1, lab.LAB_PAGE, [])
    theirs, ours = os.environ[paths].split(os.pathsep)
    assert theirs == "/theirs"
    assert (Path(ours) / "voila.py").is_file()


def test_a_terminal_of_jupyterlab_and_a_cell_find_the_command(tmp_path, launched):
    lab.start(tmp_path, 1, lab.LAB_PAGE, [])
    ours, theirs = os.environ["PATH"].split(os.pathsep)
    assert shutil.which("hiplog", path=ours)
    assert theirs == "/theirs"


def test_the_port_is_pinned(tmp_path, launched):
    lab.start(tmp_path, 8123, lab.LAB_PAGE, [])
    assert {"--ServerApp.port=8123", "--ServerApp.port_retries=0"} <= set(launched)


@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_root_is_allowed_only_where_one_is_root(tmp_path, launched, monkeypatch, user, allowed):
    monkeypatch.setattr("os.geteuid", lambda: user, raising=False)
    lab.start(tmp_path, 1, lab.LAB_PAGE, [])
    assert ("--allow-root" in launched) is allowed


@pytest.mark.parametrize(("screen", "asked_for"), [(":0", False), ("", True)])
def test_no_browser_is_started_without_a_screen(tmp_path, launched, monkeypatch, screen, asked_for):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", screen)
    lab.start(tmp_path, 1, lab.LAB_PAGE, [])
    assert ("--no-browser" in launched) is asked_for


@pytest.fixture
def started(monkeypatch):
    """Return the list that will hold with what `lab.start` would have been called."""
    calls = []
    monkeypatch.setattr(lab, "is_taken", lambda port: False)
    monkeypatch.setattr(lab, "start", lambda *arguments: calls.append(arguments))
    return calls


def test_without_a_folder_it_is_my_hiplog(tmp_path, monkeypatch, started):
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["lab"])
    assert started == [(Path("my_hiplog"), lab.PORT, lab.LAB_PAGE, ())]
    assert (tmp_path / "my_hiplog" / NOTEBOOK).is_file()


def test_without_a_folder_it_is_the_one_that_one_is_in(folder, monkeypatch, started):
    monkeypatch.chdir(folder / "notebooks")
    CliRunner().invoke(main, ["lab"])
    assert started == [(folder, lab.PORT, lab.LAB_PAGE, ())]


def test_what_stands_after_the_dashes_goes_to_jupyter(folder, monkeypatch, started):
    monkeypatch.chdir(folder)
    CliRunner().invoke(main, ["lab", "--port", "9000", "--", "--no-browser", "--debug"])
    assert started == [(folder, 9000, lab.LAB_PAGE, ("--no-browser", "--debug"))]


def test_the_timer_alone_is_another_page_of_the_same_folder(folder, monkeypatch, started):
    monkeypatch.chdir(folder)
    CliRunner().invoke(main, ["app", "--", "--no-browser"])
    assert started == [(folder, lab.PORT, lab.APP_PAGE, ("--no-browser",))]


def test_without_voila_one_sentence_says_how_to_get_it(folder, monkeypatch, started):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    done = CliRunner().invoke(main, ["app", str(folder)])
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "pip install voila" in done.stderr
    assert started == []


def test_the_page_that_is_opened_first_is_the_one_asked_for(tmp_path, launched):
    lab.start(tmp_path, 1, lab.APP_PAGE, [])
    assert f"--LabApp.default_url=/{lab.APP_PAGE}" in launched
