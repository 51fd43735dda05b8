"""A subscription of things to do: one's own follow-ups as programs with lists of tasks show them (RFC 5545)."""

from collections.abc import Sequence
from datetime import date

from icalendar import Todo as CalendarTodo

from app.documents.calendar import LONG_AGO, begun, joined, plain, said
from app.domain.step_entry import Todo

NOTHING_TO_DO = ("4c7f2d0e-8a41-4f6b-b0d5-2f2c5f3f9a10", "Nothing to do")
"""The notice that stands in an empty list: its unique identifier, made once, and its words."""


def things_to_do(name: str, todos: Sequence[Todo], notice: str = "") -> bytes:
    """A subscription of things to do: the same ones, in any order, give the same bytes; never empty."""
    ordered = sorted(todos, key=lambda each: (each.due or date.max, each.uid))
    uid, words = NOTHING_TO_DO
    written_ones = [bytes(todo(each).to_ical()) for each in ordered]
    return joined(begun(name), written_ones or [said(uid, notice or words, LONG_AGO)])


def todo(each: Todo) -> CalendarTodo:
    """One thing to do as a VTODO (RFC 5545, section 3.6.2)."""
    found = CalendarTodo()
    always = {
        "UID": each.uid, "DTSTAMP": each.changed, "CREATED": each.created, "LAST-MODIFIED": each.changed,
        "SEQUENCE": each.sequence, "SUMMARY": plain(each.title), "STATUS": each.status,
        "PERCENT-COMPLETE": each.percent, "CLASS": "PRIVATE",
    }  # fmt: skip
    perhaps = {"DUE": each.due, "COMPLETED": each.completed, "URL": plain(each.url)}
    for name, value in (*always.items(), *((name, value) for name, value in perhaps.items() if value)):
        found.add(name, value)
    return found
