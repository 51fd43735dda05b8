"""No word of what is left out of a paper stands in any form of it: random records, random markings, every file.

In CI each of the seven papers is made from 286 random records for each of the two files: 4,004 examples, of which 2,002
are looked through as PDF (every object and stream, metadata, bookmarks, the text as it is read) and 2,002 as DOCX (every
part of the package, properties and notes), and each of the 4,004 as HTML, Markdown, plain text and as the plain paper
itself. That takes some 130 seconds of one core. On a desk 30 do for each. The markings of every paragraph, commitment,
name, attachment, position, sentence of the past and dialogue are drawn for themselves.
"""

import io
import os
import re
import zipfile
from dataclasses import replace
from datetime import date
from itertools import count

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.documents import readout_docx, readout_html, readout_markdown, readout_pdf, readout_text
from app.domain.commitment import OwedBy
from app.domain.fixed_words import ENGLISH
from app.domain.meeting import Voice
from app.domain.paper import CommitmentLine, DelegationSheet, Fact, Paper, PaperParagraph, Person, Section
from app.domain.papers.cut import highest
from app.domain.papers.fills import read_by
from app.domain.papers.kinds import TEMPLATES, PaperKind, Part, arranged
from app.domain.papers.made import Made, Wish, make
from app.domain.papers.on_topic import LeftOver, OnTopic, Said, Stood
from app.domain.papers.readout_parts import laid_out, left_out_by
from app.domain.papers.record import (
    Attached,
    Event,
    Item,
    Noted,
    Promised,
    Record,
    Series,
    Side,
    Source,
    Step,
)
from app.domain.papers.record import Words as Note
from app.domain.papers.statement import Statement
from tests.documents.test_readout_pdf import text_of

RANKS = st.integers(0, 3)
EXAMPLES = 286 if os.environ.get("CI") else 30
MADE = [kind for kind in PaperKind if kind not in {PaperKind.READOUT, PaperKind.PUBLIC}]
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
        return Noted(draw(VOICES), words.new(marking), marking, by=words.new(marking))

    def promised() -> Promised:
        marking = rank()
        line = CommitmentLine(words.new(marking), words.new(marking), words.new(marking), words.new(marking))
        return Promised(line, draw(st.sampled_from(list(OwedBy))), marking=marking)

    def person(least: int) -> Person:
        own = rank(least)
        return Person(*(words.new(own, person=True) for _ in range(4)), marking=own)

    def side() -> Side:
        marking = rank()
        people = tuple(person(marking) for _ in range(draw(st.integers(0, 2))))
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
            *(words.new(marking) for _ in range(4)),
        )

    def topic() -> OnTopic:
        marking = rank(0)
        stands, said = rank(marking), rank(marking)
        return OnTopic(
            words.new(marking),
            (Stood(words.new(stands), words.new(stands), stands),),
            (Said(draw(VOICES), words.new(said), words.new(said), draw(st.booleans()), said),),
            draw(st.booleans()),
            marking,
        )

    def file() -> Attached:
        marking = rank()
        return Attached(*(words.new(marking) for _ in range(4)), marking)

    def series() -> Series:
        marking = rank(0)
        rhythm, last, ahead = rank(marking), rank(marking), rank(marking)
        return Series(
            words.new(marking), Note(words.new(rhythm), rhythm), event(last), event(ahead), marking=marking
        )

    def marked(make_one):
        own = rank()
        return make_one(own)

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
        stands=some(lambda: marked(lambda m: Stood(words.new(m), words.new(m), m))),
        steps=some(
            lambda: marked(lambda m: Step(words.new(m), words.new(m), words.new(m), words.new(m), m, words.new(m)))
        ),
        topics=some(topic), files=some(file), series=some(series), contacts=some(side),
        left_over=some(lambda: marked(lambda m: LeftOver(words.new(m), words.new(m), m))),
        known=some(lambda: marked(lambda m: Note(words.new(m), m))), also=(Fact(words.new(base), words.new(base)),),
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


@pytest.mark.parametrize("file", ["pdf", "docx"])
@pytest.mark.parametrize("kind", MADE)
@given(records(), RANKS, st.booleans())
@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
def test_what_is_hidden_is_in_no_form_of_the_paper_and_is_told_beside_it(
    kind, file, made_up, ceiling, theirs_first
):
    record, words = made_up
    made = make(kind, record, Wish(ceiling, theirs_first), label)
    forms = [
        repr(made.paper),
        readout_html.render(made.paper),
        readout_text.render(made.paper),
        readout_markdown.render(made.paper),
        *(streams_of_pdf(made.paper) if file == "pdf" else parts_of_docx(made.paper)),
    ]
    secret = hidden(words, record, ceiling, made)
    for form in forms:
        assert not secret & set(re.findall(r"q[a-j]{5}x", form))
    assert made.marking <= ceiling
    if not made.left_out:
        assert highest(read_by(record, TEMPLATES[kind].parts)) <= ceiling


def said_of(notes):
    """Notes as paragraphs."""
    return tuple(PaperParagraph(note.text) for note in notes)


@given(records(), RANKS, st.lists(st.booleans(), min_size=4, max_size=4), st.permutations(range(4)))
@settings(max_examples=EXAMPLES)
def test_a_part_that_the_house_takes_out_of_its_readouts_is_in_no_form_of_them(
    made_up, ceiling, shown, order
):
    record, _ = made_up
    whole = Paper(
        "Readout", "ref", record.dated, 1,
        delegations=tuple(side.sheet for side in record.sides),
        sections=(Section("Points", paragraphs=said_of(record.notes)),) if record.notes else (),
        commitments=tuple(one.line for one in record.promised),
        sources=tuple(source.said for source in record.sources),
    )  # fmt: skip
    parts = [replace(TEMPLATES[PaperKind.PUBLIC].parts[at], shown=shown[at]) for at in order]
    said = {
        "people": repr(whole.delegations), "text": repr(whole.sections), "promised": repr(whole.commitments),
        "sources": repr(whole.sources),
    }  # fmt: skip
    paper = laid_out(whole, parts, ENGLISH)
    told = {out.what for out in left_out_by(whole, parts, ENGLISH)}
    for part in parts:
        words = set(re.findall(r"q[a-j]{5}x", said[part.key]))
        for form in (repr(paper), readout_html.render(paper), readout_text.render(paper)):
            found = set(re.findall(r"q[a-j]{5}x", form))
            assert words <= found if part.shown else not words & found
        assert (part.heading in told) == (not part.shown and bool(words))


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
