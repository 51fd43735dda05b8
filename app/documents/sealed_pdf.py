"""A PDF sealed with a password, for a file that travels by a way that is not trusted."""

import io

from app.documents.sheet.qpdf import pikepdf

LONGEST_PASSWORD = 127
"""Bytes in UTF-8: the format looks at no more (ISO 32000-2, 7.6.4.3.3)."""


class NotSealed(ValueError):
    """The password cannot seal a file; the message says why, in words for whoever typed it."""


def sealed(pdf: bytes, password: str) -> bytes:
    """The file encrypted with AES-256 (revision 6), opened by the password alone.

    Who has the password may read, print, copy and have it read aloud. An encrypted file is no PDF/A any more:
    archive the one that was sealed, not this one. Its bytes differ each time. Raises NotSealed.
    """
    if not password.strip():
        raise NotSealed("Give a password.")
    try:
        long = len(password.encode("utf-8")) > LONGEST_PASSWORD
    except UnicodeEncodeError as broken:
        raise NotSealed("This password holds a character that cannot be written.") from broken
    if long:
        raise NotSealed("This password is too long.")
    with pikepdf.open(io.BytesIO(pdf)) as file:
        if "/Metadata" in file.Root:
            del file.Root.Metadata  # it would go on claiming PDF/A
        out = io.BytesIO()
        file.save(out, encryption=pikepdf.Encryption(user=password, owner=password, R=6))
    return out.getvalue()
