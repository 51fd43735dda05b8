"""One setting of the configuration: its meaning and bounds, and how it is read from the environment."""

import difflib
from collections.abc import Mapping
from dataclasses import Field, field, fields
from pathlib import Path
from typing import Any, NamedTuple

from refusals import ConfigError

PREFIX = "RAPPORTEUR_"


class Setting(NamedTuple):
    """One setting as the manual lists it: the variable, its default in words, its meaning."""

    name: str
    default: str
    meaning: str


def setting(
    default: Any, meaning: str, *, words: str | None = None, bounds: range | None = None, hidden: bool = False
) -> Any:
    """A setting: `words` tell a derived default, `bounds` limit a number, `hidden` ones are never printed."""
    shown = words or (f"{default:d}" if isinstance(default, bool) else str(default) or "none")
    return field(
        default=default, repr=not hidden, metadata={"meaning": meaning, "words": shown, "bounds": bounds}
    )


def variable(each: Field[Any]) -> str:
    """The environment variable of a setting."""
    return PREFIX + each.name.upper()


def refuse_misspelt(kind: type[Any], environ: Mapping[str, str]) -> None:
    """A variable of ours that nothing reads is a slip of the pen, and perhaps an unsafe one."""
    known = [variable(each) for each in fields(kind)]
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"; is {near[0]} meant?" if near else "."
            raise ConfigError(f"There is no setting {name}{hint}")


def read(each: Field[Any], raw: str) -> Any:
    """A setting from its text; raises ConfigError if it is no such thing."""
    text, name, bounds = raw.strip(), variable(each), each.metadata["bounds"]
    if isinstance(each.default, bool):
        if text.lower() not in {"", "0", "1", "true", "false", "yes", "no"}:
            raise ConfigError(f"{name} must be 1 or 0.")
        return text.lower() in {"1", "true", "yes"} if text else each.default
    if isinstance(each.default, Path):
        return Path(text) if text else each.default
    if bounds is None or not text:
        return text or each.default
    if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) not in bounds:
        raise ConfigError(f"{name} must be a number from {bounds.start} to {bounds.stop - 1}.")
    return int(text)
