"""The four ways in which something asked of the house does not happen."""


class RuleBroken(Exception):
    """What was asked is wrong; `field` names the form's field, `message` is a sentence for its reader."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class Refused(Exception):
    """What was asked is not allowed to this viewer; `reason` is a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Missing(Exception):
    """It does not exist, or the viewer may not know that it does: the answer is the same."""


class Stale(Exception):
    """Somebody saved the record first; `record` is its present state, where it is known."""

    def __init__(self, record: object = None) -> None:
        super().__init__("Somebody changed this in the meantime.")
        self.record = record
