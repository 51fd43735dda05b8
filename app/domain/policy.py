"""Who may do each act of the product."""

from collections.abc import Callable

from app.domain.access import Known, Role, Viewer, may_see
from app.domain.action import Action

Rule = Callable[[Viewer, Known], bool]
STAFF = frozenset({Role.DESK_OFFICER, Role.HEAD_OF_DESK})


def anybody(viewer: Viewer, record: Known) -> bool:
    """Also before sign-in: what happens at the door."""
    return True


def everyone(viewer: Viewer, record: Known) -> bool:
    """Whoever is signed in, on what is theirs."""
    return viewer.officer_id is not None


def administrators(viewer: Viewer, record: Known) -> bool:
    """Those who run the office."""
    return viewer.role is Role.ADMINISTRATOR


def staff(viewer: Viewer, record: Known) -> bool:
    """Desk officers and heads of desk, on what belongs to no dialogue yet."""
    return viewer.role in STAFF


def partner_keepers(viewer: Viewer, record: Known) -> bool:
    """Whoever may keep the book of partners: the desks and the administrators."""
    return viewer.role in STAFF or viewer.role is Role.ADMINISTRATOR


def staff_who_know(viewer: Viewer, record: Known) -> bool:
    """Desk officers and heads of desk who may see the record."""
    return viewer.role in STAFF and may_see(viewer, record)


def heads_who_know(viewer: Viewer, record: Known) -> bool:
    """Heads of desk who may see the record."""
    return viewer.role is Role.HEAD_OF_DESK and may_see(viewer, record)


def all_who_know(viewer: Viewer, record: Known) -> bool:
    """Whoever may see the record, readers too."""
    return viewer.officer_id is not None and may_see(viewer, record)


def another_head_than_the_author(viewer: Viewer, record: Known) -> bool:
    """A head of desk who wrote none of it: four eyes on what leaves the house."""
    wrote = {getattr(record, "author_id", None), *getattr(record, "writers", ())}
    return heads_who_know(viewer, record) and viewer.officer_id not in wrote


def another_than_the_proposer(viewer: Viewer, record: Known) -> bool:
    """A desk officer or head who knows it and did not propose it: a marking is lowered by two people."""
    proposer = getattr(record, "proposed_by_id", viewer.officer_id)
    return staff_who_know(viewer, record) and viewer.officer_id != proposer


def the_proposer(viewer: Viewer, record: Known) -> bool:
    """Whoever proposed it, as long as they know it."""
    return staff_who_know(viewer, record) and viewer.officer_id == getattr(record, "proposed_by_id", None)


def theirs_or_their_heads(viewer: Viewer, record: Known) -> bool:
    """An officer on their own account, a head on the desk's officers, an administrator on anybody."""
    if viewer.role is Role.ADMINISTRATOR:
        return True
    own = viewer.role in STAFF and getattr(record, "officer_id", None) == viewer.officer_id
    heads = viewer.role is Role.HEAD_OF_DESK and viewer.desk_id is not None
    return own or (heads and getattr(record, "desk_id", None) == viewer.desk_id)


def their_guest(viewer: Viewer, record: Known) -> bool:
    """Whoever holds the link of an invitation: no account, and eyes for that guest's dialogue alone."""
    return viewer.officer_id is None and not viewer.sees_all and may_see(viewer, record)


def the_system(viewer: Viewer, record: Known) -> bool:
    """The command line only."""
    return viewer.sees_all


