"""create_app: the only file that knows all others."""

import gc
from pathlib import Path

from flask import Flask
from flask_bootstrap import Bootstrap5
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from app import cli, scanning, signing
from app.domain.marking import Scheme
from app.models import every_table as every_table
from app.models.database import db, open_engine
from app.models.file_store import FileStore
from app.reference import shelf
from app.services.files import FileRoom
from app.web import errors, frame, gate, routes
from config import Config

HOUSE = Path(__file__).resolve().parent.parent


SELDOM = (50_000, 20, 20)
"""How seldom Python looks for garbage that holds itself. A report makes a hundred thousand small things that all live:
with Python's own numbers it took twice the time, half of it looking in vain."""


def scheme_of(config: Config) -> Scheme:
    """The markings of this house: a scheme that ships, with the ceiling and the default that were set."""
    scheme = shelf.schemes()[config.marking_scheme]
    if config.marking_ceiling:
        scheme = scheme.with_ceiling(config.marking_ceiling)
    if config.marking_default:
        scheme = scheme.with_default(config.marking_default)
    return scheme


def create_app(config: Config) -> Flask:
    """The application for this configuration; it does not migrate the database."""
    gc.set_threshold(*SELDOM)
    app = Flask("rapporteur", static_folder=str(HOUSE / "static"), template_folder=str(HOUSE / "templates"))
    app.config.from_mapping(config.flask_settings())
    app.config["HOUSE"] = config
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.config["SCHEME"] = scheme_of(config)
    scanner = scanning.Clamd(config.clamd) if config.clamd else None
    app.config["FILES"] = FileRoom(FileStore(config.files), config.endings, scanner)
    key_file = config.key_file
    app.config["SIGNER"] = signing.KeyFile(key_file, config.signing_password) if key_file else None
    db.init_app(app)
    with app.app_context():
        open_engine(db.engine)
    Bootstrap5(app)
    routes.register(app)
    gate.install(app)
    errors.install(app)
    frame.install(app)
    cli.install(app)
    if config.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=config.proxies, x_proto=config.proxies, x_host=config.proxies
        )
    return app
