"""Nothing of a running server is answered without its token, whichever extension of Jupyter would answer it."""

from functools import cache

from jupyter_server.base.handlers import JupyterHandler
from tornado import web
from tornado.httputil import url_concat

# What the page that asks for the token is made of. It is Jupyter's own, and the same everywhere.
_OPEN = ("login", "static/favicons/", "static/logo/", "static/style/")


def guard(app: web.Application) -> None:
    """Let every request to `app` pass one door, also those to handlers that ask for no token by themselves.

    Voila has such: its files are tornado's, which know no token and no `Host`.
    """
    to_handler = app.get_handler_delegate  # tornado calls this for each request, with the handler it found

    def guarded(request, target_class, *arguments, **options):
        return to_handler(request, _guarded(target_class), *arguments, **options)

    app.get_handler_delegate = guarded


@cache
def _guarded(handler: type[web.RequestHandler]) -> type[web.RequestHandler]:
    """Return the handler with the door before it, as one of Jupyter's where it is not one already."""
    bases = (handler,) if issubclass(handler, JupyterHandler) else (JupyterHandler, handler)
    return type(handler.__name__, (_Door, *bases), {"__module__": handler.__module__})


class _Door:
    """Refuses whoever has not shown the token, and takes the token out of the address of a page."""

    async def prepare(self, *arguments, **options) -> None:
        before = super().prepare(*arguments, **options)  # knows the user, and refuses a foreign Host
        if before is not None:
            await before
        if self._finished or self.request.path.removeprefix(self.base_url).startswith(_OPEN):
            return
        web.authenticated(lambda _: None)(self)  # to the page that asks for the token, or 403
        if not self._finished and self._shows_its_token():
            rest = [(name, value) for name in self.request.query_arguments if name != "token"
                    for value in self.get_query_arguments(name)]  # fmt: skip
            self.redirect(url_concat(self.request.path, rest))

    def _shows_its_token(self) -> bool:
        """Return whether a page is opened whose address, and with it the browser's history, holds the token."""
        is_page = self.request.method == "GET" and "text/html" in self.request.headers.get("Accept", "")
        return is_page and "token" in self.request.query_arguments
