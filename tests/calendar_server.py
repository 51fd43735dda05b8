"""A real web server for tests, whose answers a test writes byte by byte."""

import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

Answer = bytes | Callable[[Any], None]


class Site:
    """What stands at each path, and what was asked, head by head."""

    def __init__(self) -> None:
        self.port = 0
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def at(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a path."""
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def door(self) -> str:
        """The site as an administrator allows it."""
        return f"127.0.0.1:{self.port}"


def answer(body: bytes = b"", status: str = "200 OK", **heads: str) -> bytes:
    """An answer; `Content_Type` names a head. Its length is said unless it is given as another."""
    given = {"Content_Type": "text/calendar", "Content_Length": str(len(body)), **heads}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


@contextmanager
def calendar_site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a free port of this machine."""
    site = Site()

    class Talk(socketserver.StreamRequestHandler):
        def setup(self) -> None:
            if tls is not None:
                self.request = tls.wrap_socket(self.request, server_side=True)
            super().setup()

        def finish(self) -> None:
            with suppress(OSError):
                super().finish()
            self.request.close()

        def handle(self) -> None:
            path = self.rfile.readline().decode().split(" ")[1]
            heads = {}
            while line := self.rfile.readline().decode().strip():
                name, _, value = line.partition(":")
                heads[name] = value.strip()
            site.asked.append((path, heads))
            found = site.answers.get(path, answer(status="404 Not Found"))
            if callable(found):
                found(self.wfile)
            else:
                self.wfile.write(found)

    class Threaded(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: Any, client_address: Any) -> None:
            """The reader may leave in the middle."""

    with Threaded(("127.0.0.1", 0), Talk) as server:
        site.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield site
        finally:
            server.shutdown()
