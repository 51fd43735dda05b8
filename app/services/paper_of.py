"""A readout as a plain paper: settled what goes in before anything is written out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, groupby
from typing import Any
from zoneinfo import ZoneInfo

from app import queries
from app.domain.delegation import Side
from app.domain.fixed_words import FixedWords, fixed_words
from app.domain.marking import LOWEST, highest
from app.domain.paper import CommitmentLine, DelegationSheet, Fact, Paper, PaperParagraph, Person, Section
from app.domain.papers.readout_parts import KINDS, laid_out, left_out_by
from app.domain.readout import Audience
from app.domain.redaction import (
    RULE,
    LeftOut,
    Passage,
    ceiling_for,
    redact,
    redact_promises,
    redact_sides,
)
from app.domain.stated_date import StatedDate, say
from app.models.readout import Readout
from app.services.paper_layouts import arranged_parts, letterhead
from app.services.sittings import owner_of
from app.services.unit_of_work import UnitOfWork

SPOKEN = frozenset({"they said", "we said"})
OUTSIDE_THE_AGENDA = frozenset({"", "Summary"})


@dataclass(frozen=True)
class Version:
    """A readout for its audience: the paper, and what of the record does not stand on it."""

    paper: Paper
    left_out: tuple[LeftOut, ...]


def version_of(work: UnitOfWork, readout: Readout, number: int) -> Version:
    """The version of a readout for its audience, our own side first; `number` is the one it would be released under."""
    sitting, audience, marking = owner_of(readout), readout.audience, settled_marking(readout)
    words = fixed_words(readout.language)
    public = audience is Audience.PUBLIC
    passages = redact([Passage.of(stored) for stored in readout.paragraphs], audience, marking)
    sides = redact_sides(sides_of(work, readout, sitting), audience, marking, sitting.chatham_house)
    promises = redact_promises(promises_of(work, sitting), audience, marking)
    place_too_high = sitting.marking > ceiling_for(audience, marking)
    paper = Paper(
        title=readout.title,
        subtitle=subtitle_of(readout, public),
        reference=readout.ref,
        dated=last_day(work, readout),
        version=number,
        marking="" if public else work.scheme.of(marking).label,
        language=readout.language,
        facts=facts_of(sitting, words, with_place=not place_too_high),
        delegations=sides.kept,
        sections=sections_of(work, passages.kept, public, words, nobody_named=sitting.chatham_house),
        commitments=promises.kept,
        sources=() if public else sources_of(work, sitting, marking),
        note=readout.note,
        letterhead=letterhead(work),
    )
    place = [LeftOut("Place and format", "the record of this event is marked too high for this version")]
    said = sitting.chatham_house and not public and any(one.voice in SPOKEN for one in passages.kept)
    unsaid = [LeftOut("Who said what", RULE)] if said else []
    out = (
        *passages.left_out, *sides.left_out, *promises.left_out, *(place if place_too_high else ()), *unsaid,
    )  # fmt: skip
    parts = arranged_parts(work, KINDS[audience])
    if not parts:
        return Version(paper, out)
    return Version(laid_out(paper, parts, words), (*out, *left_out_by(paper, parts, words)))


def settled_marking(readout: Readout) -> int:
    """The marking that the text has once it is approved: that of its event, or of its highest paragraph."""
    return highest(
        [owner_of(readout).marking, *(Passage.of(stored).marking for stored in readout.paragraphs)]
    )


def subtitle_of(readout: Readout, public: bool) -> str:
    """The dialogue's name; the partner's where there is none, or where the public may not know it."""
    dialogue = readout.dialogue
    known = dialogue.kind == "dialogue" and not (public and dialogue.marking > LOWEST)
    return dialogue.name if known else dialogue.partner.short_name


def last_day(work: UnitOfWork, readout: Readout) -> date:
    """The day of the text's last change, in the office's zone: not the clock's, so that bytes repeat."""
    return readout.changed_at.astimezone(ZoneInfo(work.zone)).date()


def facts_of(sitting: Any, words: FixedWords, with_place: bool) -> tuple[Fact, ...]:
    """Date and place, as far as they are known."""
    when = say(StatedDate(sitting.stated, sitting.starts_on, sitting.ends_on, sitting.precision))
    told = [(words.date, when)]
    if with_place:
        told.append((words.place, ", ".join(part for part in (sitting.place, sitting.city) if part)))
        told.append((words.format, sitting.format.value if sitting.format != "not known" else ""))
    return tuple(Fact(label, value) for label, value in told if value)


def sides_of(work: UnitOfWork, readout: Readout, sitting: Any) -> list[tuple[DelegationSheet, int]]:
    """The delegations with their ranks, ours first; the partner's language decides how its names are drawn."""
    theirs = next(iter(readout.dialogue.partner.languages), "")
    sides = sorted(work.all(queries.substance.delegations_of(sitting)), key=lambda s: s.side is not Side.OURS)
    return [(sheet_of(side, theirs if side.side is Side.THEIRS else ""), side.marking) for side in sides]


def sheet_of(side: Any, language: str) -> DelegationSheet:
    """One side of the table, in its own order."""
    return DelegationSheet(
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
                marking=one.marking,
            )
            for one in side.delegates
        ),
        language=language,
    )


def sections_of(
    work: UnitOfWork, kept: Sequence[Passage], public: bool, words: FixedWords, nobody_named: bool = False
) -> tuple[Section, ...]:
    """The paragraphs under their headings; markings and voices stand in the margin of an internal paper only.

    Under the Chatham House Rule (`nobody_named`) it is not told which side said something either.
    """
    numbers, sections = count(1), []
    voices = {
        "they said": words.they_said,
        "we said": words.we_said,
        "assessment": words.assessment,
        "comment": words.comment,
    }
    for heading, group in groupby(kept, key=lambda passage: passage.heading):
        paragraphs = tuple(
            PaperParagraph(
                text=passage.text,
                voice=None
                if public or (nobody_named and passage.voice in SPOKEN)
                else voices.get(passage.voice),
                marking=None if public or not passage.marking else work.scheme.of(passage.marking).label,
            )
            for passage in group
        )
        number = None if heading in OUTSIDE_THE_AGENDA else next(numbers)
        sections.append(Section(heading or words.points, number, paragraphs))
    return tuple(sections)


def promises_of(work: UnitOfWork, sitting: Any) -> list[tuple[CommitmentLine, int]]:
    """What was promised, with its rank."""
    return [
        (
            CommitmentLine(
                sentence=promise.sentence,
                owed_by=promise.owed_by_name or promise.owed_by.value,
                due=promise.due_stated or promise.hangs_on,
                status=promise.status.value,
            ),
            promise.marking,
        )
        for promise in work.all(queries.commitments.of_sitting(sitting))
    ]


def sources_of(work: UnitOfWork, sitting: Any, ceiling: int) -> tuple[str, ...]:
    """Where the record was read, up to that rank."""
    found = work.all(queries.substance.sources_of(sitting))
    return tuple(", ".join(part for part in (s.title, s.url) if part) for s in found if s.marking <= ceiling)
