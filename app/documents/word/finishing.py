"""Finishing: a word-processor file that names nobody and whose bytes depend on nothing but its text."""

import io
import zipfile
from datetime import UTC, datetime, time
from typing import Any

from app.documents.sheet.imprint import Imprint

_DROPPED = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a ZIP archive can tell


def finished(document: Any, imprint: Imprint) -> bytes:
    """The file with what it says of itself; without the template's picture, program and custom data."""
    _describe(document.core_properties, imprint.tidied())
    for holder in (document.part.package, document.part):
        for key in [key for key, rel in holder.rels.items() if rel.reltype.rsplit("/", 1)[-1] in _DROPPED]:
            del holder.rels[key]
    out = io.BytesIO()
    document.save(out)
    return _without_moments(out.getvalue())


def _describe(properties: Any, imprint: Imprint) -> None:
    moment = datetime.combine(imprint.dated, time(), UTC)
    properties.title = imprint.title[:255]  # the library takes no more
    properties.subject = imprint.subject[:255]
    properties.language = imprint.language
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = (
        properties.category
    ) = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def _without_moments(content: bytes) -> bytes:
    """The same archive as if it had been written at the beginning of time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(out, "w") as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            kept.writestr(entry, made.read(name))
    return out.getvalue()
