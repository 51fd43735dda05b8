"""A mailbox at a mail server: the only file that knows IMAP (RFC 3501; RFC 6851 for moving)."""

import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from app.deadline import within
from app.domain.mailbox import Mark
from config import Config

TIMEOUT = 20
"""Seconds that the mail server may take for one answer."""
LONGEST_TALK = 300
"""Seconds that a round with it may take in all."""
MOST_AT_ONCE = 16_000_000
"""Bytes of one answer that are read into memory, whatever the server announces."""
FAULTS = (OSError, imaplib.IMAP4.error, ValueError, EOFError)
"""What the library raises when the wire breaks or the server says what it does not understand."""
NOT_HANDED_OUT = "The mail server does not hand out a mail that it has."


class NoMailbox(Exception):
    """The mailbox cannot be used; the message is one sentence, and has no word of a mail in it. No mail is to blame."""


class Inbox:
    """An open mailbox. `validity` is the server's word for its present numbering of mails."""

    def __init__(self, server: imaplib.IMAP4, config: Config) -> None:
        self.server, self.config = server, config
        answer = self.asked(server.select, quoted(config.imap_folder))
        if answer is None:
            raise NoMailbox("The folder of the mailbox cannot be opened; see RAPPORTEUR_IMAP_FOLDER.")
        self.validity = number_in(server.response("UIDVALIDITY")[1])
        if not self.validity:
            raise NoMailbox("The mail server does not number its mails for good (UIDVALIDITY).")

    def after(self, uid: int) -> list[int]:
        """The numbers of the mails behind one, the oldest first."""
        answer = self.asked(self.server.uid, "SEARCH", "UID", f"{uid + 1}:*")
        if answer is None:
            raise NoMailbox("The mail server does not list what is in the mailbox.")
        words = b" ".join(part for part in answer if isinstance(part, bytes)).split()
        return sorted({int(word) for word in words if word.isdigit() and int(word) > uid})

    def size_of(self, uid: int) -> int | None:
        """Bytes of a mail, as the server says before it is fetched; None if it is gone."""
        for part in self.fetched(uid, "(UID RFC822.SIZE)"):
            if isinstance(part, bytes) and mentions(part, uid):
                found = re.search(rb"RFC822\.SIZE (\d{1,18})\b", part)
                if found is None:
                    raise NoMailbox("The mail server does not say how large a mail is.")
                return int(found[1])
        return None

    def read(self, uid: int, most: int) -> bytes:
        """A mail, or as much of it as is wanted. It is not marked as seen by this."""
        for part in self.fetched(uid, f"(UID BODY.PEEK[]<0.{most}>)"):
            if isinstance(part, tuple):
                return bytes(part[1])
        raise NoMailbox(NOT_HANDED_OUT)

    def fetched(self, uid: int, what: str) -> Sequence[Any]:
        """What the server tells of a mail; nothing of one that is gone."""
        answer = self.asked(self.server.uid, "FETCH", str(uid), what)
        if answer is None:
            raise NoMailbox(NOT_HANDED_OUT)
        return answer

    def mark(self, uid: int, mark: Mark) -> None:
        """Show at the server what became of a mail; doing it twice does no harm, and for one that is gone nothing."""
        done, folder = mark is Mark.DONE, self.config.imap_done_folder
        if mark is Mark.NONE:
            return
        self.asked(self.server.uid, "STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)" if done else r"(\Flagged)")
        if done and folder and self.move(uid, quoted(folder)) is None:
            raise NoMailbox("A mail cannot be moved; see RAPPORTEUR_IMAP_DONE_FOLDER.")

    def move(self, uid: int, folder: str) -> Sequence[Any] | None:
        """Put a mail into another folder, with or without the server's own command for it; None if it will not."""
        knows = self.server.capabilities
        if "MOVE" in knows:
            return self.asked(self.server.uid, "MOVE", str(uid), folder)
        copied = self.asked(self.server.uid, "COPY", str(uid), folder)
        if copied is not None:
            self.asked(self.server.uid, "STORE", str(uid), "+FLAGS.SILENT", r"(\Deleted)")
            if "UIDPLUS" in knows:  # without it, all that others deleted would go too
                self.asked(self.server.uid, "EXPUNGE", str(uid))
        return copied

    def asked(self, command: Any, *words: str) -> Sequence[Any] | None:
        """What the server answers; None for its no. Raises NoMailbox where the wire breaks."""
        try:
            status, answer = command(*words)
        except FAULTS as fault:
            raise NoMailbox(said_of(fault)) from None
        return answer if status == "OK" else None


