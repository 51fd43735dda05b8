"""The components render from values alone, as valid HTML, and say in words what they show."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from tests.web.rendering import TEMPLATES, render

CSRF = Markup('<input type="hidden" name="csrf_token" value="t">')
AMBER = SimpleNamespace(label="TLP:AMBER", colour="amber")


@pytest.mark.parametrize(
    ("snippet", "expected"),
    [
        ('{{ status("19 days late", "late") }}', "19 days late"),
        ('{{ status("open") }}', "status-plain"),
        ("{{ marking(amber) }}", "TLP:AMBER"),
        (
            '{{ person("Tanaka", "田中", "Director", "MOFA", "head", "ja") }}',
            '<span class="native" lang="ja">田中</span>',
        ),
        ('{{ person("Tanaka") }}', "Tanaka"),
        (
            '{{ empty("Nothing yet.", "Log a meeting", "/log") }}',
            '<a class="btn" href="/log">Log a meeting</a>',
        ),
        ('{{ both_times("15:00 Tokyo", "07:00 Brussels") }}', "07:00 Brussels"),
        ('{{ facts([("Place", "Kyiv & Brussels")]) }}', "Kyiv &amp; Brussels"),
        ('{{ section_list([("people", "People")]) }}', '<a href="#people">People</a>'),
        (
            '{% call section("people", "People", note="12") %}<p>All</p>{% endcall %}',
            'aria-labelledby="people-title"',
        ),
        (
            '<ul>{{ ledger_row("We will.", "Round 3", "since May", status("kept", "kept"), "/c/1", "/r/3") }}</ul>',
            "/c/1",
        ),
        ('<ul>{{ ledger_row("We will.", "Round 3", "since May", "") }}</ul>', "We will."),
        (
            '{{ filters([("Whose", [("Ours", "?w=ours", True, 3), ("All", "?", False, none)])]) }}',
            'aria-current="true"',
        ),
        ('{{ stale("Notes", "mine", "", who="Jonas", when="today") }}', "Saved by Jonas, today"),
        ('{{ draft_note("today 14:02", "?draft=1", "/d", csrf) }}', "today 14:02"),
        ("{{ draft_note() }}", 'role="status"'),
        ('{{ voice("They said", "田中 asked", amber, id="n1") }}', '<div class="voice" id="n1">'),
        ('{% call voice("We said", "No") %}<p>agreed</p>{% endcall %}', "<p>agreed</p>"),
        ('{{ stages(["draft", "approved"], "draft") }}', '<li aria-current="step">draft</li>'),
        ('{{ history([("today", "Jonas", "approved", ""), ("1 May", "Anna", "drafted", "“v2”")]) }}', "“v2”"),
        (
            '{{ tiles([("Asia", [("Japan", "日本", "ja", "/p/jp", "in 9 days", "soon")])]) }}',
            'lang="ja">日本</span>',
        ),
        (
            '{{ heat_table("Topics by year", [("2026", 6, "/y")], [("Norms", 4, "/n", [(4, "/c")])], (6, "/"), most=4) }}',
            '<td class="heat-4"><a href="/c">4',
        ),
        ('{{ heat_table("Nothing", [], []) }}', "<caption>Nothing</caption>"),
        ('{{ heat_table("Never", [("JP", 0, "")], [("Norms", 0, "", [(0, "")])]) }}', ">never</span>"),
        (
            '{{ month("May", [[(1, "Fri 1 May", True, True, [("Round", "/r", "ours", "15:00 Tokyo")])]]) }}',
            'aria-current="date"',
        ),
        (
            '{{ pulse([("EU–Japan", "/d/1", [(day, "First round", "held")], "2 years ago", True)], 2020, 2026) }}',
            "pulse-held",
        ),
        ('{{ pulse([("EU–Peru", "/d/2", [], "never met", False)], 2020, 2026) }}', "no round"),
        ('{{ icon("print") }}', 'aria-hidden="true"'),
        ('{{ shortcut_list(log="/log", search="/s") }}', "<dialog"),
    ],
)
def test_a_component_renders_from_values_alone(snippet, expected):
    assert expected in render(snippet, amber=AMBER, csrf=CSRF, day=date(2024, 5, 1))


def test_each_icon_is_drawn_and_an_unknown_one_is_a_fault():
    source = (TEMPLATES / "components/icon.html").read_text(encoding="utf-8")
    names = re.findall(r'^  "(\w+)":', source, re.M)
    assert len(names) >= 12
    for name in names:
        assert " d=" in render(f'{{{{ icon("{name}") }}}}')


def test_a_status_differs_in_shape_and_not_only_in_colour():
    shapes = [
        re.sub(r'class="[^"]*"', "", render(f'{{{{ status("word", "{tone}") }}}}'))
        for tone in ("late", "soon", "kept", "ask", "plain")
    ]

    assert len(set(shapes)) == 5


def test_an_act_is_a_form_that_is_sent_with_its_proof():
    page = render(
        '{{ act_button("Close", "/c/1", csrf, once="k", carried=[("version", "2")], key="c") }}', csrf=CSRF
    )

    assert 'method="post"' in page
    assert 'name="csrf_token"' in page
    assert 'name="version" value="2"' in page
    assert 'aria-keyshortcuts="c"' in page


def test_a_table_has_its_words_and_its_columns():
    page = render(
        '{% call table("2 rounds", ["What", ("No.", "num"), ("When", "when", "?by=when", "ascending"), ""]) %}'
        "<tr><td>A</td><td>1</td><td>2025</td></tr>{% endcall %}"
    )

    assert "<caption>2 rounds</caption>" in page
    assert page.count('scope="col"') == 4
    assert '<a href="?by=when">When</a>' in page
    assert '<span class="visually-hidden">Acts</span>' in page
    assert 'aria-sort="ascending"' in page


def test_a_pager_keeps_the_other_questions_of_the_address():
    page = SimpleNamespace(number=2, pages=3, size=25, total=60)
    text = render("{{ pager(page, others) }}", page=page, others=[("page", "2"), ("q", "a&b"), ("q", "c")])

    assert 'href="?q=a%26b&amp;q=c&amp;page=1"' in text
    assert 'href="?q=a%26b&amp;q=c&amp;page=3"' in text
    assert "26–50 of 60" in text


def test_one_page_needs_no_pager():
    assert not render("{{ pager(page) }}", page=SimpleNamespace(number=1, pages=1, size=25, total=3)).strip()


def test_the_strip_of_years_has_words_and_a_table_behind_it():
    marks = [(date(2024, 1, 1), "First round, Kyiv", "held"), (date(2026, 12, 3), "Third round", "planned")]
    page = render(
        "{{ timeline('Rounds', marks, 2024, 2026, [(day, 'Expected', '')], day) }}",
        marks=marks,
        day=marks[0][0],
    )

    assert "<title>First round, Kyiv</title>" in page
    assert page.count("<tr>") == 3
    assert 'class="strip-planned"' in page


def test_bars_have_their_numbers_and_a_table_behind_them():
    page = render(
        "{{ bar_chart('Topics', rows) }}{{ bar_chart('None', []) }}", rows=[("Norms", 4), ("Cables", 0)]
    )

    assert 'width="88.0%"' in page
    assert 'width="0.0%"' in page
    assert page.count("<tr>") == 4
