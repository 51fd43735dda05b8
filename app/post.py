"""The post: the only file that knows SMTP."""

import smtplib
import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from app import services
from app.domain.letter import Letter
from app.services.unit_of_work import UnitOfWork
from config import Config

TIMEOUT = 20
"""Seconds that the mail server may take for one answer."""

Opened = Callable[[], AbstractContextManager[UnitOfWork]]


def empty(config: Config, opened: Opened, limit: int) -> tuple[int, int]:
    """Send what waits in the outbox, at most `limit` letters; how many went and how many were put back.

    Each letter is claimed, sent and marked in transactions of its own: a crash between sending and marking
    sends it a second time with the same Message-ID, and never loses it.
    """
    if not config.smtp_host:
        return 0, 0
    went = put_back = 0
    while went + put_back < limit:
        with opened() as work:
            letters = services.outbox.claim(work, 1)
        if not letters:
            break
        trouble = send(config, letters[0])
        with opened() as work:
            if trouble is None:
                services.outbox.sent(work, letters[0].number)
                went += 1
            else:
                services.outbox.failed(work, letters[0].number, trouble)
                put_back += 1
    return went, put_back


def send(config: Config, letter: Letter) -> str | None:
    """Hand one letter to the mail server; what went wrong, or None."""
    try:
        with connected(config) as server:
            server.send_message(written(config, letter))
    except (OSError, smtplib.SMTPException, ValueError) as fault:
        return f"{type(fault).__name__}: {fault}"[:300]
    return None


def written(config: Config, letter: Letter) -> EmailMessage:
    """The letter as a message; a line break in a header is refused by the policy (ValueError)."""
    message = EmailMessage(policy=SMTP)
    message["From"] = config.mail_from
    message["To"] = letter.to_address
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


def connected(config: Config) -> smtplib.SMTP:
    """A session with the mail server, as safe as it was set."""
    if config.smtp_security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            config.smtp_host, config.smtp_port, timeout=TIMEOUT, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(config.smtp_host, config.smtp_port, timeout=TIMEOUT)
        if config.smtp_security == "starttls":
            server.starttls(context=ssl.create_default_context())
    if config.smtp_user:
        server.login(config.smtp_user, config.smtp_password)
    return server
