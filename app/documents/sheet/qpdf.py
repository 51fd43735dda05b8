"""The door to pikepdf, which greets in the log when it is first imported; that is no business of a log."""

import logging

logging.getLogger("pikepdf").setLevel(logging.WARNING)

import pikepdf  # noqa: E402

__all__ = ["pikepdf"]
