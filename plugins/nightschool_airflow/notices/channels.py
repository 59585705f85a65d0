"""Sending a message through Airflow's own notifiers, by Airflow connections that the environment names.

NIGHTSCHOOL_NOTIFY_WEBHOOK names an HTTP connection, NIGHTSCHOOL_NOTIFY_MAIL an SMTP connection and
NIGHTSCHOOL_NOTIFY_TO who gets the mail; without them nothing is sent. A team's have its name at the end,
NIGHTSCHOOL_NOTIFY_WEBHOOK__RED; where there is none, the installation's are taken, and empty means nobody. Covered: a
channel that fails is said in the log and stops neither another channel nor the task. Not covered: sending again later.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from nightschool_airflow.notices.message import Message

if TYPE_CHECKING:
    from airflow.sdk import BaseNotifier

WEBHOOK, MAIL, TO = "NIGHTSCHOOL_NOTIFY_WEBHOOK", "NIGHTSCHOOL_NOTIFY_MAIL", "NIGHTSCHOOL_NOTIFY_TO"
PATIENCE_S = 30.0
"""Longest that a webhook may take to answer; a mail server's is its connection's extra `timeout`, 30 as well."""
log = logging.getLogger(__name__)


def configured(team: str = "") -> bool:
    """Whether anybody is to be told of the team's nights, or of the installation's own."""
    return bool(_said(WEBHOOK, team) or _said(MAIL, team))


def send(message: Message) -> list[str]:
    """Send on every channel; returns those that took it. Raises nothing: whoever calls has other work."""
    sent = []
    team = str(message.facts.get("team", ""))
    for name, make in _channels(team):
        try:
            # Notifiers render their fields as templates: what models and people wrote is a value, never a template.
            make()({"told": message})
        except Exception as error:  # noqa: BLE001 - telling is never worth a night
            log.warning("Nobody was told by %s of %r: %r", name, message.subject, error)
        else:
            log.info("Told by %s: %s", name, message.subject)
            sent.append(name)
    if not sent and not configured(team):
        log.info("Nobody is told: neither %s nor %s names a connection.", WEBHOOK, MAIL)
    return sent


def _said(variable: str, team: str) -> str:
    """What the environment says for the team, else for everybody."""
    everybodys = os.environ.get(variable, "")
    return os.environ.get(f"{variable}__{team.upper().replace('-', '_')}", everybodys) if team else everybodys


def _channels(team: str) -> Iterator[tuple[str, Callable[[], BaseNotifier]]]:
    if connection := _said(WEBHOOK, team):
        yield f"webhook (connection {connection!r})", lambda: _webhook(connection)
    if connection_mail := _said(MAIL, team):
        yield f"mail (connection {connection_mail!r})", lambda: _mail(connection_mail, _said(TO, team))


def _webhook(connection: str) -> Any:
    from airflow.providers.http.notifications.http import HttpNotifier

    return HttpNotifier(
        http_conn_id=connection,
        data="{{ told.json }}",
        headers={"Content-Type": "application/json"},
        extra_options={"timeout": PATIENCE_S},
    )


def _mail(connection: str, addresses: str) -> Any:
    from airflow.providers.smtp.notifications.smtp import SmtpNotifier

    to = [one.strip() for one in addresses.split(",") if one.strip()]
    if not to:
        raise ValueError(f"{MAIL} names a connection and {TO} nobody; set it to addresses, separated by commas.")
    return SmtpNotifier(to=to, subject="{{ told.subject }}", html_content="{{ told.html }}", smtp_conn_id=connection)
