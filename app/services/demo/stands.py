"""Invented positions and accessions, each flagged, so that the tables have something to show."""

from datetime import timedelta

from app.domain.position import Bond, Stand
from app.domain.stated_date import full
from app.models.position import Accession, Position
from app.services.demo.chair import Chair

POSITIONS = (
    ("global-mechanism", Stand.OPEN, 420, "They listen, and ask who pays for it (invented)."),
    ("global-mechanism", Stand.SUPPORTS, 60, "They would sponsor a first programme of work (invented)."),
    ("oewg", Stand.SUPPORTS, 700, "They want a consensus report (invented)."),
    ("un-cybercrime", Stand.OPEN, 100, "Their ministries do not agree yet (invented)."),
    ("counter-ransomware", Stand.UNKNOWN, 35, "Asked, and nobody at the table knew (invented)."),
)
ACCESSIONS = (
    ("budapest", Bond.INVITED, 1500),
    ("budapest", Bond.PARTY, 800),
    ("un-cybercrime", Bond.UNKNOWN, 90),
)
SOURCE = "Invented for the demonstration"


def positions(chair: Chair) -> None:
    """What the partner is said to have voiced on this dialogue; one was noted wrongly and corrected."""
    for process, stand, days_ago, sentence in POSITIONS:
        note(chair, process, stand, days_ago, sentence)
    wrong = note(chair, "pall-mall", Stand.OPPOSES, 60, "They are against it (invented).")
    wrong.struck_at, wrong.struck_by_id = chair.work.now - timedelta(days=2), chair.officer.id
    wrong.struck_because = "Misheard: it was another delegation."
    note(chair, "pall-mall", Stand.OPEN, 60, "They study the text (invented).", corrects=wrong.id)
    note(
        chair,
        "",
        Stand.SUPPORTS,
        75,
        "They would join a statement on hospitals (invented).",
        topic="threat-landscape",
    )


def note(
    chair: Chair,
    process: str,
    stand: Stand,
    days_ago: int,
    sentence: str,
    corrects: int | None = None,
    topic: str = "",
) -> Position:
    """One invented position."""
    at = chair.work.now - timedelta(days=days_ago)
    columns = chair.row(
        process=process, topic=topic, stand=stand, sentence=sentence, source=SOURCE, corrects_id=corrects
    )
    if process == "un-cybercrime":
        columns["marking"] = min(1, chair.middle)
    return chair.work.add(
        Position(
            **columns,
            partner_id=chair.dialogue.partner_id,
            stated=full(at.date()),
            day=at.date(),
            noted_at=at,
            noted_by_id=chair.officer.id,
        )
    )


def accessions(chair: Chair) -> None:
    """What is said to bind the partner to conventions."""
    for convention, bond, days_ago in ACCESSIONS:
        at = chair.work.now - timedelta(days=days_ago)
        chair.work.add(
            Accession(
                partner_id=chair.dialogue.partner_id,
                convention=convention,
                bond=bond,
                source=SOURCE,
                stated=full(at.date()),
                day=at.date(),
                noted_at=at,
                noted_by_id=chair.officer.id,
                invented=True,
            )
        )
