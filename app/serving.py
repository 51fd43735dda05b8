"""Serving: `python -m app.serving` brings the database up to date, says where it listens, and answers."""

import argparse
import json
import logging
import os
import secrets
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from config import HOUSE, Config
from refusals import ConfigError

if TYPE_CHECKING:
    from flask import Flask

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
OWN_SIDE = "EU"
"""Whose desk an invented office is, unless somebody says otherwise."""

FOR_DEMO = (
    "PORT",
    "THREADS",
    "LOG_LEVEL",
    "MARKING_SCHEME",
    "MARKING_DEFAULT",
    "MARKING_CEILING",
    "CALDAV",
    "DEMO_PASSWORD",
)
"""The settings that a demonstration heeds: it never touches the office's database, mail or address."""


class CannotServe(Exception):
    """The start is given up; the message is one sentence."""


def main(argv: list[str]) -> int:
    """Serve until told to stop; the exit status: 0 after a signal, 2 when the start is refused."""
    asked = options(argv)
    os.umask(0o077)  # what is kept is for the owner's eyes
    try:
        config = Config.from_environment(demo_environment(asked, os.environ) if asked.demo else os.environ)
        serve(config, asked.own_side)
    except (ConfigError, CannotServe) as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 1
    return 0


def options(argv: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="run.py", description="Serve the office, or an invented one.")
    parser.set_defaults(demo=False, own_side=OWN_SIDE)
    demo = parser.add_subparsers().add_parser("demo", help="serve an invented office, to look round in")
    demo.set_defaults(demo=True)
    demo.add_argument(
        "--own-side", default=OWN_SIDE, type=str.upper, help="whose desk it is: EU or a state's code"
    )
    demo.add_argument("--port", help="port to listen on")
    demo.add_argument("--data", type=Path, default=HOUSE / "data-demo", help="folder of the invented office")
    return parser.parse_args(argv)


def demo_environment(asked: argparse.Namespace, environ: Mapping[str, str]) -> dict[str, str]:
    """The settings of a demonstration: what it heeds of the office's, and a folder of its own."""
    heeded = {f"RAPPORTEUR_{name}" for name in FOR_DEMO}
    kept = {name: value for name, value in environ.items() if name in heeded}
    port = {"RAPPORTEUR_PORT": asked.port} if asked.port else {}
    return {**kept, **port, "RAPPORTEUR_DATA": str(asked.data), "RAPPORTEUR_DEMO": "1"}


def serve(config: Config, own_side: str) -> None:
    """Start and answer until told to stop; raises CannotServe."""
    from app.listening import CannotListen, answer, open_door

    logging.basicConfig(level=config.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for chatty in ("alembic", "waitress.queue"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    try:
        with open_door(config.host, config.port) as door:
            app, lines = opened(config, own_side)
            print(f"Rapporteur is at {config.public_url}", *lines, sep="\n", flush=True)
            with errands_of(app, config):
                answer(app, config, door)
    except CannotListen as fault:
        raise CannotServe(str(fault)) from fault


def errands_of(app: "Flask", config: Config) -> AbstractContextManager[object]:
    """What runs beside the answers: the sender of letters, readers of answers and of calendars."""
    if not (config.smtp_host or config.imap_host or config.calendar_hosts):
        return nullcontext()
    from app.errands import Errands

    return Errands(app, config)


def follow_rules_of_zones(app: "Flask") -> None:
    """Meetings to come keep their time on the wall where new time zone data came with this version."""
    from app import cli, services

    with app.app_context(), cli.work_of_the_system() as work:
        moved = services.wall_clock.follow_rules(work)
    if moved:
        logging.getLogger("rapporteur").warning(
            "Time zone rules changed: %d meetings keep their time on the wall; calendars and guests are told",
            moved,
        )


def opened(config: Config, own_side: str) -> tuple["Flask", list[str]]:
    """The application on a database that is up to date, and what to tell at its start; raises CannotServe."""
    from sqlalchemy.exc import DatabaseError

    from app.domain.errors import RuleBroken
    from app.factory import create_app
    from app.migrating import MadeByNewer, bring_up_to_date

    try:
        app = create_app(config)
        bring_up_to_date(app)
        follow_rules_of_zones(app)
        return app, demo_lines(app, config, own_side) if config.demo else office_lines(app)
    except (LookupError, RuleBroken) as fault:
        raise CannotServe(str(fault.args[0])) from fault
    except MadeByNewer:
        raise CannotServe(
            "The database was made by a newer Rapporteur: start that one, or restore a backup."
        ) from None
    except DatabaseError as fault:
        reason = str(fault.orig).strip().splitlines()[0]
        raise CannotServe(f"The database cannot be used ({reason}); see RAPPORTEUR_DATABASE_URL.") from fault


def office_lines(app: "Flask") -> list[str]:
    """What whoever starts an office must know: where its first administrator begins."""
    from app import cli

    address = cli.setup_address(app)
    return [f"Nobody works here yet. Begin at this address, which works once: {address}"] if address else []


def demo_lines(app: "Flask", config: Config, own_side: str) -> list[str]:
    """Fill the invented office at its first start; tell its accounts and their password at every start."""
    from app import cli

    kept = config.data / "accounts.json"
    told = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if cli.setup_address(app):
        from app.services import office

        if own_side not in dict(office.own_sides()):
            raise CannotServe(f"--own-side {own_side} is nobody: give EU or the two letters of a state.")
        password = config.demo_password or new_password()
        told = {"password": password, "accounts": cli.load_demo(app, own_side, password)}
        kept.write_text(json.dumps(told), encoding="utf-8")
    accounts = [f"  {address}  ({role})" for address, role in told.get("accounts", [])]
    return ["An invented office. Sign in as", *accounts, f"with the password {told.get('password')}"]


def new_password() -> str:
    """A password of 79 bits that can be typed from a screen."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
