"""The server: answers on one port with a fixed number of threads, finishes its answers and stops."""

import errno
import os
import resource
import signal
import socket
import time
from collections.abc import Callable
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import create_server

from config import Config

CONNECTIONS = 1000
"""Open connections before others wait: so many that idle browsers lock nobody out."""

OPEN_FILES = 4096
"""Files and connections that the process asks the system for."""

PATIENCE = 30.0
"""Seconds that requests in flight have to finish after the signal to stop."""

HEADER_LIMIT = 32768
"""Bytes of a request's headers; above it the answer is 431."""


class CannotListen(Exception):
    """The port is taken or may not be used; the message is one sentence."""


class StrictParser(HTTPRequestParser):
    """Refuses a request with two lengths (RFC 9112, 6.1): two servers could read it as two requests."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers as usual, then compare."""
        super().parse_header(header_plus)
        if "TRANSFER_ENCODING" in self.headers or (self.chunked and "CONTENT_LENGTH" in self.headers):
            raise ParsingError("A request has one length.")


class Channel(HTTPChannel):
    """One connection."""

    parser_class = StrictParser

    @property
    def in_flight(self) -> bool:
        """Whether a request is being received, answered or sent."""
        return bool(self.request or self.requests or self.total_outbufs_len)


def open_door(host: str, port: int) -> socket.socket:
    """Take the port before anything else is done, so that a second start is refused at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=CONNECTIONS)
    except OSError as fault:
        taken = (
            "is taken: another server runs there"
            if fault.errno == errno.EADDRINUSE
            else f"cannot be used ({fault.strerror})"
        )
        raise CannotListen(f"Port {port} of {host} {taken}; set RAPPORTEUR_PORT to a free one.") from fault


def answer(application: Callable[..., Any], config: Config, door: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in flight."""
    allow_files()
    channels: dict[int, Any] = {}
    server = create_server(
        application,
        map=channels,
        sockets=[door],
        threads=config.threads,
        connection_limit=CONNECTIONS,
        channel_timeout=60,
        max_request_header_size=HEADER_LIMIT,
        max_request_body_size=2
        * config.upload_limit_mb
        * 2**20,  # the application refuses earlier, with a page
        clear_untrusted_proxy_headers=config.proxies == 0,
        ident=None,
    )
    server.channel_class = Channel
    told = signalled(server.trigger.trigger)
    while not told:
        turn(channels)
    finish(server, channels)


def allow_files() -> None:
    """Raise the soft limit of open files as far as is needed and allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def signalled(bell: int) -> list[int]:
    """A list that is filled when the process is told to stop; a second Ctrl-C stops at once.

    The system may hand the signal to any thread, so it also rings the bell, the pipe that ends a turn.
    """
    told: list[int] = []

    def note(number: int, frame: object) -> None:
        told.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    os.set_blocking(bell, False)
    signal.set_wakeup_fd(bell)
    signal.signal(signal.SIGTERM, note)
    signal.signal(signal.SIGINT, note)
    return told


def turn(channels: dict[int, Any]) -> None:
    """One round of reading and writing; by poll, because select knows only 1,024 files."""
    wasyncore.loop(timeout=1.0, use_poll=True, map=channels, count=1)


def finish(server: Any, channels: dict[int, Any]) -> None:
    """Take no new connection, let each open one finish its request, then stop the threads."""
    server.del_channel(channels)
    server.socket.close()
    deadline = time.monotonic() + PATIENCE
    while server.active_channels and time.monotonic() < deadline:
        for channel in list(server.active_channels.values()):
            channel.will_close = channel.will_close or not channel.in_flight
        turn(channels)
    server.task_dispatcher.shutdown(timeout=1)
    wasyncore.close_all(channels)
