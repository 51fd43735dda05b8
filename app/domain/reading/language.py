"""What the reading of another language than English needs: its forms, what takes them back, and its values."""

import re
from dataclasses import dataclass

from app.domain.commitment import Strength


@dataclass(frozen=True)
class Language:
    """A language: how a sentence of it is known, and the forms in which something is undertaken or only said.

    `forms` are tried in their order. A sentence with a word of `not_promised` before or in it undertakes nothing;
    `values` are greyed. `cuts` splits a sentence that strings several statements together.
    """

    code: str
    sign: re.Pattern[str]
    forms: tuple[tuple[re.Pattern[str], Strength, str], ...]
    not_promised: re.Pattern[str]
    values: re.Pattern[str]
    wide: re.Pattern[str]
    held: re.Pattern[str]
    to_come: re.Pattern[str]
    cuts: re.Pattern[str] | None = None


def words(pattern: str) -> re.Pattern[str]:
    """A pattern that does not mind capitals."""
    return re.compile(pattern, re.IGNORECASE)
