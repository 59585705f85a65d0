"""What notifiers send to, on loopback: a real HTTP server and a real SMTP server that keep what they were given."""

import email
import json
import threading
from contextlib import contextmanager
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller

from tests.airflow.fleet import free_port


@contextmanager
def web_server(answer=200):
    """Yields its address and the list of what was posted to it, as (path, type, JSON)."""
    posted = []

    class Keep(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            posted.append((self.path, self.headers["Content-Type"], json.loads(body)))
            self.send_response(answer)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Keep)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", posted
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


class _Kept:
    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=default)))
        return "250 kept"


@contextmanager
def mail_server():
    """Yields its port and the list of what it took, as (recipients, mail)."""
    kept = _Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=free_port(), ready_timeout=60)
    controller.start()
    try:
        yield controller.port, kept.mails
    finally:
        controller.stop()


def text_of(mail):
    """The HTML of a mail that has one part."""
    return next(part for part in mail.walk() if part.get_content_type() == "text/html").get_content()


def connections(url, port):
    """Airflow's connections to both, as the environment gives them, and the settings that name them."""
    mail = {
        "host": "127.0.0.1",
        "port": port,
        "extra": {"from_email": "school@example.org", "disable_ssl": True, "disable_tls": True},
    }
    return {
        "AIRFLOW_CONN_HOOK": json.dumps({"conn_type": "http", "host": f"{url}/hooks/night"}),
        "AIRFLOW_CONN_POST": json.dumps({"conn_type": "smtp", **mail}),
        "NIGHTSCHOOL_NOTIFY_WEBHOOK": "hook",
        "NIGHTSCHOOL_NOTIFY_MAIL": "post",
        "NIGHTSCHOOL_NOTIFY_TO": "ada@example.org, grace@example.org",
    }
