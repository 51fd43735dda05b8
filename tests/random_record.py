"""A random record: dialogues with rounds, meetings, agendas, promises and follow-ups, marked at random."""

import random
from datetime import date, timedelta

from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.dialogue import DialogueKind
from app.domain.follow_up import FollowUpStatus
from app.domain.meeting import Standing
from app.models.substance import AgendaItem
from tests import a
from tests.house_for_tests import TestHouse

TOPICS = ["norms", "cbms", "human-rights-online", "ransomware"]
SENTENCES = ["Work together in the UN.", "Consult in the OSCE and NATO.", "Send the paper."]


def plant(house: TestHouse, seed: int, dialogues: int = 4) -> list[object]:
    """The dialogues; what they hold is found by asking for it."""
    dice = random.Random(seed)
    officer = house.officer()
    made = []
    for number, partner in enumerate(["JP", "UA", "OSCE", "KR"][:dialogues]):
        kind = DialogueKind.OBSERVED if number == 3 else DialogueKind.DIALOGUE
        dialogue = a.dialogue(
            house, partner, name=f"Dialogue {number}", kind=kind, marking=dice.choice([0, 0, 1]),
            cadence_months=dice.choice([12, None]), cadence_stated="annual",
        )  # fmt: skip
        made.append(dialogue)
        for _ in range(3):
            fill(house, dialogue, dice, officer)
    return made


def fill(house: TestHouse, dialogue, dice: random.Random, officer) -> None:
    """A round with a meeting in it, a meeting of its own, and what was said there."""

    def marked(whole):
        return max(whole.marking, dice.choice([0, 0, 1, 2]))

    on = date(2026, 11, 20) - timedelta(days=dice.randrange(1500))
    standing = dice.choice([Standing.HELD, Standing.HELD, Standing.PLANNED])
    round_ = a.round_(house, dialogue, number=None, on=on, standing=standing, marking=marked(dialogue))
    within = a.meeting(house, dialogue, on=on, round_id=round_.id, marking=marked(round_))
    undated = dice.choice([{}, {"starts_on": None, "ends_on": None, "stated": "in spring"}])
    own = a.meeting(house, dialogue, on=on, marking=marked(dialogue), **undated)
    for whole, keys in (
        (round_, {"round_id": round_.id}),
        (within, {"round_id": round_.id, "meeting_id": within.id}),
        (own, {"meeting_id": own.id}),
    ):
        a.put(
            house, AgendaItem, whole, title=dice.choice(SENTENCES), marking=marked(whole), **keys,
            topics=dice.sample(TOPICS, dice.randrange(3)), norms=dice.choice([[], ["norm-a"]]), cbms=[],
        )  # fmt: skip
        promise = a.commitment(
            house, whole, sentence=dice.choice(SENTENCES), marking=marked(whole), **keys,
            owed_by=dice.choice(list(OwedBy)), status=dice.choice(list(CommitmentStatus)),
            due=dice.choice([None, on + timedelta(days=dice.randrange(400))]), agreed_on=dice.choice([on, None]),
            times_carried=dice.randrange(5), topics=dice.sample(TOPICS, dice.randrange(3)),
            instruments=dice.choice([[], ["toolbox"]]), cbms=dice.choice([[], ["osce-cbm-08"]]),
        )  # fmt: skip
        a.follow_up(
            house, whole, dice.choice([officer, None]), marking=marked(promise), commitment_id=promise.id, **keys,
            status=dice.choice(list(FollowUpStatus)),
        )  # fmt: skip
