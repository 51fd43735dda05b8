"""Forms about partners and the people on their side."""

from wtforms import BooleanField

from app.domain.partner import ContactEntry, PartnerEntry
from app.domain.reference import PartnerKind
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Line, Text

KIND_WORDS = {
    PartnerKind.STATE: "State",
    PartnerKind.ORGANISATION: "International organisation",
    PartnerKind.REGIONAL_BODY: "Regional body",
    PartnerKind.GROUP: "Named group",
}


def listed(text: str | None) -> tuple[str, ...]:
    """What was written with commas or on lines between, each part once."""
    parts = (part.strip() for part in (text or "").replace("\n", ",").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


class PartnerForm(Form):
    """What is said of a partner."""

    makes = True
    short_name = Line(
        "Short name", limit=120, required="Give the partner a name.", description="As in a list: Japan."
    )
    code = Line(
        "Code",
        limit=20,
        required="Give a code.",
        description="ISO code of a state, or an organisation’s abbreviation.",
    )
    kind = Choice("Kind", choices=[(kind.value, label) for kind, label in KIND_WORDS.items()])
    formal_name = Line("Formal name", limit=200)
    native_name = Line("Name in its own script", limit=200)
    aliases = Line("Other names", limit=600, description="With commas between; search finds them.")
    regions = Choices("Regions")
    zones = Line("Time zones", limit=300, description="The capital’s first, for instance Asia/Tokyo.")
    languages = Line("Languages", limit=200, description="Codes with commas between, for instance ja, en.")
    capital = Line("Capital or seat", limit=120)
    note = Text("Note", limit=20_000)
    source = Line("Source", limit=500)

    def facts(self) -> PartnerEntry:
        """What was said."""
        return PartnerEntry(
            code=self.code.data or "",
            kind=PartnerKind(self.kind.data),
            short_name=self.short_name.data or "",
            formal_name=self.formal_name.data or "",
            native_name=self.native_name.data or "",
            aliases=listed(self.aliases.data),
            regions=tuple(self.regions.data or ()),
            zones=listed(self.zones.data),
            languages=listed(self.languages.data),
            capital=self.capital.data or "",
            note=self.note.data or "",
            source=self.source.data or "",
        )


class ContactForm(Form):
    """Who held which office, when."""

    makes = True
    name = Line("Name", limit=200, required="Type the name.")
    native_name = Line("Name in its own script", limit=200)
    office = Line("Office", limit=300)
    body = Line("Ministry or body", limit=200)
    email = Line("E-mail address", limit=254)
    since = Line("In office since", limit=60, description="As far as known: 2024, or June 2024.")
    until = Line("Until", limit=60)
    left = BooleanField("Has left this office")
    source = Line("Source", limit=500)

    def facts(self) -> ContactEntry:
        """What was said."""
        return ContactEntry(
            name=self.name.data or "",
            native_name=self.native_name.data or "",
            office=self.office.data or "",
            body=self.body.data or "",
            email=self.email.data or "",
            since=self.since.data or "",
            until=self.until.data or "",
            left=bool(self.left.data),
            source=self.source.data or "",
        )
