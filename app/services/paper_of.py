"""A readout as a plain paper: settled what goes in before anything is written out."""

from datetime import date
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from app import queries
from app.domain.delegation import Side
from app.domain.paper import CommitmentLine, DelegationSheet, Fact, Paper, PaperParagraph, Person, Section
from app.domain.readout import Audience
from app.domain.redaction import Passage, names_for, redact
from app.domain.stated_date import StatedDate, say
from app.models.readout import Readout
from app.services.sittings import owner_of
from app.services.unit_of_work import UnitOfWork

VOICES = {"they said": "They said", "we said": "We said", "assessment": "Assessment", "comment": "Comment"}


def paper_of(work: UnitOfWork, readout: Readout, version: int, draft: bool = False) -> Paper:
    """The paper of a readout for its audience, our own side first."""
    sitting = owner_of(readout)
    kept, _ = redact([Passage.of(p) for p in readout.paragraphs], readout.audience, readout.marking)
    public = readout.audience is Audience.PUBLIC
    label = "" if public else work.scheme.of(readout.marking).label
    return Paper(
        title=f"{readout.title} (draft)" if draft else readout.title,
        subtitle=readout.dialogue.name
        if readout.dialogue.kind == "dialogue"
        else readout.dialogue.partner.short_name,
        reference=readout.ref,
        dated=last_day(work, readout),
        version=version,
        marking=label,
        language=readout.language,
        facts=facts_of(sitting),
        delegations=names_for(sides_of(work, sitting), readout.audience, sitting.chatham_house),
        sections=sections_of(work, kept, public),
        commitments=commitments_of(work, sitting, readout),
        sources=(),
        note=readout.note,
    )


def last_day(work: UnitOfWork, readout: Readout) -> date:
    """The day of the text's last change, in the office's zone: not the clock's, so that bytes repeat."""
    return readout.changed_at.astimezone(ZoneInfo(work.zone)).date()


def facts_of(sitting: Any) -> tuple[Fact, ...]:
    """Date and place, as far as they are known."""
    when = say(StatedDate(sitting.stated, sitting.starts_on, sitting.ends_on, sitting.precision))
    where = ", ".join(part for part in (sitting.place, sitting.city) if part)
    told = (
        ("Date", when),
        ("Place", where),
        ("Format", sitting.format.value if sitting.format != "not known" else ""),
    )
    return tuple(Fact(label, value) for label, value in told if value)


def sides_of(work: UnitOfWork, sitting: Any) -> list[DelegationSheet]:
    """The delegations, ours first."""
    sides = sorted(work.all(queries.substance.delegations_of(sitting)), key=lambda s: s.side is not Side.OURS)
    return [
        DelegationSheet(
            side_name=side.name,
            head_count=side.head_count,
            bodies=tuple(side.bodies),
            people=tuple(
                Person(
                    name=one.name or one.office,
                    native_name=one.native_name,
                    office=one.office if one.name else "",
                    body=one.body,
                    role=one.role.value,
                )
                for one in side.delegates
            ),
        )
        for side in sides
    ]


def sections_of(work: UnitOfWork, kept: tuple[Passage, ...], public: bool) -> tuple[Section, ...]:
    """The paragraphs under their headings; markings and voices stand in the margin of an internal paper only."""
    sections = []
    for number, (heading, group) in enumerate(groupby(kept, key=lambda p: p.heading), 1):
        paragraphs = tuple(
            PaperParagraph(
                text=p.text,
                voice=None if public else VOICES.get(p.voice),
                marking=None if public or not p.marking else work.scheme.of(p.marking).label,
            )
            for p in group
        )
        sections.append(Section(heading=heading or "Points", number=number, paragraphs=paragraphs))
    return tuple(sections)


def commitments_of(work: UnitOfWork, sitting: Any, readout: Readout) -> tuple[CommitmentLine, ...]:
    """What was promised, as far as this audience may know: in public only the sentence, without owner and status."""
    public = readout.audience is Audience.PUBLIC
    ceiling = 0 if public else readout.marking
    return tuple(
        CommitmentLine(
            sentence=c.sentence,
            owed_by="" if public else c.owed_by_name or c.owed_by.value,
            due=c.due_stated or c.hangs_on,
            status=None if public else c.status.value,
        )
        for c in work.all(queries.commitments.of_sitting(sitting))
        if c.marking <= ceiling
    )
