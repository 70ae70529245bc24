from types import SimpleNamespace

import pytest
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import Application

from hiplog.lab.connection import SameToTheEnd

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
    monkeypatch.setattr(SameToTheEnd, "multi_kernel_manager", kernels)
    connection, sent = SameToTheEnd(websocket_handler=socket), []
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
    monkeypatch.setattr(SameToTheEnd.__base__, "connect", lambda _: None)
    connection.connect()
    socket.ws_connection = None
    assert connection.subprotocol == "v1.kernel.websocket.jupyter.org"


def test_a_connection_in_the_older_protocol_stays_one(connection, socket):
    connection, _ = connection
    socket.ws_connection = SimpleNamespace(selected_subprotocol=None)
    assert connection.subprotocol is None
