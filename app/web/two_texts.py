"""Two texts of one round or meeting as their page lays them side by side, and the sentence that sums it up."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from flask import g, request

from app import services
from app.domain.beside import MOST, Row, Said, beside
from app.domain.promises_beside import Pair, promises_beside
from app.domain.reading.spoken import LONGEST, promised_in, said_in
from app.domain.reference import TermKind
from app.domain.whose_text import Whose
from app.services.kept_texts import KeptText
from app.web.filters import counted
from app.web.text_reading import around_of


class TwoTexts:
    """The texts that may be chosen, the two that are (`chosen` is None without two), and what they say."""

    def __init__(self, sitting: Any, partner: Any) -> None:
        self.texts = services.kept_texts.of_sitting(g.work, sitting)
        self.partner = partner
        self.chosen = self._chosen()
        self.labels = services.terms.labels(g.work, TermKind.TOPIC)

    def _chosen(self) -> tuple[KeptText, KeptText] | None:
        """The two that the address names, or else the usual two; a text that is not there is as if not named."""
        usual = services.kept_texts.usual_two(self.texts)
        if usual is None:
            return None
        by_ref = {one.ref: one for one in self.texts}
        mine, yours = (by_ref.get(request.args.get(name, "")) for name in ("ours", "theirs"))
        if mine is None and yours is not None and yours.ref == usual[0].ref:
            return usual[1], yours
        if yours is None and mine is not None and mine.ref == usual[1].ref:
            return mine, usual[0]
        return mine or usual[0], yours or usual[1]

    @property
    def same(self) -> bool:
        """True if one text was chosen twice."""
        return self.chosen is not None and self.chosen[0].ref == self.chosen[1].ref

    @cached_property
    def names(self) -> tuple[str, str]:
        """What each is called within a sentence: ours, Japan’s, the press release."""
        assert self.chosen is not None
        mine, yours = (self.name_of(one) for one in self.chosen)
        return (mine, yours) if mine != yours else ("the first text", "the second text")

    def name_of(self, one: KeptText) -> str:
        """What a text is called within a sentence."""
        if one.whose is Whose.OURS:
            return "ours"
        return f"{self.partner.short_name}’s" if one.whose is Whose.THEIRS else f"the {one.what}"

    @cached_property
    def said(self) -> tuple[list[Said], list[Said]]:
        """The sentences of both."""
        assert self.chosen is not None
        return said_in(self.chosen[0].text), said_in(self.chosen[1].text)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Both by topic."""
        return beside(*self.said)

    @cached_property
    def by_topic(self) -> list[Row]:
        """The rows of topics of which a sentence stands in them; the others are told in one line each."""
        return [row for row in self.rows if row.topic and (row.ours.sentences or row.theirs.sentences)]

    @cached_property
    def by_the_way(self) -> list[Row]:
        """The rows of topics that are only touched in sentences under others."""
        return [row for row in self.rows if row.topic and row not in self.by_topic]

    @cached_property
    def without_topic(self) -> list[Row]:
        """The rows of sentences without a topic."""
        return [row for row in self.rows if not row.topic]

    @cached_property
    def promises(self) -> tuple[Pair, ...]:
        """The commitments of both."""
        assert self.chosen is not None
        read = [promised_in(one.text, around_of(self.partner, one.said_on)) for one in self.chosen]
        return promises_beside(*read)

    @property
    def summary(self) -> str:
        """5 topics in both, 2 only in ours; 3 commitments in both, 1 only in Japan’s."""
        topics = [(row.ours.says, row.theirs.says) for row in self.rows if row.topic]
        promised = [(pair.ours is not None, pair.theirs is not None) for pair in self.promises]
        return f"{self.tallied(topics, 'topic')}; {self.tallied(promised, 'commitment')}."

    def tallied(self, sides: Sequence[tuple[bool, bool]], what: str) -> str:
        """How many in both, and how many in one alone; the noun is said once."""
        if not sides:
            return f"no {what} in either"
        parts = [f"{counted(sides.count((True, True)), what)} in both"]
        for name, only in zip(self.names, ((True, False), (False, True)), strict=True):
            if many := sides.count(only):
                parts.append(f"{many} only in {name}")
        return ", ".join(parts)

    @property
    def notices(self) -> list[str]:
        """What the comparison could not see, in words."""
        assert self.chosen is not None
        found = []
        for one, said in zip(self.chosen, self.said, strict=True):
            if not said:
                found.append(f"Nothing stands in “{one.title}” for its audience.")
            elif not any(each.topics for each in said):
                found.append(
                    f"No topic was recognised in “{one.title}”: topics are known by their English words."
                )
            if len(one.text) > LONGEST or len(said) > MOST:
                found.append(
                    f"“{one.title}” is long: only its first {min(len(said), MOST)} sentences are compared."
                )
        return found