@contextmanager
def open_inbox(config: Config) -> Iterator[Inbox]:
    """The mailbox of the settings, as safely as they say; closed at the end. Raises NoMailbox."""
    with ExitStack() as stack:
        try:
            server = connected(config)
            stack.callback(good_bye, server)
            stack.enter_context(within(LONGEST_TALK, server.socket))
            if config.imap_security == "starttls":
                server.starttls(ssl.create_default_context())
        except FAULTS as fault:
            raise NoMailbox(said_of(fault)) from None
        sign_in(server, config)
        yield Inbox(server, config)


def connected(config: Config) -> imaplib.IMAP4:
    """A server that has greeted."""
    where = (config.imap_host, config.imap_port)
    if config.imap_security == "tls":
        return BoundedTLS(*where, ssl_context=ssl.create_default_context(), timeout=TIMEOUT)
    return Bounded(*where, timeout=TIMEOUT)


def sign_in(server: imaplib.IMAP4, config: Config) -> None:
    """Sign in, with a password in whatever letters where the server can take it (SASL PLAIN); raises NoMailbox."""
    try:
        if "AUTH=PLAIN" in server.capabilities:
            words = f"\0{config.imap_user}\0{config.imap_password}".encode()
            server.authenticate("PLAIN", lambda _: words)
        else:
            server.login(config.imap_user, config.imap_password)
        told = server.capability()[1][0]  # signed in, it may know more
        server.capabilities = tuple(bytes(told or b"").decode("ascii", "replace").upper().split())
    except imaplib.IMAP4.abort as fault:
        raise NoMailbox(said_of(fault)) from None
    except (imaplib.IMAP4.error, UnicodeError):
        raise NoMailbox("The mail server refused the account or its password.") from None
    except FAULTS as fault:
        raise NoMailbox(said_of(fault)) from None


def good_bye(server: imaplib.IMAP4) -> None:
    """Leave, whether or not the server still listens."""
    with suppress(*FAULTS):
        server.logout()
    with suppress(*FAULTS):
        server.shutdown()  # which a logout that fails leaves out


def said_of(fault: Exception) -> str:
    """What went wrong, in one sentence; the library's own words may repeat what the server sent, and are left out."""
    if isinstance(fault, ssl.SSLCertVerificationError):
        return f"The mail server's certificate cannot be trusted ({fault.verify_message})."
    if isinstance(fault, TimeoutError):
        return "The mail server did not answer in time."
    if isinstance(fault, OSError) and fault.strerror and not isinstance(fault, imaplib.IMAP4.error):
        return f"The mail server cannot be reached ({fault.strerror})."
    return "The mail server broke off, or said what is no IMAP."


def quoted(name: str) -> str:
    """A folder's name as a command takes it."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def number_in(answer: Sequence[Any] | None) -> int:
    """The one number of an answer; 0 for none."""
    word = (answer or [b""])[-1] or b""
    return int(word) if word.isdigit() and len(word) < 11 else 0


def mentions(part: bytes, uid: int) -> bool:
    """True if a line of the server's is about this mail: it may tell of others unasked."""
    found = re.search(rb"\bUID (\d+)\b", part)
    return bool(found and int(found[1]) == uid)


class Bounded(imaplib.IMAP4):
    """A server that cannot fill the memory by announcing an endless answer."""

    def read(self, size: int) -> bytes:
        """So many bytes of an answer."""
        if size > MOST_AT_ONCE:
            raise self.abort("too much at once")
        return super().read(size)


class BoundedTLS(imaplib.IMAP4_SSL):
    """The same over TLS."""

    def read(self, size: int) -> bytes:
        """So many bytes of an answer."""
        if size > MOST_AT_ONCE:
            raise self.abort("too much at once")
        return super().read(size)
