"""The commands that an administrator or a timer runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import BinaryIO, TextIO

import click
from flask import Flask, current_app, url_for

from app import services
from app.domain.errors import RuleBroken
from app.domain.verdict import Verdict
from app.models.database import db
from app.services.unit_of_work import UnitOfWork

LARGEST_MAIL = 6_000_001
"""Bytes that are read of a mail: one more than is taken."""


@contextmanager
def work_of_the_system(writes: bool = True) -> Iterator[UnitOfWork]:
    """A unit of work with the system's own eyes: kept at the end, dropped on a fault."""
    work = UnitOfWork(
        db.session(),
        services.sign_in.system_viewer(),
        datetime.now(UTC),
        scheme=current_app.config["SCHEME"],
        writes=writes,
    )
    try:
        work.sit_in(work.one(services.office.the_office()))
        yield work
        work.keep()
    except BaseException:
        work.drop()
        raise
    finally:
        db.session.remove()


def setup_address(app: Flask) -> str | None:
    """The one-time address that admits the first administrator; None once the office has been set up."""
    with app.test_request_context(base_url=app.config["HOUSE"].public_url), work_of_the_system() as work:
        secret = services.office.open_set_up(work)
        return None if secret is None else url_for("sign_in.set_up", token=secret, _external=True)


def load_demo(app: Flask, own_side: str, password: str) -> list[tuple[str, str]]:
    """Fill an empty office with the public record and invented people; the accounts as (address, role)."""
    from app.services import demo

    with app.app_context(), work_of_the_system() as work:
        return demo.load(work, own_side, password)


@click.command("take-reply")
@click.argument("mail", type=click.File("rb"), default="-")
def take_reply(mail: BinaryIO) -> None:
    """Read a guest's answer from a mail (a file, or what a mail server pipes in). Ends well whatever is in it."""
    with work_of_the_system() as work:
        verdict, why = services.replies.take(
            work, mail.read(LARGEST_MAIL), current_app.config["HOUSE"].replies_vouched_by
        )
    click.echo(f"{verdict.value}: {why}")


@click.command("verify")
@click.argument("file", type=click.File("rb"))
def verify(file: BinaryIO) -> None:
    """Say whether a PDF is a released version, which one, if changed, and who signed it; ends with 1 if it is none."""
    with work_of_the_system() as work:
        try:
            finding = services.verifying.verify(work, file.read())
        except RuleBroken as broken:
            raise click.ClickException(broken.message) from broken
    click.echo("\n".join([finding.verdict.value, *finding.sentences]))
    if finding.verdict is not Verdict.RELEASED:
        raise SystemExit(1)


@click.command("tz-refresh")
def tz_refresh() -> None:
    """Keep the wall time of meetings to come after new time zone data; where several workers run, after each update."""
    with work_of_the_system() as work:
        moved = services.wall_clock.follow_rules(work)
    click.echo(f"{moved} moved." if moved else "Nothing moved.")


@click.command("verify-audit")
def verify_audit() -> None:
    """Check the hash chain of the audit log from its beginning."""
    with work_of_the_system(writes=False) as work:
        trouble = services.audit.verify(work)
    if trouble is not None:
        raise click.ClickException(trouble)
    click.echo("The audit log is whole.")


@click.command("backup")
@click.argument("target", type=click.Path(dir_okay=False))
def backup(target: str) -> None:
    """Write a whole, checked copy of the database to TARGET while the product runs."""
    from app import safekeeping

    try:
        click.echo(safekeeping.back_up(current_app.config["HOUSE"], target))
    except safekeeping.BackupFailed as fault:
        raise click.ClickException(str(fault)) from fault


@click.command("tidy-files")
def tidy_files() -> None:
    """Take out what lies in the folder of files and no record names, once it is a day old."""
    from app.models.file_store import Busy

    try:
        click.echo(f"{tidied()} taken out.")
    except Busy as fault:
        raise click.ClickException("A backup is being made; nothing was done. Try again later.") from fault


def tidied() -> int:
    """Tidy the folder of files; how many were taken out. Raises Busy while a backup is being made."""
    store, yesterday = current_app.config["FILES"].store, datetime.now(UTC) - timedelta(days=1)
    with work_of_the_system(writes=False) as work:
        return services.files.tidy(work, store, yesterday.timestamp())


@click.command("read-text")
@click.argument("text", type=click.File("r", encoding="utf-8"))
@click.option("--us", multiple=True, help="A name of our side; may be given several times.")
@click.option("--partner", multiple=True, help="A name of the other side; may be given several times.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it was said.")
def read_text(text: TextIO, us: tuple[str, ...], partner: tuple[str, ...], on: datetime | None) -> None:
    """Read TEXT (a file, or - for standard input) for commitments, and print them as JSON; nothing is kept."""
    from app.services import text_reading

    click.echo(text_reading.read(text.read(), us, partner, on.date() if on else None), nl=False)


def install(app: Flask) -> None:
    """Register the commands."""
    from app.timed import TIMED

    for command in (verify_audit, backup, read_text, take_reply, tz_refresh, verify, tidy_files, *TIMED):
        app.cli.add_command(command)
