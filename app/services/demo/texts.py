"""An invented press release in which promises stand, ready to be read, and what the partner published of it."""

from datetime import timedelta

from app.domain.source_text import TextKind
from app.domain.stated_date import full
from app.models.round import Meeting
from app.models.source_text import SourceText
from app.services.demo.chair import Chair

TEXT = "\n\n".join(
    (
        "The {own} and {partner} held working-level consultations on cyber issues (invented for the demonstration).",
        "Both sides exchanged views on the threat landscape and reaffirmed their commitment to an open, free and "
        "secure cyberspace. They agreed on the importance of confidence-building measures.",
        "The two sides agreed to exchange lists of points of contact for incidents affecting submarine cables by the "
        "end of June {year}, and to hold a joint table-top exercise in the second quarter of {year}. The {own} will "
        "share its draft guidance on the security of hospitals within three months. {partner} invited experts to "
        "observe its national exercise. Both sides decided to explore mutual recognition of labels for connected "
        "devices.",
        "The next consultations will take place in {city} in {year}.",
    )
)

THEIRS = "\n\n".join(
    (
        "{partner}-{own} working-level consultations on cyber issues (invented for the demonstration)",
        "Both sides exchanged views on the threat landscape, on ransomware and on norms of responsible state "
        "behaviour. They reaffirmed a free, open, stable and secure cyberspace.",
        "Both sides agreed to exchange lists of points of contact for incidents affecting submarine cables by the end "
        "of September {year}. {partner} will host a seminar on the security of hospitals in {year}.",
        "The next consultations will take place in {city} in {year}.",
    )
)


def press_release(chair: Chair, meeting: Meeting) -> None:
    """A press release about the invented meeting, with passages to file, to leave, and to set aside."""
    keep(chair, meeting, "Press release", TextKind.PRESS_RELEASE, TEXT)


def their_readout(chair: Chair, meeting: Meeting) -> None:
    """What the partner published of the same meeting, in other words: the two are read side by side."""
    keep(chair, meeting, "Outcome as published by the partner", TextKind.THEIR_READOUT, THEIRS)


def keep(chair: Chair, meeting: Meeting, title: str, kind: TextKind, words: str) -> None:
    """A text of the meeting, said on its day."""
    at = chair.work.now - timedelta(days=88)
    chair.work.add(
        SourceText(
            dialogue_id=chair.dialogue.id,
            marking=0,
            meeting_id=meeting.id,
            title=f"{title}, {full(at.date())} (invented)",
            kind=kind,
            said_on=at.date(),
            text=words.format(
                own=chair.own.short_name,
                partner=chair.partner.short_name,
                year=chair.work.today.year + 1,
                city=chair.partner.city,
            ),
            added_by_id=chair.officer.id,
            added_at=at,
        )
    )
