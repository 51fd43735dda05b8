"""A joint statement is pasted, its promises are filed by single keys, and one is kept at the close of the round."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.walks.test_the_main_job import fits

STATEMENT = """Joint statement of the walk at {width}

The two sides reaffirmed their commitment to an open, free, secure and stable cyberspace. They exchanged views on norms.

Both sides agreed to exchange contact points for incidents at sea of the walk {width} by the end of March 2027. The EU will \
share its guidance for hospitals of the walk {width} by 15 January 2027. They agreed on the importance of trust."""


def test_a_statement_becomes_promises_and_one_is_kept(
    signed_in: Callable[..., Page], demo: str, width: int
) -> None:
    anna = signed_in("anna", width)

    # a round that was held, and the statement that came out of it
    anna.goto("/dialogues")
    anna.get_by_role("link", name="EU-Japan Cyber Dialogue").first.click()
    anna.get_by_role("link", name=re.compile("^7th round")).first.click()
    held = anna.url
    anna.get_by_role("link", name="Read a text for commitments").click()
    fits(anna)
    anna.get_by_role("textbox", name="The text (optional)").fill(STATEMENT.format(width=width))
    anna.get_by_label("Said on").fill("18 November 2026")
    anna.get_by_role("button", name="Read the text").click()

    # marked in place: two to decide on, the value greyed, the report left alone
    expect(anna.locator("mark.passage-offered")).to_have_count(2)
    expect(anna.locator("mark.passage-greyed")).to_have_count(1)
    expect(anna.get_by_text("by the end of March 2027 = by 31 March 2027 (month)")).to_be_visible()
    fits(anna)

    # one key each: a files, x sets aside and can be taken back
    here = anna.locator("[data-row][aria-current]")
    anna.wait_for_load_state("networkidle")
    anna.keyboard.press("j")
    expect(here).to_have_count(1)
    anna.keyboard.press("x")
    expect(anna.get_by_text("set aside: no commitment")).to_be_visible()
    anna.get_by_role("button", name="Take up again").click()
    expect(anna.locator("mark.passage-offered")).to_have_count(2)
    for left in (1, 0):
        expect(here).to_have_count(1)  # the page came back to the passage that is next
        anna.keyboard.press("a")
        expect(anna.locator("mark.passage-offered")).to_have_count(left)
    expect(anna.locator("mark.passage-filed")).to_have_count(2)

    # the promise knows its sentence, its place, and asks who moves first
    anna.get_by_role(
        "link", name=re.compile(f"Both sides agreed to exchange contact points .* walk {width}")
    ).click()
    expect(anna.get_by_text("nobody on our side moves first")).to_be_visible()
    expect(anna.get_by_text(re.compile(r"characters \d+ to \d+"))).to_be_visible()
    promise = anna.url
    fits(anna)

    # at the close of a later round it is kept, with evidence
    anna.goto(held)
    anna.get_by_role("link", name="EU-Japan Cyber Dialogue").first.click()
    anna.get_by_role("link", name=re.compile("^Plan (a|the next) round")).first.click()
    anna.get_by_label("When").fill("20 November 2026")
    anna.get_by_label("Number").fill(str(100 + width))
    anna.get_by_label("Standing").select_option(label="Held")
    expect(anna.get_by_label("Begin the agenda with the follow-up of the last round")).to_be_checked()
    anna.get_by_role("button", name="Put the round on record").click()
    expect(anna.get_by_text("Follow-up of last round", exact=True).first).to_be_visible()
    expect(
        anna.locator("#agenda").get_by_text(f"contact points for incidents at sea of the walk {width}")
    ).to_be_visible()
    fits(anna)
    anna.get_by_role("link", name="Close the round").click()
    row = anna.locator("[data-row]", has_text=f"contact points for incidents at sea of the walk {width}")
    row.get_by_role("link", name=re.compile("^Ended")).click()
    anna.get_by_label("In a sentence").fill("Both lists were handed over.")
    anna.get_by_role("button", name="Note how it ended").click()
    expect(anna.get_by_text("Give a word of evidence or a link").first).to_be_visible()
    expect(anna.get_by_label("In a sentence")).to_have_value("Both lists were handed over.")
    anna.get_by_label("Evidence").fill("Annex 2 of the record")
    anna.get_by_role("button", name="Note how it ended").click()
    expect(anna.get_by_text("Evidence: Annex 2 of the record")).to_be_visible()
    fits(anna)

    anna.goto(promise)
    expect(anna.get_by_text("kept", exact=True).first).to_be_visible()
    anna.goto("/texts")
    expect(anna.get_by_role("link", name=f"Joint statement of the walk at {width}")).to_be_visible()
