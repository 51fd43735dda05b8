"""Forms about commitments: filed and revised, moved, carried over."""

from typing import Any

from app.domain.commitment import NEEDS_EVIDENCE, CommitmentFacts, OwedBy, Strength, who_moves_first
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Line, MarkingChoice, Text, When

WHOSE = [
    (OwedBy.OURS, "Ours: we promised"),
    (OwedBy.THEIRS, "Theirs: they promised"),
    (OwedBy.JOINT, "Joint: both promised"),
    (OwedBy.OTHER, "Others’: somebody else promised"),
]
STRENGTHS = {
    Strength.FIRM: "Firm: an act that can be checked",
    Strength.CONTINUING: "Continuing: to go on doing",
    Strength.POLITICAL: "Political: declared, no act to check",
    Strength.EXPLORATORY: "Exploratory: agreed to explore",
    Strength.INTENTION: "Intention: intend, plan, aim",
    Strength.OFFER: "Offer: an invitation",
    Strength.PLEDGE: "Pledge: money",
}

RHYTHMS = {
    "P1M": "Every month",
    "P3M": "Every three months",
    "P6M": "Twice a year",
    "P1Y": "Every year",
    "P2Y": "Every two years",
}
"""How often it comes again (durations of ISO 8601)."""


class CommitmentForm(Form):
    """What was promised, in its own words."""

    makes = True
    more = (
        "stands_at", "owed_by_name", "season", "working", "said_on", "hangs_on", "rhythm", "strength", "instruments",
        "topics", "norms", "cbms",
    )  # fmt: skip
    sentence = Text(
        "The sentence",
        limit=5_000,
        required="Give the sentence in which it was promised.",
        description="As it was said or written, the smallest clause that carries it.",
    )
    owed_by = Choice("Who promised", choices=WHOSE)
    first_mover = Line(
        "If joint: who on our side moves first?",
        limit=200,
        description="An officer or a unit, also outside. “Nobody yet” is an answer.",
    )
    due = Line(
        "By when, as stated",
        limit=200,
        description="“by the OEWG session in July”, “next round”, “2026”; leave it empty if nothing was said.",
    )
    source = Line(
        "Source",
        limit=1000,
        description="The text in which it stands, or a link; empty for what was only said.",
    )
    marking = MarkingChoice()
    stands_at = Line("Where it stands there", limit=120, description="Paragraph 12, or page 3.")
    owed_by_name = Line("Who exactly", limit=200, description="A ministry or unit, or who the others are.")
    season = Choice(
        "Due by an event",
        empty="None",
        description="Of the multilateral calendar: its first day is the due date, and moves when the event does.",
    )
    working = When("Working date", description="A day of our own to work towards, if the words give none.")
    said_on = When("Said on", description="If left empty: the day of the round or meeting.")
    hangs_on = Line(
        "Hangs on an event", limit=200, description="For instance the next round, or a session of the OEWG."
    )
    rhythm = Choice("Again and again", choices=RHYTHMS.items(), empty="Once, or nobody said")
    strength = Choice("How firm", choices=STRENGTHS.items())
    topics = Choices("Topics")
    instruments = Choices("Instruments")
    norms = Choices("Norms")
    cbms = Choices("Confidence-building measures")

    def facts(self) -> CommitmentFacts:
        """What was said; RuleBroken on `first_mover` for a joint one without an answer to that question."""
        texts: dict[str, Any] = {
            name: self._fields[name].data or ""
            for name in (
                "sentence", "source", "stands_at", "owed_by_name", "first_mover", "due", "working", "said_on",
                "hangs_on",
            )
        }  # fmt: skip
        codes: dict[str, Any] = {
            name: tuple(self._fields[name].data or ()) for name in ("topics", "instruments", "norms", "cbms")
        }
        owed_by = OwedBy(self.owed_by.data)
        texts["first_mover"] = who_moves_first(owed_by, texts["first_mover"])
        return CommitmentFacts(
            **texts,
            **codes,
            owed_by=owed_by,
            strength=Strength(self.strength.data),
            rhythm=self.rhythm.data or "",
            season=self.season.data or "",
            marking=self.marking.data,
        )


class CommitmentStepForm(Form):
    """A new status, and why."""

    status = Choice("New status")
    word = Text("In a sentence", limit=1000, required="Say in a sentence why the status changes.")
    evidence = Text(
        "Evidence",
        limit=2000,
        description=f"A word or a link: how do we know? Needed for {' and '.join(sorted(NEEDS_EVIDENCE))}.",
    )


class CarryOverForm(Form):
    """Why a commitment is taken along once more."""

    word = Text(
        "Why it is carried over",
        limit=1000,
        required="Say in a sentence why it is carried over and not closed or dropped.",
    )
