from concurrent.futures import Future
from types import SimpleNamespace

import pytest
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import Application

from hiplog.lab.connection import OneToTheEnd

PARTS = [b"{}", b"{}", b"{}", b'{"held": 61.5}']


@pytest.fixture
def socket():
    line = RequestStartLine("GET", "/", "HTTP/1.1")
    quiet = SimpleNamespace(set_close_callback=lambda _: None)
    request = HTTPServerRequest(start_line=line, headers=HTTPHeaders(Host="localhost"), connection=quiet)
    socket = KernelWebsocketHandler(Application(), request)
    socket.ws_connection = SimpleNamespace(selected_subprotocol="v1.kernel.websocket.jupyter.org")
    return socket


@pytest.fixture
def connection(socket, monkeypatch):
    """Return a connection in the newer protocol that sends nothing anywhere, and what it would have sent."""
    kernels = SimpleNamespace(allowed_message_types=[])
    monkeypatch.setattr(OneToTheEnd, "multi_kernel_manager", kernels)
    connection, sent = OneToTheEnd(websocket_handler=socket), []
    connection.channels = {"shell": "to the kernel"}
    connection.session.send_raw = lambda *of: sent.append(of)
    return connection, sent


def test_the_last_message_of_a_socket_that_closes_reaches_the_kernel(connection, socket):
    connection, sent = connection
    message = serialize_msg_to_ws_v1(PARTS, "shell")
    connection.handle_incoming_message(message)
    socket.ws_connection = None  # what tornado does when a socket closes
    connection.handle_incoming_message(message)
    assert sent == [("to the kernel", PARTS)] * 2


def test_a_connection_knows_its_protocol_from_its_first_moment(connection, socket, monkeypatch):
    connection, _ = connection
    monkeypatch.setattr(OneToTheEnd.__base__, "connect", lambda _: None)
    monkeypatch.setattr(OneToTheEnd, "kernel_id", "kernel")
    connection.connect()
    socket.ws_connection = None
    assert connection.subprotocol == "v1.kernel.websocket.jupyter.org"


def test_a_connection_in_the_older_protocol_stays_one(connection, socket):
    connection, _ = connection
    socket.ws_connection = SimpleNamespace(selected_subprotocol=None)
    assert connection.subprotocol is None


class Channel:
    """Of a connection: heard until it is closed."""

    def __init__(self):
        self.is_closed, self.heard_by = False, "the connection"

    def closed(self):
        return self.is_closed

    def on_recv(self, heard_by):
        self.heard_by = heard_by

    def close(self):
        self.is_closed = True


class Kernels(dict):
    """Kernels, and the channels that are kept for who comes back."""

    def __init__(self):
        super().__init__(kernel=None)
        self.kept = {}

    def stop_buffering(self, kernel):
        for channel in self.kept.pop(kernel).values():
            channel.close()


@pytest.fixture
def connect(monkeypatch, socket):
    """Return a function that makes a connection of a page to one kernel, and the kernels."""
    kernels, base = Kernels(), OneToTheEnd.__base__
    monkeypatch.setattr(OneToTheEnd, "multi_kernel_manager", kernels)
    monkeypatch.setattr(OneToTheEnd, "kernel_id", "kernel")
    monkeypatch.setattr(base, "disconnect", lambda of: kernels.kept.update(kernel=of.channels))

    def connected(page, *, is_heard):
        channel, heard = Channel(), Future()
        if is_heard:
            heard.set_result(None)

        def connect(of):
            of.channels = {"shell": channel}
            return heard

        monkeypatch.setattr(base, "connect", connect)
        connection = OneToTheEnd(websocket_handler=socket)
        connection.session.session = page
        connection.connect()
        return connection, channel

    return connected, kernels


@pytest.mark.parametrize("is_heard", [True, False])
def test_a_page_has_one_connection_to_a_kernel_which_would_answer_either(connect, is_heard):
    connected, _ = connect
    of_another, other = connected("another", is_heard=True)
    before, old = connected("a page", is_heard=is_heard)
    _, new = connected("a page", is_heard=False)
    assert (old.is_closed, old.heard_by, before.channels) == (True, None, {})
    assert (new.is_closed, other.is_closed, of_another.channels) == (False, False, {"shell": other})


def test_channels_are_kept_for_who_comes_back_and_are_theirs_from_then_on(connect):
    connected, kernels = connect
    gone, kept = connected("a page", is_heard=True)
    gone.disconnect()
    assert kernels.kept == {"kernel": {"shell": kept}}
    connected("a page", is_heard=True)
    assert not kept.is_closed


def test_channels_through_which_nothing_was_heard_yet_are_kept_for_nobody(connect):
    connected, kernels = connect
    gone, channel = connected("a page", is_heard=False)
    gone.disconnect()
    assert (kernels.kept, channel.is_closed) == ({}, True)


def test_a_connection_to_a_kernel_that_is_gone_ends(connect):
    connected, kernels = connect
    gone, _ = connected("a page", is_heard=False)
    kernels.pop("kernel")
    gone.disconnect()
    assert gone.channels == {}
