"""Figures about what was held: whether rights were raised, whether the cadence is kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.cadence import Rhythm, pulse
from app.domain.dialogue import DialogueStatus
from app.domain.figure import Figure, part
from app.domain.house_rules import HouseRules
from app.domain.meeting import AHEAD
from app.domain.report import Item, Series, Sitting, Snapshot

RIGHTS = "human-rights-online"
"""The topic under which rights are raised (reference document, §9)."""


def cadence(snapshot: Snapshot, found: Snapshot, rules: HouseRules) -> Figure:
    """How many dialogues keep the cadence that was stated."""
    groups: dict[Rhythm, list[Series]] = {}
    rounds: dict[int, list[Sitting]] = defaultdict(list)
    for sitting in snapshot.sittings:
        if sitting.item.kind == "round":
            rounds[sitting.dialogue_id].append(sitting)
    for series in found.series:
        if series.status is not DialogueStatus.ENDED and series.cadence_months is not None:
            rhythm = rhythm_of(series, rounds[series.item.number], snapshot.day, rules)
            groups.setdefault(rhythm, []).append(series)
    stated = sum(map(len, groups.values()))
    kept = groups.get(Rhythm.KEPT, [])
    labels = (
        (Rhythm.KEPT, "kept", "kept"),
        (Rhythm.SLIPPED, "slipped", "slipped"),
        (Rhythm.DORMANT, "dormant", "dormant"),
        (Rhythm.NOT_YET, "not-yet", "no round yet"),
    )
    return Figure(
        "cadence",
        "Dialogues that keep their stated cadence",
        f"{len(kept)} of {stated}" if stated else "none states one",
        f"Dialogues with a stated cadence that have not ended. Kept: a round was or is held in time, with "
        f"{rules.grace_months} months’ grace; dormant: none for {rules.dormant_months} months, and none planned.",
        tuple(part(code, label, groups.get(rhythm, [])) for rhythm, code, label in labels),
    )


def rhythm_of(series: Series, rounds: Sequence[Sitting], day: date, rules: HouseRules) -> Rhythm:
    """How a dialogue stood against its cadence on the day, by its rounds."""
    return pulse(
        [s.when for s in rounds if s.is_held],
        [s.when for s in rounds if s.standing in AHEAD],
        series.cadence_months,
        series.cadence_stated,
        day,
        rules,
    ).rhythm


def rights(found: Snapshot) -> Figure:
    """In how many of the rounds and meetings held rights were raised."""
    sat = [s for s in found.sittings if s.is_held]
    raised = [s for s in sat if RIGHTS in s.tags.topics]
    return Figure(
        "rights",
        "Rounds and meetings in which rights were raised",
        f"{len(raised)} of {len(sat)}" if sat else "none held",
        "Held, with human rights online on the agenda or in a commitment made there. A meeting within a round counts "
        "as part of it.",
        (
            part("raised", "raised", raised),
            part("not-raised", "not raised", [s for s in sat if RIGHTS not in s.tags.topics]),
        ),
    )


def held(found: Snapshot) -> Figure:
    """What was held."""
    sat = [s for s in found.sittings if s.is_held]
    return Figure(
        "held",
        "Rounds and meetings held",
        str(len(sat)),
        "A meeting within a round counts as part of it.",
        (
            part("rounds", "rounds", [s for s in sat if s.item.kind == "round"]),
            part("meetings", "meetings of their own", [s for s in sat if s.item.kind == "meeting"]),
        ),
    )


@dataclass(frozen=True)
class RightsWith:
    """Of the rounds and meetings held with one partner, those in which rights were raised, and when last."""

    partner_id: int
    held: tuple[Item, ...]
    raised: tuple[Item, ...]
    last: date | None


def rights_by_partner(found: Snapshot) -> list[RightsWith]:
    """Per partner with whom anything was held how often rights were raised: the seldom first."""
    by_partner: dict[int, list[Sitting]] = {}
    for sitting in found.sittings:
        if sitting.is_held:
            by_partner.setdefault(sitting.partner_id, []).append(sitting)
    rows = []
    for partner_id, sat in by_partner.items():
        raised = [s for s in sat if RIGHTS in s.tags.topics]
        last = max((s.on for s in raised if s.on is not None), default=None)
        rows.append(RightsWith(partner_id, tuple(s.item for s in sat), tuple(s.item for s in raised), last))
    return sorted(rows, key=lambda row: (len(row.raised) / len(row.held), -len(row.held), row.partner_id))
