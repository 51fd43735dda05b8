"""Subscriptions: one's own calendar links, and the answer to a program that polls one."""

import gzip
from datetime import timedelta
from functools import partial
from typing import Any

from flask import Blueprint, Response, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Gone, TooManyRequests

from app import queries, services
from app.domain.errors import Missing, RuleBroken, Stale
from app.domain.feed import Detail, FeedFacts, FeedKind
from app.reference import shelf
from app.services.feed_answers import Answer
from app.web.arguments import word
from app.web.forms.feeds import FeedForm, fields_of

views = Blueprint("feeds", __name__)
A_WHILE = timedelta(seconds=2)


@views.route("/subscriptions", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """One's own feeds, and a new one; its address is shown once."""
    form = offered(FeedForm(fields_of(begun(word("kind", FeedKind, FeedKind.MEETINGS)))))
    if form.submitted():
        try:
            feed, secret = services.feeds.open_feed(g.work, form.facts())
        except RuleBroken as broken:
            form.show(broken)
        else:
            return made(feed, secret)
    feeds = g.work.all(queries.feeds.of_officer(g.work.viewer.officer_id))
    return form.page("feeds/index.html", feeds=feeds, shows=shows)


def begun(kind: str) -> FeedFacts:
    """What a new link of this kind begins with."""
    names = {
        FeedKind.SEASONS: "The multilateral calendar",
        FeedKind.FOLLOW_UPS: f"{g.office.name}: my follow-ups",
    }
    return FeedFacts(names.get(FeedKind(kind), f"{g.office.name}: meetings"), 0, FeedKind(kind))


def offered(form: FeedForm) -> FeedForm:
    """The form with the partners, regions and dialogues to choose among."""
    form.partner.offer(
        [(p.code, p.short_name) for p in g.work.all(queries.partners.listed(with_dialogue=True))]
    )
    form.region.offer([(term.code, term.label) for term in shelf.regions()])
    form.dialogue.offer([(d.ref, d.name) for d in g.work.all(queries.dialogues.all_named())])
    return form


def made(feed: Any, secret: str) -> str:
    """The address of a link, shown once."""
    address = current_app.config["HOUSE"].public_url + url_for("feeds.poll", token=secret)
    g.told_once = url_for("feeds.index")
    return render_template(
        "feeds/made.html",
        feed=feed,
        address=address,
        webcal=webcal(address),
        square=services.feeds.square_of(address),
    )


def shows(feed: Any) -> str:
    """What a link shows, in words."""
    if feed.kind is FeedKind.SEASONS:
        return "the multilateral calendar"
    regions = {term.code: term.label for term in shelf.regions()}
    said = [
        "my follow-ups" if feed.kind is FeedKind.FOLLOW_UPS else "rounds and meetings",
        f"with {feed.partner_code}" if feed.partner_code else "",
        f"in {regions.get(feed.region, feed.region)}" if feed.region else "",
        "of one dialogue" if feed.dialogue_ref else "",
        "and the days on which my follow-ups are due" if feed.with_follow_ups else "",
        {Detail.TITLE: "titles only", Detail.BUSY: "only that I am busy"}.get(feed.detail, ""),
    ]
    return ", ".join(word for word in said if word)


@views.route("/subscriptions/<ref>/revise", methods=["GET", "POST"])
def revise(ref: str) -> ResponseReturnValue:
    """Show something else under the same link."""
    feed = g.work.one(queries.feeds.by_ref(ref, g.work.viewer.officer_id or 0))
    now = services.feeds.facts_of(feed)
    form = offered(FeedForm(fields_of(now), version=feed.version))
    if form.submitted():
        try:
            services.feeds.revise(g.work, ref, form.facts(), form.seen_version)
        except RuleBroken as broken:
            form.show(broken)
        except Stale:
            form.clash(fields_of(services.feeds.facts_of(feed)), feed.version)
        else:
            flash("The link stays the same; programs show the change at their next poll.", "done")
            return redirect(url_for("feeds.index"), 303)
    return form.page("feeds/revise.html", feed=feed)


@views.post("/subscriptions/<ref>/rotate")
def rotate(ref: str) -> ResponseReturnValue:
    """The same calendar under a new address; the old one ends."""
    try:
        feed, secret = services.feeds.rotate(g.work, ref)
    except RuleBroken as broken:
        flash(broken.message, "warn")
        return redirect(url_for("feeds.index"), 303)
    return made(feed, secret)


def webcal(address: str) -> str:
    """The same address in the scheme that opens a calendar program."""
    return "webcal:" + address.split(":", 1)[1]


@views.post("/subscriptions/<ref>/revoke")
def revoke(ref: str) -> ResponseReturnValue:
    """End a link."""
    feed = services.feeds.revoke(g.work, ref)
    flash(f"The link of “{feed.name}” has ended. Programs show a notice at their next poll.", "done")
    return redirect(url_for("feeds.index"), 303)


@views.route("/feeds/<token>.ics", methods=["GET"], provide_automatic_options=False)
def poll(token: str) -> Response:
    """What a calendar program gets: the whole calendar, or that nothing changed."""
    viewer, feed = services.sign_in.viewer_of_feed(g.work, token)
    if feed is None:
        if services.sign_in.is_guessing(g.work):
            raise TooManyRequests
        raise Missing
    if viewer.officer_id is None:
        if services.feeds.is_over(g.work, feed):
            raise Gone
        return answered(services.feed_answers.of(services.feeds.farewell(g.work, feed)))
    g.work.become(viewer)
    answer = services.feed_answers.answer(
        g.work, feed, current_app.config["HOUSE"].public_url, request.headers.get("User-Agent", "")
    )
    if answer.note is not None:
        g.left_behind = partial(services.feed_answers.keep_note, note=answer.note)
    return answered(answer)


def answered(answer: Answer) -> Response:
    """The calendar with its tag and date, packed if asked; 304 if the program has it already.

    What changed within the last seconds has no date yet: dates are of whole seconds, and a program that asks by date
    would keep what was withdrawn in the same second (RFC 9110, section 8.8.2.2).
    """
    response = Response(answer.body, content_type="text/calendar; charset=utf-8")
    packed = current_app.config["HOUSE"].pack_feeds and request.accept_encodings["gzip"] > 0
    if packed:
        response.set_data(gzip.compress(answer.body, 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    response.set_etag(f"{answer.etag}-gzip" if packed else answer.etag)
    if answer.changed_at is not None and g.now - answer.changed_at > A_WHILE:
        response.last_modified = answer.changed_at
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers.set("Content-Disposition", "inline", filename="calendar.ics")
    return response.make_conditional(request)
