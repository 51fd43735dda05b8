"""A real mail server for tests, that can be told to be rude."""

import email
import email.policy
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from config import Config


class Box:
    """What the server received, in order; `refuse` is a test of a letter that makes it say no."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refuse = lambda letter: False
        self.slow = 0.0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a letter."""
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        if self.refuse(letter):
            return "451 try again later"
        self.letters.append(letter)
        if self.slow:
            time.sleep(self.slow)
        return "250 OK"

    def to(self, address: str) -> list[EmailMessage]:
        """The letters to one address."""
        return [letter for letter in self.letters if letter["To"] == address]


@contextmanager
def mail_server() -> Iterator[tuple[Box, Controller]]:
    """A server on a free port of this machine."""
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box, controller
    finally:
        controller.stop()


def posted_to(controller: Controller, **settings: Any) -> Config:
    """A configuration that sends letters there."""
    return Config(
        smtp_host="127.0.0.1",
        smtp_port=controller.port,
        smtp_security="none",
        mail_from="desk@ministry.example",
        public_url="https://desk.example",
        **settings,
    )
