"""A list: each item beside its bullet or number, known as a list to programs that read aloud."""

from collections.abc import Iterator, Sequence

from app.documents.sheet import bidi, typography
from app.documents.sheet.cleaning import clean
from app.documents.sheet.columns import Column, Row
from app.documents.sheet.compositor import Compositor
from app.documents.sheet.page import TEXT_WIDTH
from app.documents.sheet.structure import Element

_INDENT = 22.0  # points from the edge of the text to that of the items
_GAP = 6.0
_KEPT_WHOLE = 4  # lines of an item that is not left alone on a page
BULLET = "•"


def listed(
    compose: Compositor, items: Sequence[str], ordered: bool, language: str = "", before: float = 4.0
) -> Iterator[Row]:
    """The rows of a list; the bullet or number of an item stands where the item begins."""
    whole = Element("L")
    for number, item in enumerate(items, start=1):
        within = Element("LI", parent=whole)
        direction = bidi.leaning(clean(item))
        turned = direction != compose.direction
        label = compose.ordinal(str(number), direction) if ordered else BULLET
        style = typography.LIST_LABEL_TURNED if turned else typography.LIST_LABEL
        mark = compose.text(label, style, width=_INDENT - _GAP, role="Lbl", within=within)
        text = compose.text(
            item,
            typography.BODY,
            width=TEXT_WIDTH - _INDENT,
            language=language,
            role="LBody",
            within=within,
        )
        places = (TEXT_WIDTH - _INDENT + _GAP, 0.0) if turned else (0.0, _INDENT)
        columns = [Column(place, [block]) for place, block in zip(places, (mark, text), strict=True)]
        near_an_end = number in (1, len(items) - 1) and len(text.lines) <= _KEPT_WHOLE
        yield Row(columns, before if number == 1 else 3.0, near_an_end and number < len(items))
