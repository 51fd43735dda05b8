"""A page of the framework's own, to compare with on the same machine at the same moment."""

from flask import Flask

app = Flask("bare")
app.add_url_rule("/", view_func=lambda: "<!doctype html><title>bare</title><p>bare</p>")