RULES: dict[Action, Rule] = {
    Action.SET_UP_OFFICE: anybody,
    Action.CHANGE_OFFICE: administrators,
    Action.OPEN_DESK: administrators,
    Action.CHANGE_DESK: administrators,
    Action.ADMIT_OFFICER: administrators,
    Action.CHANGE_OFFICER: administrators,
    Action.CLOSE_OFFICER: administrators,
    Action.CHANGE_REFERENCE: administrators,
    Action.READ_AUDIT: everyone,
    Action.SIGN_IN: anybody,
    Action.SIGN_IN_REFUSED: anybody,
    Action.SIGN_OUT: everyone,
    Action.CHANGE_ACCOUNT: everyone,
    Action.OPEN_FEED: everyone,
    Action.REVISE_FEED: everyone,
    Action.REVOKE_FEED: everyone,
    Action.ADD_CALENDAR_PROGRAM: everyone,
    Action.END_CALENDAR_PROGRAM: everyone,
    Action.ADD_PARTNER: administrators,
    Action.REVISE_PARTNER: partner_keepers,
    Action.OPEN_DIALOGUE: staff,
    Action.REVISE_DIALOGUE: staff_who_know,
    Action.MOVE_DIALOGUE: staff_who_know,
    Action.READ_IN: heads_who_know,
    Action.READ_OUT: heads_who_know,
    Action.PLAN_ROUND: staff_who_know,
    Action.REVISE_ROUND: staff_who_know,
    Action.CANCEL_ROUND: staff_who_know,
    Action.LOG_MEETING: staff_who_know,
    Action.PLAN_MEETING: staff_who_know,
    Action.REVISE_MEETING: staff_who_know,
    Action.CANCEL_MEETING: staff_who_know,
    Action.SET_DELEGATION: staff_who_know,
    Action.SET_AGENDA: staff_who_know,
    Action.WRITE_NOTE: staff_who_know,
    Action.ATTACH_FILE: staff_who_know,
    Action.REMOVE_FILE: staff_who_know,
    Action.OPEN_FILE: all_who_know,
    Action.REFUSE_FILE: staff_who_know,
    Action.CITE_SOURCE: staff_who_know,
    Action.CLOSE_ROUND: staff_who_know,
    Action.KEEP_TEXT: staff_who_know,
    Action.REVISE_TEXT: staff_who_know,
    Action.SET_ASIDE: staff_who_know,
    Action.AGREE_COMMITMENT: staff_who_know,
    Action.REVISE_COMMITMENT: staff_who_know,
    Action.MOVE_COMMITMENT: staff_who_know,
    Action.CARRY_OVER_COMMITMENT: staff_who_know,
    Action.JOIN_COMMITMENTS: staff_who_know,
    Action.ADD_FOLLOW_UP: staff_who_know,
    Action.REVISE_FOLLOW_UP: staff_who_know,
    Action.MOVE_FOLLOW_UP: staff_who_know,
    Action.REVIEW_FOLLOW_UP: heads_who_know,
    Action.DRAFT_READOUT: staff_who_know,
    Action.REVISE_READOUT: staff_who_know,
    Action.APPROVE_READOUT: another_head_than_the_author,
    Action.RELEASE_READOUT: another_head_than_the_author,
    Action.WITHDRAW_READOUT: heads_who_know,
    Action.DOWNLOAD_READOUT: all_who_know,
    Action.OPEN_JOINT: staff_who_know,
    Action.REVISE_JOINT: staff_who_know,
    Action.RECORD_JOINT_VERSION: staff_who_know,
    Action.MOVE_JOINT: staff_who_know,
    Action.ASK_CLEARANCE: staff_who_know,
    Action.GIVE_CLEARANCE: all_who_know,
    Action.REMARK_READOUT: staff_who_know,
    Action.VERIFY_RELEASE: everyone,
    Action.TAKE_PAPER: all_who_know,
    Action.NOTE_POSITION: staff_who_know,
    Action.NOTE_ACCESSION: partner_keepers,
    Action.KEEP_SEASONS: partner_keepers,
    Action.EXPORT_LIST: everyone,
    Action.IMPORT_LIST: staff_who_know,
    Action.ADD_GUESTS: staff_who_know,
    Action.SEND_INVITATIONS: staff_who_know,
    Action.TAKE_GUEST_OFF: staff_who_know,
    Action.KEEP_BUSY_TIMES: everyone,
    Action.KEEP_DAYS_OFF: partner_keepers,
    Action.TAKE_REPLY: the_system,
    Action.SETTLE_REPLY: staff_who_know,
    Action.OFFER_TIMES: staff_who_know,
    Action.ANSWER_INVITATION: their_guest,
    Action.TRY_LETTER_AGAIN: administrators,
    Action.NOTE_LEAVE: theirs_or_their_heads,
    Action.END_LEAVE: theirs_or_their_heads,
    Action.HAND_OVER: staff_who_know,
    Action.PROPOSE_LOWERING: staff_who_know,
    Action.LOWER_MARKING: another_than_the_proposer,
    Action.KEEP_MARKING: another_than_the_proposer,
    Action.TAKE_PROPOSAL_BACK: the_proposer,
    Action.LOAD_RECORD: the_system,
}


def allows(viewer: Viewer, action: Action, record: Known) -> bool:
    """True if the viewer may do this to that; the same answer lights the button and opens the door."""
    return viewer.sees_all or RULES[action](viewer, record)


def refusal(action: Action) -> str:
    """The sentence that somebody reads who may see but not do."""
    return f"Your role does not allow you to {action}. A head of desk or an administrator can say who may."
