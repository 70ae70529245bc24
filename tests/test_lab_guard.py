"""What the running server answers: nothing to whoever does not have its token."""

import http.client
import json
import select
import socket
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from lab_server import served, until

from hiplog import lab
from hiplog.lab.server import exposed

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SOCKET = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
SOCKET |= {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
SECRET = "pain 7 on Tuesday"
PICTURE = "data/my_page.png"
NEVER_ANSWERS = "LicensesHandler"  # JupyterLab's own fault: it fails before it is asked, with the token too
TOLD_BY_BROWSERS = "/api/security/csp-report"  # what a browser blocked, which Jupyter prints and does nothing with
LOGIN_PAGE = ("/login", "/static/favicons/", "/static/logo/", "/static/style/")


@pytest.fixture(
    scope="module",
    params=[("lab",), ("app",), ("lab", "--ip=0.0.0.0"), ("app", "--ip=0.0.0.0")],
    ids=" ".join,
)
def running(request, tmp_path_factory):
    """Yield a server that runs, in whose folder there are a picture and a text that nobody else may see."""
    home = tmp_path_factory.mktemp("home")
    listing = "--ServerApp.jpserver_extensions={'handlers_listed': True}"
    with served(home, *request.param, listing) as server:
        (server.folder / PICTURE).write_bytes(SECRET.encode())
        (server.folder / "data/secret.txt").write_text(SECRET)
        until((home / "handlers.json").exists)
        yield server


@pytest.fixture
def token(running, monkeypatch):
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", running.env["JUPYTER_RUNTIME_DIR"])
    until(lambda: lab.find_server(running.folder, running.port))
    return lab.find_server(running.folder, running.port)["token"]


def ask(running, path, method="GET", body=None, **headers):
    """Return an answer and its body; it has a status, and says where it sends one."""
    with closing(http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)) as connection:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, b"" if answer.status == 101 else answer.read()


def handlers(running) -> list[tuple[str, str]]:
    return json.loads((running.said.parent / "handlers.json").read_text())


@cache
def an_address(pattern: str) -> str:
    """Return the simplest address that a handler's pattern matches: the first that is tried, so none is sought."""
    texts = st.from_regex(pattern, fullmatch=True, alphabet=st.characters(min_codepoint=33, max_codepoint=126))
    return find(texts, lambda _: True, settings=settings(phases=[Phase.generate], database=None))


def addresses(running) -> list[str]:
    files = [
        f"/{where}/{PICTURE}" for where in ("files", "voila/files", "static", "voila/static", "nbconvert/html")
    ]
    files += ["/voila/files/data/secret.txt", f"/voila/files/../{PICTURE}", "/voila/files/data/my_log.sqlite"]
    files += ["/api/contents/data/secret.txt?content=1"]
    return [*files, *(an_address(pattern) for pattern, name in handlers(running) if name != NEVER_ANSWERS)]


def is_answered(running, path, method, **headers) -> bool:
    """Return whether anything but "who are you?" is answered; the page that asks it is no answer."""
    answer, body = ask(running, path, method, **headers)
    if SECRET.encode() in body:
        return True
    to_login = answer.status == 302 and "/login?next=" in answer.getheader("Location")
    refused = answer.status in (401, 403, 405) or to_login
    return not refused and not path.startswith(LOGIN_PAGE)


def test_all_handlers_are_known_to_the_test(running):
    names = {name for _, name in handlers(running)}
    assert {"LabHandler", "AllowListFileHandler", "TornadoVoilaHandler", "KernelWebsocketHandler"} <= names
    assert {"TermSocket", "AuthenticatedFileHandler", "LanguageServerWebSocketHandler"} <= names


@pytest.mark.parametrize("host", [None, "evil.example"])
def test_nothing_is_answered_without_the_token(running, host):
    headers = {"Host": host} if host else {}
    answered = [
        (method, path)
        for path in addresses(running)
        for method in METHODS
        if is_answered(running, path, method, **headers)
    ]
    assert answered == []


def test_no_socket_is_opened_without_the_token(running):
    opened = [path for path in addresses(running) if is_answered(running, path, "GET", **SOCKET)]
    assert opened == []


