"""Questions about how the house wants its papers."""

from sqlalchemy import Select, select
from sqlalchemy.orm import undefer

from app.domain.papers.kinds import PaperKind
from app.models.paper_layout import LetterheadRow, PaperLayout


def of_kind(kind: PaperKind) -> Select[PaperLayout]:
    """How one paper is arranged, if the house said so."""
    return select(PaperLayout).where(PaperLayout.kind == kind)


def letterhead() -> Select[LetterheadRow]:
    """The letterhead with its emblem, if there is one."""
    return select(LetterheadRow).options(undefer(LetterheadRow.emblem)).order_by(LetterheadRow.id).limit(1)
