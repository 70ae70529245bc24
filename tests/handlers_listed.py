"""An extension of Jupyter's server, for the tests: it writes down what the running server has handlers for."""

import json
import os
from pathlib import Path


def _load_jupyter_server_extension(serverapp) -> None:
    def write() -> None:  # once it runs, so that no extension comes after
        rules = [(rule.matcher.regex.pattern, rule.target.__name__) for rule in _rules(serverapp.web_app)]
        Path(os.environ["HANDLERS_LISTED"]).write_text(json.dumps(rules), encoding="utf-8")

    serverapp.io_loop.add_callback(write)


def _rules(app):
    for hosts in app.default_router.rules:  # a rule of hosts, and the rules of paths within it
        yield from getattr(hosts.target, "rules", ())
    yield from app.wildcard_router.rules


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "handlers_listed"}]
