"""Sending a message through Airflow's own notifiers, by Airflow connections that the environment names.

NIGHTSCHOOL_NOTIFY_WEBHOOK names an HTTP connection, NIGHTSCHOOL_NOTIFY_MAIL an SMTP connection and
NIGHTSCHOOL_NOTIFY_TO who gets the mail; without them nothing is sent. Covered: a channel that fails is said in the log
and stops neither another channel nor the task. Not covered: sending again later.
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


def configured() -> bool:
    """Whether anybody is to be told."""
    return bool(os.environ.get(WEBHOOK) or os.environ.get(MAIL))


def send(message: Message) -> list[str]:
    """Send on every channel; returns those that took it. Raises nothing: whoever calls has other work."""
    sent = []
    for name, make in _channels():
        try:
            # Notifiers render their fields as templates: what models and people wrote is a value, never a template.
            make()({"told": message})
        except Exception as error:  # noqa: BLE001 - telling is never worth a night
            log.warning("Nobody was told by %s of %r: %r", name, message.subject, error)
        else:
            log.info("Told by %s: %s", name, message.subject)
            sent.append(name)
    if not sent and not configured():
        log.info("Nobody is told: neither %s nor %s names a connection.", WEBHOOK, MAIL)
    return sent


def _channels() -> Iterator[tuple[str, Callable[[], BaseNotifier]]]:
    if connection := os.environ.get(WEBHOOK):
        yield f"webhook (connection {connection!r})", lambda: _webhook(connection)
    if connection_mail := os.environ.get(MAIL):
        yield f"mail (connection {connection_mail!r})", lambda: _mail(connection_mail)


def _webhook(connection: str) -> Any:
    from airflow.providers.http.notifications.http import HttpNotifier

    return HttpNotifier(
        http_conn_id=connection,
        data="{{ told.json }}",
        headers={"Content-Type": "application/json"},
        extra_options={"timeout": PATIENCE_S},
    )


def _mail(connection: str) -> Any:
    from airflow.providers.smtp.notifications.smtp import SmtpNotifier

    to = [one.strip() for one in os.environ.get(TO, "").split(",") if one.strip()]
    if not to:
        raise ValueError(f"{MAIL} names a connection and {TO} nobody; set it to addresses, separated by commas.")
    return SmtpNotifier(to=to, subject="{{ told.subject }}", html_content="{{ told.html }}", smtp_conn_id=connection)
