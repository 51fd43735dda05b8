"""A real IMAP server for tests (pymap, in memory, in a process of its own), and a rude one on a bare socket."""

import imaplib
import re
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from config import Config

USER, PASSWORD = "desk@ministry.example", "pass-word of the desk"


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


class Server:
    """The server with one account; `put` and `flags` are what a mail program would see and do."""

    def __init__(self, port: int) -> None:
        self.port = port

    @contextmanager
    def signed_in(self) -> Iterator[imaplib.IMAP4]:
        """A mail program's session."""
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=10) as program:
            program.login(USER, PASSWORD)
            yield program

    def folder(self, name: str) -> None:
        """Make a folder."""
        with self.signed_in() as program:
            assert program.create(f'"{name}"')[0] == "OK"

    def drop(self, name: str) -> None:
        """Take a folder away; made again, it numbers its mails anew."""
        with self.signed_in() as program:
            assert program.delete(f'"{name}"')[0] == "OK"

    def put(self, folder: str, *mails: bytes) -> None:
        """Have mails arrive."""
        with self.signed_in() as program:
            for mail in mails:
                assert program.append(f'"{folder}"', None, None, mail)[0] == "OK"

    def flags(self, folder: str) -> list[str]:
        """The flags of each mail in a folder."""
        with self.signed_in() as program:
            program.select(f'"{folder}"', readonly=True)
            lines = program.uid("FETCH", "1:*", "(FLAGS)")[1]
        found = [re.search(rb"FLAGS \(([^)]*)\)", line) for line in lines if isinstance(line, bytes)]
        return [each[1].decode().replace("\\Recent", "").strip() for each in found if each]


@contextmanager
def mailbox_server(*options: str) -> Iterator[Server]:
    """A server on a free port of this machine; `options` are more of its own."""
    port = free_port()
    command = [
        sys.executable,
        "-c",
        "from pymap.main import main; main()",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        *(options or ("--no-tls",)),
    ]
    told = [*command, "dict", "--demo-user", USER, "--demo-password", PASSWORD]
    with subprocess.Popen(told, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield Server(port)
        finally:
            process.kill()


def wait_for(port: int) -> None:
    """Wait until somebody listens there."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("The mail server did not start.")


def read_from(port: int, folder: str, base: Config | None = None, **settings: Any) -> Config:
    """A configuration that reads a folder there."""
    given = {
        "imap_host": "127.0.0.1", "imap_port": port, "imap_user": USER, "imap_password": PASSWORD,
        "imap_security": "none", "imap_folder": folder, **settings,
    }  # fmt: skip
    if base is not None:
        given = {"data": base.data, "database_url": base.database_url, "secret_key": base.secret_key, **given}
    return Config(**given)


@contextmanager
def rude_server(
    answers: dict[str, Callable[[Any, bytes], bytes]], tls: ssl.SSLContext | None = None
) -> Iterator[int]:
    """A server whose answer to each command is made by `answers` (by its name, given the wire and the tag); its port.

    What is not in there is answered as a mailbox with one mail would.
    """
    usual: dict[str, Callable[[Any, bytes], bytes]] = {
        "GREETING": lambda wire, tag: b"* OK here\r\n",
        "CAPABILITY": lambda wire, tag: b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done\r\n",
        "LOGIN": lambda wire, tag: tag + b" OK done\r\n",
        "SELECT": lambda wire, tag: (
            b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n" + tag + b" OK [READ-WRITE] done\r\n"
        ),
        "SEARCH": lambda wire, tag: b"* SEARCH 5\r\n" + tag + b" OK done\r\n",
        "SIZE": lambda wire, tag: b"* 1 FETCH (UID 5 RFC822.SIZE 4)\r\n" + tag + b" OK done\r\n",
        "BODY": lambda wire, tag: b"* 1 FETCH (UID 5 BODY[]<0> {4}\r\nx: y)\r\n" + tag + b" OK done\r\n",
        "STORE": lambda wire, tag: tag + b" OK done\r\n",
        "LOGOUT": lambda wire, tag: b"* BYE now\r\n" + tag + b" OK done\r\n",
    }
    usual = {**answers, **{name: made for name, made in usual.items() if name not in answers}}

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(usual["GREETING"](self.connection, b""))
            for line in self.rfile:
                tag, _, words = line.strip().partition(b" ")
                name = next((each for each in usual if each.encode() in words.upper()), "LOGOUT")
                try:
                    self.wfile.write(usual[name](self.connection, tag))
                except OSError:
                    return

    class Threaded(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: Any, client_address: Any) -> None:
            """The reader may leave in the middle."""

    with Threaded(("127.0.0.1", 0), Talk) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()


def certified(folder: Path) -> tuple[Path, Path, Path]:
    """Files of an authority that nobody knows, and of a certificate of its for localhost: (authority, chain, key)."""
    import trustme

    authority = trustme.CA()
    proof = authority.issue_cert("localhost", "127.0.0.1")
    files = folder / "authority.pem", folder / "chain.pem", folder / "key.pem"
    authority.cert_pem.write_to_path(files[0])
    for number, blob in enumerate(proof.cert_chain_pems):
        blob.write_to_path(files[1], append=number > 0)
    proof.private_key_pem.write_to_path(files[2])
    return files
