"""Two texts side by side: each sentence of either in one row, the rows by topic, what one has and the other omits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.likeness import SAME, fingerprint, words_alike

MOST = 300
"""Sentences of each text that are compared, some twenty pages: the time grows with their product."""

ALIKE = 0.4
"""From this likeness on a sentence without a topic stands beside one of the other text."""

Like = tuple[tuple[float, str, str], int, int]
"""Two sentences that are alike: how to sort them (the likeliest first), and the number of each."""


@dataclass(frozen=True)
class Said:
    """A sentence of a text, and the codes of the topics that it speaks of."""

    text: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What one text says in a row.

    `elsewhere` are the topics under whose rows it speaks of this one too, if no sentence here is on it.
    """

    sentences: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def says(self) -> bool:
        """True if the text speaks of it, here or elsewhere."""
        return bool(self.sentences or self.elsewhere)


@dataclass(frozen=True)
class Row:
    """What both texts say on one topic; `topic` is "" for sentences without one, `alike` if these are much the same."""

    topic: str
    ours: Cell
    theirs: Cell
    alike: bool = False

    @property
    def in_both(self) -> bool:
        """True if both speak of it."""
        return self.ours.says and self.theirs.says

    def swapped(self) -> "Row":
        """The same with the sides changed."""
        return Row(self.topic, self.theirs, self.ours, self.alike)


def beside(ours: Sequence[Said], theirs: Sequence[Said]) -> tuple[Row, ...]:
    """The rows: topics in the order in which the texts come to them, then like sentences without one, then the rest.

    A sentence with several topics stands under the first that both texts have, or else under its first; two that are
    much alike stand under one that both have. At most MOST sentences of each are taken.
    """
    ours, theirs = ours[:MOST], theirs[:MOST]
    shared = topics_of(ours) & topics_of(theirs)
    mine = [place(one, shared) for one in ours]
    yours = [place(one, shared) for one in theirs]
    found = sorted(alike(ours, theirs))
    brought_together(found, (ours, theirs), (mine, yours))
    pairs = taken_along(found, (mine, yours))
    by_topic = [
        Row(topic, cell(topic, ours, mine), cell(topic, theirs, yours)) for topic in in_order(ours, theirs)
    ]
    paired = [{a for a, _ in pairs}, {b for _, b in pairs}]
    rest = Row(
        "",
        Cell(tuple(one.text for k, one in enumerate(ours) if not mine[k] and k not in paired[0])),
        Cell(tuple(one.text for k, one in enumerate(theirs) if not yours[k] and k not in paired[1])),
    )
    likes = [Row("", Cell((ours[a].text,)), Cell((theirs[b].text,)), alike=True) for a, b in pairs]
    return (*by_topic, *likes, *([rest] if rest.ours.says or rest.theirs.says else ()))


def topics_of(said: Iterable[Said]) -> set[str]:
    """Every topic that a text speaks of."""
    return {code for one in said for code in one.topics}


def place(one: Said, shared: set[str]) -> str:
    """The topic under which a sentence stands; "" for one without."""
    return next((code for code in one.topics if code in shared), next(iter(one.topics), ""))


def cell(topic: str, said: Sequence[Said], places: Sequence[str]) -> Cell:
    """What one text says under a topic; and where else it does, if no sentence here is on it by its own words."""
    here = [one for one, at in zip(said, places, strict=True) if at == topic]
    if any(topic in one.topics for one in here):
        return Cell(tuple(one.text for one in here))
    other = (at for one, at in zip(said, places, strict=True) if topic in one.topics)
    return Cell(tuple(one.text for one in here), tuple(dict.fromkeys(other)))


def in_order(ours: Sequence[Said], theirs: Sequence[Said]) -> list[str]:
    """The topics of both texts, the one that either comes to first standing first."""
    first: dict[str, float] = {}
    for said in (ours, theirs):
        for number, one in enumerate(said):
            for code in one.topics:
                first[code] = min(first.get(code, 1.0), number / len(said))
    return sorted(first, key=lambda code: (first[code], code))


def brought_together(
    found: Sequence[Like], said: tuple[Sequence[Said], Sequence[Said]], places: tuple[list[str], list[str]]
) -> None:
    """Gives two sentences that are much alike the place of a topic of both, the one that both come to first."""
    done: tuple[set[int], set[int]] = (set(), set())
    for (unlike, *_), a, b in found:
        mine, yours = said[0][a].topics, said[1][b].topics
        both = set(mine) & set(yours)
        if -unlike >= SAME and both and a not in done[0] and b not in done[1]:
            done[0].add(a)
            done[1].add(b)
            topic = min(both, key=lambda code: (mine.index(code) + yours.index(code), code))
            places[0][a] = places[1][b] = topic


def taken_along(found: Sequence[Like], places: tuple[list[str], list[str]]) -> list[tuple[int, int]]:
    """Gives sentences without a topic the place of the one that they are like; the pairs where neither has any."""
    had = list(places[0]), list(places[1])
    done: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, a, b in found:
        free = (a not in done[0] and not had[0][a]), (b not in done[1] and not had[1][b])
        if all(free):
            pairs.append((a, b))
            done[0].add(a)
            done[1].add(b)
        elif free[0] and had[1][b]:
            places[0][a] = had[1][b]
            done[0].add(a)
        elif free[1] and had[0][a]:
            places[1][b] = had[0][a]
            done[1].add(b)
    return pairs


def alike(ours: Sequence[Said], theirs: Sequence[Said]) -> Iterator[Like]:
    """The sentences that are alike; the order is the same whichever text is called ours."""
    others = [fingerprint(one.text) for one in theirs]
    for a, one in enumerate(fingerprint(each.text) for each in ours):
        for b, other in enumerate(others):
            found = words_alike(one, other)
            if found >= ALIKE and (len(one.stems & other.stems) > 1 or one.plain == other.plain):
                low, high = sorted((one.plain, other.plain))
                yield (-found, low, high), a, b
