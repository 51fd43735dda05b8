"""How dialogues keep their cadence, and what the next round still needs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import queries
from app.domain.cadence import Pulse, pulse
from app.domain.house_rules import HouseRules
from app.domain.meeting import AHEAD, Standing
from app.domain.stated_date import StatedDate, say
from app.models.dialogue import Dialogue
from app.models.round import Round
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class RoundMark:
    """A round on a time line."""

    ref: str
    title: str
    when: StatedDate
    held: bool

    @property
    def on(self) -> date:
        """The day at which it stands: its first."""
        return self.when.start or date.min

    @property
    def words(self) -> str:
        """Its date in words, no finer than it was stated: December 2013, 12–14 May 2026."""
        return say(self.when)


@dataclass(frozen=True)
class Rhythm:
    """A dialogue's pulse, its rounds in order, and the last and the next of them."""

    pulse: Pulse
    marks: tuple[RoundMark, ...]
    last: RoundMark | None
    next: RoundMark | None

    @property
    def line(self) -> list[tuple[date, str, str]]:
        """The rounds as marks on a strip: (day, words, held or planned)."""
        return [(m.on, f"{m.title}, {m.words}", "held" if m.held else "planned") for m in self.marks]

    @property
    def expected(self) -> list[tuple[date, str, str]]:
        """Where the cadence would have had the next round, as a faint mark."""
        by = self.pulse.expected_by
        return (
            [(by, f"expected by {by:%B} {by.year}", "planned")]
            if by is not None and self.next is None
            else []
        )

    @property
    def first_year(self) -> int:
        """The year in which the strip begins."""
        return min(mark.on.year for mark in self.marks)

    @property
    def last_year(self) -> int:
        """The year in which the strip ends."""
        return max(day.year for day, _, _ in [*self.line, *self.expected])


@dataclass(frozen=True)
class Preparation:
    """The next round, and what it still lacks."""

    round: Round
    missing: tuple[str, ...]


def of_dialogues(work: UnitOfWork, dialogues: Sequence[Dialogue]) -> dict[int, Rhythm]:
    """Per dialogue its rhythm, with one question for all of them."""
    rounds: dict[int, list[tuple[RoundMark, Standing]]] = defaultdict(list)
    for dialogue_id, ref, title, *when, standing in work.rows(
        queries.dialogues.round_days([dialogue.id for dialogue in dialogues])
    ):
        mark = RoundMark(ref, title, StatedDate(*when), standing is Standing.HELD)
        if mark.when.start is not None and mark.when.end is not None:
            rounds[dialogue_id].append((mark, standing))
    return {
        dialogue.id: rhythm_of(dialogue, rounds[dialogue.id], work.today, work.rules)
        for dialogue in dialogues
    }


def rhythm_of(
    dialogue: Dialogue, rounds: Sequence[tuple[RoundMark, Standing]], today: date, rules: HouseRules
) -> Rhythm:
    """The rhythm of one dialogue from its rounds in order."""
    held = [mark for mark, standing in rounds if standing is Standing.HELD]
    ahead = [
        m for m, standing in rounds if standing in AHEAD and m.when.end is not None and m.when.end >= today
    ]
    found = pulse(
        [mark.when for mark in held],
        [mark.when for mark in ahead],
        dialogue.cadence_months,
        dialogue.cadence_stated,
        today,
        rules,
    )
    return Rhythm(
        pulse=found,
        marks=tuple(mark for mark, _ in rounds if mark.held or mark in ahead),
        last=held[-1] if held else None,
        next=ahead[0] if ahead else None,
    )


def preparation(work: UnitOfWork, dialogue: Dialogue) -> Preparation | None:
    """The nearest round ahead and what is missing for it: a day, a place, an agenda, our delegation."""
    ahead = work.find(queries.dialogues.next_rounds(dialogue.id, work.today).limit(1))
    if ahead is None:
        return None
    agenda, ours = work.rows(queries.dialogues.prepared(ahead.id))[0]
    lacks = (
        ("a day", ahead.starts_on is None or ahead.starts_on != ahead.ends_on),
        ("a time", ahead.starts_wall is None),
        ("a place", not (ahead.place or ahead.city)),
        ("an agenda", not agenda),
        ("our delegation", not ours),
    )
    return Preparation(ahead, tuple(what for what, is_missing in lacks if is_missing))
