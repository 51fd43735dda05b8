"""A new, empty database on each engine, one after the other."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import on_server, with_name
from tests.postgres import postgres_url


def each(engines: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Each engine of a list with commas, as (engine, address of a database of this name, folder); gone afterwards."""
    for engine in engines.split(","):
        with contextlib.ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite:///{Path(folder) / 'bench.db'}"
            if engine == "postgres":
                server = stack.enter_context(postgres_url())
                on_server(server, f"CREATE DATABASE {name}")
                url = with_name(server, name)
            yield engine, url, folder
