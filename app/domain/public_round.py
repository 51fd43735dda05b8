"""What the public record says of a series of dialogues and of each round, as it was read."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.dialogue import Track
from app.domain.meeting import MeetingFormat
from app.domain.reference import Body, Source
from app.domain.stated_date import Precision


class PublicStanding(StrEnum):
    """What is publicly known of a round: that it took place, that it is to, or only that it was to."""

    HELD = "held"
    PLANNED = "planned"
    ANNOUNCED = "announced: outcome not read"


@dataclass(frozen=True)
class SeriesName:
    """A name of a series and its language (BCP 47); `of` is the party that calls it so, if any does."""

    text: str
    language: str
    of: str


@dataclass(frozen=True)
class Chair:
    """The office that headed a party's side; `state` is the State that spoke for the party, if another."""

    party: str
    office: str
    state: str = ""


@dataclass(frozen=True)
class PublicCommitment:
    """A published undertaking, paraphrased; `by` is the one party that it names, empty if joint."""

    text: str
    by: str = ""
    about_next_round: bool = False


@dataclass(frozen=True)
class NextRound:
    """What a text says of the round to come: in words, and its number, year, city, country if told."""

    stated: str
    number: int | None = None
    year: int | None = None
    city: str = ""
    country: str = ""


@dataclass(frozen=True)
class PublicRound:
    """One round as read. Dates are local days and bounds; `stated` is the source's way to say less than days.

    `announced_only` means that no account of the outcome was read.
    """

    number: int | None
    starts: date | None
    ends: date | None
    precision: Precision
    stated: str
    city: str
    format: MeetingFormat
    level: str
    announced_only: bool
    chairs: tuple[Chair, ...]
    bodies: tuple[Body, ...]
    topics: tuple[str, ...]
    commitments: tuple[PublicCommitment, ...]
    next_round: NextRound | None
    sources: tuple[Source, ...]
    confidence: str
    note: str

    def standing(self, today: date) -> PublicStanding:
        """Held; planned if announced for a day not yet past; else announced, the outcome not read."""
        if not self.announced_only:
            return PublicStanding.HELD
        ahead = self.ends is not None and self.ends >= today
        return PublicStanding.PLANNED if ahead else PublicStanding.ANNOUNCED


@dataclass(frozen=True)
class Series:
    """A standing format between parties (partners' codes); its first name is the usual one."""

    code: str
    names: tuple[SeriesName, ...]
    parties: tuple[str, ...]
    track: Track
    framework: str
    stated_cadence: str
    note: str
    rounds: tuple[PublicRound, ...]

    def name_of(self, party: str) -> str:
        """The name that a party uses, in English if there is one so; the usual name if none is known."""
        own = [name for name in self.names if name.of == party]
        english = [name for name in own if name.language == "en"]
        return (english or own or self.names)[0].text
