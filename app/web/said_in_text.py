"""What a text says of its meeting, as the fields of a form about a round."""

from typing import Any

from flask import g, request

from app import queries
from app.domain.source_text import TextKind
from app.web.text_reading import TextRead


def said_in_text(dialogue: Any) -> dict[str, Any]:
    """The fields that the text named in the address fills; nothing without one of this dialogue."""
    ref = request.args.get("text", "")
    text = g.work.find(queries.source_texts.by_ref(ref)) if ref else None
    if text is None or text.dialogue_id != dialogue.id:
        return {}
    reading = TextRead(text)
    meeting = reading.meeting
    lines = [f"Head: {words}" for words in meeting.heads]
    if meeting.topics:
        lines.append(f"Topics: {', '.join(reading.words_of(meeting.topics))}")
    found = {
        "number": meeting.number,
        "when": meeting.when if meeting.when.end else None,
        "city": meeting.city,
        "format": "video" if meeting.online else "in person" if meeting.city else "",
        "next_round_stated": meeting.next_round[:300],
        "note": "\n".join(lines),
    }
    held = {} if text.kind is TextKind.OTHER and not meeting.when.end else {"standing": "held"}
    past = held if meeting.when.end and meeting.when.end <= g.work.today else {}
    return {name: value for name, value in found.items() if value} | past
