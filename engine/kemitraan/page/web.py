"""Serves the page on this machine alone, and answers what it asks.

The server listens on 127.0.0.1. Every address begins with a token made anew each time, so that
neither another page in the browser nor another user of the machine can guess it; besides, a
request must name this server as its host and origin. What is asked is bounded in size, and in
time: a computation ends when its time is up, or when nobody waits for it any more.
"""

from __future__ import annotations

import json
import secrets
import socket
import threading
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, ClassVar, Final

from kemitraan.page.ask import ask
from kemitraan.page.files import POLICY, page_files
from kemitraan.progress import heard_by

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST: Final = 6_000_000
"""So many bytes a question may have: a file of the largest size, as text."""
PATIENCE: Final = 10.0
"""So many seconds a request may take to arrive."""
LONGEST: Final = 120.0
"""So many seconds an answer may take."""

_KINDS: Final = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_SAFE: Final = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class _Given(Exception):  # noqa: N818  # how a computation is left, no error
    """Nobody waits for the answer any more, or its time is up."""


class PageServer(ThreadingHTTPServer):
    """A server of the page; `address` is where it is found."""

    daemon_threads = True
    # Another program that listens on the same port would be given the page's questions.
    allow_reuse_address = False

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.token = secrets.token_urlsafe(18)
        self.files: Mapping[str, bytes] = page_files()
        # The engine computes one answer at a time.
        self.turn = threading.Lock()

    @property
    def address(self) -> str:
        """Return the address of the page."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser went away in the middle; tell all else."""
        import sys

        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: PageServer
    protocol_version = "HTTP/1.1"
    timeout: ClassVar[float] = PATIENCE

    def version_string(self) -> str:
        """Return the name of the server, without the version of Python."""
        return "kemitraan"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # named so above
        """Keep the terminal as it is."""

    def do_GET(self) -> None:
        """Send a file of the page."""
        name = self._named()
        if name is None:
            return
        content = self.server.files.get(name or "index.html")
        if content is None:
            self._send(HTTPStatus.NOT_FOUND, b"")
            return
        kind = _KINDS[(name or "index.html").rpartition(".")[2]]
        self._send(HTTPStatus.OK, content, kind)

    def do_POST(self) -> None:
        """Answer a question."""
        name = self._named()
        if name is None:
            return
        length = self.headers.get("Content-Length", "")
        if name != "ask" or self.headers.get_content_type() != "application/json":
            self._send(HTTPStatus.NOT_FOUND, b"")
        elif not length.isdecimal():
            self._send(HTTPStatus.LENGTH_REQUIRED, b"")
        elif int(length) > MOST:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"")
        else:
            self._answer(self.rfile.read(int(length)))

    def _answer(self, body: bytes) -> None:
        try:
            said = json.loads(body)
            verb, arguments = said["verb"], said["arguments"]
        except (ValueError, LookupError, TypeError, RecursionError):
            verb = arguments = None
        if not isinstance(verb, str) or not isinstance(arguments, dict):
            self._send(HTTPStatus.BAD_REQUEST, b"")
            return
        until = time.monotonic() + LONGEST

        def waited_for(share: float = 0.0) -> None:
            del share
            if time.monotonic() > until or self._gone():
                raise _Given

        try:
            while not self.server.turn.acquire(timeout=0.2):
                waited_for()
            try:
                with heard_by(waited_for):
                    answer = ask(verb, arguments)
            finally:
                self.server.turn.release()
        except _Given:
            self.close_connection = True
            if not self._gone():
                self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"")
            return
        self._send(HTTPStatus.OK, answer.encode("utf-8"), "application/json; charset=utf-8")

    def _gone(self) -> bool:
        """Tell whether the browser has closed the connection."""
        with suppress(BlockingIOError, TimeoutError):
            self.connection.settimeout(0)
            try:
                return not self.connection.recv(1, socket.MSG_PEEK)
            except ConnectionError:
                return True
            finally:
                self.connection.settimeout(PATIENCE)
        return False

    def _named(self) -> str | None:
        """Return what is asked for behind the token; None, once refused, where that is wrong."""
        own = f"127.0.0.1:{self.server.server_port}"
        path = self.path.partition("?")[0]
        _, token, *rest = f"{path}/".split("/")
        allowed = (
            secrets.compare_digest(token.encode(), self.server.token.encode())
            and self.headers.get("Host") == own
            and self.headers.get("Origin", f"http://{own}") == f"http://{own}"
            and self.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
        )
        if allowed and len(rest) == 2:
            return rest[0]
        self.close_connection = True
        self._send(HTTPStatus.NOT_FOUND if allowed else HTTPStatus.FORBIDDEN, b"")
        return None

    def _send(self, status: HTTPStatus, content: bytes, kind: str = "text/plain") -> None:
        if status != HTTPStatus.OK and self.command == "POST":
            # What was sent along is left unread.
            self.close_connection = True
        self.send_response(status)
        for name, said in _SAFE.items():
            self.send_header(name, said)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)
