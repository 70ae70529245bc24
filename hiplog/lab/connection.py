"""The connection between a page and its kernel, which is one from its first message to its last."""

from asyncio import Future
from typing import ClassVar
from weakref import WeakValueDictionary

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class OneToTheEnd(ZMQChannelsWebsocketConnection):
    """Remembers in which protocol it was opened, and leaves nothing behind where another takes its place.

    Jupyter asks the socket for its protocol at each message, and one that is being closed (its page was reloaded,
    or its computer slept) tells none. What still comes through it is then read by the rules of the older protocol,
    which take its first bytes for the number of its parts: the message is lost, and 3 GB of memory with it.

    A page that connects anew, as after each restart of its kernel, goes by the same name to the kernel. Where its
    connection before is not closed yet, the kernel answers whichever of the two came to it last; where that one
    still waits for a kernel that starts, it cuts off, when that is there, channels that are the new one's by then.
    Either way what is run is never answered, and nothing is said: so it was, now and then, where *Run all*, which
    restarts the kernel, was pressed while it started.
    """

    _newest: ClassVar[WeakValueDictionary[tuple[str, str], "OneToTheEnd"]] = WeakValueDictionary()
    _agreed: str | None = None
    _connected: "Future[None] | None" = None

    @property
    def subprotocol(self) -> str | None:
        """The name of the protocol; None is the older one."""
        self._agreed = super().subprotocol or self._agreed
        return self._agreed

    def connect(self) -> "Future[None] | None":
        """Begin, with the protocol in mind, and in the place of a connection before of the same page."""
        _ = self.subprotocol
        page = (self.kernel_id, self.session.session)
        if page in self._newest:
            self._newest[page]._close_channels()
        self._newest[page] = self
        self._connected = super().connect()
        return self._connected

    def disconnect(self) -> None:
        """End; who comes back makes channels anew where nothing was heard yet through these."""
        super().disconnect()
        is_early = self._connected is not None and not self._connected.done()
        if is_early and self.kernel_id in self.multi_kernel_manager:
            self.multi_kernel_manager.stop_buffering(self.kernel_id)
        self.channels = {}  # else they are kept for who comes back, and are that one's

    def _close_channels(self) -> None:
        for stream in self.channels.values():
            if not stream.closed():
                stream.on_recv(None)
                stream.close()
        self.channels = {}
