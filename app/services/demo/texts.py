"""An invented press release in which promises stand, ready to be read."""

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


def press_release(chair: Chair, meeting: Meeting) -> None:
    """A press release about the invented meeting, with passages to file, to leave, and to set aside."""
    at = chair.work.now - timedelta(days=88)
    chair.work.add(
        SourceText(
            dialogue_id=chair.dialogue.id,
            marking=0,
            meeting_id=meeting.id,
            title=f"Press release, {full(at.date())} (invented)",
            kind=TextKind.PRESS_RELEASE,
            said_on=at.date(),
            text=TEXT.format(
                own=chair.own.short_name,
                partner=chair.partner.short_name,
                year=chair.work.today.year + 1,
                city=chair.partner.city,
            ),
            added_by_id=chair.officer.id,
            added_at=at,
        )
    )
