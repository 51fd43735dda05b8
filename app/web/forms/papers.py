"""The form of a paper that is sealed."""

from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from app.domain.errors import RuleBroken
from app.web.forms.base import Form


class SealForm(Form):
    """A password for one file; it is kept nowhere."""

    keeps_drafts = False
    password = PasswordField("Password of the file", [InputRequired("Choose a password."), Length(max=1000)])
    again = PasswordField("The password again", [InputRequired("Type it again."), Length(max=1000)])

    def chosen(self) -> str:
        """The password; RuleBroken on `again` if it was typed in two ways."""
        if self.password.data != self.again.data:
            raise RuleBroken("again", "The two are not the same.")
        return self.password.data or ""
