"""The servers that run already, and the browser that is shown one of their pages."""

import html
import json
import os
import socket
import sys
import urllib.error
import urllib.request
import webbrowser
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import quote, urlsplit

HOST = "localhost"  # one for good, as the port: what the timer keeps in the browser belongs to both

_OPENING_PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="UTF-8">
<title>hiplog opens</title>
<form method="{method}" action="{action}">
{fields}
<p>hiplog opens in this window. If it does not: <button>open it</button></p>
</form>
<script>document.forms[0].submit();</script>
</html>
"""
_TOKEN_FIELD = '<input type="hidden" name="{name}" value="{token}">'


def find_server(folder: Path, port: int) -> dict | None:
    """Return what Jupyter knows of the server that runs for `folder` on `port`, if one does and answers."""
    from jupyter_server.serverapp import list_running_servers

    for server in list_running_servers():
        if server["port"] == port and Path(server["root_dir"]).resolve() == folder.resolve() and _answers(server):
            return server
    return None


def _answers(server: dict) -> bool:
    try:
        with _ask(server, "api/status") as answer:
            return "kernels" in json.load(answer)
    except (OSError, ValueError):
        return False


def has_page(server: dict, page: str) -> bool:
    """Return whether a running server knows `page`; asking opens and runs nothing."""
    try:
        _ask(server, page, method="HEAD").close()
    except urllib.error.HTTPError as error:
        return error.code != 404
    return True


def _ask(server: dict, page: str, method: str = "GET") -> HTTPResponse:
    headers = {"Authorization": f"token {server['token']}"}
    request = urllib.request.Request(f"{server['url']}{page}", method=method, headers=headers)
    return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=5)


def is_taken(port: int) -> bool:
    """Return whether any program on this computer listens on `port`."""
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def opening_page(url: str, page: str, token: str) -> str:
    """Return a page that opens `page` of the server at `url`.

    It sends the token as a form does. In an address it would stand in the browser's history; in a command line,
    where every account of the computer can read it.
    """
    if not token:
        return _OPENING_PAGE.format(method="get", action=html.escape(url + page), fields="")
    path = quote(urlsplit(url).path + page, safe="")
    names = ("token", "password")  # the one lets the form in, the other is what Jupyter's form is asked for
    fields = "\n".join(_TOKEN_FIELD.format(name=name, token=html.escape(token)) for name in names)
    return _OPENING_PAGE.format(method="post", action=html.escape(f"{url}login?next={path}"), fields=fields)


def show(server: dict, page: str) -> bool:
    """Open `page` of a running server in the browser; return whether there is one."""
    if not has_screen():
        return False
    from jupyter_core.paths import jupyter_runtime_dir, secure_write

    file = Path(jupyter_runtime_dir()) / f"jpserver-{server['pid']}-hiplog.html"  # a folder for its owner alone
    with secure_write(str(file)) as opening:
        opening.write(opening_page(server["url"], page, server["token"]))
    return webbrowser.open(file.as_uri())


def has_screen() -> bool:
    """Return whether a browser can be shown; without a screen Python would start one in the terminal."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in names)
