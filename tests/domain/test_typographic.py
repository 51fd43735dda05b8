"""Each row: a language, what was typed, what is set. A tilde is a blank that does not break, a bar a narrow one."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.footnotes import with_marks
from app.domain.paper import Footnote, Paper, PaperParagraph, Section
from app.domain.paper_well_set import paper_well_set
from app.domain.typographic import moved, well_set
from app.domain.typographic_rules import USAGES

BLANKS = str.maketrans({"~": "\u00a0", "|": "\u202f"})
ROWS = [
    ("en", "on 3 December 2026", "on 3~December 2026"),
    ("en-GB", "met Mr Tanaka and Dr Kovalenko", "met Mr~Tanaka and Dr~Kovalenko"),
    ("en", "Article 5 and No. 7, 12 % of 3 GB", "Article~5 and No.~7, 12~% of 3~GB"),
    ("en", "5 mayors met 3 hackers", "5 mayors met 3 hackers"),
    ("en", "5 May days", "5~May days"),
    ("en", 'He said "no" and left.', "He said “no” and left."),
    ("en", '("yes")', "(“yes”)"),
    ("en", 'the "so-called "norms"" here', 'the "so-called "norms"" here'),
    ("en", 'She: "they said "never" twice".', "She: “they said ‘never’ twice”."),
    ("en", "Ukraine's view", "Ukraine’s view"),
    ("en", "2026-2027, not 2026-12-04 nor A/2026-2027", "2026–2027, not 2026-12-04 nor A/2026-2027"),
    ("en", "2027-2026", "2027-2026"),
    ("en", "the report - due in May - is late", "the report~– due in May~– is late"),
    ("en", 'a 19" rack', 'a 19" rack'),
    ("en", '<a href="x">', '<a href="x">'),
    ("fr", "Quoi? Oui! Note: fin;", "Quoi|? Oui|! Note|: fin|;"),
    ("fr", "Quoi ? « Oui »", "Quoi|? «|Oui|»"),
    ("fr", "« Quoi ?» «Oui!»", "«|Quoi|?|» «|Oui|!|»"),
    ("fr", 'le "dialogue" du 3 décembre', "le «|dialogue|» du 3~décembre"),
    ("fr", "à 10:30, https://a.example/?b=1", "à 10:30, https://a.example/?b=1"),
    ("fr", "M. Dupont et Mme Durand, n° 4", "M.~Dupont et Mme~Durand, n°~4"),
    ("fr", "l'accord", "l’accord"),
    ("de", 'Herr Meyer sagte "nein" am 3. Dezember', "Herr~Meyer sagte „nein“ am 3.~Dezember"),
    ("de", "um 10 Uhr - Nr. 5", "um 10~Uhr~– Nr.~5"),
    ("uk", 'пані Коваленко, 3 грудня 2026 р., "Дія"', "пані~Коваленко, 3~грудня 2026~р., «Дія»"),
    ("uk", "мета - обмін, № 5, об'єкт", "мета~— обмін, №~5, об’єкт"),
    ("pl", 'w 2026 r. powiedział "nie"', "w 2026~r. powiedział „nie”"),
    ("ja", '彼は "次回" と述べた', "彼は 「次回」 と述べた"),
    ("", "3 December", "3 December"),
    ("xx", 'a "b"', 'a "b"'),
    ("en", '3 грудня "Дія" об\'єкт', '3 грудня "Дія" об\'єкт'),
    ("ja", 'Mr Tanaka said "no"', 'Mr Tanaka said "no"'),
]


@pytest.mark.parametrize(("language", "typed", "wanted"), ROWS)
def test_texts_are_set_as_their_language_is(language, typed, wanted):
    wanted = wanted.translate(BLANKS)
    assert well_set(typed, language) == wanted
    assert well_set(wanted, language) == wanted


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("en", 'Mr Ito\'s "3 May" - no', 'Mr~Ito\'s "3~May" - no'),
        ("fr", '"Quoi?" 2026-2027', '"Quoi?" 2026-2027'),
        ("fr", "Quoi ?", "Quoi|?"),
    ],
)
def test_what_is_quoted_gets_its_blanks_alone(language, typed, wanted):
    assert well_set(typed, language, verbatim=True) == wanted.translate(BLANKS)


pieces = st.sampled_from(
    ["Mr ", "3 ", "May", "\"", "'", " - ", "«", "»", "?", ":", " ", "é", "2026-2027", "(", ")", "пан ", "р.", "%", "次"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(pieces, max_size=14).map("".join), st.sampled_from(sorted(USAGES)), st.booleans())
def test_twice_is_once_and_nothing_that_is_seen_is_lost(text, language, verbatim):
    once = well_set(text, language, verbatim)
    assert well_set(once, language, verbatim) == once
    seen, given_ = ("".join(each.split()) for each in (once, text))
    assert len(seen) == len(given_)
    assert [c for c in seen if c.isalnum()] == [c for c in given_ if c.isalnum()]
    for place in range(len(text) + 1):
        there = moved(text, once, place)
        assert len("".join(once[:there].split())) == len("".join(text[:place].split()))


def test_a_long_text_takes_no_long_time():
    for unit in ('"', "3 ", "? ", "' ", "Mr ", "- ", "« "):
        assert well_set(unit * 200_000, "fr") is not None
        assert well_set("a" + unit * 200_000, "en") is not None


def test_a_paper_is_set_and_its_footnotes_stay_at_their_words():
    text = 'On 3 May Mr Ito asked "when?" again.'
    place = text.index(" again")
    paragraph = PaperParagraph(
        text, footnotes=(Footnote("On 4 May.", place), Footnote("End.")), items=("on 5 May",)
    )
    quoted = PaperParagraph("“Quoi?” - 3 mai", language="fr", verbatim=True)
    paper = Paper(
        "Talks of 3 May", "A 3 May", date(2026, 5, 3), 1,
        sections=(Section("On 3 May", 1, (paragraph, quoted)),),
    )  # fmt: skip
    done = paper_well_set(paper)
    assert (done.title, done.reference, done.dated) == ("Talks of 3\u00a0May", "A 3 May", paper.dated)
    first, second = done.sections[0].paragraphs
    assert (
        with_marks(first.text, first.footnotes, 1).text == "On 3\u00a0May Mr\u00a0Ito asked “when?”¹ again.²"
    )
    assert first.footnotes[0].text == "On 4\u00a0May."
    assert first.items == ("on 5\u00a0May",)
    assert second.text == "“Quoi?” - 3\u00a0mai"
