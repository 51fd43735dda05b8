"""The history of a phrase with a partner as its page tells it, in sentences."""

from functools import cached_property
from typing import Any

from flask import g, request

from app import services
from app.domain.reading.spoken import LONGEST, sentences_of
from app.domain.whose_text import Whose
from app.domain.wording import LONGEST as LONGEST_PHRASE
from app.domain.wording import USUAL, best_sentence, phrase_words
from app.domain.wording_history import Dropped, History, Standing, history
from app.services.kept_texts import KeptText
from app.web.arguments import phrase
from app.web.filters import counted, day

MOST = 1_000_000
"""Characters of texts that are looked through for one page, some four hundred pages; the latest texts come first."""


class PhraseHistory:
    """A phrase, its words that count, and where it stands in the texts with a partner that the viewer may know."""

    def __init__(self, partner: Any) -> None:
        self.partner = partner
        self.phrase = phrase("phrase", LONGEST_PHRASE) if "phrase" in request.args else USUAL
        self.words = phrase_words(self.phrase)
        self.texts = services.kept_texts.with_partner(g.work, partner)

    @cached_property
    def read(self) -> list[KeptText]:
        """The texts that are looked through, the oldest first: all, or of very much text the latest."""
        kept: list[KeptText] = []
        left = MOST
        for one in reversed(self.texts):
            left -= min(len(one.text), LONGEST)
            if left < 0:
                break
            kept.append(one)
        return kept[::-1]

    @cached_property
    def standings(self) -> list[Standing[KeptText]]:
        """Each text with the sentence in which the phrase stands, the oldest first."""
        return [Standing(one, best_sentence(self.words, sentences_of(one.text))) for one in self.read]

    @cached_property
    def history(self) -> History[KeptText]:
        """Since when, in how many, dropped by whom; somebody's notes do not count."""
        return history([one for one in self.standings if not one.text.is_notes])

    @property
    def nobodys(self) -> bool:
        """True if nobody said of some text whose it is."""
        return Whose.NOT_SAID in self.history.counts

    @property
    def counting(self) -> int:
        """How many texts count."""
        return sum(of for _, of in self.history.counts.values())

    @property
    def left_out(self) -> int:
        """How many older texts were not looked through."""
        return len(self.texts) - len(self.read)

    @property
    def since(self) -> str:
        """Since when the whole phrase stands, and in how many texts of each side."""
        first = self.history.since
        if first is None:
            return f"The whole phrase stands in none of {counted(self.counting, 'text')}."
        counts = [
            f"{whole} of {counted(of, self.noun(whose), self.noun(whose, many=True))}"
            for whose, (whole, of) in sorted(
                self.history.counts.items(), key=lambda each: list(Whose).index(each[0])
            )
        ]
        when = f"since {day(first.said_on)}" if first.said_on else "since a text without a day"
        return f"The whole phrase is known {when}, first in {self.named(first)}. It stands in {', '.join(counts)}."

    def noun(self, whose: Whose, many: bool = False) -> str:
        """What the texts of a side are called: text of ours, text of Japan’s."""
        noun = "texts" if many else "text"
        return {
            Whose.OURS: f"{noun} of ours",
            Whose.THEIRS: f"{noun} of {self.partner.short_name}’s",
            Whose.JOINT: f"joint {noun}",
            Whose.NOT_SAID: f"{noun} of which nobody said whose",
        }[whose]

    def named(self, one: KeptText) -> str:
        """Whose text it is, within a sentence."""
        return {
            Whose.OURS: "our text",
            Whose.THEIRS: f"{self.partner.short_name}’s text",
            Whose.JOINT: "the joint text",
            Whose.NOT_SAID: f"the {one.what}",
        }[one.whose]

    def whose(self, one: KeptText) -> str:
        """Whose text it is, as a word of its own."""
        return {
            Whose.OURS: "Ours",
            Whose.THEIRS: f"{self.partner.short_name}’s",
            Whose.JOINT: "Joint",
            Whose.NOT_SAID: "Nobody said whose",
        }[one.whose]

    def drop_said(self, drop: Dropped[KeptText]) -> str:
        """“stable” is missing in Japan’s text of 3 June 2024; it stood in our text of 3 May 2023."""
        here, before = (self.named_with_day(one) for one in (drop.text, drop.before))
        if not drop.words:
            return f"The phrase is missing in {here}; it stood in {before}."
        words = " and ".join(f"“{word}”" for word in drop.words)
        verbs = ("is", "it") if len(drop.words) == 1 else ("are", "they")
        return f"{words} {verbs[0]} missing in {here}; {verbs[1]} stood in {before}."

    def named_with_day(self, one: KeptText) -> str:
        """Whose text of which day."""
        return (
            f"{self.named(one)} of {day(one.said_on)}" if one.said_on else f"{self.named(one)} without a day"
        )
