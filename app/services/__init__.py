"""What people do: one function per act, each given the unit of work."""

from app.services import sign_in as sign_in