def test_the_handler_that_never_answers_says_nothing_to_whoever_has_no_token(running):
    patterns = [pattern for pattern, name in handlers(running) if name == NEVER_ANSWERS]
    asked = [(method, an_address(pattern)) for pattern in patterns for method in METHODS]
    assert asked
    with ExitStack() as opened:
        sockets = [opened.enter_context(socket.create_connection(("127.0.0.1", running.port))) for _ in asked]
        for line, (method, path) in zip(sockets, asked, strict=True):
            line.sendall(f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".encode())
        answered, _, _ = select.select(sockets, [], [], 2)  # all of them wait at the same time
        said = [line.recv(100).decode() for line in answered]
    assert [text for text in said if not text.startswith(("HTTP/1.1 401", "HTTP/1.1 403", "HTTP/1.1 405"))] == []


@pytest.fixture
def cookie(running, token):
    """Return what the browser of a reader who is logged in sends with every request, whoever's page makes it."""
    form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": "null"}
    answer, _ = ask(running, f"/login?next=%2F{lab.APP_PAGE}", "POST", f"token={token}&password={token}", **form)
    return answer.getheader("Set-Cookie").split(";")[0]


@pytest.mark.parametrize("origin", [{"Origin": "http://evil.example"}, {}])
def test_another_page_in_the_readers_browser_changes_nothing(running, cookie, origin):
    changed = [
        (method, path)
        for path in addresses(running)
        for method in ("POST", "PUT", "PATCH", "DELETE")
        if not path.startswith((*LOGIN_PAGE, TOLD_BY_BROWSERS))
        and ask(running, path, method, Cookie=cookie, **origin)[0].status not in (403, 404, 405)
    ]
    assert changed == []


def test_another_page_in_the_readers_browser_reads_nothing(running, cookie):
    theirs = {"Cookie": cookie, "Origin": "http://evil.example"}
    known = [path for path in addresses(running) if not path.startswith(LOGIN_PAGE)]
    allowed = {ask(running, path, **theirs)[0].getheader("Access-Control-Allow-Origin") for path in known}
    assert allowed == {None}  # a browser shows a page nothing of another site that has not allowed it
    assert [path for path in known if ask(running, path, **theirs, **SOCKET)[0].status == 101] == []


def test_an_address_that_is_none_says_no_more_than_that(running):
    answer, body = ask(running, f"/voila//files/{PICTURE}")
    assert (answer.status, SECRET.encode() in body) == (404, False)


def test_a_wrong_token_is_none(running):
    assert not is_answered(running, f"/files/{PICTURE}?token=wrong", "GET")
    assert not is_answered(running, f"/voila/files/{PICTURE}", "GET", Authorization="token wrong")


def test_no_page_of_voila_needs_the_folders_files_so_it_has_none(running, token):
    assert ask(running, f"/voila/files/{PICTURE}", Authorization=f"token {token}")[0].status == 403


def test_with_the_token_the_reader_has_the_files_and_both_pages(running, token):
    headers = {"Authorization": f"token {token}"}
    assert ask(running, "/api/contents/data/secret.txt", **headers)[0].status == 200
    assert ask(running, f"/{lab.LAB_PAGE}", **headers)[0].status == 200
    assert ask(running, f"/{lab.APP_PAGE}", **headers)[0].status == 200


def test_what_a_kernel_of_either_page_runs_is_in_no_history(running, token):
    headers = {"Authorization": f"token {token}"}
    assert ask(running, f"/{lab.APP_PAGE}", **headers)[0].status == 200  # Voila has run it by then
    home = Path(running.env["IPYTHONDIR"])
    assert (home / "profile_default").is_dir()  # IPython's own, with the history where it is kept
    assert [*home.rglob("history*")] == []


def test_a_foreign_host_has_nothing_even_with_the_token_where_only_this_computer_is_served(running, token):
    foreign = {"Host": "evil.example", "Authorization": f"token {token}"}
    open_to_others = "Other computers can reach this server (0.0.0.0)" in running.said.read_text()
    for path in (f"/{lab.APP_PAGE}", "/voila/static/voila.js", "/api/status"):
        assert (ask(running, path, **foreign)[0].status == 403) != open_to_others


def test_the_token_is_taken_out_of_the_address_of_a_page(running, token):
    answer, _ = ask(running, f"/{lab.APP_PAGE}?token={token}&a=1&a=%26", Accept="text/html,*/*")
    assert (answer.status, answer.getheader("Location")) == (302, f"/{lab.APP_PAGE}?a=1&a=%26")


def test_the_page_that_opens_a_page_is_let_in_and_its_token_stands_in_no_address(running, token):
    form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": "null"}
    body = f"token={token}&password={token}"
    answer, _ = ask(running, f"/login?next=%2F{lab.APP_PAGE}", "POST", body, **form)
    cookie = answer.getheader("Set-Cookie").split(";")[0]
    assert (answer.status, answer.getheader("Location")) == (302, f"/{lab.APP_PAGE}")
    assert ask(running, f"/{lab.APP_PAGE}", Cookie=cookie)[0].status == 200


def test_what_the_server_says_where_only_this_computer_is_served_is_no_warning(running):
    said = running.said.read_text()
    assert ("Other computers can reach this server" in said) == ("0.0.0.0" in said)
    assert "JupyterServerAuthWarning" not in said


@pytest.mark.parametrize(
    ("ip", "asks", "encrypted", "words"),
    [
        ("localhost", True, False, []),
        ("127.0.0.1", True, False, []),
        ("::1", True, False, []),
        ("localhost", False, False, ["No token and no password"]),
        ("0.0.0.0", True, False, ["not encrypted"]),
        ("192.168.1.5", True, True, ["(192.168.1.5)."]),
        ("", True, False, ["every address of this computer"]),
        ("*", False, False, ["No token and no password", "not encrypted"]),
        ("my-computer.local", True, False, ["not encrypted"]),
    ],
)
def test_an_open_address_is_said_in_our_own_words(ip, asks, encrypted, words):
    lines = [*exposed(ip, asks, encrypted)]
    assert len(lines) == len(words)
    assert all(word in line for word, line in zip(words, lines, strict=True))


def test_a_server_without_a_token_says_so_itself_and_so_does_jupyter(tmp_path):
    with served(tmp_path, "lab", "--IdentityProvider.token=") as server:
        for words in ("All authentication is disabled", "No token and no password is asked for"):
            until(lambda words=words: words in server.said.read_text(), 10)
            assert words in server.said.read_text()


def test_what_the_server_makes_is_for_its_owner_alone(running, token):
    file = json.dumps({"type": "file", "format": "text", "content": SECRET})
    headers = {"Authorization": f"token {token}"}
    assert ask(running, "/api/contents/data/new.txt", "PUT", file, **headers)[0].status == 201
    modes = {path: path.stat().st_mode & 0o077 for path in [running.folder, *running.folder.rglob("*")]}
    planted = {running.folder / PICTURE, running.folder / "data/secret.txt"}
    assert {path for path, mode in modes.items() if mode} - planted == set()
