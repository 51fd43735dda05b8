"""The texts that a readout had: written down at each change, merged when two people write, compared word by word."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app import queries
from app.domain.errors import Stale
from app.domain.paragraph_merge import keyed, merge
from app.domain.redaction import Passage
from app.domain.word_changes import Piece, word_changes
from app.models.clearance import ReadoutText
from app.models.readout import Readout
from app.services.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Wording:
    """What a readout says: its title, its closing note, its paragraphs."""

    title: str
    note: str
    passages: tuple[Passage, ...]


class Crossed(Stale):
    """Two people changed the same thing: `wording` is that of whoever saves, merged with the rest; `crossed` has the
    other's text, by the key of a paragraph, or by "title" and "note".
    """

    def __init__(self, readout: Readout, wording: Wording, crossed: dict[str, str]) -> None:
        super().__init__(readout)
        self.wording = wording
        self.crossed = crossed


@dataclass(frozen=True)
class Changed:
    """A paragraph in two texts: its heading, and its words with what became of them."""

    heading: str
    pieces: tuple[Piece, ...]


def passages_of(row: Readout | ReadoutText) -> tuple[Passage, ...]:
    """The paragraphs of a text, each with a key."""
    return keyed([Passage.of(stored) for stored in row.paragraphs])


def with_keys(passages: Sequence[Passage]) -> list[Passage]:
    """Each paragraph with a key of its own that it keeps from now on."""
    seen: set[str] = set()
    found = []
    for passage in passages:
        fresh = not passage.key or passage.key.startswith("#") or passage.key in seen
        found.append(replace(passage, key=secrets.token_hex(5)) if fresh else passage)
        seen.add(found[-1].key)
    return found


def write_down_first(work: UnitOfWork, readout: Readout) -> None:
    """Keep the text as it is before it is changed, if none was kept yet: of a readout from before texts were kept."""
    if work.find(queries.clearances.texts_of(readout.id).limit(1)) is None:
        write_down(work, readout)


def write_down(work: UnitOfWork, readout: Readout) -> None:
    """Keep the text as it is now; the same text is not kept twice."""
    work.flush()
    last = work.find(queries.clearances.texts_of(readout.id).limit(1))
    same = last is not None and (last.title, last.note, last.paragraphs) == (
        readout.title, readout.note, readout.paragraphs,
    )  # fmt: skip
    if same:
        return
    work.add(
        ReadoutText(
            dialogue_id=readout.dialogue_id,
            marking=readout.marking,
            readout_id=readout.id,
            number=last.number + 1 if last is not None else 1,
            of_version=readout.version,
            title=readout.title,
            note=readout.note,
            paragraphs=list(readout.paragraphs),
            by_id=work.viewer.officer_id,
            at=work.now,
        )
    )


def with_theirs(work: UnitOfWork, readout: Readout, mine: Wording, seen_version: int | None) -> Wording:
    """What is to be saved, together with what somebody else saved since `seen_version`.

    Crossed where both changed the same thing; Stale where what was seen is not known any more.
    """
    if seen_version is None or seen_version == readout.version:
        return mine
    seen = work.find(queries.clearances.text_seen(readout.id, seen_version))
    if seen is None or seen_version > readout.version:
        raise Stale(readout)
    found = merge(passages_of(seen), keyed(mine.passages), passages_of(readout))
    crossed = dict(found.crossed)
    title = one_of("title", (seen.title, mine.title, readout.title), crossed)
    note = one_of("note", (seen.note, mine.note, readout.note), crossed)
    whole = Wording(title, note, found.passages)
    if crossed:
        raise Crossed(readout, whole, crossed)
    return whole


def one_of(name: str, texts: tuple[str, str, str], crossed: dict[str, str]) -> str:
    """Of a line before, here and there the one that was changed; that of both is noted, and the one here stands."""
    before, here, there = texts
    if here == before:
        return there
    if there not in {before, here}:
        crossed[name] = there
    return here


def compared(before: Sequence[Passage], after: Sequence[Passage]) -> list[Changed]:
    """Two texts paragraph by paragraph: those of one key beside each other, what went or came by itself."""
    old = {one.key: one for one in before}
    found = []
    for one in after:
        was = old.pop(one.key, None)
        found.append(Changed(one.heading, word_changes(was.text if was is not None else "", one.text)))
    return found + [Changed(one.heading, word_changes(one.text, "")) for one in old.values()]


def by_heading(passages: Sequence[Passage]) -> list[Passage]:
    """The text under each heading in one: for comparing the readouts of two rounds, which share no keys."""
    found: dict[str, list[str]] = {}
    for one in passages:
        found.setdefault(one.heading, []).append(one.text)
    return [Passage(heading, "summary", "\n".join(texts), key=heading) for heading, texts in found.items()]
