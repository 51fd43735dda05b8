"""Files that come in: judged by their content, named by a word that is only shown."""

from dataclasses import dataclass

from app.domain.errors import RuleBroken
from app.domain.text import clean_line

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE = "application/vnd.openxmlformats-officedocument."
BEGINNINGS: dict[str, tuple[bytes, str]] = {
    "pdf": (b"%PDF-", "application/pdf"),
    "docx": (ZIP, f"{OFFICE}wordprocessingml.document"),
    "xlsx": (ZIP, f"{OFFICE}spreadsheetml.sheet"),
    "pptx": (ZIP, f"{OFFICE}presentationml.presentation"),
    "odt": (ZIP, "application/vnd.oasis.opendocument.text"),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
    "jpg": (b"\xff\xd8\xff", "image/jpeg"),
    "jpeg": (b"\xff\xd8\xff", "image/jpeg"),
    "msg": (OLE, "application/vnd.ms-outlook"),
}
RTF = b"{\\rtf"
PLAIN = {"txt": "text/plain", "csv": "text/csv", "eml": "message/rfc822", "ics": "text/calendar"}
ENDINGS = (*BEGINNINGS, *PLAIN)


def looks_like(body: bytes) -> str:
    """The ending of the kind of file that a content begins like, if it is one of those known here; "" for others.

    A package (ZIP) or an old Office file (OLE) may be several things and is not named.
    """
    known = {
        ending: beginning for ending, (beginning, _) in BEGINNINGS.items() if beginning not in {ZIP, OLE}
    }
    start = body[:1024].lstrip()  # readers of PDF skip blanks before the beginning
    return next(
        (ending for ending, beginning in {**known, "rtf": RTF}.items() if start.startswith(beginning)), ""
    )


@dataclass(frozen=True)
class Incoming:
    """A file as it arrived: the name that its sender gave it, and its bytes."""

    name: str
    body: bytes


def shown_name(name: str) -> str:
    """The last part of a name, cleaned; a path that came with it is nobody's business."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return clean_line(last, limit=10_000)[-180:].lstrip(".") or "file"


def media_type_of(incoming: Incoming) -> str:
    """The file's type by its content; RuleBroken on `file` if it is empty, not taken, or not what its name says."""
    if not incoming.body:
        raise RuleBroken("file", "The file is empty.")
    ending = shown_name(incoming.name).rsplit(".", 1)[-1].lower()
    if ending in PLAIN:
        if b"\x00" in incoming.body[:4096]:
            raise RuleBroken("file", f"This is not a .{ending} file: its content is not text.")
        return PLAIN[ending]
    if ending not in BEGINNINGS:
        raise RuleBroken("file", f"Files of this sort are not taken. Taken are: {', '.join(ENDINGS)}.")
    beginning, media_type = BEGINNINGS[ending]
    if not incoming.body.startswith(beginning):
        raise RuleBroken("file", f"This is not a .{ending} file: its content says otherwise.")
    return media_type
