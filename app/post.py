"""The post: the only file that knows SMTP."""

import smtplib
import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import Enum, auto

from app import services
from app.domain.letter import Letter
from app.services.letters import NotNeeded
from app.services.unit_of_work import UnitOfWork
from config import Config

TIMEOUT = 20
"""Seconds that the mail server may take for one answer."""

Opened = Callable[[], AbstractContextManager[UnitOfWork]]


class NoServer(Exception):
    """The mail server cannot be used; the message says why. No letter is to blame."""


class Went(Enum):
    """What became of one letter."""

    OUT = auto()
    BACK = auto()
    NOWHERE = auto()


class Session:
    """A session with the mail server, opened at once and again whenever a letter broke it; raises NoServer."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.server = connected(config)

    def __enter__(self) -> "Session":
        return self

    def __exit__(self, *fault: object) -> None:
        with suppress(OSError, smtplib.SMTPException):
            self.server.quit()

    def hand_over(self, message: EmailMessage) -> None:
        """Give the server a message; raises what smtplib raises where it is refused."""
        try:
            self.server.rset()
        except (OSError, smtplib.SMTPException):
            self.server.close()
            self.server = connected(self.config)
        self.server.send_message(message)


def empty(config: Config, opened: Opened, limit: int) -> tuple[int, int]:
    """Send what waits in the outbox, at most `limit` letters; how many went and how many were put back.

    Whoever calls holds the place of the one sender (`only_one.place`). Each letter is claimed, worded, sent and marked
    in transactions of its own: a crash between sending and marking sends it a second time with the same Message-ID,
    and never loses it. Raises NoServer.
    """
    if not config.smtp_host:
        return 0, 0
    with opened() as work:
        services.outbox.park(work)
        if not services.outbox.waits(work):
            return 0, 0
    tally = dict.fromkeys(Went, 0)
    with Session(config) as session:
        while sum(tally.values()) < limit and (number := next_of(opened)) is not None:
            tally[one(opened, session, number)] += 1
    return tally[Went.OUT], tally[Went.BACK]


def next_of(opened: Opened) -> int | None:
    """The next letter; that it is tried is kept before it is."""
    with opened() as work:
        return services.outbox.claim(work)


def one(opened: Opened, session: Session, number: int) -> Went:
    """Word one letter, hand it over, and note what became of it."""
    try:
        with opened() as work:
            config = session.config
            letter = services.letters.worded(
                work, number, config.public_url, config.mail_from, config.secret_key
            )
            work.drop()
        session.hand_over(written(session.config, letter))
    except NoServer:
        raise
    except NotNeeded as reason:
        with opened() as work:
            services.outbox.not_needed(work, number, str(reason))
        return Went.NOWHERE
    except Exception as fault:  # whatever is wrong with one letter, the others go on
        with opened() as work:
            services.outbox.failed(work, number, said_of(fault), for_good=is_final(fault))
        return Went.BACK
    with opened() as work:
        services.outbox.sent(work, number)
    return Went.OUT


def is_final(fault: Exception) -> bool:
    """True if the server said that there is nobody of that address: later tries are in vain (RFC 5321, 4.2.1)."""
    return isinstance(fault, smtplib.SMTPRecipientsRefused) and all(
        500 <= code < 600 for code, _ in fault.recipients.values()
    )


def said_of(fault: Exception) -> str:
    """What went wrong, in one line; the server's own words where it spoke of an address."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(fault.recipients.values()))
        return f"The mail server refused the address: {code} {words.decode(errors='replace')}"
    return f"{type(fault).__name__}: {fault}"


def written(config: Config, letter: Letter) -> EmailMessage:
    """The letter as a message; a line break in a header is refused by the policy (ValueError).

    An invitation has its calendar object as the last of the alternatives, which programs show buttons for, and once
    more as a file for those that know only files (RFC 6047, section 2.4).
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = config.mail_from
    message["To"] = letter.to_address
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    if letter.calendar:
        message.add_alternative(
            letter.calendar.decode(),
            subtype="calendar",
            charset="utf-8",
            cte="base64",
            params={"method": letter.method},
        )
        message.add_attachment(letter.calendar, maintype="application", subtype="ics", filename="invite.ics")
    return message


def connected(config: Config) -> smtplib.SMTP:
    """Signed in at the mail server, as safely as it was set; raises NoServer."""
    where = (config.smtp_host, config.smtp_port)
    try:
        if config.smtp_security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                *where, timeout=TIMEOUT, context=ssl.create_default_context()
            )
        else:
            server = smtplib.SMTP(*where, timeout=TIMEOUT)
            if config.smtp_security == "starttls":
                server.starttls(context=ssl.create_default_context())
        if config.smtp_user:
            server.login(config.smtp_user, config.smtp_password)
    except (OSError, smtplib.SMTPException) as fault:
        raise NoServer(f"{type(fault).__name__}: {fault}") from fault
    return server
