"""A text as its page shows it: its paragraphs with the passages in place, and what was decided on each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from flask import g

from app import queries, services
from app.domain.commitment import CommitmentFacts, OwedBy
from app.domain.reading.found import Around, Undertaking
from app.domain.reading.meeting_facts import MeetingRead, meeting_in
from app.domain.reading.reader import undertakings_in
from app.domain.reading.sentences import paragraphs
from app.domain.reference import TermKind
from app.domain.source_text import Place, paragraph_of
from app.reference import shelf


@dataclass(frozen=True)
class Passage:
    """A stretch of the text: what was found there, or filed from there. `number` counts the passages from one."""

    number: int
    place: Place
    words: str
    state: str
    found: Undertaking | None = None
    filed: Any = None

    @property
    def is_open(self) -> bool:
        """True if it is offered and nobody has decided yet."""
        return self.state == "offered"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its stretches in order, as (words, passage or None), and its passages."""

    stretches: Sequence[tuple[str, Passage | None]]
    passages: Sequence[Passage]


def around(text: Any) -> Around:
    """What the reader of a text is told."""
    return around_of(text.dialogue.partner, text.said_on)


def around_of(partner: Any, said_on: date | None) -> Around:
    """What a reader is told: the day, and the names by which both sides go, with their bodies."""
    office = g.office
    own = next((one for one in shelf.partners() if one.code == office.own_side), None)
    ours = (office.own_name, *names_of(own)) if own else (office.own_name,)
    return Around(
        said_on=said_on,
        us=unique((*ours, *bodies_of(office.own_side))),
        partner=unique((*names_of(partner), *bodies_of(partner.code))),
    )


def names_of(partner: Any) -> tuple[str, ...]:
    """Every name of a partner or of our own side."""
    native = getattr(partner, "native_name", "")
    natives = [native] if native else [one.name for one in getattr(partner, "native_names", ())]
    return (partner.short_name, partner.formal_name, *partner.aliases, *natives)


def bodies_of(code: str) -> tuple[str, ...]:
    """Ministries and agencies that belong to one side alone."""
    return tuple(body.name for body in shelf.bodies().values() if tuple(body.parties) == (code,))


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names that say something, each once."""
    return tuple(dict.fromkeys(name for name in names if len(name.strip()) > 1))


class TextRead:
    """A text with what was found in it and what became of it."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.filed = g.work.all(queries.source_texts.filed_from(text.id))
        self.aside = {
            (one.starts_at, one.ends_at) for one in g.work.all(queries.source_texts.set_aside(text.id))
        }
        self.found = undertakings_in(text.text, around(text))

    @cached_property
    def passages(self) -> list[Passage]:
        """What was filed from the text and what was found in it, in its order; what overlaps the filed is left out."""
        kept: list[tuple[Place, str, Undertaking | None, Any]] = [
            (Place(row.starts_at, row.ends_at), "filed", None, row)
            for row in self.filed
            if row.starts_at is not None and row.ends_at is not None
        ]
        for one in self.found:
            place = Place(one.start, one.end)
            if not any(place.overlaps(other) for other, *_ in kept):
                kept.append((place, self.state_of(one), one, None))
        ordered = sorted(kept, key=lambda each: each[0].start)
        return [
            Passage(number, place, self.text.text[place.start : place.end], state, found, row)
            for number, (place, state, found, row) in enumerate(ordered, 1)
        ]

    def state_of(self, found: Undertaking) -> str:
        """What became of a finding that was not filed: offered, greyed, or set aside."""
        if (found.start, found.end) in self.aside:
            return "aside"
        return "offered" if found.is_proposed else "greyed"

    @property
    def counts(self) -> dict[str, int]:
        """How many passages are offered, filed, set aside and greyed."""
        return {
            state: sum(one.state == state for one in self.passages)
            for state in ("offered", "filed", "aside", "greyed")
        }

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the text, each with its passages in place; a passage stands where it begins."""
        whole = self.text.text
        waiting = list(self.passages)
        for start, end in paragraphs(whole):
            mine = [one for one in waiting if start <= one.place.start < end]
            stretches: list[tuple[str, Passage | None]] = []
            at = start
            for one in mine:
                stop = min(one.place.end, end)
                stretches += [(whole[at : one.place.start], None), (whole[one.place.start : stop], one)]
                at = max(at, stop)
            stretches.append((whole[at:end], None))
            yield Paragraph([each for each in stretches if each[0]], mine)

    def at(self, place: Place) -> Passage | None:
        """The passage with this place; None if nothing was found there."""
        return next((one for one in self.passages if one.place == place), None)

    def after(self, number: int) -> int:
        """The number of the next passage on which somebody must decide, or of this one."""
        left = [one.number for one in self.passages if one.is_open]
        return next((one for one in left if one > number), left[0] if left else number)

    @cached_property
    def meeting(self) -> MeetingRead:
        """What the text says of its meeting."""
        cities = [name for city in shelf.cities() for name in (city.name, *city.aliases)]
        return meeting_in(self.text.text, cities, self.text.said_on)

    def words_of(self, codes: Sequence[str]) -> list[str]:
        """Topics as words."""
        labels = services.terms.labels(g.work, TermKind.TOPIC)
        return [labels.get(code, code) for code in codes]


def facts_of_passage(text: Any, passage: Passage, first_mover: str = "") -> CommitmentFacts:
    """What a finding says, as the facts of a commitment that is filed from it."""
    found = passage.found
    assert found is not None
    listed = f": {'; '.join(found.items)}" if found.items else ""
    return CommitmentFacts(
        sentence=f"{found.text}{listed}"[:5_000],
        owed_by=found.owed_by,
        marking=text.marking,
        source=" · ".join(part for part in (text.title, text.url) if part)[:1_000],
        stands_at=paragraph_of(text.text, passage.place),
        owed_by_name=found.owed_by_name[:200] if found.owed_by is OwedBy.OTHER else "",
        first_mover=first_mover,
        due=found.said.when.stated[:200],
        read=found.said.when,
        hangs_on=found.said.event[:200],
        rhythm=found.said.rhythm,
        strength=found.strength,
        topics=tuple(code for code in found.topics if code in known_topics()),
    )


def known_topics() -> set[str]:
    """The codes of topics that may be chosen."""
    return {code for code, _ in services.terms.choices(g.work, TermKind.TOPIC)}
