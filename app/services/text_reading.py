"""A text read for commitments without keeping it, for the command line."""

from datetime import date

from app.documents.reading_json import reading_json
from app.domain.reading.found import Around
from app.domain.reading.reader import undertakings_in
from app.domain.source_text import LONGEST


def read(text: str, us: tuple[str, ...], partner: tuple[str, ...], said_on: date | None) -> str:
    """What the text undertakes, as JSON; of a longer text only the beginning is read."""
    return reading_json(undertakings_in(text[:LONGEST], Around(said_on, us, partner)))
