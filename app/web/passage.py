"""A passage of a text that somebody files in other words: where it stands, what was read of it, and the way back."""

from dataclasses import replace
from typing import Any

from flask import request, url_for

from app.domain.commitment import CommitmentFacts
from app.domain.errors import Missing
from app.domain.source_text import Place
from app.domain.stated_date import full
from app.web.text_reading import TextRead, facts_of_passage


def passage_in_address(kind: str, whole: Any) -> tuple[Place | None, CommitmentFacts | None]:
    """The passage that the address names, with what was read of it; Nones if a form is filled by hand."""
    if kind != "text" or "start" not in request.args:
        return None, None
    place = place_from(request.args)
    passage = TextRead(whole).at(place)
    if passage is None or passage.found is None:
        return None, None
    return place, facts_of_passage(whole, passage)


def place_from(values: Any) -> Place:
    """From character to character, as an address or a form names it; Missing if it does not."""
    found = [values.get(name, "") for name in ("start", "end")]
    if not all(one.isascii() and one.isdigit() and len(one) < 9 for one in found):
        raise Missing
    return Place(int(found[0]), int(found[1]))


def as_read(facts: CommitmentFacts, read: CommitmentFacts | None) -> CommitmentFacts:
    """The facts of the form; a date that nobody touched keeps what the reading understood of it."""
    if read is None or read.read is None or facts.due != read.due:
        return facts
    untouched = facts.working in {"", full(read.read.end) if read.read.end else ""}
    return replace(facts, read=read.read, working="") if untouched else facts


def page_of_whole(kind: str, whole: Any) -> str:
    """The page of the dialogue, round, meeting or text from which something is filed."""
    if kind == "text":
        return url_for("source_texts.show", ref=whole.ref)
    return url_for(f"{kind}s.show", ref=whole.ref)


def after_filing(row: Any, whole: Any, kind: str) -> str:
    """Back to the next passage of the text; otherwise to the new commitment."""
    if kind != "text":
        return url_for("commitments.show", ref=row.ref)
    reading = TextRead(whole)
    mine = next((one.number for one in reading.passages if one.filed and one.filed.id == row.id), 1)
    return url_for("source_texts.show", ref=whole.ref, _anchor=f"p{reading.after(mine)}")
