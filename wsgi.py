"""The application for a WSGI server that starts it by name."""

from app.factory import create_app
from app.migrating import attach
from config import Config

app = create_app(Config.from_environment())
attach(app)
