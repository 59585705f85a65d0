"""The command that an editor starts: lsp."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from nightschool.cli.app import ConfigOption, SetOption, app, read_config


@app.command()
def lsp(config: ConfigOption = None, set_: SetOption = None) -> None:
    """Serve repairs to an editor over standard input and output (Language Server Protocol; docs/editor.md)."""
    from nightschool.editor.looking import look
    from nightschool.editor.server import open_server
    from nightschool.phases import Context

    context = Context(read_config(config, set_), "lsp")
    said, heard = _private()
    server = open_server(lambda document, clock, tried: look(context, document, clock, tried))
    try:
        server.start_io(heard, said)
    finally:
        server.jobs.stop_all()


def _private() -> tuple[BinaryIO, BinaryIO]:
    """Standard output and input for the editor alone: what else prints, in programs too, goes to standard error."""
    said, heard = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(0), "rb")
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    sys.stdout = sys.stderr
    return said, heard
