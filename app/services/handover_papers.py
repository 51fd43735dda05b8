"""The handover of one partner as a paper: on the page, and as a file that is taken along."""

from app import queries
from app.domain.action import Action
from app.domain.dialogue import DialogueKind
from app.domain.errors import Missing
from app.domain.papers.kinds import PaperKind
from app.domain.papers.made import Made, Wish
from app.services.handover_record import handover_of
from app.services.papers import made_from
from app.services.unit_of_work import UnitOfWork


def made(work: UnitOfWork, officer_ref: str, partner_ref: str, wish: Wish) -> Made:
    """What an officer leaves behind with a partner, as far as the viewer may know it.

    Others' dialogues, only observed, stand in it where there is no other. Missing if the viewer is read in to no
    dialogue with that partner.
    """
    officer = work.one(queries.officers.by_ref(officer_ref))
    partner = work.one(queries.partners.by_ref(partner_ref))
    known = work.all(queries.dialogues.of_partner(partner.id))
    if not known:
        raise Missing
    dialogues = [one for one in known if one.kind is not DialogueKind.OBSERVED] or known
    return made_from(work, handover_of(work, officer, partner, dialogues), PaperKind.HANDOVER, wish)


def taken_along(work: UnitOfWork, officer_ref: str, partner_ref: str, wish: Wish) -> Made:
    """The same, to be carried out of the product: the audit log says so of each dialogue in it."""
    partner = work.one(queries.partners.by_ref(partner_ref))
    for dialogue in work.all(queries.dialogues.of_partner(partner.id)):
        work.act(Action.TAKE_PAPER, on=dialogue, word=PaperKind.HANDOVER.value)
    return made(work, officer_ref, partner_ref, wish)
