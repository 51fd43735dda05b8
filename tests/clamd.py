"""A scanner for tests: a real server that speaks clamd's INSTREAM over TCP or a Unix socket."""

import socket
import socketserver
import struct
import threading
from contextlib import contextmanager

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Talk(socketserver.BaseRequestHandler):
    """One file: read to its end, judged, answered as the server was told to."""

    def handle(self):
        try:
            self.listen()
        except (ConnectionError, struct.error):
            return

    def listen(self):
        assert self.exactly(10) == b"zINSTREAM\0"
        body = b""
        while size := struct.unpack("!I", self.exactly(4))[0]:
            body += self.exactly(size)
            if len(body) > self.server.most:
                self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.server.seen.append(body)
        if self.server.answers is None:
            self.request.sendall(
                b"stream: Eicar-Test-Signature FOUND\0" if EICAR in body else b"stream: OK\0"
            )
            return
        for part in self.server.answers:
            if isinstance(part, float):
                self.server.over.wait(part)
            else:
                self.request.sendall(part)

    def exactly(self, number):
        got = b""
        while len(got) < number:
            more = self.request.recv(number - len(got))
            if not more:
                raise ConnectionError
            got += more
        return got


class OverTCP(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


class OverUnix(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextmanager
def scanner(answers=None, most=10**9, unix=None):
    """A running scanner; `answers` are bytes to send and pauses in seconds, None to judge the file itself."""
    server = OverUnix(str(unix), Talk) if unix else OverTCP(("127.0.0.1", 0), Talk)
    server.answers, server.most, server.seen, server.over = answers, most, [], threading.Event()
    server.place = f"unix:{unix}" if unix else f"127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def nobody_listens():
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"
