"""The page *Night School* served on loopback without Airflow."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from nightschool.config import Config
from nightschool.nights import Nights
from nightschool_airflow.page.app import page_app


@contextmanager
def served_page(config: Config) -> Iterator[str]:
    """Serve it for a project's folder on a free port; where. No login stands before it."""
    app = page_app(Nights(config), lambda: None, lambda: None)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server ended before it listened"
            thread.join(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
