"""Forms about meetings: planned, and revised."""

from dataclasses import replace

from app.domain.meeting import MeetingKind
from app.domain.sitting import Logged, MeetingFacts
from app.web.clashes import Minding
from app.web.forms.fields import Choice, Line
from app.web.forms.sittings import SittingForm, web_address, why, words


class MeetingForm(SittingForm):
    """One sitting."""

    kind = Choice("Kind", choices=words(MeetingKind))
    link = Line("Link to join", limit=500)

    def facts(self) -> MeetingFacts:
        """What was said; RuleBroken on `link` for an address that is not one of the web."""
        return MeetingFacts(
            **self.shared(), kind=MeetingKind(self.kind.data), link=web_address(self.link.data)
        )


class PlanMeetingForm(Minding, MeetingForm):
    """A meeting that lies ahead: of a round, between rounds, or outside any dialogue."""

    makes = True
    more = ("zone", "twice", "level", "chatham_house", "summary", "link")
    partner = Line("With whom", required="Choose the partner. A name will do, or a dialogue’s.")
    dialogue = Choice("Dialogue", empty="None: contacts outside any dialogue")
    round = Choice("Round", empty="Between rounds")

    def planned(self, partner_ref: str, dialogue_ref: str) -> Logged:
        """What was said, with where it belongs."""
        return Logged(self.facts(), partner_ref, dialogue_ref, self.round.data or "")


class ReviseMeetingForm(Minding, MeetingForm):
    """A meeting that is on record."""

    more = ("zone", "twice", "level", "chatham_house", "link", "because")
    because = why()

    def facts(self) -> MeetingFacts:
        """What was said, and why it changes."""
        return replace(super().facts(), because=self.because.data or "")
