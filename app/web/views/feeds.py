"""Subscriptions: one's own calendar links, and the answer to a program that polls one."""

import hashlib

from flask import Blueprint, Response, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Gone

from app import queries, services
from app.domain.errors import Missing, RuleBroken
from app.web.forms.feeds import FeedForm

views = Blueprint("feeds", __name__)


@views.route("/subscriptions", methods=["GET", "POST"])
def index() -> ResponseReturnValue:
    """One's own feeds, and a new one; its address is shown once."""
    lowest = {"name": f"{g.office.name}: meetings", "ceiling": 0, "with_cancelled": True}
    form = FeedForm(lowest)
    form.partner.offer(
        [(p.code, p.short_name) for p in g.work.all(queries.partners.listed(with_dialogue=True))]
    )
    if form.submitted():
        try:
            feed, secret = services.feeds.open_feed(
                g.work,
                name=form.name.data or "",
                ceiling=form.ceiling.data,
                with_cancelled=bool(form.with_cancelled.data),
                partner_code=form.partner.data or "",
            )
        except RuleBroken as broken:
            form.show(broken)
        else:
            address = current_app.config["HOUSE"].public_url + url_for("feeds.poll", token=secret)
            g.told_once = url_for("feeds.index")
            return render_template("feeds/made.html", feed=feed, address=address, webcal=webcal(address))
    feeds = g.work.all(queries.feeds.of_officer(g.work.viewer.officer_id))
    return form.page("feeds/index.html", feeds=feeds)


def webcal(address: str) -> str:
    """The same address in the scheme that opens a calendar program."""
    return "webcal:" + address.split(":", 1)[1]


@views.post("/subscriptions/<ref>/revoke")
def revoke(ref: str) -> ResponseReturnValue:
    """End a link."""
    feed = services.feeds.revoke(g.work, ref)
    flash(f"The link of “{feed.name}” has ended. Programs show a notice at their next poll.", "done")
    return redirect(url_for("feeds.index"), 303)


@views.get("/feeds/<token>.ics")
def poll(token: str) -> Response:
    """What a calendar program gets: the whole calendar, or that nothing changed."""
    viewer, feed = services.sign_in.viewer_of_feed(g.work, token)
    if feed is None:
        raise Missing
    if viewer.officer_id is None:
        if services.feeds.is_over(g.work, feed):
            raise Gone
        body = services.feeds.farewell(g.work, feed)
    else:
        g.work.become(viewer)
        body = services.feeds.poll(g.work, feed, current_app.config["HOUSE"].public_url)
    return answered(body, feed.name)


def answered(body: bytes, name: str) -> Response:
    """The calendar with a strong ETag; 304 if the program has it already.

    There is no Last-Modified: an entry that was withdrawn leaves no later date behind, and a program that asks by
    date would keep it (RFC 9110 section 13.1.3).
    """
    answer = Response(body, content_type="text/calendar; charset=utf-8")
    answer.set_etag(hashlib.sha256(body).hexdigest()[:32])
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers.set("Content-Disposition", "inline", filename="calendar.ics")
    return answer.make_conditional(request)
