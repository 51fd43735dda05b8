"""Search over everything that one may know, in any script."""

from typing import Any

from flask import Blueprint, g, render_template, url_for

from app import queries
from app.domain.search_words import holds, query_words, snippet
from app.web.arguments import number, phrase, word
from app.web.record_pages import PAGES, page_of_record

views = Blueprint("search", __name__)


def names_of(partner: Any) -> str:
    """Every name under which a partner is known, in one line."""
    names = (partner.short_name, partner.formal_name, partner.native_name, partner.code, *partner.aliases)
    return " ".join(name for name in names if name)


def titled(entry: Any, voices: dict[int, str]) -> str:
    """The title of what was found; of a note also who spoke, unless that is not told."""
    voice = voices.get(entry.record_id) if entry.kind == "note" else None
    return f"{entry.title} ({voice})" if voice else str(entry.title)


@views.get("/search")
def show() -> str:
    """What was found, by kind, with the words around it."""
    asked, kind = phrase("q"), word("kind", PAGES)
    words = query_words(asked)[:20]
    page, counts, names, partners, voices = None, [], {}, [], {}
    if words:
        known = g.work.all(queries.partners.all_partners())
        partners = [p for p in known if holds(names_of(p), words)] if not kind else []
        counts = g.work.rows(queries.search.how_many(words))
        total = sum(many for name, many in counts if not kind or name == kind)
        page = g.work.page(queries.search.found(words, kind), number("page"), 25, total)
        around = g.work.all(queries.search.dialogues(sorted({entry.dialogue_id for entry in page.rows})))
        names = {dialogue.id: dialogue.name for dialogue in around}
        notes = sorted(entry.record_id for entry in page.rows if entry.kind == "note")
        voices = dict(g.work.rows(queries.search.voices(notes)))
    return render_template(
        "search/show.html",
        asked=asked,
        kind=kind,
        page=page,
        partners=partners,
        groups=[
            (PAGES[name][0], url_for("search.show", q=asked, kind=name), name == kind, many)
            for name, many in counts
        ],
        rows=[
            (
                PAGES[entry.kind][0],
                page_of_record(entry.kind, entry.record_ref),
                titled(entry, voices),
                snippet(entry.text, asked, 200),
                names.get(entry.dialogue_id, ""),
                entry.marking,
            )
            for entry in (page.rows if page else [])
        ],
    )
