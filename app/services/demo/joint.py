"""An invented joint statement of the round to come: drafted, sent, and come back with brackets; and an agreed annex."""

from datetime import timedelta

from app.domain.brackets import read
from app.domain.joint_statement import Move, MoveFacts, State
from app.domain.open_points import how_many
from app.domain.party_order import Host, Order
from app.models.joint_statement import JointMove, JointStatement, JointVersion
from app.models.round import Round
from app.services.demo.chair import Chair

SENT = "\n\n".join(
    (
        "{own} and {partner} hold their next cyber dialogue in {city} on [date tbc]. (Invented for the demonstration.)",
        "Norms and international law",
        "The sides reaffirm that international law applies in cyberspace, and that all States should follow the "
        "framework of responsible State behaviour.",
        "They will use their voices in the United Nations to make the Global Mechanism work from its first session.",
        "Capacity building",
        "The sides will hold a joint exercise on ransomware in hospitals by the end of {year}.",
        "The next dialogue will take place in {home} in {year}.",
    )
)
RECEIVED = "\n\n".join(
    (
        "{own} and {partner} hold their next cyber dialogue in {city} on [date tbc]. (Invented for the demonstration.)",
        "Norms and international law",
        "The sides [{us}: reaffirm] [{them}: underline] that international law applies in cyberspace, and that all "
        "States should follow the framework of responsible State behaviour.",
        "[{them}: They will use their voices in the United Nations to make the Global Mechanism [inclusive and] work "
        "from its first session.]",
        "Capacity building",
        "The sides will hold a joint [table-top exercise / seminar] on ransomware in hospitals by the end of {year}.",
        "[{them}: The sides will train fifty experts of third countries together.]",
        "The next dialogue will take place in {home} in {year}.",
    )
)
ANNEX = "\n\n".join(
    (
        "The sides exchange lists of points of contact for incidents that affect submarine cables every January. "
        "(Invented for the demonstration.)",
        "Each side answers a request of the other within two working days.",
    )
)


def joint_statements(chair: Chair, round_: Round) -> None:
    """The statement came back three days ago; its annex is agreed ad referendum."""
    words = {
        "own": chair.own.short_name,
        "partner": chair.partner.short_name,
        "us": chair.own.code,
        "them": chair.partner.code,
        "city": chair.partner.city,
        "home": chair.own.city,
        "year": chair.work.today.year + 1,
    }
    statement = begun(chair, round_, "Joint statement of the next round (invented)", 12)
    record(chair, statement, Move.SEND, SENT.format(**words), 9, "By mail to their desk officer.")
    record(chair, statement, Move.RECEIVE, RECEIVED.format(**words), 3, "By mail from their deputy director.")
    annex = begun(chair, round_, "Annex: points of contact (invented)", 12)
    record(chair, annex, Move.SEND, ANNEX, 9, "Together with the statement.")
    annex.state = State.AD_REFERENDUM
    note(
        chair, annex, Move.AGREE_AD_REFERENDUM, 4,
        MoveFacts(None, chair.officer.name, "their deputy director", "their ministry of justice"),
    )  # fmt: skip


def begun(chair: Chair, round_: Round, title: str, days_ago: int) -> JointStatement:
    """A statement without a text, at the middle marking."""
    at = chair.work.now - timedelta(days=days_ago)
    columns = chair.row(title=title, marking=chair.middle)
    return chair.work.add(
        JointStatement(
            **columns,
            round_id=round_.id,
            party_order=Order.ALTERNAT,
            host=Host.THEIRS,
            their_people="The desk officer for cyber policy and their deputy director (invented).",
            opened_by_id=chair.officer.id,
            opened_at=at,
            changed_at=at,
        )
    )


def record(chair: Chair, row: JointStatement, how: Move, text: str, days_ago: int, through: str) -> None:
    """A version that went or came so many days ago."""
    at = chair.work.now - timedelta(days=days_ago)
    row.latest, row.open_points, row.changed_at = row.latest + 1, how_many(read(text)), at
    row.state = State.WITH_PARTNER if how is Move.SEND else State.WITH_US
    chair.work.flush()
    chair.work.add(
        JointVersion(
            **part_of(row),
            number=row.latest,
            title=row.title,
            how=how,
            on_day=at.date(),
            through=through,
            text=text,
            open_points=row.open_points,
            by_id=chair.officer.id,
            at=at,
        )
    )
    note(chair, row, how, days_ago, MoveFacts(word=through))


def note(chair: Chair, row: JointStatement, move: Move, days_ago: int, facts: MoveFacts) -> None:
    """A line of the history."""
    at = chair.work.now - timedelta(days=days_ago)
    chair.work.add(
        JointMove(
            **part_of(row),
            move=move,
            to_state=row.state,
            of_number=row.latest,
            on_day=at.date(),
            for_us=facts.for_us,
            for_them=facts.for_them,
            waits_for=facts.waits_for,
            word=facts.word,
            by_id=chair.officer.id,
            at=at,
        )
    )


def part_of(row: JointStatement) -> dict[str, int]:
    """The columns by which a part names its statement."""
    return {"dialogue_id": row.dialogue_id, "marking": row.marking, "joint_statement_id": row.id}
