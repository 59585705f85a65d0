"""The progress of one search in the editor, with a button that ends it.

Covered: clients that show progress (`window.workDoneProgress`). Not covered: a share that is done: nobody knows how
many candidates there will be.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from lsprotocol.types import WorkDoneProgressBegin, WorkDoneProgressEnd, WorkDoneProgressReport

from nightschool.editor.jobs import Job

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

EVERY_S = 1.0
ANSWER_S = 5.0
"""How long a client may take to make the progress."""


class Progress:
    """What is shown of one search."""

    def __init__(self, server: LanguageServer, job: Job) -> None:
        self._server, self._job = server, job

    async def shown(self) -> None:
        """Show progress until the search has ended; a client that will not show it is not asked again."""
        window = self._server.client_capabilities.window
        if not (window and window.work_done_progress) or not await self._made():
            return
        progress, token = self._server.work_done_progress, self._job.token
        name = self._job.document.path.name
        progress.begin(token, WorkDoneProgressBegin("Night School", cancellable=True, message=f"repairs of {name}"))
        while not await self._ended():
            progress.report(token, WorkDoneProgressReport(cancellable=True, message=self._so_far()))
        progress.end(token, WorkDoneProgressEnd(message="stopped" if self._job.stopped else "searched"))
        progress.tokens.pop(token, None)

    async def _made(self) -> bool:
        asked = self._server.work_done_progress.create_async(self._job.token)
        try:
            await asyncio.wait_for(asked, ANSWER_S)
        except Exception:  # noqa: BLE001 - whatever the client answers, searching goes on
            return False
        return True

    async def _ended(self) -> bool:
        try:
            await asyncio.wait_for(self._job.ended.wait(), EVERY_S)
        except TimeoutError:
            return False
        return True

    def _so_far(self) -> str:
        tried = f"{self._job.tried} tried, " if self._job.tried else ""
        return f"{tried}{time.monotonic() - self._job.began:.0f} s"
