"""Forms about officers, desks and one's own account."""

from wtforms import BooleanField, EmailField, PasswordField
from wtforms.validators import InputRequired, Length

from app.domain.access import Role
from app.domain.digest import WEEKDAYS
from app.domain.officer import OfficerFacts
from app.web.forms.base import Form
from app.web.forms.fields import Choice, Choices, Hour, Line, MarkingChoice


class DeskForm(Form):
    """A desk's name."""

    name = Line("Name of the desk", limit=120, required="Give the desk a name.")


class OfficerForm(Form):
    """Who somebody is in the house."""

    name = Line("Name", limit=120, required="Type the officer's name.")
    email = EmailField(
        "E-mail address", [InputRequired("Type the officer's e-mail address."), Length(max=254)]
    )
    role = Choice("Role", choices=[(role.value, role.value.capitalize()) for role in Role])
    desk = Choice("Desk", empty="No desk")
    clearance = MarkingChoice("Cleared up to")

    def facts(self) -> OfficerFacts:
        """What was said of the officer."""
        return OfficerFacts(
            name=self.name.data or "",
            email=(self.email.data or "").strip(),
            role=Role(self.role.data),
            desk_ref=self.desk.data or "",
            clearance=int(self.clearance.data),
        )


class AccountForm(Form):
    """What somebody may change about their own account."""

    name = Line("Name", limit=120, required="Type your name.")
    zone = Choice("Your time zone", empty="The office's time zone")
    compact = BooleanField("Compact tables")


class DigestForm(Form):
    """When somebody wants to be told what waits for them."""

    days = Choices("Days", choices=list(enumerate(WEEKDAYS)))
    at = Hour("Hour", description="In your time zone. A day that is no working day counts for the next one.")


class PasswordForm(Form):
    """A new password, proved by the old one."""

    keeps_drafts = False
    old = PasswordField("Present password", [InputRequired("Type your present password."), Length(max=1000)])
    password = PasswordField("New password", [InputRequired("Choose a new password."), Length(max=1000)])
    again = PasswordField("The new password again", [InputRequired("Type it again."), Length(max=1000)])


class EmptyForm(Form):
    """An act without words: only its proof of origin."""

    keeps_drafts = False
