"""What a reading finds in a text: undertakings with their place, and why each was taken or only greyed."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.commitment import OwedBy, Strength
from app.domain.stated_date import StatedDate

NO_DATE = StatedDate("")


class Standing(StrEnum):
    """What becomes of a finding: offered for filing, or shown greyed with the reason why it is not."""

    PROPOSED = "proposed"
    GENERIC = "generic"
    VALUE = "value statement"
    STANCE = "stance"
    REPEATED = "said before"


@dataclass(frozen=True)
class Said:
    """By when: the words with the days that they can mean, the rhythm (ISO 8601 duration) and the event, if any."""

    when: StatedDate = NO_DATE
    rhythm: str = ""
    event: str = ""


@dataclass(frozen=True)
class Undertaking:
    """One finding: the clause that carries it, from `start` to `end` in the text, and what it says.

    `text` is what stands there, on one line. `sentence` is the whole of the sentence, for whoever files it. `items` are
    the points of the list that it introduces. `why` says in words by which rule it was taken.
    """

    text: str
    start: int
    end: int
    sentence: str
    standing: Standing
    owed_by: OwedBy
    owed_by_name: str
    strength: Strength
    said: Said
    topics: tuple[str, ...]
    why: str
    items: tuple[str, ...] = ()

    @property
    def is_proposed(self) -> bool:
        """True if it is offered for filing."""
        return self.standing is Standing.PROPOSED


@dataclass(frozen=True)
class Around:
    """What the reader knows before reading: the day on which it was said, and the names of both sides."""

    said_on: date | None = None
    us: tuple[str, ...] = ()
    partner: tuple[str, ...] = ()
    others: tuple[str, ...] = field(default=())
