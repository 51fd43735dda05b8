"""A joint statement: the chain of its versions, who has it, and how it comes to be agreed or not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.brackets import Reading
from app.domain.errors import RuleBroken
from app.domain.open_points import how_many
from app.domain.stated_date import full

LONGEST = 100_000
"""Characters of a text, some forty pages."""
MOST_PARAGRAPHS = 1_000
"""Paragraphs and headings of a text; a paper of more takes too long to set."""


class State(StrEnum):
    """Where a joint statement stands."""

    DRAFTED = "drafted"
    WITH_PARTNER = "with the partner"
    WITH_US = "with us"
    AD_REFERENDUM = "agreed ad referendum"
    AGREED = "agreed"
    BROKEN_OFF = "broken off"


class Move(StrEnum):
    """What brings it on. The first three come with a version, the others are of the last one."""

    DRAFT = "drafted"
    SEND = "sent"
    RECEIVE = "received"
    AGREE_AD_REFERENDUM = "agree-ad-referendum"
    AGREE = "agree"
    GO_BACK = "go-back"
    BREAK_OFF = "break-off"
    TAKE_UP = "take-up"


VERSIONS = frozenset({Move.DRAFT, Move.SEND, Move.RECEIVE})
"""How a version comes: drafted by us, sent to the partner, received from them."""
OF_THE_TEXT = {Move.DRAFT: State.DRAFTED, Move.SEND: State.WITH_PARTNER, Move.RECEIVE: State.WITH_US}
OPEN = frozenset({State.DRAFTED, State.WITH_PARTNER, State.WITH_US})
"""While it stands here, its text may still change."""
BETWEEN_SIDES = {Move.AGREE_AD_REFERENDUM: State.AD_REFERENDUM, Move.AGREE: State.AGREED}

MOVES: dict[State, dict[Move, State]] = {
    State.DRAFTED: {**OF_THE_TEXT, Move.BREAK_OFF: State.BROKEN_OFF},
    State.WITH_PARTNER: {**OF_THE_TEXT, **BETWEEN_SIDES, Move.BREAK_OFF: State.BROKEN_OFF},
    State.WITH_US: {**OF_THE_TEXT, **BETWEEN_SIDES, Move.BREAK_OFF: State.BROKEN_OFF},
    State.AD_REFERENDUM: {Move.AGREE: State.AGREED, Move.GO_BACK: State.WITH_US, Move.BREAK_OFF: State.BROKEN_OFF},
    State.AGREED: {},
    State.BROKEN_OFF: {Move.TAKE_UP: State.WITH_US},
}  # fmt: skip
"""From where to where. What we drafted has to be with the partner before it can be agreed."""

NEEDED: dict[Move, dict[str, str]] = {
    Move.DRAFT: {},
    Move.SEND: {"on": "Say on which day it was sent."},
    Move.RECEIVE: {"on": "Say on which day it was received."},
    Move.AGREE_AD_REFERENDUM: {
        "on": "Say on which day it was agreed.",
        "for_us": "Say who agreed for us.",
        "for_them": "Say who agreed for them.",
        "waits_for": "Say whose confirmation is still needed. If nobody’s is, it is agreed for good.",
    },
    Move.AGREE: {
        "on": "Say on which day it was confirmed.",
        "for_us": "Say who confirmed it for us.",
        "for_them": "Say who confirmed it for them.",
    },
    Move.GO_BACK: {"on": "Say on which day.", "word": "Say who objects, and to what."},
    Move.BREAK_OFF: {"word": "Say why there is no agreed text."},
    Move.TAKE_UP: {"word": "Say why it is taken up again."},
}
"""What has to be said of each move, and the sentence for whoever left it out."""

FROZEN = {
    State.AD_REFERENDUM: "This text is agreed ad referendum and is not changed. If a side objects, go back first.",
    State.AGREED: "This text is agreed and is not changed any more. What differs now belongs into another statement.",
    State.BROKEN_OFF: "The talks on this text were broken off. Take it up again first.",
}


def after(state: State, move: Move) -> State:
    """Where it stands then; RuleBroken (without a field) where there is no such way."""
    to = MOVES[state].get(move)
    if to is not None:
        return to
    if move in VERSIONS and state in FROZEN:
        raise RuleBroken("", FROZEN[state])
    if state is State.DRAFTED and move in BETWEEN_SIDES:
        raise RuleBroken(
            "", "The partner does not have this draft yet. Record that it was sent, then what was agreed."
        )
    raise RuleBroken("", f"A joint statement that is {state} cannot take this step.")


def may_be_agreed(reading: Reading) -> None:
    """Lets a text be agreed; RuleBroken (without a field) while brackets are open in it or lack their other half."""
    number = how_many(reading)
    if number:
        points = "1 point is" if number == 1 else f"{number} points are"
        raise RuleBroken(
            "", f"{points} still open in brackets. Record a version without them, then agree on it."
        )
    if not reading.balanced:
        raise RuleBroken("", f"{reading.troubles[0].sentence} Record a version without it, then agree on it.")


def not_too_many(reading: Reading) -> None:
    """RuleBroken on `text` for one with more paragraphs than a text can have."""
    if len(reading.paragraphs) > MOST_PARAGRAPHS:
        raise RuleBroken(
            "text",
            f"This has {len(reading.paragraphs):,} paragraphs; a text has at most {MOST_PARAGRAPHS:,}.",
        )


def balanced(reading: Reading) -> None:
    """Lets a text of ours in; RuleBroken on `text` with the places of brackets that lack their other half."""
    if not reading.balanced:
        lost = len(reading.unclosed) + len(reading.stray)
        told = " ".join(trouble.sentence for trouble in reading.troubles[:3])
        raise RuleBroken("text", told if lost <= 3 else f"{told} There are {lost - 3} more.")


@dataclass(frozen=True)
class MoveFacts:
    """What is said of a move: its day, who agreed on each side, whose confirmation is still missing, and a sentence."""

    on: date | None = None
    for_us: str = ""
    for_them: str = ""
    waits_for: str = ""
    word: str = ""


def needs(move: Move, facts: MoveFacts) -> None:
    """RuleBroken at the field that a move cannot be without."""
    for field, message in NEEDED[move].items():
        value = getattr(facts, field)
        if value is None or (isinstance(value, str) and not value.strip()):
            raise RuleBroken(field, message)


def not_ahead(day: date | None, today: date) -> date | None:
    """The day, if it is not still to come; RuleBroken on `on`."""
    if day is not None and day > today:
        raise RuleBroken("on", "This day is still to come. Record it once it has happened.")
    return day


def standing_line(
    state: State,
    number: int,
    how: Move,
    on: date | None,
    names: tuple[str, str],
    agreed: MoveFacts | None = None,
) -> str:
    """The line on top of the paper: which draft of which day, and whether it is agreed; `names` are ours and theirs."""
    if agreed is not None and agreed.on is not None and state is State.AGREED:
        return f"Agreed on {full(agreed.on)} (version {number})"
    if agreed is not None and agreed.on is not None and state is State.AD_REFERENDUM:
        waits = f", subject to confirmation by {agreed.waits_for}" if agreed.waits_for else ""
        return f"Agreed ad referendum on {full(agreed.on)} (version {number}){waits}"
    ours, theirs = names
    day = f" on {full(on)}" if on is not None else ""
    came = {Move.SEND: f"sent to {theirs}", Move.RECEIVE: f"received from {theirs}"}.get(
        how, f"drafted by {ours}"
    )
    end = "; talks broken off" if state is State.BROKEN_OFF else ""
    return f"Draft {number}, {came}{day}, not agreed{end}"
