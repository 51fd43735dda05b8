"""Imprint: what a file says of itself, beside its pages."""

from dataclasses import dataclass
from datetime import date

from app.documents.sheet.cleaning import clean_line
from app.documents.sheet.typesetter import well_formed

PROGRAM = "Rapporteur"
LONGEST = 1000
"""Characters of a title or subject that a file tells; a longer one still stands whole on its page."""


@dataclass(frozen=True)
class Imprint:
    """`language` is BCP 47, `dated` a calendar day without a time zone. No author, machine or path."""

    title: str
    subject: str
    language: str
    dated: date

    def tidied(self) -> "Imprint":
        """The same, each text on one line and not too long, the language empty if it cannot be one."""
        return Imprint(
            clean_line(self.title[:LONGEST]),
            clean_line(self.subject[:LONGEST]),
            well_formed(self.language),
            self.dated,
        )
