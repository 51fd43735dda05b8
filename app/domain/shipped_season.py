"""The events of the multilateral calendar that ship."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from app.domain.season import SeasonKind
from app.domain.stated_date import Precision


@dataclass(frozen=True)
class ShippedSeason:
    """An event of the list that ships; `code` never changes, so that it is taken over once."""

    code: str
    name: str
    body: str
    kind: SeasonKind
    stated: str
    starts_on: date
    ends_on: date
    precision: Precision
    confirmed: bool
    city: str
    source: str
    note: str

    def columns(self) -> dict[str, Any]:
        """The same as a record has it: it remembers where it came from."""
        found = asdict(self)
        return {"origin": found.pop("code"), **found}


@dataclass(frozen=True)
class ShippedSeasons:
    """The list that ships, and what is to be known of it."""

    about: str
    seasons: tuple[ShippedSeason, ...]
