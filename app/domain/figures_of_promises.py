"""Figures about commitments: their age, what became of them, how often they were carried."""

from datetime import date
from statistics import median

from app.domain.commitment import CommitmentStatus, OwedBy
from app.domain.figure import Figure, split
from app.domain.house_rules import HouseRules, days, nth
from app.domain.report import Scope, Snapshot, narrowed

OUTCOMES = {
    "kept": CommitmentStatus.KEPT,
    "partly-kept": CommitmentStatus.PARTLY_KEPT,
    "not-kept": CommitmentStatus.NOT_KEPT,
    "overtaken": CommitmentStatus.OVERTAKEN,
    "dropped": CommitmentStatus.DROPPED,
}


def age(found: Snapshot) -> Figure:
    """The median age of our open commitments, in days on the day of the report."""
    ours = [p for p in found.promises if p.owed_by is OwedBy.OURS and p.is_live]
    ages = sorted((found.day - p.agreed_on).days for p in ours if p.agreed_on is not None)
    return Figure(
        "age",
        "Median age of our open commitments",
        days(round(median(ages))) if ages else "none open",
        "From the day on which it was said to the day of the report, over our own live commitments; half of them are "
        "older. Without a day none has an age.",
        split(
            ours,
            (
                ("dated", "open, the day is known", lambda p: p.agreed_on is not None),
                ("no-day", "open, no day known", lambda p: True),
            ),
        ),
    )


def fell_due(snapshot: Snapshot, scope: Scope) -> Figure:
    """What became of our commitments whose working date is past; the period is that of the date."""
    by_date = Scope(
        partner_id=scope.partner_id,
        region=scope.region,
        topic=scope.topic,
        observed=scope.observed,
        regions=scope.regions,
    )
    due = [
        p
        for p in narrowed(snapshot, by_date).promises
        if p.owed_by is OwedBy.OURS and is_past(p.due, snapshot.day) and scope.takes_day(p.due)
    ]
    parts = split(
        due,
        (
            *(
                (code, str(status), lambda p, status=status: p.status is status)
                for code, status in OUTCOMES.items()
            ),
            ("open", "still open", lambda p: True),
        ),
    )
    return Figure(
        "due",
        "Our commitments that fell due",
        f"{parts[0].number} of {len(due)} kept" if due else "none fell due",
        "Ours, with a working date before the day of the report (and in the period, if one is asked for). What has no "
        "date never falls due.",
        parts,
    )


def is_past(due: date | None, day: date) -> bool:
    """True for a date that lies before the day."""
    return due is not None and due < day


def carried(found: Snapshot, rules: HouseRules) -> Figure:
    """What was carried over so often that it is one for the head of desk."""
    often = [p for p in found.promises if p.is_live and p.times_carried >= rules.carried_times]
    time = nth(rules.carried_times)
    return Figure(
        "carried",
        f"Carried over the {time} time or more",
        str(len(often)),
        f"Live commitments of either side that were taken along into a next round {rules.carried_times} times or more.",
        split(
            often,
            (
                ("ours", "ours", lambda p: p.owed_by is OwedBy.OURS),
                ("joint", "joint", lambda p: p.owed_by is OwedBy.JOINT),
                ("theirs", "theirs and others’", lambda p: True),
            ),
        ),
    )


def promised(found: Snapshot) -> Figure:
    """What was promised, by whom."""
    return Figure(
        "promised",
        "Commitments on record",
        str(len(found.promises)),
        "By the day on which they were said, whatever became of them. Two records of one promise that were joined "
        "count once.",
        split(
            found.promises,
            (
                ("ours", "ours", lambda p: p.owed_by is OwedBy.OURS),
                ("theirs", "theirs", lambda p: p.owed_by is OwedBy.THEIRS),
                ("joint", "joint", lambda p: p.owed_by is OwedBy.JOINT),
                ("others", "others’", lambda p: True),
            ),
        ),
    )
