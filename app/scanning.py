"""The virus scanner: ClamAV's clamd, spoken to over a socket while a file is still in memory."""

import re
import socket
import struct
import time

from app.domain.attachment import CannotCheck
from app.domain.text import clean_line
from refusals import scanner_place

PATIENCE = 30.0
"""Seconds for the whole talk."""
PIECE = 64 * 1024
LONGEST_ANSWER = 4096
FOUND = re.compile(r"stream: (.{1,4000}) FOUND")


class Clamd:
    """A clamd at `host:port` or `unix:/path`, asked by INSTREAM (clamd(8)): nothing is written to a disk for it."""

    def __init__(self, address: str, patience: float = PATIENCE) -> None:
        self.place = scanner_place(address)
        self.patience = patience

    def found_in(self, body: bytes) -> str:
        """The name of what was found in it, "" if nothing was; CannotCheck for anything but a whole, clear answer."""
        until = time.monotonic() + self.patience
        try:
            answer = self.answer(body, until)
        except OSError as fault:  # timeouts too
            raise CannotCheck(f"it cannot be reached ({fault})") from fault
        if answer == "stream: OK":
            return ""
        if found := FOUND.fullmatch(answer):
            return clean_line(found[1], limit=LONGEST_ANSWER)[:100] or "a virus without a name"
        raise CannotCheck(f"it answered {clean_line(answer, limit=LONGEST_ANSWER)[:200]!r}")

    def answer(self, body: bytes, until: float) -> str:
        """What it says of these bytes; raises OSError, and CannotCheck for half an answer."""
        with self.connected(until) as talk:
            try:
                talk.sendall(b"zINSTREAM\0")
                for start in range(0, len(body), PIECE):
                    piece = body[start : start + PIECE]
                    talk.settimeout(left(until))
                    talk.sendall(struct.pack("!I", len(piece)) + piece)
                talk.sendall(struct.pack("!I", 0))
            except (BrokenPipeError, ConnectionResetError):
                pass  # it hangs up on what is too large for it, and has said so before
            said = b""
            while b"\0" not in said and len(said) <= LONGEST_ANSWER:
                talk.settimeout(left(until))
                more = talk.recv(LONGEST_ANSWER)
                if not more:
                    break
                said += more
        answer, end, _ = said.partition(b"\0")
        if not end or len(answer) > LONGEST_ANSWER:
            raise CannotCheck("it did not finish its answer")
        return answer.decode("utf-8", "replace")

    def connected(self, until: float) -> socket.socket:
        """A socket to it; raises OSError."""
        if isinstance(self.place, tuple):
            return socket.create_connection(self.place, timeout=left(until))
        talk = socket.socket(socket.AF_UNIX)
        try:
            talk.settimeout(left(until))
            talk.connect(str(self.place))
        except BaseException:
            talk.close()
            raise
        return talk


def left(until: float) -> float:
    """Seconds left of our patience; raises TimeoutError when there are none."""
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise TimeoutError("it takes too long")
    return seconds
