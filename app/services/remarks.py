"""Remarks on a readout, paragraph by paragraph, and that each was dealt with."""

from app import queries
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.readout import Stage
from app.models.clearance import Remark
from app.services.unit_of_work import UnitOfWork


def add(work: UnitOfWork, ref: str, paragraph: str, text: str) -> Remark:
    """Remark on a paragraph (by its key) or on the whole (""). RuleBroken on `text`."""
    readout = work.one(queries.readouts.by_ref(ref))
    work.act(Action.REMARK_READOUT, on=readout)
    if not text.strip():
        raise RuleBroken("text", "Write the remark.")
    if readout.stage is not Stage.DRAFT:
        raise RuleBroken("text", f"This readout is {readout.stage}: remarks come too late.")
    return work.add(
        Remark(
            dialogue_id=readout.dialogue_id,
            marking=readout.marking,
            readout_id=readout.id,
            paragraph=paragraph,
            text=text,
            by_id=work.viewer.officer_id,
            at=work.now,
        )
    )


def settle(work: UnitOfWork, ref: str) -> Remark:
    """Say that a remark is dealt with."""
    row = work.one(queries.clearances.remark_by_ref(ref))
    work.act(Action.REMARK_READOUT, on=row, word="settled")
    if row.settled_at is None:
        row.settled_at, row.settled_by_id = work.now, work.viewer.officer_id
    work.flush()
    return row
