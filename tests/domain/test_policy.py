"""Who may do what: the whole table, written out, so that a change of rights is a change of this page."""

from dataclasses import dataclass

import pytest

from app.domain.access import NOBODY, OFFICE, Account, Role, Viewer
from app.domain.action import Action
from app.domain.policy import RULES, allows, refusal

KNOWN = frozenset({0, 7})


@dataclass(frozen=True)
class Record:
    dialogue_id: int = 7
    marking: int = 1
    author_id: int | None = None


@dataclass(frozen=True)
class Proposal(Record):
    proposed_by_id: int = 1


def person(role, read_in=KNOWN, clearance=2):
    return Viewer(1, "x", role, 1, clearance, read_in)


# who may, of: reader, desk officer, head of desk, administrator — read in and cleared
R, D, H, A = Role.READER, Role.DESK_OFFICER, Role.HEAD_OF_DESK, Role.ADMINISTRATOR
MATRIX = {
    Action.SET_UP_OFFICE: {R, D, H, A},
    Action.CHANGE_OFFICE: {A},
    Action.OPEN_DESK: {A},
    Action.CHANGE_DESK: {A},
    Action.ADMIT_OFFICER: {A},
    Action.CHANGE_OFFICER: {A},
    Action.CLOSE_OFFICER: {A},
    Action.CHANGE_REFERENCE: {A},
    Action.READ_AUDIT: {R, D, H, A},
    Action.SIGN_IN: {R, D, H, A},
    Action.SIGN_IN_REFUSED: {R, D, H, A},
    Action.SIGN_OUT: {R, D, H, A},
    Action.CHANGE_ACCOUNT: {R, D, H, A},
    Action.OPEN_FEED: {R, D, H, A},
    Action.REVISE_FEED: {R, D, H, A},
    Action.REVOKE_FEED: {R, D, H, A},
    Action.ADD_CALENDAR_PROGRAM: {R, D, H, A},
    Action.END_CALENDAR_PROGRAM: {R, D, H, A},
    Action.ADD_PARTNER: {A},
    Action.REVISE_PARTNER: {D, H, A},
    Action.OPEN_DIALOGUE: {D, H},
    Action.REVISE_DIALOGUE: {D, H},
    Action.MOVE_DIALOGUE: {D, H},
    Action.READ_IN: {H},
    Action.READ_OUT: {H},
    Action.PLAN_ROUND: {D, H},
    Action.REVISE_ROUND: {D, H},
    Action.CANCEL_ROUND: {D, H},
    Action.LOG_MEETING: {D, H},
    Action.PLAN_MEETING: {D, H},
    Action.REVISE_MEETING: {D, H},
    Action.CANCEL_MEETING: {D, H},
    Action.SET_DELEGATION: {D, H},
    Action.SET_AGENDA: {D, H},
    Action.WRITE_NOTE: {D, H},
    Action.ATTACH_FILE: {D, H},
    Action.REMOVE_FILE: {D, H},
    Action.OPEN_FILE: {R, D, H, A},
    Action.REFUSE_FILE: {D, H},
    Action.CITE_SOURCE: {D, H},
    Action.CLOSE_ROUND: {D, H},
    Action.KEEP_TEXT: {D, H},
    Action.REVISE_TEXT: {D, H},
    Action.SET_ASIDE: {D, H},
    Action.AGREE_COMMITMENT: {D, H},
    Action.REVISE_COMMITMENT: {D, H},
    Action.MOVE_COMMITMENT: {D, H},
    Action.CARRY_OVER_COMMITMENT: {D, H},
    Action.JOIN_COMMITMENTS: {D, H},
    Action.ADD_FOLLOW_UP: {D, H},
    Action.REVISE_FOLLOW_UP: {D, H},
    Action.MOVE_FOLLOW_UP: {D, H},
    Action.REVIEW_FOLLOW_UP: {H},
    Action.DRAFT_READOUT: {D, H},
    Action.REVISE_READOUT: {D, H},
    Action.APPROVE_READOUT: {H},
    Action.RELEASE_READOUT: {H},
    Action.WITHDRAW_READOUT: {H},
    Action.DOWNLOAD_READOUT: {R, D, H, A},
    Action.OPEN_JOINT: {D, H},
    Action.REVISE_JOINT: {D, H},
    Action.RECORD_JOINT_VERSION: {D, H},
    Action.MOVE_JOINT: {D, H},
    Action.TAKE_PAPER: {R, D, H, A},
    Action.VERIFY_RELEASE: {R, D, H, A},
    Action.ASK_CLEARANCE: {D, H},
    Action.GIVE_CLEARANCE: {R, D, H, A},
    Action.REMARK_READOUT: {D, H},
    Action.NOTE_POSITION: {D, H},
    Action.NOTE_ACCESSION: {D, H, A},
    Action.KEEP_SEASONS: {D, H, A},
    Action.EXPORT_LIST: {R, D, H, A},
    Action.IMPORT_LIST: {D, H},
    Action.ADD_GUESTS: {D, H},
    Action.SEND_INVITATIONS: {D, H},
    Action.TAKE_GUEST_OFF: {D, H},
    Action.KEEP_BUSY_TIMES: {R, D, H, A},
    Action.KEEP_DAYS_OFF: {D, H, A},
    Action.TAKE_REPLY: set(),
    Action.SETTLE_REPLY: {D, H},
    Action.OFFER_TIMES: {D, H},
    Action.ANSWER_INVITATION: set(),
    Action.TRY_LETTER_AGAIN: {A},
    Action.NOTE_LEAVE: {A},
    Action.END_LEAVE: {A},
    Action.HAND_OVER: {D, H},
    Action.PROPOSE_LOWERING: {D, H},
    Action.LOWER_MARKING: set(),
    Action.KEEP_MARKING: set(),
    Action.TAKE_PROPOSAL_BACK: set(),
    Action.LOAD_RECORD: set(),
}
AT_THE_DOOR = {Action.SET_UP_OFFICE, Action.SIGN_IN, Action.SIGN_IN_REFUSED}
NEEDS_NO_DIALOGUE = AT_THE_DOOR | {
    action
    for action, rule in RULES.items()
    if rule.__name__ in {"everyone", "administrators", "staff", "partner_keepers", "theirs_or_their_heads"}
}


