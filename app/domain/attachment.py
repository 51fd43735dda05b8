"""Files that come in: judged by their content, named by a word that is only shown."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from app.domain.errors import RuleBroken
from app.domain.text import clean_line

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE = "application/vnd.openxmlformats-officedocument."
ODT = "application/vnd.oasis.opendocument.text"
BEGINNINGS: dict[str, tuple[bytes, str]] = {
    "pdf": (b"%PDF-", "application/pdf"),
    "docx": (ZIP, f"{OFFICE}wordprocessingml.document"),
    "xlsx": (ZIP, f"{OFFICE}spreadsheetml.sheet"),
    "pptx": (ZIP, f"{OFFICE}presentationml.presentation"),
    "odt": (ZIP, ODT),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
    "jpg": (b"\xff\xd8\xff", "image/jpeg"),
    "jpeg": (b"\xff\xd8\xff", "image/jpeg"),
    "msg": (OLE, "application/vnd.ms-outlook"),
}
INSIDE: dict[str, tuple[bytes, ...]] = {
    "docx": (b"[Content_Types].xml", b"word/"),
    "xlsx": (b"[Content_Types].xml", b"xl/"),
    "pptx": (b"[Content_Types].xml", b"ppt/"),
    "odt": (b"mimetype" + ODT.encode(),),
    "msg": ("__properties_version1.0".encode("utf-16-le"),),
}
"""What stands unpacked in a package of that kind: the names of its parts. Nothing is ever unpacked to be judged."""
MACROS = b"vbaProject.bin"
RTF = b"{\\rtf"
PLAIN = {"txt": "text/plain", "csv": "text/csv", "eml": "message/rfc822", "ics": "text/calendar"}
FIRST_WORDS = {"eml": re.compile(rb"(From |[!-9;-~]+:)"), "ics": re.compile(rb"BEGIN:VCALENDAR", re.I)}
ENDINGS = (*BEGINNINGS, *PLAIN)

PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"#!/",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\0asm",
)
"""How programs begin: of Windows, of Linux, scripts, of Java and macOS, of a browser."""
PAGE = re.compile(rb"<(!doctype\s+(html|svg)|html|svg|script|head|body)\b", re.I)
RUNS = frozenset(
    [
        "exe",
        "dll",
        "com",
        "scr",
        "msi",
        "bat",
        "cmd",
        "ps1",
        "vbs",
        "js",
        "jse",
        "wsf",
        "hta",
        "jar",
        "lnk",
        "sh",
        "py",
        "app",
        "apk",
        "docm",
        "xlsm",
        "pptm",
    ]
)
PAGES = frozenset(["html", "htm", "xhtml", "mht", "mhtml", "svg", "svgz", "xml"])


class CannotCheck(Exception):
    """The virus scanner gave no clear answer; the message says why, for the log."""


class Scanner(Protocol):
    """Whoever says whether there is a virus in a file."""

    def found_in(self, body: bytes) -> str:
        """The name of what was found, "" if nothing was; raises CannotCheck."""


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


def kind_words(media_type: str) -> str:
    """What sort of file that is, as people call it: PDF, DOCX, TXT."""
    types = {of: ending for ending, (_, of) in BEGINNINGS.items()} | {
        of: ending for ending, of in PLAIN.items()
    }
    return types.get(media_type, "").upper()


def size_words(size: int) -> str:
    """A size in bytes as people say it: 340 kB."""
    number = float(size)
    for unit in ("bytes", "kB"):
        if number < 1000:
            return f"{number:.0f} {unit}"
        number /= 1000
    return f"{number:.0f} MB"


def shown_name(name: str) -> str:
    """The last part of a name, cleaned; a path that came with it is nobody's business."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return clean_line(last, limit=10_000)[-180:].lstrip(".") or "file"


def is_page(start: bytes) -> bool:
    """True if a text begins as HTML or SVG does, behind blanks, comments and the line of XML."""
    start = start.lstrip()
    while start.startswith((b"<!--", b"<?xml")):
        _, end, start = start.partition(b"-->" if start.startswith(b"<!--") else b">")
        if not end:
            return True
        start = start.lstrip()
    return PAGE.match(start) is not None


def refuse_what_runs(ending: str, body: bytes) -> None:
    """RuleBroken on `file` for programs and web pages, by name or content: a browser or a machine would run them."""
    start = body[:4096].removeprefix(b"\xef\xbb\xbf")
    runs = start.startswith(PROGRAMS) and (b"\x00" in body or start.startswith(b"#!/"))
    if ending in RUNS or runs or (start.startswith(ZIP) and MACROS in body):
        raise RuleBroken("file", "Programs, scripts and documents with macros are not taken.")
    if ending in PAGES or (ending not in BEGINNINGS and is_page(start)):
        raise RuleBroken(
            "file", "Web pages and drawings that can run (HTML, SVG) are not taken; a PDF of it is."
        )


def media_type_of(incoming: Incoming, taken: Collection[str] = ENDINGS) -> str:
    """The file's type by its content; RuleBroken on `file` if it is empty, not `taken`, or not what its name says."""
    body = incoming.body
    if not body:
        raise RuleBroken("file", "The file is empty.")
    ending = shown_name(incoming.name).rsplit(".", 1)[-1].lower()
    refuse_what_runs(ending, body)
    if ending not in taken or ending not in ENDINGS:
        listed = ", ".join(each for each in ENDINGS if each in taken)
        raise RuleBroken("file", f"Files of this sort are not taken. Taken are: {listed}.")
    if ending in PLAIN:
        start = body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
        if (
            b"\x00" in body
            or looks_like(body)
            or start.startswith((ZIP, OLE))
            or not FIRST_WORDS.get(ending, re.compile(b"")).match(start)
        ):
            raise RuleBroken("file", f"This is not a .{ending} file: its content says otherwise.")
        return PLAIN[ending]
    beginning, media_type = BEGINNINGS[ending]
    if not body.startswith(beginning) or not all(part in body for part in INSIDE.get(ending, ())):
        raise RuleBroken("file", f"This is not a .{ending} file: its content says otherwise.")
    return media_type
