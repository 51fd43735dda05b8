"""Search over everything that one may know, in any script."""

from flask import Blueprint, g, render_template, url_for

from app import queries
from app.domain.search_words import query_words, snippet
from app.web.arguments import number, phrase, word

views = Blueprint("search", __name__)

KINDS = {
    "dialogue": ("Dialogues", "dialogues.show"),
    "round": ("Rounds", "rounds.show"),
    "meeting": ("Meetings", "meetings.show"),
    "agenda_item": ("Agenda items", "record.agenda_item"),
    "note": ("Notes", "notes.show"),
    "commitment": ("Commitments", "commitments.show"),
    "follow_up": ("Follow-ups", "follow_ups.show"),
    "readout": ("Readouts", "readouts.show"),
    "attachment": ("Files", "record.file"),
}


@views.get("/search")
def show() -> str:
    """What was found, by kind, with the words around it."""
    asked, kind = phrase("q"), word("kind", KINDS)
    words = query_words(asked)[:20]
    page, counts, names = None, [], {}
    if words:
        counts = g.work.rows(queries.search.how_many(words))
        total = sum(many for name, many in counts if not kind or name == kind)
        page = g.work.page(queries.search.found(words, kind), number("page"), 25, total)
        around = g.work.all(queries.search.dialogues(sorted({entry.dialogue_id for entry in page.rows})))
        names = {dialogue.id: dialogue.name for dialogue in around}
    return render_template(
        "search/show.html",
        asked=asked,
        kind=kind,
        page=page,
        groups=[
            (KINDS[name][0], url_for("search.show", q=asked, kind=name), name == kind, many)
            for name, many in counts
        ],
        rows=[
            (
                KINDS[entry.kind][0],
                url_for(KINDS[entry.kind][1], ref=entry.record_ref),
                entry.title,
                snippet(entry.text, asked, 200),
                names.get(entry.dialogue_id, ""),
                entry.marking,
            )
            for entry in (page.rows if page else [])
        ],
    )
