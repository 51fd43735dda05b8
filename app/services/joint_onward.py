"""What becomes of an agreed joint statement: a public readout is drafted from its words."""

from dataclasses import replace

from app import queries
from app.domain.action import Action
from app.domain.brackets import read
from app.domain.errors import RuleBroken
from app.domain.joint_statement import State
from app.domain.lowered_passages import held_up, with_reasons
from app.domain.marking import LOWEST
from app.domain.meeting import Voice
from app.domain.readout import Audience
from app.domain.redaction import Passage
from app.models.joint_statement import JointStatement
from app.models.readout import Readout
from app.services.joint_statements import text_of
from app.services.readout_texts import with_keys, write_down
from app.services.sittings import owner_of, parent_columns
from app.services.unit_of_work import UnitOfWork

AGREED = frozenset({State.AD_REFERENDUM, State.AGREED})


def only_agreed(row: JointStatement) -> None:
    """RuleBroken (without a field) for a text that is not agreed."""
    if row.state not in AGREED:
        raise RuleBroken("", "This text is not agreed yet. What is not agreed is not published.")


def draft_readout(work: UnitOfWork, ref: str, title: str, lower: bool, because: str) -> Readout:
    """A public readout of the sitting from the paragraphs of the agreed text, in its language: a draft, to be approved.

    With `lower` the paragraphs are to get the lowest marking, so that they may stand in a public text; the reason is
    recorded, and until somebody else approves the readout it is marked as the statement. RuleBroken on `because`, or
    without a field.
    """
    row = work.one(queries.joint_statements.by_ref(ref))
    sitting = owner_of(row)
    only_agreed(row)
    lowers = lower and row.marking > LOWEST
    if lowers and not because.strip():
        raise RuleBroken("because", "Say why these words may be read by anybody.")
    lowered = f", to be lowered from {work.scheme.of(row.marking).label}: {because}" if lowers else ""
    work.act(Action.DRAFT_READOUT, on=sitting, word=f"from the joint statement{lowered}")
    paragraphs = with_keys(passages(text_of(work, row).text, row.marking))
    if lowers:
        paragraphs = with_reasons(paragraphs, [replace(p, marking=LOWEST) for p in paragraphs], because)
    readout = work.add(
        Readout(
            **parent_columns(sitting),
            marking=max(sitting.marking, held_up(paragraphs)),
            audience=Audience.PUBLIC,
            title=title,
            language=row.language,
            author_id=work.viewer.officer_id,
            writers=[work.viewer.officer_id],
            paragraphs=[p.as_plain() for p in paragraphs],
            created_at=work.now,
            changed_at=work.now,
        )
    )
    write_down(work, readout)
    return readout


def passages(text: str, marking: int) -> list[Passage]:
    """The paragraphs of a text under their headings."""
    heading, found = "", []
    for paragraph in read(text).paragraphs:
        if paragraph.heading:
            heading = paragraph.text
        else:
            found.append(Passage(heading, Voice.SUMMARY.value, paragraph.text, marking))
    return found
