"""The texts of both sides: of one round or meeting, or with one partner; readouts as their audience reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import queries
from app.domain.readout import Audience, Stage
from app.domain.redaction import redact
from app.domain.source_text import TextKind
from app.domain.whose_text import Whose, whose_of
from app.models.partner import Partner
from app.models.readout import Readout
from app.models.round import Meeting, Round
from app.models.source_text import SourceText
from app.services.readout_texts import passages_of
from app.services.unit_of_work import UnitOfWork

MOST = 200
"""Texts of each kind with a partner that are looked through, the latest."""


@dataclass(frozen=True)
class KeptText:
    """A text and whose it is; `what` says in words what it is, `of` is its round or meeting, if it has one."""

    ref: str
    title: str
    what: str
    whose: Whose
    said_on: date | None
    text: str
    marking: int
    is_readout: bool = False
    is_public: bool = False
    stage: Stage | None = None
    of: Any = None

    @property
    def is_notes(self) -> bool:
        """True for somebody's notes, which are no wording that a side answers for."""
        return self.what == TextKind.NOTES.value


def of_sitting(work: UnitOfWork, sitting: Round | Meeting) -> list[KeptText]:
    """The texts of a round or meeting that the viewer may know, the latest first."""
    readouts = [from_readout(row, sitting) for row in work.all(queries.readouts.of_sitting(sitting))]
    texts = [from_source(row, sitting) for row in work.all(queries.source_texts.of_sitting(sitting))]
    return [*readouts, *reversed(texts)]


def with_partner(work: UnitOfWork, partner: Partner) -> list[KeptText]:
    """The texts and released readouts with a partner that the viewer may know, the oldest first, those without a day
    at the beginning; of very many the latest.
    """
    readouts = work.all(queries.readouts.released_with(partner.id).limit(MOST))
    texts = work.all(queries.source_texts.with_partner(partner.id).limit(MOST))
    found = [
        *(from_readout(row, row.meeting or row.round) for row in readouts),
        *(from_source(row, row.meeting or row.round) for row in texts),
    ]
    return sorted(found, key=lambda one: (one.said_on or date.min, one.is_readout, one.ref))


def from_readout(row: Readout, sitting: Any) -> KeptText:
    """A readout of ours: the kept paragraphs, as its audience would read them, of the day of its round or meeting."""
    kept = redact(passages_of(row), row.audience, row.marking).kept
    return KeptText(
        ref=row.ref,
        title=row.title,
        what=f"{row.audience} readout, {row.stage}",
        whose=Whose.OURS,
        said_on=(sitting.ends_on if sitting is not None else None) or row.created_at.date(),
        text="\n\n".join(passage.text for passage in kept),
        marking=row.marking,
        is_readout=True,
        is_public=row.audience is Audience.PUBLIC,
        stage=row.stage,
        of=sitting,
    )


def from_source(row: SourceText, sitting: Any) -> KeptText:
    """A text as it was pasted."""
    return KeptText(
        row.ref,
        row.title,
        row.kind.replace("'", "’"),
        whose_of(row.kind),
        row.said_on,
        row.text,
        row.marking,
        of=sitting,
    )


def usual_two(texts: Sequence[KeptText]) -> tuple[KeptText, KeptText] | None:
    """The two that one wants to compare: our latest public readout or else our own text, and the partner's latest.

    What was withdrawn comes last. None if there are not two texts.
    """
    if len(texts) < 2:
        return None
    ours = min(
        texts, key=lambda one: (one.whose is not Whose.OURS, one.whose is Whose.THEIRS, *rank_of_ours(one))
    )
    order = [Whose.THEIRS, Whose.JOINT, Whose.NOT_SAID, Whose.OURS]
    rest = (one for one in texts if one.ref != ours.ref)
    theirs = min(rest, key=lambda one: (order.index(one.whose), one.stage is Stage.WITHDRAWN))
    return ours, theirs


def rank_of_ours(one: KeptText) -> tuple[bool, bool, bool, bool]:
    """Sorts texts of ours: not withdrawn, public, released, then what was written as a readout."""
    return (
        one.stage is Stage.WITHDRAWN,
        not one.is_public and one.what != TextKind.OUR_READOUT.value,
        one.stage is not Stage.RELEASED,
        one.is_notes,
    )
