"""The papers around a round or meeting: each made from one record, as plain text, as a page, as a file."""

from dataclasses import replace

from app.domain.action import Action
from app.domain.errors import RuleBroken
from app.domain.paper import Paper
from app.domain.paper_well_set import paper_well_set
from app.domain.papers.kinds import PaperKind
from app.domain.papers.made import Made, Wish, make
from app.domain.papers.record import Record
from app.services.paper_layouts import letterhead, parts_of
from app.services.paper_record import record_of
from app.services.sittings import sitting_of
from app.services.unit_of_work import UnitOfWork


def made(work: UnitOfWork, kind: str, ref: str, paper: PaperKind, wish: Wish) -> Made:
    """One paper of a round or meeting, as far as the viewer may know the record and as the house wants it."""
    return made_from(work, record_of(work, sitting_of(work, kind, ref)), paper, wish)


def made_from(work: UnitOfWork, record: Record, paper: PaperKind, wish: Wish) -> Made:
    """A paper from its record, under the letterhead and in the arrangement of the house."""
    wish = replace(wish, letterhead=letterhead(work), parts=parts_of(work, paper))
    return make(paper, record, wish, lambda rank: work.scheme.of(rank).label)


def taken_along(work: UnitOfWork, kind: str, ref: str, paper: PaperKind, wish: Wish) -> Made:
    """The same, to be carried out of the product: the audit log says who took which."""
    work.act(Action.TAKE_PAPER, on=sitting_of(work, kind, ref), word=paper.value)
    return made(work, kind, ref, paper, wish)


def as_file(paper: Paper, file: str) -> bytes:
    """A paper as a file: pdf, docx, md or txt."""
    from app.documents import (  # heavy, and few pages need them
        readout_docx,
        readout_markdown,
        readout_pdf,
        readout_text,
    )

    paper = paper_well_set(paper)
    if file == "pdf":
        found = readout_pdf.render(paper).pdf
    elif file == "docx":
        found = readout_docx.render(paper)
    else:
        found = (readout_markdown if file == "md" else readout_text).render(paper).encode("utf-8", "replace")
    return found


def sealed(paper: Paper, password: str) -> bytes:
    """A paper as a PDF that the password opens (AES-256); RuleBroken on `password` for one that will not do."""
    from app.documents import sealed_pdf

    try:
        return sealed_pdf.sealed(as_file(paper, "pdf"), password)
    except sealed_pdf.NotSealed as refused:
        raise RuleBroken("password", str(refused)) from refused


def as_html(paper: Paper, level: int) -> str:
    """A paper as a fragment for a page, its title a heading of that level; every text in it is escaped."""
    from app.documents import readout_html

    return readout_html.render(paper_well_set(paper), level)


def undrawable_in(paper: Paper) -> frozenset[str]:
    """The characters of a paper that would stand as boxes on the sheet."""
    from app.documents.undrawable import undrawable

    return undrawable(paper)
