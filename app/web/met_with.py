"""With whom a meeting is: the names to choose among, and the series whose last meeting tells the usual."""

from dataclasses import dataclass
from typing import Any

from flask import g, request

from app import queries
from app.domain.dialogue import DialogueKind
from app.domain.errors import RuleBroken
from app.domain.stated_date import Precision, say
from app.domain.with_whom import Named, whom
from app.web.sheet import date_of


@dataclass(frozen=True)
class MetWith:
    """What the address names of partner, dialogue and round, as far as the viewer may know them; and all the names."""

    partner: Any
    dialogue: Any
    round: Any
    partners: Any
    dialogues: Any

    @property
    def names(self) -> list[str]:
        """What a person may choose, as the list beside the field shows it."""
        ours = [d.name for d in self.dialogues if d.kind is not DialogueKind.CONTACTS]
        return list(dict.fromkeys([*(p.short_name for p in self.partners), *ours]))

    @property
    def near_zones(self) -> list[str]:
        """The zones that are likely: the office's and the partner's."""
        return [g.office.zone, *(self.partner.zones if self.partner is not None else [])]

    def offer(self, form: Any) -> None:
        """The dialogues and rounds to choose from, and the likely zones first."""
        form.dialogue.offer([(d.ref, f"{d.partner.short_name}: {d.name}") for d in self.dialogues])
        chosen = next((d for d in self.dialogues if d.ref == form.dialogue.data), None)
        found = g.work.all(queries.rounds.to_choose(chosen.id if chosen is not None else None))
        form.round.offer([(r.ref, r.title) for r in found])
        form.zone.first(self.near_zones)

    def chosen(self, form: Any) -> tuple[str, str]:
        """The partner and the dialogue (or "") that were meant; RuleBroken on `partner` or `dialogue`."""
        known = [
            Named(p.ref, (p.short_name, p.formal_name, p.native_name, *p.aliases, p.code, p.ref))
            for p in self.partners
        ]
        known += [
            Named(d.ref, (d.name, d.their_name, *d.aliases), is_dialogue=True)
            for d in self.dialogues
            if d.kind is not DialogueKind.CONTACTS
        ]
        meant = whom(form.partner.data or "", known)
        dialogue = form.dialogue.data or ""
        if not meant.is_dialogue:
            return meant.ref, dialogue
        if dialogue and dialogue != meant.ref:
            raise RuleBroken("dialogue", "Two dialogues are named: leave one of them out.")
        return next(d.partner.ref for d in self.dialogues if d.ref == meant.ref), meant.ref


def met_with() -> MetWith:
    """What the address asks for."""
    found = {
        name: g.work.find(question(request.args[name][:16])) if request.args.get(name) else None
        for name, question in (
            ("round", queries.rounds.by_ref),
            ("dialogue", queries.dialogues.by_ref),
            ("partner", queries.partners.by_ref),
        )
    }
    round_, dialogue = found["round"], found["dialogue"]
    dialogues = g.work.all(queries.dialogues.all_named())
    if round_ is not None:
        dialogue = round_.dialogue
    return MetWith(
        partner=dialogue.partner if dialogue is not None else found["partner"],
        dialogue=dialogue,
        round=round_,
        partners=g.work.all(queries.partners.all_partners()),
        dialogues=dialogues,
    )


def usual(met: MetWith) -> dict[str, Any]:
    """What the form begins with: the last meeting of the same series tells it, never what was typed last."""
    series = met.dialogue
    if series is None and met.partner is not None:
        question = queries.dialogues.contacts_file(met.partner.id, g.work.viewer.desk_id).limit(1)
        series = g.work.find(question)
    last = g.work.find(queries.meetings.last_of(series.id)) if series is not None else None
    round_ = met.round
    whole = round_ or met.dialogue
    floors = [g.work.scheme.default.rank, *(each.marking for each in (whole, last) if each is not None)]
    begins = {
        "partner": met.partner.short_name if met.partner is not None else "",
        "dialogue": met.dialogue.ref if met.dialogue is not None else "",
        "round": round_.ref if round_ is not None else "",
        "kind": "plenary" if round_ is not None else "working contact",
        "format": "not known",
        "level": "not stated",
        "owed_by": "ours",
        "marking": min(max(floors), max(g.work.viewer.clearance, 0)),
    }
    if last is not None:
        begins |= {name: getattr(last, name).value for name in ("kind", "format", "level")}
        begins |= {"city": last.city, "place": last.place, "zone": last.zone}
    if round_ is not None:
        begins |= {"city": round_.city, "place": round_.place, "zone": round_.zone, "when": day_of(round_)}
    return begins


def day_of(round_: Any) -> str:
    """The day of a round that lasts one day: its meetings are on it."""
    return say(date_of(round_)) if round_.precision is Precision.DAY else ""


def usual_words(begins: dict[str, Any]) -> str:
    """The folded fields that are filled in already, as a person reads them: nothing is assumed unseen."""
    names = ("kind", "format", "level", "city", "place")
    silent = {"not known", "not stated", ""}
    return " · ".join(begins[name] for name in names if begins.get(name, "") not in silent)
