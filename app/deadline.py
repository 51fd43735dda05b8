"""A deadline for a whole talk over the network, however slowly the other side drips."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def within(seconds: float, wire: Callable[[], socket.socket]) -> Iterator[None]:
    """Cut the wire after so many seconds: whoever reads or writes on it then gets an end, or an OSError.

    `wire` gives the socket as it is then (TLS may have taken its place). A timeout of the socket alone counts from
    each byte to the next.
    """

    def cut() -> None:
        with suppress(OSError, ValueError):
            wire().shutdown(socket.SHUT_RDWR)

    clock = threading.Timer(seconds, cut)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
