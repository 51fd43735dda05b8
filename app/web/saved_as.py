"""The name under which a browser saves a file that it is sent."""

import re
import unicodedata
from urllib.parse import quote

FOR_EVERYBODY = re.compile(r"[^A-Za-z0-9 ._+-]")
"""What no old program and no quoting can make a mistake about is everything but this."""


def named(name: str) -> dict[str, str]:
    """The name as parameters of Content-Disposition (RFC 6266): in ASCII, and as it is (RFC 8187) if that differs."""
    flat = re.sub(r"[/\\]", "_", name)
    letters = "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))
    plain = FOR_EVERYBODY.sub("_", letters)
    if plain == name:
        return {"filename": plain}
    return {"filename": plain, "filename*": f"UTF-8''{quote(flat, safe='', errors='replace')}"}
