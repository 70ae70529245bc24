"""Open a page of the reader's folder: the notebooks, or the timer alone."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import click

import hiplog
from hiplog import lab
from hiplog.cli.terminal import say


def _opens_a_page(command: Callable) -> Callable:
    """Give a command the arguments of one that opens a page of the reader's folder."""
    for parameter in (
        click.option("--port", type=click.IntRange(1, 65535), default=lab.PORT, show_default=True, metavar="N"),
        click.argument("jupyter_arguments", nargs=-1, metavar="[-- JUPYTER ARGUMENTS]"),
        click.argument("folder", required=False),
    ):
        command = parameter(command)
    return command


@click.command("lab", options_metavar="[--port N]", short_help="Open the notebooks in JupyterLab.")
@_opens_a_page
def open_lab(folder: str | None, jupyter_arguments: tuple[str, ...], port: int) -> None:
    """Open the notebooks in JupyterLab, in FOLDER, which is made where there is none.

    FOLDER holds the notebooks, example data, and your log. Without FOLDER it is the folder you are in or one above
    it, if hiplog made that, else my_hiplog. What you have changed there is never overwritten. What stands after
    -- goes to JupyterLab: hiplog lab -- --no-browser
    """
    _open("lab", lab.LAB_PAGE, folder, port, jupyter_arguments)


@click.command("app", options_metavar="[--port N]", short_help="Open the timer alone, without the notebooks.")
@_opens_a_page
def open_app(folder: str | None, jupyter_arguments: tuple[str, ...], port: int) -> None:
    """Open the timer alone in the browser, with the log in FOLDER, which is made where there is none.

    It is the folder, the log and the server of `hiplog lab`: where that runs, it shows this page too.
    """
    if importlib.util.find_spec("voila") is None:
        raise click.ClickException(
            "the timer alone is shown by Voila, which is not installed: pip install voila (or conda install voila)"
        )
    _open("app", lab.APP_PAGE, folder, port, jupyter_arguments)


def _open(command: str, page: str, folder: str | None, port: int, jupyter_arguments: tuple[str, ...]) -> None:
    """Open `page` on the server of `folder`, and be that server if none runs yet."""
    if folder and folder.startswith("-"):  # it stood after the --
        folder, jupyter_arguments = None, (folder, *jupyter_arguments)
    where = Path(folder) if folder else _usual_folder()
    for line in _copied_into(where):
        say(line)
    if server := lab.find_server(where, port):
        say(_show(server, page))
        return
    if lab.is_taken(port):
        raise click.ClickException(
            f"port {port} is taken by another program: stop that, or give this folder another port and keep to it "
            "(what the timer keeps in your browser belongs to the port): "
            f"hiplog {command} {where} --port {port + 1}"
        )
    say("hiplog starts; close it here with Ctrl-C.")
    lab.start(where, port, page, jupyter_arguments)


def _show(server: dict, page: str) -> str:
    """Show `page` of a server that runs already, and return what to say about it."""
    if not lab.has_page(server, page):
        raise click.ClickException(
            "hiplog already runs for this folder, since before Voila was installed: stop that and start again"
        )
    if lab.show(server, page):
        return f"hiplog already runs for this folder and is opened in your browser: {server['url']}{page}"
    address = f"{server['url']}{page}?token={server['token']}"
    return f"hiplog already runs for this folder and can be opened in a browser: {address}"


def _usual_folder() -> Path:
    record = lab.nearest(lab.RECORD)
    return record.parents[1] if record else Path(lab.FOLDER)


def _copied_into(folder: Path) -> list[str]:
    """Make or renew what is in `folder` and return what to say about it."""
    if (folder / lab.LOG).exists():
        hiplog.Log(folder / lab.LOG)  # one that cannot be opened is said before anything is laid beside it
    try:
        laid = lab.copy_into(folder, lab.starter())
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}, expected a folder of your own") from error
    log = hiplog.Log(folder / lab.LOG).begin()
    begun = ["A new log was begun."] if log.begun and laid["same"] else []  # the folder was there, its log was not
    renewed = [f"Renewed: {', '.join(laid['renewed'])}."] if laid["renewed"] else []
    kept = [
        f"{name} has changes of yours and was kept; to get the new one, rename yours and start again."
        for name in laid["kept"]
    ]
    return [f"Your folder: {folder.resolve()}", f"Your log: {log.path}", *begun, *log.notices, *renewed, *kept]
