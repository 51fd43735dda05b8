"""Forms about where a partner stands."""

from app.domain.position import AccessionFacts, Bond, PositionFacts, Stand, process_and_topic
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line, MarkingChoice, Text, When

STANDS = [(stand.value, stand.value.capitalize()) for stand in Stand]
BOND_WORDS = {
    Bond.PARTY: "Party",
    Bond.SIGNATORY: "Signatory",
    Bond.INVITED: "Invited to accede",
    Bond.NONE: "None of these",
    Bond.UNKNOWN: "Unknown",
}


class SaidOfPosition(Form):
    """What is said of a position."""

    about = Choice("Process or topic")
    stand = Choice("Position", choices=STANDS)
    said_on = When("Voiced on", required="Give the date on which it was voiced.")
    sentence = Text("In a sentence", limit=2000, description="As they said it, or as we understood it.")
    source = Line("Source", limit=1000, description="Who heard it, or where it can be read.")
    marking = MarkingChoice()

    def facts(self) -> PositionFacts:
        """What was said."""
        process, topic = process_and_topic(self.about.data)
        return PositionFacts(
            process=process,
            topic=topic,
            stand=Stand(self.stand.data),
            said_on=self.said_on.data or "",
            marking=self.marking.data,
            sentence=self.sentence.data or "",
            source=self.source.data or "",
        )


class PositionForm(SaidOfPosition):
    """A position as it was voiced; the older ones stay beside it."""

    makes = True
    where = Choice(
        "Where it was voiced",
        empty="Outside any dialogue: our desk’s file of contacts",
        description="Whoever is read in there, and cleared for the marking, may know it.",
    )


class CorrectPositionForm(SaidOfPosition):
    """What a position should have said, and why the other was wrong."""

    because = Line(
        "What was wrong", limit=1000, required="Say what was wrong: it is shown beside the struck one."
    )


class SaidOfAccession(Form):
    """What is said of an accession."""

    convention = Choice("Convention")
    bond = Choice("Accession", choices=[(bond.value, label) for bond, label in BOND_WORDS.items()])
    since = When("Since", required="Give the date since when.", description="A year will do: 2011.")
    sentence = Text("In a sentence", limit=2000, description="For instance a reservation or declaration.")
    source = Line("Source", limit=1000, description="Everybody in this office reads it: a public source.")

    def facts(self) -> AccessionFacts:
        """What was said."""
        return AccessionFacts(
            convention=self.convention.data,
            bond=Bond(self.bond.data),
            since=self.since.data or "",
            sentence=self.sentence.data or "",
            source=self.source.data or "",
        )


class AccessionForm(SaidOfAccession):
    """A step towards a convention; the older ones stay beside it."""

    makes = True


class CorrectAccessionForm(SaidOfAccession):
    """What an entry should have said, and why the other was wrong."""

    because = Line(
        "What was wrong", limit=1000, required="Say what was wrong: it is shown beside the struck one."
    )
