"""The page of each kind of record, by the name of its table: what search, proposals and the log link to."""

from flask import url_for

PAGES = {
    "dialogue": ("Dialogues", "dialogues.show"),
    "round": ("Rounds", "rounds.show"),
    "meeting": ("Meetings", "meetings.show"),
    "delegate": ("People", "delegations.show"),
    "delegation": ("Delegations", "delegations.revise"),
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
"""Per kind what many are called, and the endpoint that shows one by its `ref`."""
ODD = {"people": "person", "drafts of joint statements": "draft of a joint statement"}
"""What one is called where it is not the plural without its last letter."""


def page_of_record(kind: str, ref: str) -> str:
    """The address of a record's page (KeyError for a kind without one)."""
    return url_for(PAGES[kind][1], ref=ref)


def name_of_kind(kind: str, many: int = 1) -> str:
    """What one record of a kind is called in a sentence, or several."""
    plural = PAGES[kind][0].lower()
    return plural if many != 1 else ODD.get(plural, plural[:-1])
