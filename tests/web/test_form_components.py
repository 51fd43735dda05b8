"""Fields, their errors and the form around them render as people and assistive programs need them."""

import re

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional

from tests.web.rendering import render


class MeetingForm(Form):
    title = StringField(
        "Title", [InputRequired("Give the meeting a title.")], description="As it stands in the diary"
    )
    day = DateField("Day", [Optional()])
    partner = SelectField("Partner", choices=["Japan", "Україна"])
    notes = TextAreaField("What happened", [Optional()])
    party = RadioField(
        "Who owes it",
        [InputRequired("Say who owes it.")],
        choices=[SelectChoice("ours", "We"), SelectChoice("theirs", "They")],
    )
    compact = BooleanField("Compact tables")
    carried = (("once", "key"), ("version", "3"), ("_base", '{"title": "<b>"}'))


class RoundForm(Form):
    parts = FieldList(FormField(MeetingForm), min_entries=1)


def sent(**values: str) -> MeetingForm:
    form = MeetingForm(MultiDict({"partner": "Japan", **values}))
    form.validate()
    return form


def test_a_field_in_error_says_so_in_a_sentence_tied_to_its_control():
    page = render("{{ field(form.title) }}", form=sent())

    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="title-help title-error"' in page
    assert 'id="title-error"' in page
    assert "Give the meeting a title." in page


def test_a_field_without_error_is_not_called_invalid_and_says_when_it_may_be_empty():
    page = render("{{ field(form.title) }}{{ field(form.notes, rows=4) }}", form=sent(title="Coffee"))

    assert "aria-invalid" not in page
    assert page.count("(optional)") == 1
    assert 'rows="4"' in page


def test_a_list_of_choices_is_a_group_with_a_name():
    page = render("{{ field(form.party) }}", form=sent())

    assert '<fieldset class="field field-wrong" id="party" aria-describedby="party-error">' in page
    assert "<legend>Who owes it" in page
    assert page.count('type="radio"') == 2


def test_a_box_has_its_label_behind_it_and_a_day_says_how_it_is_given():
    page = render("{{ field(form.compact) }}{{ field(form.day) }}", form=sent())

    assert page.index('type="checkbox"') < page.index("Compact tables")
    assert "Choose the day" in page


def test_a_field_shows_the_other_version_of_its_text():
    page = render('{{ field(form.notes, conflict="They <said> so") }}', form=sent(notes="mine"))

    assert "They &lt;said&gt; so" in page
    assert "mine" in page


def test_the_summary_leads_to_each_field_that_is_wrong():
    page = render("{{ error_summary(form) }}", form=sent())

    assert re.findall(r'href="#(\w+)"', page) == ["title", "party"]


def test_the_summary_reaches_into_repeated_parts_and_shows_rules_without_a_field():
    form = RoundForm(MultiDict({"parts-0-partner": "Japan"}))
    form.validate()
    form.form_errors.append("The round ends before it begins.")
    page = render("{{ error_summary(form) }}", form=form)

    assert "The round ends before it begins." in page
    assert 'href="#parts-0-title"' in page
    assert page.count("<li>") == 3


def test_nothing_is_summed_up_where_nothing_is_wrong():
    assert not render("{{ error_summary(form) }}", form=sent(title="Coffee", party="ours")).strip()


def test_a_form_carries_what_it_must_and_where_its_drafts_go():
    page = render(
        '{% call form_open(form, action="/log", multipart=True, draft="/drafts") %}{% endcall %}', form=sent()
    )

    assert 'name="once" value="key"' in page
    assert "&lt;b&gt;" in page
    assert 'enctype="multipart/form-data"' in page
    assert 'data-draft="/drafts"' in page


def test_a_marking_is_chosen_beside_the_highest_that_may_be_kept():
    assert "Nothing above LIMITE" in render(
        '{{ marking_select(form.partner, ceiling="LIMITE") }}', form=sent()
    )


def test_a_form_called_as_a_block_holds_its_fields_and_closes_itself():
    page = render("{% call form_open(form) %}{{ field(form.title) }}{% endcall %}", form=sent())

    assert page.rstrip().endswith("</form>")
    assert page.index('name="once"') < page.index('id="title"')
