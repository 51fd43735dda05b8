"""Where in a sentence something is undertaken: a form of words, who stands before it, nothing that takes it back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.commitment import OwedBy
from app.domain.reading.forms import FORMS, Form
from app.domain.reading.found import Around
from app.domain.reading.parties import EVENT_HEAD, Parties
from app.domain.reading.taken_back import LEADERS, NOT_DONE, OF_SAYING, ONCE, RELATIVE, WHICH, YEAR

ALSO_DOES = re.compile(
    r"(?:,|\band|\bbut)\s+(?:(?:also|further|both|then|\w+ly|in addition)\s+)*$", re.IGNORECASE
)
"""Before a second verb of the same subject."""

QUOTED = re.compile(r"[“\"«„][^”\"»“]{25,}(?:[”\"»“]|$)")
OF_ONE = re.compile(r"\b(?:I|my|me|we|our|us)\b", re.IGNORECASE)
"""In a quotation: somebody speaks for himself."""

AHEAD = re.compile(r"\b(?:will|shall|would|is)\b")
"""Without one of these words nothing is set ahead; the quick look saves the long one."""

INTENDED = re.compile(r"\b(?:intentions?|intent|readiness|willingness|desire)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hit:
    """A form found in a sentence: where its words begin, where the act begins, who is before it."""

    form: Form
    start: int
    act: int
    owed_by: OwedBy
    name: str
    intended: bool = False


def hits(text: str, parties: Parties, around: Around) -> Iterator[Hit]:
    """The forms in a sentence, each place once, the earliest first; what is taken back by its words is left out."""
    quoted = [(found.start(), found.end()) for found in QUOTED.finditer(text) if OF_ONE.search(found[0])]
    places = sorted(
        (
            (found, form)
            for form in FORMS
            if not form.whole or AHEAD.search(text)
            for found in form.pattern.finditer(text)
        ),
        key=lambda pair: (pair[0].start(), FORMS.index(pair[1])),
    )
    reached = -1
    for found, form in places:
        if found.start() < reached or any(a <= found.start() < b for a, b in quoted):
            continue
        hit = taken(text, found, form, parties, around)
        if hit is not None:
            reached = max(found.end(), hit.act) + 1
            yield hit


def taken(text: str, found: re.Match[str], form: Form, parties: Parties, around: Around) -> Hit | None:
    """The form as a hit, None if the words before or after it take it back."""
    before = text[: found.start()]
    clause = before[max(before.rfind(";"), before.rfind(": ")) + 1 :]
    if RELATIVE.search(clause) or recalled(before, around):
        return None
    subject, intended = parties.subject(before), bool(INTENDED.search(found[0]))
    if NOT_DONE.search(clause) and not (subject and text[: subject.start].rstrip().endswith(",")):
        return None
    if form.whole:
        act = re.search(r"\b(?:will|shall|would|is)\b", found[0])
        return Hit(form, found.start(), found.start() + (act.start() if act else 0), OwedBy.JOINT, "")
    if subject is None:
        if ALSO_DOES.search(before) and not form.first:
            far = parties.first(clause)
            owed_by = far.owed_by if far else OwedBy.JOINT
            name = far.words if far and owed_by is not OwedBy.JOINT else ""
            return (
                Hit(form, found.start(), found.end(), owed_by, name, intended)
                if far or not form.strict
                else None
            )
        if form.strict or EVENT_HEAD.search(before):
            return None
        return Hit(form, found.start(), found.end(), OwedBy.JOINT, "", intended)
    if tells_of_a_thing(text[: subject.start]) or (form.first and subject.start > 0):
        return None
    name = "" if subject.owed_by is OwedBy.JOINT else subject.words
    return Hit(form, subject.start, found.end(), subject.owed_by, name, intended)


def tells_of_a_thing(before: str) -> bool:
    """True if the clause only says which thing is meant: “the measures that they agreed to take”."""
    which = WHICH.search(before)
    return bool(RELATIVE.search(before) or (which and not OF_SAYING.fullmatch(which["noun"])))


def recalled(before: str, around: Around) -> bool:
    """True if the words before tell of an earlier occasion, or of leaders elsewhere."""
    if around.said_on is None:
        return bool(LEADERS.search(before) and YEAR.search(before))
    opening = ONCE.match(before)
    if opening and (opening["year"] is None or int(opening["year"]) < around.said_on.year):
        return True
    years = [int(year) for year in YEAR.findall(before)]
    return bool(LEADERS.search(before)) and any(year < around.said_on.year for year in years)
