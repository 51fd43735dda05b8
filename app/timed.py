"""The commands that a timer runs where the server itself does not: letters, answers, calendars."""

import click
from flask import current_app


@click.command("fetch-replies")
@click.option("--limit", default=200, show_default=True, help="At most this many mails.")
def fetch_replies(limit: int) -> None:
    """Fetch guests' answers from the mailbox; the server does it by itself while it runs."""
    from app import errands, imap

    config = current_app.config["HOUSE"]
    if not config.imap_host:
        raise click.ClickException("No mailbox is set (RAPPORTEUR_IMAP_HOST).")
    try:
        done = errands.fetch(config, limit)
    except imap.NoMailbox as fault:
        raise click.ClickException(f"The mailbox cannot be read: {fault}") from fault
    if done is None:
        click.echo("Another process is reading the mailbox; nothing was done.")
        return
    click.echo(f"{done.taken} mails taken, {done.set_aside} set aside.")
    if done.stuck:
        raise click.ClickException("The mail after these could not be dealt with; see the log.")


@click.command("read-calendars")
@click.option("--limit", default=200, show_default=True, help="At most this many calendars.")
def read_calendars(limit: int) -> None:
    """Read again the calendars that officers named; the server does it by itself while it runs."""
    from app import errands

    config = current_app.config["HOUSE"]
    if not config.calendar_hosts:
        raise click.ClickException("No host is allowed (RAPPORTEUR_CALENDAR_HOSTS).")
    done = errands.read_calendars(config, limit)
    if done is None:
        click.echo("Another process is reading calendars; nothing was done.")
    else:
        click.echo(f"{done.well} calendars read, {done.failed} could not be.")


@click.command("deliver")
@click.option("--limit", default=200, show_default=True, help="At most this many letters.")
def deliver(limit: int) -> None:
    """Send the letters that wait in the outbox; the server does it by itself while it runs."""
    run_errands(limit, remind=False)


@click.command("remind")
@click.option("--limit", default=200, show_default=True, help="At most this many letters.")
def remind(limit: int) -> None:
    """Queue the digests and reminders that are due, and send what waits; the server does it by itself while it runs."""
    run_errands(limit, remind=True)


def run_errands(limit: int, remind: bool) -> None:
    """One round of errands, and what it did; a failed command if the mail server cannot be used."""
    from app import errands, post

    config = current_app.config["HOUSE"]
    if not config.smtp_host:
        raise click.ClickException(
            "No mail server is set (RAPPORTEUR_SMTP_HOST): letters wait in the outbox."
        )
    try:
        done = errands.run(config, limit, remind)
    except post.NoServer as fault:
        raise click.ClickException(f"The mail server cannot be used: {fault}") from fault
    if done.elsewhere:
        click.echo("Another process is sending letters; nothing was done.")
    else:
        click.echo(
            f"{done.queued} digests and reminders queued, {done.sent} letters sent, {done.put_back} put back."
        )


TIMED = (deliver, remind, fetch_replies, read_calendars)
