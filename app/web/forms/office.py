"""Forms about the office: the rules by which it judges."""

from app.domain.house_rules import BOUNDS, NAMES, USUAL, HouseRules
from app.web.forms.base import Form
from app.web.forms.fields import Number


def counted(label: str, name: str, words: str) -> Number:
    """The number of one rule, within its bounds."""
    least, most = BOUNDS[name]
    return Number(label, lowest=least, highest=most, description=f"{words} Usually {getattr(USUAL, name)}.")


class RulesForm(Form):
    """The days and counts by which the office judges; what is left empty is as usual."""

    soon_days = counted("Due soon: days", "soon_days", "What falls due within so many days.")
    waiting_days = counted(
        "Waiting for long: days",
        "waiting_days",
        "A follow-up waits on the partner for more than so many days.",
    )
    still_days = counted(
        "Without movement: days", "still_days", "Nothing moved on a follow-up, and nobody reviewed it."
    )
    late_days = counted(
        "To the heads of desk: days late",
        "late_days",
        "A follow-up that is late by more than this stands in the digests of the heads of its desk.",
    )
    carried_times = counted(
        "To the heads of desk: times carried over",
        "carried_times",
        "From this time on a commitment that is carried over is one for the head of desk.",
    )
    dormant_months = counted(
        "Dormant: months",
        "dormant_months",
        "A dialogue had no round for more than this, and none is planned.",
    )
    grace_months = counted(
        "Grace of a cadence: months", "grace_months", "So much later than the cadence says is still kept."
    )
    clearance_days = counted(
        "Reminder of a clearance: working days",
        "clearance_days",
        "So many working days before its deadline, whoever has not answered is written to once more.",
    )

    def rules(self) -> HouseRules:
        """The rules as they were given."""
        given = {name: self[name].data for name in NAMES}
        return HouseRules(**{name: number for name, number in given.items() if number is not None})
