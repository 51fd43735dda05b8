"""No word of what is left out of a paper stands in any form of it: random records, random markings, every file."""

import io
import re
import zipfile
from datetime import date
from itertools import count

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents import readout_docx, readout_html, readout_markdown, readout_pdf, readout_text
from app.domain.commitment import OwedBy
from app.domain.meeting import Voice
from app.domain.paper import CommitmentLine, DelegationSheet, Paper, Person
from app.domain.papers.cut import highest
from app.domain.papers.kinds import TEMPLATES, PaperKind, Part, arranged
from app.domain.papers.made import Made, Wish, make
from app.domain.papers.record import (
    Event,
    Item,
    Noted,
    Promised,
    Record,
    Side,
    Source,
    Statement,
    Step,
    Stood,
)
from tests.documents.test_readout_pdf import text_of

RANKS = st.integers(0, 3)
VOICES = st.sampled_from(list(Voice))


class Words:
    """Nonsense words, each used once: which rank each was written at, and which the Chatham House Rule hides."""

    def __init__(self) -> None:
        self.serial = count()
        self.at: dict[str, int] = {}
        self.people: set[str] = set()

    def new(self, rank: int, person: bool = False) -> str:
        word = "q" + "".join("abcdefghij"[int(digit)] for digit in f"{next(self.serial):05}") + "x"
        self.at[word] = rank
        if person:
            self.people.add(word)
        return word


@st.composite
def records(draw: st.DrawFn) -> tuple[Record, Words]:
    """A record whose every text is a word of its own; what belongs to a thing is marked no lower than it."""
    words = Words()
    base = draw(RANKS)

    def rank(least: int = base) -> int:
        return max(least, draw(RANKS))

    def event(marking: int) -> Event:
        return Event(
            words.new(marking), words.new(marking), words.new(marking), words.new(marking), words.new(marking),
            words.new(marking), words.new(marking), chatham_house=draw(st.booleans()), marking=marking,
        )  # fmt: skip

    def noted(least: int) -> Noted:
        marking = rank(least)
        return Noted(draw(VOICES), words.new(marking), marking)

    def promised() -> Promised:
        marking = rank()
        line = CommitmentLine(words.new(marking), words.new(marking), words.new(marking), words.new(marking))
        return Promised(line, draw(st.sampled_from(list(OwedBy))), marking=marking)

    def side() -> Side:
        marking = rank()
        people = (Person(*(words.new(marking, person=True) for _ in range(4))),)
        sheet = DelegationSheet(
            words.new(marking, person=True), 3, (words.new(marking, person=True),), people
        )
        return Side(sheet, draw(st.booleans()), marking)

    def item() -> Item:
        marking = rank()
        return Item(
            words.new(marking),
            (words.new(marking),),
            tuple(noted(marking) for _ in range(2)),
            (promised(),),
            marking,
        )

    def some(make_one, most: int = 2):
        return tuple(make_one() for _ in range(draw(st.integers(0, most))))

    def statement() -> Statement:
        marking = rank()
        text = (
            f"{words.new(marking)}\n\n[EU: {words.new(marking)}] [{words.new(marking)} / {words.new(marking)}].\n\n"
            f"{words.new(marking)} ] {words.new(marking)}."
        )
        parties = (words.new(marking), words.new(marking))
        agreed = (words.new(marking, person=True),)
        return Statement(words.new(marking), text, words.new(marking), parties, agreed, marking=marking)

    sources = tuple(Source(words.new(marking), marking) for marking in draw(st.lists(RANKS, max_size=2)))
    whole = Record(
        event(base), words.new(base), "Japan", date(2026, 11, 28), items=some(item), notes=some(lambda: noted(base)),
        sides=some(side), before=some(lambda: event(rank(0))), sides_before=some(side), open=some(promised),
        promised=some(promised), sources=sources, next_said=words.new(base),
        stands=some(lambda: Stood(words.new(base), words.new(base), base)),
        steps=some(lambda: Step(words.new(base), words.new(base), words.new(base), words.new(base), base)),
        statement=statement() if draw(st.booleans()) else None,
    )  # fmt: skip
    return whole, words


