"""The letter around an invitation: what, when in both capitals, where, and how to answer, as text and as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from app.domain.guest import Method


@dataclass(frozen=True)
class AboutSitting:
    """What a letter may say; everything but `whole` is empty where its marking may not travel by mail.

    `when` are lines such as “09:00–12:00 Brussels (UTC+1)”; `answer_at` and `page` are addresses, empty where there
    is nothing to answer.
    """

    guest: str
    office: str
    title: str
    day: str = ""
    when: tuple[str, ...] = ()
    place: str = ""
    marking: str = ""
    join_at: str = ""
    answer_at: str = ""
    because: str = ""


def begins(method: Method, first: bool, taken_off: bool, postponed: bool) -> tuple[str, str]:
    """The word before the subject, and the first sentence."""
    if method is Method.ASK:
        return "Which time suits you", "asks which of these times suit you, for:"
    if method is Method.REQUEST:
        return ("Invitation", "invites you to:") if first else ("Changed", "tells you of a change:")
    if taken_off:
        return "Cancelled", "lets you know that you are no longer expected at:"
    if postponed:
        return "Postponed", "has to postpone, until a new day is found:"
    return "Cancelled", "has to cancel:"


def worded(about: AboutSitting, word: str, sentence: str) -> tuple[str, str, str]:
    """Subject, text and HTML of the letter; all three say the same."""
    subject = ": ".join([word, ", ".join(part for part in (about.title, about.day) if part)])
    facts = [about.title, *(part for part in (about.day, *about.when, about.place) if part)]
    after = [f"The reason: {about.because}"] if about.because else []
    links = [
        (label, link)
        for label, link in (
            ("Join by video:", about.join_at),
            ("Answer here; no account is needed:", about.answer_at),
        )
        if link
    ]
    return (
        subject,
        as_text(about, sentence, facts, after, links),
        as_html(about, sentence, facts, after, links),
    )


def as_text(
    about: AboutSitting,
    sentence: str,
    facts: Sequence[str],
    after: Sequence[str],
    links: Sequence[tuple[str, str]],
) -> str:
    """The letter for programs that show text."""
    head = [about.marking, ""] if about.marking else []
    said = [
        f"Dear {about.guest},",
        "",
        f"{about.office} {sentence}",
        "",
        *(f"    {fact}" for fact in facts),
        "",
    ]
    ends = [line for label, link in links for line in (label, link, "")]
    return "\n".join([*head, *said, *(line for each in after for line in (each, "")), *ends]).rstrip() + "\n"


def as_html(
    about: AboutSitting,
    sentence: str,
    facts: Sequence[str],
    after: Sequence[str],
    links: Sequence[tuple[str, str]],
) -> str:
    """The same for programs that show pages; nothing in it is loaded from anywhere."""
    marking = f"<p><strong>{escape(about.marking)}</strong></p>" if about.marking else ""
    first, *others = (escape(fact) for fact in facts)
    lines = "<br>".join([f"<strong>{first}</strong>", *others])
    words = "".join(f"<p>{escape(each)}</p>" for each in after)
    ends = "".join(
        f'<p>{escape(label)}<br><a href="{escape(link)}">{escape(link)}</a></p>' for label, link in links
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>'
        f"{escape(about.title)}</title></head><body>{marking}<p>Dear {escape(about.guest)},</p>"
        f"<p>{escape(about.office)} {escape(sentence)}</p><blockquote>{lines}</blockquote>{words}{ends}</body></html>"
    )
