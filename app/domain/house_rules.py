"""The days and counts by which the office judges: sensible from the start, an administrator may change them."""

from dataclasses import asdict, dataclass, fields

from app.domain.errors import RuleBroken


@dataclass(frozen=True)
class HouseRules:
    """What pages, reviews, digests and reminders go by; days are days of the calendar, but for `clearance_days`."""

    soon_days: int = 14
    """What falls due within so many days is due soon."""
    waiting_days: int = 60
    """A follow-up that waits on the partner for longer is looked at in the review."""
    still_days: int = 30
    """So does one on which nothing moved and which nobody reviewed for so long."""
    late_days: int = 14
    """A follow-up that is late by more than this is told to the heads of the desk."""
    carried_times: int = 3
    """The so-many-th time that a commitment is carried over, it goes to the head of desk."""
    dormant_months: int = 36
    """Without a round for so long, and none planned, a dialogue is dormant, if its cadence is not longer still."""
    grace_months: int = 3
    """So much later than the cadence says is still kept: calendars are full."""
    clearance_days: int = 1
    """So many working days before its deadline, whoever has not answered to a clearance is reminded."""

    def __post_init__(self) -> None:
        """RuleBroken on the field that is out of its bounds."""
        for name, number in asdict(self).items():
            least, most = BOUNDS[name]
            if not least <= number <= most:
                raise RuleBroken(name, f"Give a number from {least} to {most}.")


BOUNDS = {
    "soon_days": (1, 90),
    "waiting_days": (1, 730),
    "still_days": (1, 730),
    "late_days": (0, 365),
    "carried_times": (1, 20),
    "dormant_months": (1, 240),
    "grace_months": (0, 60),
    "clearance_days": (1, 10),
}
"""Per rule the least and the most that make sense."""

USUAL = HouseRules()
"""The rules of an office that changed none."""

NAMES = tuple(each.name for each in fields(HouseRules))

ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


def nth(number: int) -> str:
    """first, third, 12th."""
    return ORDINALS.get(number, f"{number}th")


def working_days(number: int) -> str:
    """1 working day, 3 working days."""
    return "1 working day" if number == 1 else f"{number} working days"


def days(number: int) -> str:
    """1 day, 14 days."""
    return "1 day" if number == 1 else f"{number} days"