def hidden(words: Words, record: Record, ceiling: int, made: Made) -> set[str]:
    """The words that may stand in no part of the paper."""
    found = {word for word, rank in words.at.items() if rank > ceiling}
    if record.event.chatham_house:
        found |= words.people & set(texts_of_sides(record.sides))
        found |= words.people & set(texts_of_sides(record.statement))
    if record.before and record.before[0].chatham_house:
        found |= words.people & set(texts_of_sides(record.sides_before))
    return found


def texts_of_sides(sides):
    """The words that name whoever was there."""
    return re.findall(r"q[a-j]{5}x", repr(sides))


def label(rank: int) -> str:
    return f"MARKED {rank}"


@given(records(), RANKS, st.sampled_from(list(PaperKind)), st.booleans())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_hidden_is_in_no_part_of_the_paper_and_is_told_beside_it(
    made_up, ceiling, kind, theirs_first
):
    record, words = made_up
    made = make(kind, record, Wish(ceiling, theirs_first), label)
    forms = [
        repr(made.paper),
        readout_html.render(made.paper),
        readout_text.render(made.paper),
        readout_markdown.render(made.paper),
    ]
    secret = hidden(words, record, ceiling, made)
    for form in forms:
        assert not secret & set(re.findall(r"q[a-j]{5}x", form))
    assert made.marking <= max(ceiling, 0)
    if not made.left_out:
        assert highest(record) <= ceiling


@given(records(), RANKS, st.sampled_from(list(PaperKind)))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_nor_in_any_byte_of_the_files(made_up, ceiling, kind):
    record, words = made_up
    made = make(kind, record, Wish(ceiling), label)
    secret = hidden(words, record, ceiling, made)
    for text in (*parts_of_docx(made.paper), *streams_of_pdf(made.paper)):
        assert not secret & set(re.findall(r"q[a-j]{5}x", text))


def parts_of_docx(paper: Paper) -> list[str]:
    """Every part of the package as text: the document, its properties, its notes, its headers."""
    with zipfile.ZipFile(io.BytesIO(readout_docx.render(paper))) as package:
        return [
            re.sub(r"<[^>]+>", "", package.read(name).decode("utf-8", "replace"))
            for name in package.namelist()
        ]


def streams_of_pdf(paper: Paper) -> list[str]:
    """The text as it is read, and every object: metadata, bookmarks, alternative texts, all streams unpacked."""
    body = readout_pdf.render(paper).pdf
    with pikepdf.open(io.BytesIO(body)) as pdf:
        found = [pdf.open_metadata().__str__()]
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes().decode("latin-1"))
            found.append(str(each) if not isinstance(each, pikepdf.Stream) else repr(dict(each)))
    return [text_of(body), *found]


def test_the_measure_itself_finds_what_is_not_hidden():
    word = "qaaaaax"
    record = Record(Event(word, summary=word), word, "Japan", date(2026, 11, 28))
    made = make(PaperKind.CONVERSATION, record, Wish(), label)
    assert any(word in text for text in parts_of_docx(made.paper))
    assert word in streams_of_pdf(made.paper)[0]
    assert word in readout_html.render(made.paper)


def test_the_measure_finds_every_word_of_a_joint_statement():
    text = "qaaaaax\n\n[EU: qaaaabx] [qaaaacx / qaaaadx]."
    said = Statement("qaaaaex", text, "qaaaafx", ("qaaaagx", "qaaaahx"), ("qaaaaix",))
    record = Record(Event("Round"), "", "Japan", date(2026, 11, 28), statement=said)
    paper = make(PaperKind.JOINT, record, Wish(), label).paper
    for text in (" ".join(parts_of_docx(paper)), streams_of_pdf(paper)[0], readout_text.render(paper)):
        assert set(re.findall(r"q[a-j]{5}x", text)) == {f"qaaaa{letter}x" for letter in "abcdefghi"}


@pytest.mark.parametrize("kind", list(PaperKind))
def test_a_house_may_rename_its_parts_change_their_order_and_leave_some_out(kind):
    shipped = TEMPLATES[kind].parts
    said = (
        Part(shipped[-1].key, "Renamed"),
        Part("of another version", "Nothing"),
        Part(shipped[0].key, "", shown=False),
    )
    found = arranged(kind, said)
    assert {part.key for part in found} == {part.key for part in shipped}
    if len(shipped) > 1:
        assert (found[0].heading, found[1].heading, found[1].shown) == ("Renamed", shipped[0].heading, False)
