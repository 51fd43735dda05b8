"""The commands that an administrator or a timer runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click
from flask import Flask, current_app, url_for

from app import services
from app.models.database import db
from app.services.unit_of_work import UnitOfWork


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
        work.zone = work.one(services.office.the_office()).zone
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


@click.command("verify-audit")
def verify_audit() -> None:
    """Check the hash chain of the audit log from its beginning."""
    with work_of_the_system(writes=False) as work:
        trouble = services.audit.verify(work)
    if trouble is not None:
        raise click.ClickException(trouble)
    click.echo("The audit log is whole.")


@click.command("deliver")
@click.option("--limit", default=200, show_default=True, help="At most this many letters.")
def deliver(limit: int) -> None:
    """Send the letters that wait in the outbox; meant for a timer."""
    from app import post

    went, put_back = post.empty(current_app.config["HOUSE"], work_of_the_system, limit)
    click.echo(f"{went} sent, {put_back} put back.")


@click.command("backup")
@click.argument("target", type=click.Path(dir_okay=False))
def backup(target: str) -> None:
    """Write a whole, checked copy of the database to TARGET while the product runs."""
    from app import safekeeping

    try:
        click.echo(safekeeping.back_up(current_app.config["HOUSE"], target))
    except safekeeping.BackupFailed as fault:
        raise click.ClickException(str(fault)) from fault


def install(app: Flask) -> None:
    """Register the commands."""
    for command in (verify_audit, deliver, backup):
        app.cli.add_command(command)
