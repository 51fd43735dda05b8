"""How the house wants its papers: headings and order of their parts, letterhead and emblem; no template executes."""

from collections.abc import Sequence
from dataclasses import dataclass

from app import queries
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.paper import Letterhead
from app.domain.papers.kinds import TEMPLATES, PaperKind, Part, arranged
from app.models.paper_layout import LetterheadRow, PaperLayout
from app.services.unit_of_work import UnitOfWork

MOST_LINES = 6


@dataclass(frozen=True)
class LetterheadFacts:
    """A letterhead as it is to be; `emblem` is a picture's bytes, None to leave the one that there is."""

    lines: Sequence[str]
    emblem: bytes | None = None
    emblem_text: str = ""


def parts_of(work: UnitOfWork, kind: PaperKind) -> tuple[Part, ...]:
    """The parts of a paper as the house wants them."""
    return arranged_parts(work, kind) or arranged(kind, ())


def arranged_parts(work: UnitOfWork, kind: PaperKind) -> tuple[Part, ...]:
    """The same, empty if the house says nothing of this paper: it is then made as it ships."""
    row = work.find(queries.paper_layouts.of_kind(kind))
    return arranged(kind, tuple(said(stored) for stored in row.parts)) if row is not None else ()


def said(stored: dict[str, object]) -> Part:
    """A stored part; what an old one lacks takes its usual value."""
    return Part(str(stored.get("key", "")), str(stored.get("heading", "")), bool(stored.get("shown", True)))


def arrange(
    work: UnitOfWork, kind: PaperKind, parts: Sequence[Part], seen_version: int | None
) -> PaperLayout:
    """Other headings, another order. RuleBroken (without a field) if nothing would be shown."""
    work.act(Action.CHANGE_OFFICE, on=OFFICE, word=f"the {TEMPLATES[kind].name.lower()}")
    if not any(part.shown for part in parts):
        raise RuleBroken("", "Show at least one part.")
    row = work.find(queries.paper_layouts.of_kind(kind))
    if row is None:
        row = work.add(PaperLayout(kind=kind, parts=[]))
    else:
        work.unchanged(row, seen_version)
    row.parts = [dict(vars(part)) for part in arranged(kind, tuple(parts))]
    work.flush()
    return row


def as_shipped(work: UnitOfWork, kind: PaperKind) -> None:
    """The paper as it ships again."""
    work.act(Action.CHANGE_OFFICE, on=OFFICE, word=f"the {TEMPLATES[kind].name.lower()} as it ships")
    row = work.find(queries.paper_layouts.of_kind(kind))
    if row is not None:
        work.remove(row)


def letterhead(work: UnitOfWork) -> Letterhead:
    """Under whose name papers go out: the letterhead, or else the office's name."""
    row = work.find(queries.paper_layouts.letterhead())
    lines = tuple(line for line in (row.lines.splitlines() if row is not None else ()) if line.strip())
    name = work.one(queries.officers.office()).name
    if row is None:
        return Letterhead((name,))
    return Letterhead(lines or (name,), row.emblem, row.emblem_text)


def change_letterhead(work: UnitOfWork, facts: LetterheadFacts, seen_version: int | None) -> LetterheadRow:
    """Another letterhead. RuleBroken on `lines`, `emblem` or `emblem_text`."""
    from app.documents.sheet.picture import PictureRefused, read_picture  # heavy, and few pages need it

    work.act(Action.CHANGE_OFFICE, on=OFFICE, word="the letterhead")
    if len(facts.lines) > MOST_LINES:
        raise RuleBroken("lines", f"A letterhead has at most {MOST_LINES} lines.")
    row = work.find(queries.paper_layouts.letterhead())
    if row is None:
        row = work.add(LetterheadRow(lines="", emblem=b"", emblem_text=""))
    else:
        work.unchanged(row, seen_version)
    if facts.emblem:
        try:
            row.emblem = read_picture(facts.emblem).png
        except PictureRefused as refused:
            raise RuleBroken("emblem", str(refused)) from refused
    elif facts.emblem is not None:
        row.emblem = b""
    if row.emblem and not facts.emblem_text.strip():
        raise RuleBroken("emblem_text", "Say what the emblem shows, for those who do not see it.")
    row.lines, row.emblem_text = "\n".join(facts.lines), facts.emblem_text if row.emblem else ""
    work.flush()
    return row
