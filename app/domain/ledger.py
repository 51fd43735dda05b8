"""The ledger with a partner: what we promised and what they promised, open and ended, as plain lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.commitment import LIVE, CommitmentStatus, OwedBy, stands
from app.domain.due_words import by_when
from app.domain.stated_date import full


@dataclass(frozen=True)
class LedgerLine:
    """One promise: the sentence, and in short how it stands, by when, where and since when it was said."""

    sentence: str
    detail: str


@dataclass(frozen=True)
class LedgerSide:
    """What one side promised: the open ones first, then those that have ended."""

    open: tuple[LedgerLine, ...] = ()
    ended: tuple[LedgerLine, ...] = ()


@dataclass(frozen=True)
class LedgerSheet:
    """The ledger as it is printed. `dated` is the day on which it is true, in the office's own zone."""

    partner: str
    native: str
    office: str
    dated: date
    marking: str
    ours: LedgerSide
    theirs: LedgerSide
    left_out: int = 0


class Promise(Protocol):
    """What the ledger reads of a commitment."""

    @property
    def sentence(self) -> str: ...

    @property
    def owed_by(self) -> OwedBy: ...

    @property
    def status(self) -> CommitmentStatus: ...

    @property
    def due(self) -> date | None: ...

    @property
    def due_stated(self) -> str: ...

    @property
    def hangs_on(self) -> str: ...

    @property
    def agreed_on(self) -> date | None: ...

    @property
    def first_mover(self) -> str: ...

    @property
    def times_carried(self) -> int: ...


def side(promises: Iterable[tuple[Promise, str]], whose: frozenset[OwedBy], today: date) -> LedgerSide:
    """One side of the ledger from (promise, where it was said); what both owe stands on both sides."""
    mine = [(one, place) for one, place in promises if one.owed_by in whose]
    lines = [(one.status in LIVE, LedgerLine(one.sentence, detail(one, place, today))) for one, place in mine]
    return LedgerSide(
        tuple(line for live, line in lines if live), tuple(line for live, line in lines if not live)
    )


OURS = frozenset({OwedBy.OURS, OwedBy.JOINT})
THEIRS = frozenset({OwedBy.THEIRS, OwedBy.JOINT})


def detail(promise: Promise, place: str, today: date) -> str:
    """How it stands · joint, who first · by when · carried · where it was said · since when."""
    joint = ""
    if promise.owed_by is OwedBy.JOINT:
        joint = f"joint, {promise.first_mover} first" if promise.first_mover else "joint"
    times = promise.times_carried
    parts = (
        stands(promise.owed_by, promise.status, promise.due, today).word,
        joint,
        by_when(promise.due_stated, promise.due, promise.hangs_on),
        f"carried {times} time{'' if times == 1 else 's'}" if times else "",
        place,
        f"since {full(promise.agreed_on)}" if promise.agreed_on else "",
    )
    return " · ".join(part for part in parts if part)
