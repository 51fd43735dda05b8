"""What the house has written itself about a round or meeting, as a text that can be read for commitments."""

from typing import Any

from flask import g, request

from app import queries, services
from app.domain.joint_statement import State
from app.domain.source_text import LONGEST, TextKind


def own_words(kind: str, whole: Any) -> dict[str, Any]:
    """The fields of a text made of our notes, or of a readout, if the address asks for one; otherwise nothing."""
    source = request.args.get("from", "")
    if source == "notes" and kind in {"meeting", "round"}:
        notes = g.work.all(queries.substance.notes_of(whole))
        marking = max([whole.marking, *(note.marking for note in notes)])
        parts = [whole.summary, *(note.text for note in notes)]
        return filled(f"Notes: {whole.title}", parts, TextKind.NOTES) | {"marking": marking}
    if source.startswith("readout-"):
        readout = g.work.one(queries.readouts.by_ref(source.removeprefix("readout-")))
        words = [str(part.get("text", "")) for part in readout.paragraphs if part.get("kept", True)]
        return filled(readout.title, words, TextKind.OUR_READOUT) | {
            "marking": max(whole.marking, readout.marking)
        }
    if source.startswith("joint-"):
        return agreed_words(source.removeprefix("joint-"), whole)
    return {}


def agreed_words(ref: str, whole: Any) -> dict[str, Any]:
    """The fields of a text made of a joint statement that is agreed, also ad referendum; nothing of another."""
    row = g.work.one(queries.joint_statements.by_ref(ref))
    agreed = services.joint_moves.agreement(g.work, row)
    if agreed is None:
        return {}
    words = [services.joint_statements.text_of(g.work, row).text]
    said = {
        "marking": max(whole.marking, row.marking),
        "said_on": agreed.on_day,
        "ad_referendum": row.state is State.AD_REFERENDUM,
    }
    return filled(row.title, words, TextKind.JOINT_STATEMENT) | said


def filled(title: str, parts: Any, kind: TextKind) -> dict[str, Any]:
    """The fields of a text made of paragraphs."""
    text = "\n\n".join(part.strip() for part in parts if part and part.strip())
    return {"title": title[:300], "text": text[:LONGEST], "kind": kind.value}
