"""Forms of joint statements: what is said of one, a version, each move, the readout that comes of it."""

from datetime import date

from wtforms import BooleanField

from app.domain.errors import RuleBroken
from app.domain.joint_facts import JointFacts, VersionFacts
from app.domain.joint_statement import LONGEST, NEEDED, VERSIONS, Move, MoveFacts
from app.domain.party_order import Host, Order
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text, When

ORDERS = [
    (Order.ALTERNAT.value, "Alternat: each side first in its own copy"),
    (Order.OURS.value, "Our side first"),
    (Order.THEIRS.value, "Their side first"),
    (Order.HOST.value, "The host first"),
    (Order.ALPHABET.value, "By alphabet"),
]
HOSTS = [(Host.NOT_SAID.value, "Not said"), (Host.OURS.value, "We host"), (Host.THEIRS.value, "They host")]
HOWS = [
    (Move.DRAFT.value, "Drafted by us, not sent yet"),
    (Move.SEND.value, "Sent to the partner"),
    (Move.RECEIVE.value, "Received from the partner"),
]
LANGUAGES = [
    ("en", "English"), ("fr", "French"), ("de", "German"), ("es", "Spanish"), ("pt", "Portuguese"), ("it", "Italian"),
    ("uk", "Ukrainian"), ("ja", "Japanese"), ("ko", "Korean"), ("hi", "Hindi"), ("ar", "Arabic"),
    ("zh-Hans", "Chinese"),
]  # fmt: skip
ON = "Such as 3 December 2026, yesterday."


def one_day(field: When) -> date | None:
    """The day that was said, None for nothing; RuleBroken on `on` for what is no single day."""
    said = field.stated_date if field.data else None
    if not field.data:
        return None
    if said is None or said.start is None or said.start != said.end:
        raise RuleBroken("on", "Give one day, such as 3 December 2026.")
    return said.start


class JointForm(Form):
    """What is said of a joint statement."""

    makes = True
    title = Line(
        "Title", limit=300, required="Give it a title.", description="Such as Joint statement, or Annex."
    )
    language = Choice("Language", choices=LANGUAGES)
    order = Choice("Order of the parties", choices=ORDERS)
    host = Choice("Who hosts", choices=HOSTS)
    their_people = Text(
        "Who works on it on their side", limit=2_000, description="In your words; nobody is written to.",
        render_kw={"rows": 3},
    )  # fmt: skip
    marking = MarkingChoice()

    def facts(self) -> JointFacts:
        """What was said."""
        return JointFacts(
            title=self.title.data or "",
            marking=self.marking.data,
            language=self.language.data,
            order=Order(self.order.data),
            host=Host(self.host.data),
            their_people=self.their_people.data or "",
        )


class VersionForm(Form):
    """A version: how it came, when, through whom, and its words."""

    how = Choice("What it is", choices=HOWS, description="Nothing is mailed: this notes what happened.")
    on = When("On which day", description=f"When it was sent or received. {ON}")
    through = Line(
        "Through whom, and how", limit=500, description="Such as: by mail from their deputy director."
    )
    text = Text(
        "The text",
        limit=LONGEST,
        required="Write or paste the text.",
        description="Plain text. A blank line parts paragraphs; a short line without a full stop is a heading. What is "
        "not agreed stands in [brackets], [EU: with its side] if it has one, [this / that] for a choice.",
        render_kw={"rows": 22},
    )
    marking = MarkingChoice(description="Of the whole chain: a higher one raises every version.")

    def facts(self) -> VersionFacts:
        """What was said; RuleBroken on `on`."""
        how = next(move for move in VERSIONS if move.value == self.how.data)
        return VersionFacts(
            how=how,
            text=self.text.data or "",
            marking=self.marking.data,
            on=one_day(self.on),
            through=self.through.data or "",
        )


class MoveForm(Form):
    """A move of the last version; each kind asks for what it needs."""

    def facts(self) -> MoveFacts:
        """What was said; RuleBroken on `on`."""
        said = {
            name: self._fields[name].data or ""
            for name in ("for_us", "for_them", "waits_for", "word")
            if name in self._fields
        }
        return MoveFacts(on=one_day(self._fields["on"]) if "on" in self._fields else None, **said)


class SendForm(MoveForm):
    """The draft went to the partner."""

    on = When("Sent on", required=NEEDED[Move.SEND]["on"], description=ON)
    word = Line("Through whom, and how", limit=500)


class AdReferendumForm(MoveForm):
    """Both sides agreed, subject to their capitals."""

    on = When("Agreed on", required=NEEDED[Move.AGREE_AD_REFERENDUM]["on"], description=ON)
    for_us = Line("Who agreed for us", limit=300, required=NEEDED[Move.AGREE_AD_REFERENDUM]["for_us"])
    for_them = Line("Who agreed for them", limit=300, required=NEEDED[Move.AGREE_AD_REFERENDUM]["for_them"])
    waits_for = Line(
        "Whose confirmation is still needed",
        limit=500,
        required=NEEDED[Move.AGREE_AD_REFERENDUM]["waits_for"],
        description="Such as: the Council working party; their Cabinet Office.",
    )
    word = Text("In a sentence", limit=2_000, render_kw={"rows": 2})


class AgreeForm(MoveForm):
    """The text is agreed for good."""

    on = When("Confirmed on", required=NEEDED[Move.AGREE]["on"], description=ON)
    for_us = Line("Confirmed for us by", limit=300, required=NEEDED[Move.AGREE]["for_us"])
    for_them = Line("Confirmed for them by", limit=300, required=NEEDED[Move.AGREE]["for_them"])
    word = Text("In a sentence", limit=2_000, render_kw={"rows": 2})


class GoBackForm(MoveForm):
    """A side objects to what was agreed ad referendum."""

    on = When("On which day", required=NEEDED[Move.GO_BACK]["on"], description=ON)
    word = Text("Who objects, and to what", limit=2_000, required=NEEDED[Move.GO_BACK]["word"])


class BreakOffForm(MoveForm):
    """There will be no agreed text."""

    on = When("On which day", description=ON)
    word = Text("Why there is no agreed text", limit=2_000, required=NEEDED[Move.BREAK_OFF]["word"])


class TakeUpForm(MoveForm):
    """What was broken off is worked on again."""

    word = Text("Why it is taken up again", limit=2_000, required=NEEDED[Move.TAKE_UP]["word"])


FORMS: dict[str, type[MoveForm]] = {
    Move.SEND.value: SendForm,
    Move.AGREE_AD_REFERENDUM.value: AdReferendumForm,
    Move.AGREE.value: AgreeForm,
    Move.GO_BACK.value: GoBackForm,
    Move.BREAK_OFF.value: BreakOffForm,
    Move.TAKE_UP.value: TakeUpForm,
}
"""By the word in the address."""


class JointReadoutForm(Form):
    """A public readout of the agreed words."""

    makes = True
    title = Line("Title", limit=300, required="Give the readout a title.")
    lower = BooleanField("These words may be read by anybody: give their paragraphs the lowest marking")
    because = Line(
        "Why", limit=500, description="Recorded with the change of marking. Another head approves the text."
    )
