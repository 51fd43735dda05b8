"""The characters of a paper that no installed font can draw, found without setting it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from app.documents.sheet import typography
from app.documents.sheet.cleaning import clean
from app.documents.sheet.fallback import fallback
from app.documents.sheet.typesetter import well_formed
from app.domain.paper import Paper


def undrawable(paper: Paper) -> frozenset[str]:
    """They stand as boxes on the sheet. Raises FontMissing if a font package is not installed."""
    characters = {character for text in texts_in(paper) for character in clean(text)} - {"\n"}
    style = typography.BODY
    return frozenset(fallback(style.family, style.weight, well_formed(paper.language)).missing(characters))


def texts_in(part: object) -> Iterator[str]:
    """Every text in a paper or in a part of one."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_in(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts_in(getattr(part, field.name))
