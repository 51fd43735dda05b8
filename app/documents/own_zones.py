"""Zones that a file defines itself: they are the file's own, and mean nothing for the next one."""

import hashlib
import re
from zoneinfo import available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

FOLDED = re.compile(rb"\r?\n[ \t]")
DEFINED = re.compile(rb"^TZID:(.+?)\r?$", re.MULTILINE)


def with_own_zones(raw: bytes) -> bytes:
    """The file with the zones that it defines under names of its own: with a mark of its bytes.

    The library keeps a zone by its name for all files that come after, so that somebody's “Custom Time” would be
    everybody's. Names of the IANA and of Windows mean the same in every file and stay.
    """
    text = FOLDED.sub(b"", raw)
    mark = b"-" + hashlib.sha256(raw).hexdigest()[:16].encode()
    known = available_timezones() | set(WINDOWS_TO_OLSON)
    for name in {found.strip().strip(b'"') for found in DEFINED.findall(text)}:
        if name.decode(errors="replace") not in known:
            used = re.compile(rb'(TZID[:=]"?' + re.escape(name) + rb')(?="?[:;\r\n])')
            text = used.sub(lambda found: found[1] + mark, text)
    return text
