"""Where a meeting outside any dialogue goes: the file of contacts with a partner, one per desk."""

from app import queries
from app.domain.action import Action
from app.domain.dialogue import DialogueKind, DialogueStatus
from app.models.dialogue import Dialogue, DialogueStep
from app.models.officer import ReadIn
from app.models.partner import Partner
from app.services.unit_of_work import UnitOfWork


def dialogue_for(work: UnitOfWork, dialogue_ref: str, partner: Partner) -> Dialogue:
    """The dialogue that was chosen, or else the desk's file of contacts with the partner, opened if there is none."""
    if dialogue_ref:
        return work.one(queries.dialogues.by_ref(dialogue_ref))
    desk_id = work.viewer.desk_id
    found = work.find(queries.dialogues.contacts_file(partner.id, desk_id).limit(1))
    if found is not None:
        return found
    return opened(work, partner)


def opened(work: UnitOfWork, partner: Partner) -> Dialogue:
    """A new file of contacts, which the viewer's desk (or the viewer, without one) is read in to."""
    desk_id = work.viewer.desk_id
    desk = next((desk for desk in work.all(queries.officers.desks()) if desk.id == desk_id), None)
    dialogue = work.add(
        Dialogue(
            partner_id=partner.id,
            name=f"Contacts with {partner.short_name} ({desk.name if desk is not None else work.viewer.name})",
            kind=DialogueKind.CONTACTS,
            status=DialogueStatus.ACTIVE,
            lead_desk_id=desk_id,
            marking=0,
            note="Meetings outside any dialogue.",
        )
    )
    work.become(work.viewer.with_read_in([dialogue.id]))
    work.act(Action.OPEN_DIALOGUE, on=dialogue, word="Opened by the first contact.")
    officer = None if desk_id is not None else work.viewer.officer_id
    work.add(ReadIn(dialogue_id=dialogue.id, desk_id=desk_id, officer_id=officer, since=work.now))
    work.add(
        DialogueStep(
            dialogue_id=dialogue.id,
            marking=dialogue.marking,
            status=dialogue.status,
            by_id=work.viewer.officer_id,
            at=work.now,
            word="Opened by the first contact.",
        )
    )
    return dialogue
