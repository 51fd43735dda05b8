"""What a row of a list comes to: a commitment, a follow-up, or what is wrong with it."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.commitment import CommitmentStatus, OwedBy, Strength
from app.domain.due import Due
from app.domain.follow_up import FollowUpStatus
from app.domain.matrix.around import KnownDialogue, KnownSitting


@dataclass(frozen=True)
class Fault:
    """What is wrong with a row: in which column, by its heading, with which value, and why."""

    heading: str
    value: str
    reason: str


@dataclass(frozen=True)
class PromiseRow:
    """A commitment as the row tells it."""

    sentence: str
    owed_by: OwedBy
    due: Due
    said_on: date | None
    status: CommitmentStatus
    strength: Strength
    carried: int
    owed_by_name: str = ""
    first_mover: str = ""
    hangs_on: str = ""
    source: str = ""
    word: str = ""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepRow:
    """A follow-up as the row tells it."""

    text: str
    status: FollowUpStatus
    due_stated: str
    due: date | None
    owner_id: int | None = None
    owner_name: str = ""
    owner_unit: str = ""
    waiting_since: date | None = None
    serves: str = ""


@dataclass
class RowRead:
    """A row by its number in the file, and what came of it."""

    number: int
    reference: str = ""
    dialogue: KnownDialogue | None = None
    sitting: KnownSitting | None = None
    marking: int = 0
    promise: PromiseRow | None = None
    step: StepRow | None = None
    faults: list[Fault] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    """What was translated: (heading, value, what it became)."""

    @property
    def is_empty(self) -> bool:
        """True for a row that says nothing: blank, a total, a note."""
        return self.promise is None and self.step is None and not self.faults
