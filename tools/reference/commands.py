"""docs/reference/commands.md: every command and option, as typer documents an application."""

from __future__ import annotations

import inspect
import re

import typer
from typer.cli import get_docs_for_click

import nightschool.cli
from nightschool.cli.app import app

HEAD = """# Commands

    .venv/bin/nightschool --help
    .venv/bin/nightschool fix --help

{exits}

Beside it there is `cargo nightschool check|build|test`, your own cargo, which takes cargo's own options
([episodes](../episodes.md)).
"""


def page() -> str:
    """The page."""
    command = typer.main.get_command(app)
    told = get_docs_for_click(obj=command, ctx=typer.Context(command), name="nightschool")
    head, _, rest = told.partition("\n## ")
    exits = (inspect.getdoc(nightschool.cli) or "").partition("\n\n")[2]
    # The overview repeats what follows, and in it typer cuts every sentence short.
    names = re.findall(r"^\* `([\w-]+)`: ", head.partition("**Commands**")[2], flags=re.MULTILINE)
    listed = ", ".join(f"[{name}](#nightschool-{name})" for name in names)
    return HEAD.format(exits=exits) + f"\n{listed}.\n\n## {rest.rstrip()}\n"
