"""Two texts side by side: each sentence of either in one row, the rows by topic, what one has and the other omits."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.likeness import Fingerprint, fingerprint, words_alike

MOST = 300
"""Sentences of each text that are compared, some twenty pages: the time grows with their product."""

ALIKE = 0.4
"""From this likeness on a sentence without a topic stands beside one of the other text."""


@dataclass(frozen=True)
class Said:
    """A sentence of a text, and the codes of the topics that it speaks of."""

    text: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What one text says in a row.

    `elsewhere` are the topics under whose rows it speaks of this one too, for one that has no sentence of its own here.
    """

    sentences: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """True if the text speaks of it, here or elsewhere."""
        return bool(self.sentences or self.elsewhere)


@dataclass(frozen=True)
class Row:
    """What both texts say on one topic; `topic` is "" for sentences without one."""

    topic: str
    ours: Cell
    theirs: Cell

    @property
    def in_both(self) -> bool:
        """True if both speak of it."""
        return self.ours.says and self.theirs.says

    def swapped(self) -> "Row":
        """The same with the sides changed."""
        return Row(self.topic, self.theirs, self.ours)


def beside(ours: Sequence[Said], theirs: Sequence[Said]) -> tuple[Row, ...]:
    """The rows: topics in the order in which the texts come to them, then like sentences without one, then the rest.

    A sentence with several topics stands under the rarest that both texts have, or else under its first. At most
    MOST sentences of each are taken.
    """
    ours, theirs = ours[:MOST], theirs[:MOST]
    rarity = Counter(code for one in (*ours, *theirs) for code in set(one.topics))
    shared = topics_of(ours) & topics_of(theirs)
    mine = [place(one, shared, rarity) for one in ours]
    yours = [place(one, shared, rarity) for one in theirs]
    pairs = taken_along(ours, theirs, mine, yours)
    by_topic = [
        Row(topic, cell(topic, ours, mine), cell(topic, theirs, yours)) for topic in in_order(ours, theirs)
    ]
    rest = Row(
        "",
        Cell(tuple(one.text for k, one in enumerate(ours) if not mine[k] and all(k != a for a, _ in pairs))),
        Cell(
            tuple(one.text for k, one in enumerate(theirs) if not yours[k] and all(k != b for _, b in pairs))
        ),
    )
    beside_each_other = [Row("", Cell((ours[a].text,)), Cell((theirs[b].text,))) for a, b in pairs]
    return (*by_topic, *beside_each_other, *([rest] if rest.ours.says or rest.theirs.says else ()))


def topics_of(said: Iterable[Said]) -> set[str]:
    """Every topic that a text speaks of."""
    return {code for one in said for code in one.topics}


def place(one: Said, shared: set[str], rarity: Counter[str]) -> str:
    """The topic under which a sentence stands; "" for one without."""
    both = [code for code in one.topics if code in shared]
    return min(both, key=lambda code: (rarity[code], code)) if both else next(iter(one.topics), "")


def cell(topic: str, said: Sequence[Said], places: Sequence[str]) -> Cell:
    """What one text says under a topic, or where else it does."""
    here = tuple(one.text for one, at in zip(said, places, strict=True) if at == topic)
    if here:
        return Cell(here)
    other = (at for one, at in zip(said, places, strict=True) if topic in one.topics)
    return Cell((), tuple(dict.fromkeys(other)))


def in_order(ours: Sequence[Said], theirs: Sequence[Said]) -> list[str]:
    """The topics of both texts, the one that either comes to first standing first."""
    first: dict[str, float] = {}
    for said in (ours, theirs):
        for number, one in enumerate(said):
            for code in one.topics:
                first[code] = min(first.get(code, 1.0), number / len(said))
    return sorted(first, key=lambda code: (first[code], code))


def taken_along(
    ours: Sequence[Said], theirs: Sequence[Said], mine: list[str], yours: list[str]
) -> list[tuple[int, int]]:
    """Gives sentences without a topic the place of the one that they are like; the pairs where neither has any."""
    prints = [fingerprint(one.text) for one in ours], [fingerprint(one.text) for one in theirs]
    had = list(mine), list(yours)
    done: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, a, b in sorted(alike(*prints, *had)):
        free = (a not in done[0] and not had[0][a]), (b not in done[1] and not had[1][b])
        if all(free):
            pairs.append((a, b))
        elif free[0] and had[1][b]:
            mine[a] = had[1][b]
        elif free[1] and had[0][a]:
            yours[b] = had[0][a]
        done[0].update({a} if free[0] and (free[1] or had[1][b]) else ())
        done[1].update({b} if free[1] and (free[0] or had[0][a]) else ())
    return pairs


def alike(
    ours: Sequence[Fingerprint], theirs: Sequence[Fingerprint], mine: Sequence[str], yours: Sequence[str]
) -> Iterator[tuple[tuple[float, str, str], int, int]]:
    """The sentences that are alike where one has no topic: how to sort them (the likeliest first), and both numbers.

    The order is the same whichever text is called ours.
    """
    for a, one in enumerate(ours):
        for b, other in enumerate(theirs):
            if mine[a] and yours[b]:
                continue
            found = words_alike(one, other)
            if found >= ALIKE:
                low, high = sorted((one.plain, other.plain))
                yield (-found, low, high), a, b
