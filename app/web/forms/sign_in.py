"""The forms at the door."""

from wtforms import EmailField, PasswordField
from wtforms.validators import InputRequired, Length

from app.web.forms.base import Form
from app.web.forms.fields import Choice, Line


class SignInForm(Form):
    """E-mail address and password."""

    keeps_drafts = False
    email = EmailField("E-mail address", [InputRequired("Type your e-mail address."), Length(max=254)])
    password = PasswordField("Password", [InputRequired("Type your password."), Length(max=1000)])


class NewPasswordForm(Form):
    """A password for an account that has none yet, or gets another."""

    keeps_drafts = False
    password = PasswordField("Password", [InputRequired("Choose a password."), Length(max=1000)])
    again = PasswordField(
        "The same password again", [InputRequired("Type the password again."), Length(max=1000)]
    )


class SetUpForm(NewPasswordForm):
    """The office and its first administrator."""

    office_name = Line("Name of the desk or office", limit=120, required="Give the office a name.")
    own_side = Choice("Whose chair is it? (your own side)")
    zone = Choice("Time zone of the office")
    name = Line("Your name", limit=120, required="Type your name.")
    email = EmailField("Your e-mail address", [InputRequired("Type your e-mail address."), Length(max=254)])
