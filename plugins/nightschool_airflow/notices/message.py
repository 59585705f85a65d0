"""One message, as people and programs read it: a subject, lines, a link, facts.

Covered: text, HTML with everything escaped, JSON. Not covered: what is said (`words`), who is told (`channels`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

LONGEST = 10_000
"""Characters of a line; what is longer is cut, since models and people wrote parts of it."""


@dataclass(frozen=True)
class Message:
    """What is sent; the same on every channel."""

    event: str
    """`night_finished`, `night_failed`, `night_late` or `approval_waits`."""
    title: str
    lines: tuple[str, ...] = ()
    url: str = ""
    """Where to read on; empty where Airflow's address is not known."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What a program needs, plain JSON."""

    @property
    def subject(self) -> str:
        """One line: a line break would be another header of a mail."""
        return " ".join(self.title.split())[:200]

    @property
    def text(self) -> str:
        """For people, without markup."""
        return "\n".join([self.subject, "", *self._cut(), *([f"\n{self.url}"] if self.url else [])]).rstrip()

    @property
    def html(self) -> str:
        """For mail."""
        link = f'<p><a href="{escape(self.url)}">{escape(self.url)}</a></p>' if self.url else ""
        lines = escape("\n".join(self._cut()))
        return f'<h2>{escape(self.subject)}</h2>\n<pre style="white-space: pre-wrap">{lines}</pre>\n{link}'

    @property
    def json(self) -> str:
        """For a webhook; `text` is what chat programs show."""
        return json.dumps({"event": self.event, "text": self.text, "url": self.url, **self.facts})

    def _cut(self) -> list[str]:
        return [line if len(line) <= LONGEST else f"{line[:LONGEST]} ..." for line in self.lines]
