"""Partners: by region, one with its ledger and its people, and what may be changed about them."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app import queries, services
from app.domain.access import OFFICE
from app.domain.action import Action
from app.domain.errors import RuleBroken, Stale
from app.domain.reference import PartnerKind
from app.domain.wall_time import in_zone
from app.reference import shelf
from app.web.arguments import number, phrase, word
from app.web.forms.partners import KIND_WORDS, PartnerForm
from app.web.permission import allowed
from app.web.stand_table import stands_of

views = Blueprint("partners", __name__)


@views.get("/partners")
def index() -> str:
    """Every partner, by region."""
    chosen = {
        "kind": word("kind", set(PartnerKind)),
        "with": word("with", ("dialogue",)),
        "q": phrase("q", 100),
    }
    partners = g.work.all(queries.partners.listed(chosen["kind"], "", chosen["q"], bool(chosen["with"])))
    counts = dict(g.work.rows(queries.partners.dialogue_counts()))
    days = dict(g.work.rows(queries.partners.last_days()))
    return render_template(
        "partners/index.html",
        partners=partners,
        regions=by_region(partners, counts, days),
        groups=groups(chosen),
        chosen=chosen,
    )


def by_region(
    partners: Any, counts: dict[int, int], days: dict[int, Any]
) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """The partners as tiles under the first of their regions."""
    labels = {term.code: term.label for term in shelf.regions()}
    regions: dict[str, list[tuple[Any, ...]]] = {}
    for partner in partners:
        many, last = counts.get(partner.id, 0), days.get(partner.id)
        words = f"{many} dialogue{'' if many == 1 else 's'}" if many else "no dialogue"
        words += f" · last round {last:%B} {last.year}" if last else ""
        region = labels.get(partner.regions[0], "Elsewhere") if partner.regions else "Elsewhere"
        tile = (
            partner.short_name,
            partner.native_name,
            first(partner.languages),
            address(partner),
            words,
            "",
        )
        regions.setdefault(region, []).append(tile)
    return sorted(regions.items())


def first(values: list[str]) -> str:
    """The first of a list, or nothing."""
    return values[0] if values else ""


def address(partner: Any) -> str:
    """The partner's page."""
    return url_for("partners.show", ref=partner.ref)


def groups(chosen: dict[str, str]) -> list[tuple[str, list[tuple[str, str, bool, None]]]]:
    """The filters as words that one clicks."""

    def choice(label: str, name: str, value: str) -> tuple[str, str, bool, None]:
        asked = {key: each for key, each in {**chosen, name: value}.items() if each}
        return label, url_for("partners.index", **asked), chosen[name] == value, None

    return [
        (
            "Kind",
            [choice("All", "kind", ""), *(choice(label, "kind", kind) for kind, label in KIND_WORDS.items())],
        ),
        ("Show", [choice("Everybody", "with", ""), choice("With a dialogue", "with", "dialogue")]),
    ]


@views.get("/partners/<ref>")
def show(ref: str) -> str:
    """One partner: what was promised both ways, every contact, the people."""
    partner = g.work.one(queries.partners.by_ref(ref))
    dialogues = g.work.all(queries.dialogues.of_partner(partner.id))
    promises = g.work.all(queries.commitments.of_partner(partner.id))
    zone = first(partner.zones)
    return render_template(
        "partners/show.html",
        partner=partner,
        local=in_zone(g.now, zone) if zone else None,
        holiday=services.days_off.next_of(g.work, partner.code) if partner.kind == "state" else None,
        dialogues=dialogues,
        rhythms=services.rhythm.of_dialogues(g.work, dialogues),
        ours=[c for c in promises if c.owed_by in {"ours", "joint"}],
        theirs=[c for c in promises if c.owed_by in {"theirs", "joint"}],
        rounds=g.work.page(queries.partners.rounds_with(partner.id), number("page"), size=20),
        meetings=g.work.page(queries.partners.meetings_with(partner.id), number("meetings"), size=20),
        contacts=g.work.all(queries.partners.contacts(partner.id)),
        stands=stands_of(partner),
        region_names={term.code: term.label for term in shelf.regions()},
    )


@views.route("/partners/add", methods=["GET", "POST"])
def add() -> ResponseReturnValue:
    """Add a partner."""
    allowed(Action.ADD_PARTNER, OFFICE)
    form = partner_form()
    if form.submitted():
        try:
            partner = services.partners.add(g.work, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            flash(f"{partner.short_name} is added.", "done")
            return redirect(address(partner), 303)
    return form.page("partners/add.html")


@views.route("/partners/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Change what is said of a partner."""
    partner = g.work.one(queries.partners.by_ref(ref))
    allowed(Action.REVISE_PARTNER, OFFICE)
    form = partner_form(facts_of(partner), partner.version)
    if form.submitted():
        try:
            services.partners.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(facts_of(partner), partner.version)
        else:
            flash(f"{partner.short_name} is revised.", "done")
            return redirect(address(partner), 303)
    return form.page("partners/revise.html", partner=partner)


def partner_form(facts: dict[str, Any] | None = None, version: int | None = None) -> PartnerForm:
    """The form with the regions to choose among."""
    form = PartnerForm(facts, version=version)
    form.regions.offer([(term.code, term.label) for term in shelf.regions()])
    return form


def facts_of(partner: Any) -> dict[str, Any]:
    """A partner as the form's fields."""
    plain = (
        "code",
        "kind",
        "short_name",
        "formal_name",
        "native_name",
        "regions",
        "capital",
        "note",
        "source",
    )
    lists = ("aliases", "zones", "languages")
    return {
        **{name: getattr(partner, name) for name in plain},
        **{name: ", ".join(getattr(partner, name)) for name in lists},
    }
