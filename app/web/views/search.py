"""Search over everything that one may know, in any script."""

from typing import Any

from flask import Blueprint, g, render_template, url_for

from app import queries
from app.domain.search_words import holds, query_words, snippet
from app.web.arguments import number, phrase, word

views = Blueprint("search", __name__)

KINDS = {
    "dialogue": ("Dialogues", "dialogues.show"),
    "round": ("Rounds", "rounds.show"),
    "meeting": ("Meetings", "meetings.show"),
    "delegate": ("People", "delegations.show"),
    "agenda_item": ("Agenda items", "record.agenda_item"),
    "note": ("Notes", "notes.show"),
    "commitment": ("Commitments", "commitments.show"),
    "follow_up": ("Follow-ups", "follow_ups.show"),
    "source_text": ("Texts", "source_texts.show"),
    "position": ("Positions", "positions.show"),
    "readout": ("Readouts", "readouts.show"),
    "joint_statement": ("Joint statements", "joint_statements.show"),
    "joint_version": ("Drafts of joint statements", "joint_versions.show"),
    "attachment": ("Files", "record.file"),
}


def names_of(partner: Any) -> str:
    """Every name under which a partner is known, in one line."""
    names = (partner.short_name, partner.formal_name, partner.native_name, partner.code, *partner.aliases)
    return " ".join(name for name in names if name)


@views.get("/search")
def show() -> str:
    """What was found, by kind, with the words around it."""
    asked, kind = phrase("q"), word("kind", KINDS)
    words = query_words(asked)[:20]
    page, counts, names, partners = None, [], {}, []
    if words:
        known = g.work.all(queries.partners.all_partners())
        partners = [p for p in known if holds(names_of(p), words)] if not kind else []
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
        partners=partners,
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
