"""What a host answers that was asked for a calendar: never more of it than is taken, however well it was packed."""

import http.client
import zlib
from typing import NamedTuple

from app.domain.busy_file import LARGEST

PIECE = 65_536
CALENDARS = {"text/calendar", "application/ics", "text/plain", "application/octet-stream", ""}
"""Media types under which calendars are found; the last ones are what simple servers say of any file."""
SAID = {
    401: "wants a sign-in",
    403: "does not let us read it",
    404: "has no calendar at this address",
    410: "has no calendar at this address",
    429: "asks us to come back later",
    503: "asks us to come back later",
}
TOO_LARGE = f"Its calendar is larger than {LARGEST // 1_000_000} MB."


class CannotFetch(Exception):
    """It cannot be read; the message is one sentence for the officer, and does not repeat the address."""


class Got(NamedTuple):
    """What was there, and by which marks the server would know it again; `raw` is None if it is what we have."""

    raw: bytes | None
    etag: str = ""
    modified: str = ""


def read(answer: http.client.HTTPResponse, host: str, known: bool) -> Got:
    """What an answer carries."""
    if answer.status == 304 and known:
        return Got(None)
    if answer.status != 200:
        raise CannotFetch(f"{host} {SAID.get(answer.status, f'answered with error {answer.status}')}.")
    if answer.headers.get_content_type() not in CALENDARS and answer.headers.get("Content-Type"):
        raise CannotFetch(f"{host} answered with a page and not with a calendar.")
    how = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if how not in {"identity", "gzip", "x-gzip"}:
        raise CannotFetch(f"{host} packed the calendar in a way that is not known here.")
    raw = unpacked(answer, packed=how != "identity")
    if not raw.rstrip().upper().endswith(b"END:VCALENDAR"):
        begun = raw.removeprefix(b"\xef\xbb\xbf").lstrip().upper().startswith(b"BEGIN:VCALENDAR")
        raise CannotFetch(
            f"{host} broke off in the middle." if begun else f"{host} answered with what is no calendar."
        )
    return Got(raw, mark(answer, "ETag", 300), mark(answer, "Last-Modified", 100))


def unpacked(answer: http.client.HTTPResponse, packed: bool) -> bytes:
    """The whole body, read and unpacked piece by piece: never more than is taken, however little it was when packed."""
    opener = zlib.decompressobj(16 + zlib.MAX_WBITS)
    found = bytearray()
    if (answer.length or 0) > LARGEST:
        raise CannotFetch(TOO_LARGE)
    taken = 0
    while piece := answer.read(PIECE):
        taken += len(piece)
        try:
            found += opener.decompress(piece, LARGEST + 1 - len(found)) if packed else piece
        except zlib.error:
            raise CannotFetch("Its calendar was packed badly.") from None
        if max(len(found), taken) > LARGEST or opener.unconsumed_tail:
            raise CannotFetch(TOO_LARGE)
    return bytes(found)


def mark(answer: http.client.HTTPResponse, name: str, most: int) -> str:
    """A mark by which the server knows what it sent; none if it is odd, for it is sent back as it is."""
    value = (answer.headers.get(name) or "").strip()
    return value if len(value) <= most and value.isascii() and value.isprintable() else ""
