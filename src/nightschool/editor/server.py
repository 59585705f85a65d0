"""The language server: documents in, code actions out, searches beside it.

Covered: texts as they stand in the editor (whole texts at each change: their lines are rustc's, not Python's), offers
to search, progress and cancelling, notices when a search has ended. Not covered: diagnostics of Rust.
"""

from __future__ import annotations

import asyncio
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from nightschool.editor import actions
from nightschool.editor.jobs import Job, Jobs, Look
from nightschool.editor.looking import in_package
from nightschool.editor.progress import Progress
from nightschool.editor.records import Document, Outcome, Proposed


class RepairServer(LanguageServer):
    """One editor's server."""

    def __init__(self, look: Look) -> None:
        super().__init__("nightschool", version_of("nightschool"), lsp.TextDocumentSyncKind.Full)
        self.jobs = Jobs(look)
        self.told: set[str] = set()
        """Documents with a notice."""
        self.tasks: set[asyncio.Task[None]] = set()
        """Held, or they could be collected while they run."""

    def document(self, uri: str, line: int = 0) -> Document | None:
        """An open Rust document with a file name; None otherwise."""
        held = next((one for one in self.workspace.text_documents.values() if one.uri == uri), None)
        path = to_fs_path(uri) if uri.startswith("file:") else None
        if held is None or path is None or not (held.language_id == "rust" or path.endswith(".rs")):
            return None
        return Document(uri, held.version or 0, Path(path), held.source, line)

    def offered(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        """Repairs if they are known, else the offer to search; never searches itself."""
        document = self.document(params.text_document.uri)
        diagnostics = actions.answered(params.context)
        if document is None or not diagnostics:
            return []
        known = self.jobs.known((document.uri, document.version))
        if known is not None:
            return actions.repairs(known, document, diagnostics, lambda one: self.edit(document, one))
        running = self.jobs.running(document.uri)
        if running is not None:
            return [actions.to_stop(document, running.tried, diagnostics)]
        return [actions.to_search(document, diagnostics)]

    def edit(self, document: Document, one: Proposed) -> lsp.WorkspaceEdit:
        """The repair for the version that was searched; another file is edited as it stands on disk."""
        asked = self.client_capabilities.workspace and self.client_capabilities.workspace.workspace_edit
        versioned = bool(asked and asked.document_changes)
        units = self.workspace.position_codec.client_num_units

        def named(each: Proposed) -> tuple[str, int | None]:
            here = each.path == document.path
            return (document.uri, document.version) if here else (from_fs_path(str(each.path)) or "", None)

        return actions.workspace_edit(one, named, units, versioned)

    def search(self, document: Document, column: int) -> None:
        """Begin a search, unless this version is known or being searched; returns at once."""
        job = self.jobs.start(document)
        if job is not None:
            task = asyncio.ensure_future(self._searched(job, column))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _searched(self, job: Job, column: int) -> None:
        showing = asyncio.ensure_future(Progress(self, job).shown())
        try:
            found = await self.jobs.outcome(job)
        except Exception as error:  # noqa: BLE001 - a fault of ours must reach the user, and end no editor
            found = Outcome(f"A fault of ours: {type(error).__name__}: {error}", failed=True)
        await showing
        now = self.document(job.document.uri)
        if found is not None and now is not None and now.version == job.document.version:
            self._tell(job.document, found, column)

    def _tell(self, document: Document, found: Outcome, column: int) -> None:
        if found.failed:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, found.message))
            return
        self.told.add(document.uri)
        self._publish(document.uri, document.version, [actions.notice(found, document.line, column)])

    def untell(self, uri: str) -> None:
        """Take the notice back: it is of an earlier text."""
        if uri in self.told:
            self.told.discard(uri)
            self._publish(uri, None, [])

    def _publish(self, uri: str, version: int | None, diagnostics: list[lsp.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, diagnostics, version))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What cannot be read goes to standard error; a message box for each would be in the way."""
        del source
        import sys

        print(f"nightschool lsp: {type(error).__name__}: {error}", file=sys.stderr, flush=True)


def open_server(look: Look) -> RepairServer:
    """The server with its features."""
    server = RepairServer(look)
    quick_fixes = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])
    feature = server.feature
    feature(lsp.TEXT_DOCUMENT_CODE_ACTION, quick_fixes)(_code_action)
    feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    feature(lsp.TEXT_DOCUMENT_DID_SAVE)(_saved)
    feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    feature(lsp.WINDOW_WORK_DONE_PROGRESS_CANCEL)(_cancelled)
    feature(lsp.SHUTDOWN)(_shut_down)
    server.command(actions.SEARCH)(_search)
    server.command(actions.STOP)(_stop)
    server.command(actions.TOOK)(_took)
    return server


def _code_action(ls: RepairServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    return ls.offered(params)


def _opened(ls: RepairServer, params: lsp.DidOpenTextDocumentParams) -> None:
    _forget(ls, params.text_document.uri)  # versions may begin again


def _changed(ls: RepairServer, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.jobs.stop(params.text_document.uri)
    ls.untell(params.text_document.uri)


def _saved(ls: RepairServer, params: lsp.DidSaveTextDocumentParams) -> None:
    """What cargo says of a package depends on all its files."""
    del params
    concerned = {one.uri for one in ls.workspace.text_documents.values() if in_package(Path(one.path))}
    ls.jobs.forget(lambda uri: uri in concerned)
    for uri in concerned:
        ls.untell(uri)


def _closed(ls: RepairServer, params: lsp.DidCloseTextDocumentParams) -> None:
    _forget(ls, params.text_document.uri)


def _forget(ls: RepairServer, uri: str) -> None:
    ls.jobs.forget(lambda one: one == uri)
    ls.untell(uri)


def _cancelled(ls: RepairServer, params: lsp.WorkDoneProgressCancelParams) -> None:
    job = ls.jobs.by_token(params.token)
    if job is not None:
        ls.jobs.stop(job.document.uri)


def _shut_down(ls: RepairServer, params: None) -> None:
    del params
    ls.jobs.stop_all()


def _search(ls: RepairServer, uri: Any, version: Any, line: Any, column: Any) -> str:
    """Begin a search; says in a word what became of it."""
    numbers = all(isinstance(one, int) and one >= 0 for one in (line, column))
    document = ls.document(uri, line) if isinstance(uri, str) and numbers else None
    if document is None:
        return "not open"
    if version != document.version:
        return "changed since"
    ls.search(document, column)
    return "known" if ls.jobs.known((document.uri, document.version)) is not None else "searching"


def _stop(ls: RepairServer, uri: Any) -> str:
    ls.jobs.stop(str(uri))
    return "stopped"


async def _took(ls: RepairServer, uri: Any, version: Any, number: Any) -> str:
    """Keep that a repair was carried out, beside the loop: it reads files; says in a word what became of it."""
    found = ls.jobs.known((uri, version)) if isinstance(uri, str) and isinstance(version, int) else None
    if found is None or found.keep is None or not isinstance(number, int) or not 0 <= number < len(found.proposed):
        return "forgotten"
    kept = await asyncio.get_running_loop().run_in_executor(None, found.keep, number)
    return f"{kept} kept"
