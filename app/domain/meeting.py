"""Rounds and meetings: their kinds, their standing, and what a change asks for."""

from enum import StrEnum

from app.domain.errors import RuleBroken


class Standing(StrEnum):
    """How firm a round or meeting is."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


AHEAD = frozenset({Standing.PROPOSED, Standing.PLANNED, Standing.CONFIRMED})


class MeetingKind(StrEnum):
    """What sort of sitting it was."""

    PLENARY = "plenary"
    WORKING_GROUP = "working group"
    CONSULTATION = "consultation"
    STAFF_TALKS = "staff talks"
    SIDE_MEETING = "side meeting"
    CALL = "call"
    DEMARCHE = "démarche"
    STAKEHOLDERS = "stakeholder consultation"
    CONTACT = "working contact"


class MeetingFormat(StrEnum):
    """How the sides met."""

    IN_PERSON = "in person"
    VIDEO = "video"
    HYBRID = "hybrid"
    TELEPHONE = "telephone"
    IN_WRITING = "in writing"
    UNKNOWN = "not known"


class Level(StrEnum):
    """The level at which the sides met."""

    MINISTER = "minister"
    STATE_SECRETARY = "state secretary"
    AMBASSADOR = "ambassador"
    DIRECTOR_GENERAL = "director-general"
    DIRECTOR = "director"
    HEAD_OF_UNIT = "head of unit"
    EXPERT = "expert"
    NOT_STATED = "not stated"


class Voice(StrEnum):
    """Who speaks in a paragraph of the notes; report and comment stay apart."""

    SUMMARY = "summary"
    THEY_SAID = "they said"
    WE_SAID = "we said"
    ASSESSMENT = "assessment"
    COMMENT = "comment"


def follows(parent_marking: int, child_marking: int) -> int:
    """The marking that a part takes when its whole is marked higher: never lower than the whole."""
    return max(parent_marking, child_marking)


def standing_after(standing: Standing, to: Standing) -> Standing:
    """The new standing; what was held or cancelled does not become a plan again (RuleBroken on `standing`)."""
    settled = {Standing.HELD, Standing.CANCELLED}
    if standing in settled and to in AHEAD:
        raise RuleBroken("standing", f"This was {standing} and cannot be {to} again. Plan a new one instead.")
    return to
