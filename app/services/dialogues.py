"""Dialogues: opened, revised, moved to a new status, and who is read in."""

from app import queries
from app.domain.action import Action
from app.domain.cadence import read_cadence
from app.domain.dialogue import DialogueStatus, move
from app.domain.dialogue_facts import DialogueFacts, StepFacts
from app.domain.errors import RuleBroken
from app.domain.lowering import not_lowered
from app.domain.stated_date import read_date
from app.models.dialogue import Dialogue, DialogueStep
from app.models.officer import ReadIn
from app.services.raising import raise_parts
from app.services.unit_of_work import UnitOfWork


def open_dialogue(work: UnitOfWork, facts: DialogueFacts, status: DialogueStatus) -> Dialogue:
    """Open a dialogue; the viewer's desk (and the viewer, without a desk) is read in to it."""
    dialogue = Dialogue(status=status, lead_desk_id=work.viewer.desk_id, **columns(work, facts))
    work.add(dialogue)
    work.become(work.viewer.with_read_in([dialogue.id]))
    work.act(Action.OPEN_DIALOGUE, on=dialogue)
    read_in_whoever_opens(work, dialogue)
    work.add(
        DialogueStep(
            dialogue_id=dialogue.id,
            marking=dialogue.marking,
            status=status,
            by_id=work.viewer.officer_id,
            at=work.now,
            word="Opened here.",
        )
    )
    return dialogue


def read_in_whoever_opens(work: UnitOfWork, dialogue: Dialogue) -> None:
    """Whoever opens a dialogue knows it: their desk, or they themselves without one."""
    desk = work.viewer.desk_id
    officer = None if desk is not None else work.viewer.officer_id
    work.add(ReadIn(dialogue_id=dialogue.id, desk_id=desk, officer_id=officer, since=work.now))


def revise(work: UnitOfWork, ref: str, facts: DialogueFacts, seen_version: int | None) -> Dialogue:
    """Change what is said of a dialogue; a higher marking raises its parts with it."""
    dialogue = work.one(queries.dialogues.by_ref(ref))
    work.act(Action.REVISE_DIALOGUE, on=dialogue)
    work.unchanged(dialogue, seen_version)
    not_lowered(dialogue.marking, facts.marking)
    for name, value in columns(work, facts).items():
        setattr(dialogue, name, value)
    work.flush()
    raise_parts(work, dialogue)
    return dialogue


def columns(work: UnitOfWork, facts: DialogueFacts) -> dict[str, object]:
    """The facts as the columns of the row; RuleBroken on `marking` above the ceiling."""
    work.scheme.door(facts.marking)
    officer = work.one(queries.officers.by_ref(facts.lead_officer_ref)) if facts.lead_officer_ref else None
    return {
        "partner_id": work.one(queries.partners.by_ref(facts.partner_ref)).id,
        "name": facts.name,
        "their_name": facts.their_name,
        "aliases": list(facts.aliases),
        "parties": list(facts.parties),
        "kind": facts.kind,
        "track": facts.track,
        "framework": facts.framework,
        "mandate": facts.mandate,
        "cadence_stated": facts.cadence_stated,
        "cadence_months": read_cadence(facts.cadence_stated),
        "purposes": facts.purposes,
        "lead_officer_id": officer.id if officer else None,
        "note": facts.note,
        "marking": facts.marking,
    }


def take_step(work: UnitOfWork, ref: str, facts: StepFacts, seen_version: int | None) -> Dialogue:
    """Move a dialogue to a new status, with the date as stated and the source; each step is kept."""
    dialogue = work.one(queries.dialogues.by_ref(ref))
    work.act(Action.MOVE_DIALOGUE, on=dialogue, word=facts.word)
    work.unchanged(dialogue, seen_version)
    dialogue.status = move(dialogue.status, facts.status)
    when = read_date(facts.on_stated, work.today)
    work.add(
        DialogueStep(
            dialogue_id=dialogue.id,
            marking=dialogue.marking,
            status=facts.status,
            on_stated=facts.on_stated,
            starts_on=when.start,
            source=facts.source,
            word=facts.word,
            by_id=work.viewer.officer_id,
            at=work.now,
        )
    )
    return dialogue


def read_in(work: UnitOfWork, ref: str, *, officer_ref: str = "", desk_ref: str = "") -> Dialogue:
    """Read an officer, or a whole desk, in to a dialogue."""
    dialogue = work.one(queries.dialogues.by_ref(ref))
    work.act(Action.READ_IN, on=dialogue)
    if bool(officer_ref) == bool(desk_ref):
        raise RuleBroken("who", "Choose an officer or a desk.")
    officer = work.one(queries.officers.by_ref(officer_ref)) if officer_ref else None
    desk = work.one(queries.officers.desk_by_ref(desk_ref)) if desk_ref else None
    there = work.all(queries.officers.read_ins(dialogue.id))
    if any((officer and r.officer_id == officer.id) or (desk and r.desk_id == desk.id) for r in there):
        raise RuleBroken("who", "They are read in already.")
    work.add(
        ReadIn(
            dialogue_id=dialogue.id,
            officer_id=officer.id if officer else None,
            desk_id=desk.id if desk else None,
            since=work.now,
        )
    )
    return dialogue


def read_out(work: UnitOfWork, ref: str, *, officer_ref: str = "", desk_ref: str = "") -> Dialogue:
    """Read an officer or a desk out of a dialogue; somebody stays read in (RuleBroken on `who`)."""
    dialogue = work.one(queries.dialogues.by_ref(ref))
    work.act(Action.READ_OUT, on=dialogue)
    there = work.all(queries.officers.read_ins(dialogue.id))
    leaving = [
        r
        for r in there
        if (r.officer is not None and r.officer.ref == officer_ref)
        or (r.desk is not None and r.desk.ref == desk_ref)
    ]
    if not leaving:
        raise RuleBroken("who", "They are not read in.")
    if len(leaving) == len(there):
        raise RuleBroken("who", "Somebody must stay read in, or nobody would ever find this again.")
    for row in leaving:
        work.remove(row)
    return dialogue
