"""A delegation list pasted from a letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.delegate_line import ParsedPerson
from app.domain.delegation import DelegateRole
from app.domain.delegation_list import ParsedSide, read_delegation, read_sides

P = ParsedPerson
HEAD, CO_HEAD, MEMBER = DelegateRole.HEAD, DelegateRole.CO_HEAD, DelegateRole.MEMBER
NOTES, INTERPRETER, OBSERVER = DelegateRole.NOTE_TAKER, DelegateRole.INTERPRETER, DelegateRole.OBSERVER


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Tanaka Hiroshi, Director, MOFA", P("Tanaka Hiroshi", "", "Director", "MOFA")),
        ("Tanaka, MOFA", P("Tanaka", "", "", "MOFA")),
        ("Tanaka Hiroshi — Director — MOFA", P("Tanaka Hiroshi", "", "Director", "MOFA")),
        ("Tanaka; Director; MOFA", P("Tanaka", "", "Director", "MOFA")),
        ("Tanaka Hiroshi: Director, MOFA", P("Tanaka Hiroshi", "", "Director", "MOFA")),
        ("Director: Tanaka Hiroshi", P("Tanaka Hiroshi", "", "Director")),
        (
            "1. Mr. Kim Gunn – Ambassador for International Cyber Affairs, MOFA (Head of delegation)",
            P("Kim Gunn", "", "Ambassador for International Cyber Affairs", "MOFA", HEAD),
        ),
        ("Tanaka, Director for Cyber, Digital and Trade, MOFA", P("Tanaka", "", "Director for Cyber, Digital and Trade", "MOFA")),
        ("Tanaka Hiroshi, Head of Unit", P("Tanaka Hiroshi", "", "Head of Unit")),
        ("TANAKA Hiroshi (田中 宏), Deputy Director, NCO", P("TANAKA Hiroshi", "田中 宏", "Deputy Director", "NCO")),
        ("Tanaka Hiroshi 田中 宏, MOFA", P("Tanaka Hiroshi", "田中 宏", "", "MOFA")),
        ("田中 宏、外務省", P("田中 宏", "", "", "外務省")),
        ("佐藤 花子（通訳）", P("佐藤 花子", role=INTERPRETER)),
        ("H.E. Mr. Kim Gunn", P("Kim Gunn")),
        ("Ms Anna Lind, MFA, note-taker", P("Anna Lind", "", "", "MFA", NOTES)),
        ("Dr. Anna Lind (MFA)", P("Dr. Anna Lind", "", "", "MFA")),
        ("Anna Lind, Cyber Desk (MFA)", P("Anna Lind", "", "Cyber Desk", "MFA")),
        ("Anna Lind, Agency for Cybersecurity (ACS)", P("Anna Lind", "", "", "Agency for Cybersecurity (ACS)")),
        ("Agency for Cybersecurity (ACS)", P("", "", "", "Agency for Cybersecurity (ACS)")),
        ("Anna Lind (Director)", P("Anna Lind", "", "Director")),
        ("Mr Tanaka (Head), Director (Cyber, Tokyo), MOFA", P("Tanaka", "", "Director (Cyber, Tokyo)", "MOFA", HEAD)),
        ("Ambassador Kim Gunn, Head of Cyber, MFA", P("Kim Gunn", "", "Ambassador, Head of Cyber", "MFA")),
        ("Amb. Kim Gunn", P("Kim Gunn", "", "Ambassador")),
        ("EU Member States (observers)", P("", "", "", "EU Member States", OBSERVER)),
        ("Japanese embassy", P("", "", "", "Japanese embassy")),
        ("Ministry of Foreign Affairs, Cyber Department", P("", "", "", "Ministry of Foreign Affairs, Cyber Department")),
        ("Head: Anna Lind, Head of Unit, EEAS", P("Anna Lind", "", "Head of Unit", "EEAS", HEAD)),
        ("Head of the EU delegation: Anna Lind", P("Anna Lind", role=HEAD)),
        ("Head of delegation – Anna Lind, Ambassador", P("Anna Lind", "", "Ambassador", "", HEAD)),
        ("Deputy Head of Delegation: Sato", P("Sato", "", "Deputy Head of Delegation")),
        ("• Kobayashi (interpreter)", P("Kobayashi", role=INTERPRETER)),
        ("a) Kobayashi", P("Kobayashi")),
        ("A. Kobayashi", P("A. Kobayashi")),
        ("Sato\tAnalyst\tNISC", P("Sato", "", "Analyst", "NISC")),
        ("3\tSato\t\tNISC\tobserver", P("Sato", "", "", "NISC", OBSERVER)),
        ("| Tanaka | Director | MOFA | Head of delegation |", P("Tanaka", "", "Director", "MOFA", HEAD)),
    ],
)  # fmt: skip
def test_one_line(line, person):
    assert read_delegation(line) == [person]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Director, MOFA", P("", "", "Director", "MOFA", doubt="No name is given.")),
        ("MOFA, Director", P("", "", "Director", "MOFA", doubt="No name is given.")),
        ("Director for Cyber", P("", "", "Director for Cyber", doubt="No name is given.")),
        ("Ambassador for Cyber", P("", "", "Ambassador for Cyber", doubt="No name is given.")),
        ("Interpreter", P(role=INTERPRETER, doubt="No name is given.")),
        ("Director Tanaka", P("Tanaka", "", "Director", doubt="Is “Tanaka” the name?")),
        ("Director-General Lee, MOFA", P("Lee", "", "Director-General", "MOFA", doubt="Is “Lee” the name?")),
        ("MOFA, Tanaka Hiroshi, Director", P("Tanaka Hiroshi", "", "Director", "MOFA", doubt="Is “Tanaka Hiroshi” the name?")),
        ("Smith, John, Director, FCDO", P("Smith, John", "", "Director", "FCDO", doubt="Are “Smith” and “John” one name, or two people?")),
        ("Tanaka, Sato, Kim", P("Tanaka", "", "Sato", "Kim", doubt="Are “Tanaka” and “Sato” one name, or two people?")),
        ("Tanaka, Sato", P("Tanaka", "", "", "Sato", doubt="Is “Sato” a body, or another person?")),
        ("Yamada Taro (TBC)", P("Yamada Taro", doubt="To be confirmed.")),
        ("(TBC)", P(doubt="No name is given. To be confirmed.")),
        ("J. Smith, FCDO, +44 20 1234 567, j@x.example", P("J. Smith", "", "", "FCDO", doubt="Not placed: +44 20 1234 567. Not placed: j@x.example.")),
        ("whoever else may wish to come along", P("whoever else may wish to come along", doubt="Is this a name?")),
        ("List of participants", P("List of participants", doubt="Is this a heading?")),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_kept_and_the_doubt_is_told(line, person):
    assert read_delegation(line) == [person]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Tanaka, MOFA; Sato, NISC", [P("Tanaka", "", "", "MOFA"), P("Sato", "", "", "NISC")]),
        ("Tanaka; Sato", [P("Tanaka"), P("Sato")]),
        ("Co-chairs: Tanaka; Kim", [P("Tanaka", role=CO_HEAD), P("Kim", role=CO_HEAD)]),
        ("MOFA: Tanaka, Sato Hanako", [P("Tanaka", "", "", "MOFA"), P("Sato Hanako", "", "", "MOFA")]),
        (
            "Tanaka and Sato, MOFA",
            [P(name, "", "", "MOFA", doubt="Two people stood on one line.") for name in ("Tanaka", "Sato")],
        ),
    ],
)
def test_several_people_on_one_line(line, people):
    assert read_delegation(line) == people


@pytest.mark.parametrize(
    ("heading", "side"),
    [
        ("Japan:", "Japan"), ("EU side", "EU"), ("Japanese delegation:", "Japanese"), ("The delegation of Japan", "Japan"),
        ("Delegation of the European Union (5 members):", "European Union"), ("Japan (24):", "Japan"), ("日本側：", "日本"),
        ("Европейский Союз:", "Европейский Союз"),
    ],
)  # fmt: skip
def test_a_side_begins_at_its_heading(heading, side):
    first, second = read_sides(f"Kim, MOFA\n{heading}\nTanaka, MOFA\n\nSato")
    assert [person.name for person in first.people] == ["Kim"]
    assert second == ParsedSide(side, (P("Tanaka", "", "", "MOFA"), P("Sato")))


def test_a_side_and_its_people_on_one_line():
    sides = read_sides("Japan: Tanaka, MOFA; Sato, NISC\nEU: Lind, EEAS")
    assert [(side.name, [p.name for p in side.people]) for side in sides] == [("Japan", ["Tanaka", "Sato"]), ("EU", ["Lind"])]  # fmt: skip


def test_the_heading_of_a_role_says_what_those_below_it_are():
    [side] = read_sides(
        "Japanese side\nHead of delegation\nTanaka\nSato\nNote-takers:\nKim\nObservers:\nEU Member States\nMori (interpreter)"
    )
    assert [(p.name or p.body, p.role) for p in side.people] == [
        ("Tanaka", HEAD), ("Sato", MEMBER), ("Kim", NOTES), ("EU Member States", OBSERVER), ("Mori", INTERPRETER),
    ]  # fmt: skip


def test_a_new_side_ends_what_a_heading_said():
    sides = read_sides("Observers:\nTanaka\nEU side\nLind")
    assert [side.people[0].role for side in sides] == [OBSERVER, MEMBER]


def test_a_table_with_headings_is_read_by_its_columns():
    text = (
        "No.\tFamily name\tFirst name\tName in own script\tTitle\tOrganisation\tRole\tE-mail\n"
        "1\tTANAKA\tHiroshi\t田中 宏\tDirector\tForeign Affairs\tHead\tt@x.example\n"
        "2\tSATO\tHanako\t\t\tNISC\ton call\t\n"
        "Mori\tinterpreter"
    )
    assert read_delegation(text) == [
        P("TANAKA Hiroshi", "田中 宏", "Director", "Foreign Affairs", HEAD, "Not placed: t@x.example."),
        P("SATO Hanako", "", "", "NISC", MEMBER, "Not placed: on call."),
        P("Mori", role=INTERPRETER),
    ]


def test_a_table_with_bars_and_a_rule_below_its_headings():
    assert read_delegation("| Name | Role |\n|---|---|\n| Tanaka | Head |") == [P("Tanaka", role=HEAD)]


@pytest.mark.parametrize("row", ["\tDirector", "| | Director |"])
def test_a_row_without_a_name_is_a_row(row):
    assert read_delegation(f"Name\tTitle\n{row}") == [P("", "", "Director", doubt="No name is given.")]


def test_a_row_of_numbers_is_a_row():
    assert read_delegation("1\t2") == [P(doubt="No name is given.")]


def test_what_stands_in_the_column_of_numbers_and_is_none_is_told():
    assert read_delegation("No.\tName\tTitle\nfirst\tTanaka\tDirector") == [
        P("Tanaka", "", "Director", doubt="Not placed: first.")
    ]


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Ambassador : Tanaka, Ambassador", "Ambassador"),
        ("Director: Ambassador Tanaka", "Director, Ambassador"),
        ("Ambassador : Tanaka Ambassador", "Ambassador, Tanaka Ambassador"),
    ],
)
def test_what_stands_after_an_office_is_not_lost(line, office):
    [person] = read_delegation(line)
    assert person.office == office


def test_lines_that_only_rule_off_say_nothing():
    assert read_sides("---\n\n* \n=====\n| | |\n") == []


@given(
    st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12), min_size=1, max_size=6)
)
@settings(max_examples=100)
def test_one_line_is_one_row(names):
    names = [f"x{name}" for name in names]
    assert len(read_delegation("\n".join(names))) == len(names)


PIECES = st.sampled_from(
    ["Tanaka", "Lind", "Mr", "Ambassador", "Director", "MOFA", "Head", "observer", "Japan", "side", ",", ";", ":", " – ", "(", ")",
     "\t", "|", "\n", " and ", "TBC", "田中", "；", "（", "12", "a@b", "of", "delegation"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join))
@settings(max_examples=250)
def test_no_word_of_a_list_is_dropped(text):
    sides = read_sides(text)
    kept = " ".join(
        f"{side.name} "
        + " ".join(f"{p.name} {p.native_name} {p.office} {p.body} {p.doubt}" for p in side.people)
        for side in sides
    ).lower()
    for word in ("tanaka", "lind", "mofa", "japan", "田中", "a@b"):
        assert (word in text.lower()) == (word in kept)


@given(st.text(max_size=300))
@settings(max_examples=150)
def test_any_text_gives_rows(text):
    for side in read_sides(text):
        for person in side.people:
            assert person.name or person.body or person.office or person.doubt


@pytest.mark.parametrize(
    "text", ["," * 50_000, "(a," * 20_000, "a and " * 20_000, "A" * 50_000, "a\t" * 50_000, "x:" * 50_000]
)
def test_a_line_without_end_is_kept_whole_and_not_looked_at(text):
    people = read_delegation(text)
    assert [p.doubt for p in people] == (["This is too long to be one person."] if text.strip(",") else [])