def test_every_action_has_a_rule_and_a_row():
    assert set(RULES) == set(Action) == set(MATRIX)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_the_matrix_is_the_policy(action, role):
    assert allows(person(role), action, Record()) == (role in MATRIX[action])


@pytest.mark.parametrize("action", sorted(set(Action) - NEEDS_NO_DIALOGUE))
@pytest.mark.parametrize("role", Role)
def test_nobody_acts_on_what_they_may_not_know(action, role):
    assert not allows(person(role, read_in=frozenset({0})), action, Record())
    assert not allows(person(role, clearance=0), action, Record())


@pytest.mark.parametrize("action", Action)
def test_before_sign_in_only_the_door_is_open(action):
    assert allows(NOBODY, action, OFFICE) == (action in AT_THE_DOOR)


@pytest.mark.parametrize("action", [Action.APPROVE_READOUT, Action.RELEASE_READOUT])
def test_nobody_approves_or_releases_their_own_words(action):
    assert not allows(person(Role.HEAD_OF_DESK), action, Record(author_id=1))
    assert allows(person(Role.HEAD_OF_DESK), action, Record(author_id=2))


@pytest.mark.parametrize(
    ("role", "account", "may"),
    [
        (D, Account(officer_id=1, desk_id=1), True),
        (D, Account(officer_id=2, desk_id=1), False),
        (H, Account(officer_id=2, desk_id=1), True),
        (H, Account(officer_id=2, desk_id=2), False),
        (R, Account(officer_id=1, desk_id=1), False),
        (A, Account(officer_id=2, desk_id=2), True),
    ],
)
def test_a_leave_is_noted_by_oneself_by_the_head_or_by_an_administrator(role, account, may):
    assert allows(person(role), Action.NOTE_LEAVE, account) is may


@pytest.mark.parametrize("role", list(Role))
def test_a_marking_is_lowered_by_another_than_the_proposer(role):
    may = role in {D, H}
    for action in (Action.LOWER_MARKING, Action.KEEP_MARKING):
        assert allows(person(role), action, Proposal(proposed_by_id=2)) is may
        assert not allows(person(role), action, Proposal(proposed_by_id=1))
        assert not allows(person(role, clearance=0), action, Proposal(proposed_by_id=2))
    assert allows(person(role), Action.TAKE_PROPOSAL_BACK, Proposal(proposed_by_id=1)) is may
    assert not allows(person(role), Action.TAKE_PROPOSAL_BACK, Proposal(proposed_by_id=2))


def test_a_refusal_is_a_sentence():
    for action in Action:
        assert refusal(action).endswith(".")
