"""The connection between a page and its kernel, which is one to its last message."""

from asyncio import Future

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class SameToTheEnd(ZMQChannelsWebsocketConnection):
    """Remembers in which protocol it was opened.

    Jupyter asks the socket for it at each message, and one that is being closed (its page was reloaded, or its
    computer slept) tells none. What still comes through it is then read by the rules of the older protocol, which
    take its first bytes for the number of its parts: the message is lost, and 3 GB of memory with it, for good.
    """

    _agreed: str | None = None

    @property
    def subprotocol(self) -> str | None:
        """The name of the protocol; None is the older one."""
        self._agreed = super().subprotocol or self._agreed
        return self._agreed

    def connect(self) -> "Future[None] | None":
        """Begin, with the protocol in mind."""
        _ = self.subprotocol
        return super().connect()
