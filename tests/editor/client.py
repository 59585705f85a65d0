"""An editor for tests: pygls' client, with `nightschool lsp` started as the program that editors start."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

LONGEST_S = 120.0
ERROR = lsp.Range(lsp.Position(2, 4), lsp.Position(2, 9))


class Editor(LanguageClient):
    """Keeps what the server tells it."""

    def __init__(self) -> None:
        super().__init__("test-editor", "1")
        known = self.protocol.get_result_type
        # lsprotocol 2025.0.0 reads an action that has a command as a command; here it is read as what it is
        self.protocol.get_result_type = lambda name: None if name == lsp.TEXT_DOCUMENT_CODE_ACTION else known(name)
        self.published: list[lsp.PublishDiagnosticsParams] = []
        self.progress: list[Any] = []
        self.messages: list[lsp.ShowMessageParams] = []
        self.tokens: list[str | int] = []
        self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.published.append(params))
        self.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.append(params))
        self.feature(lsp.PROGRESS)(lambda params: self.progress.append(params.value))
        self.feature(lsp.WINDOW_WORK_DONE_PROGRESS_CREATE)(lambda params: self.tokens.append(params.token))

    def open(self, file: Path, text: str, version: int = 1) -> str:
        item = lsp.TextDocumentItem(file.as_uri(), "rust", version, text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return item.uri

    def change(self, uri: str, text: str, version: int) -> None:
        named = lsp.VersionedTextDocumentIdentifier(version, uri)
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(named, [whole]))

    async def actions(self, uri: str, source: str = "rustc", code: str = "E0384", **context: Any) -> list[Any]:
        error = lsp.Diagnostic(ERROR, "an error", lsp.DiagnosticSeverity.Error, code, source=source)
        return await self.actions_on(uri, [error], **context)

    async def actions_on(self, uri: str, errors: list[lsp.Diagnostic], **context: Any) -> list[Any]:
        asked = lsp.CodeActionContext(errors, **context)
        named = lsp.TextDocumentIdentifier(uri)
        found = await self.text_document_code_action_async(lsp.CodeActionParams(named, ERROR, asked))
        return [self.protocol._converter.structure(one, lsp.CodeAction) for one in found or []]

    async def run(self, action: Any) -> Any:
        command = action.command
        return await self.workspace_execute_command_async(lsp.ExecuteCommandParams(command.command, command.arguments))

    async def searched(self, uri: str) -> list[Any]:
        """The repairs, after a search from the offer to its end."""
        (offer,) = await self.actions(uri)
        assert await self.run(offer) == "searching"
        await until(lambda: self.notices(uri))
        return await self.actions(uri)

    def notices(self, uri: str) -> list[lsp.Diagnostic]:
        """The server's own diagnostics of a document, as they are now."""
        said = [one for one in self.published if one.uri == uri]
        return list(said[-1].diagnostics) if said else []

    async def bye(self) -> int | None:
        """Shut down and exit as editors do; the server's exit code."""
        await self.shutdown_async(None)
        self.exit(None)
        return await self.exit_code()

    async def exit_code(self) -> int | None:
        assert self._server is not None
        await asyncio.wait_for(self._server.wait(), LONGEST_S)
        return self._server.returncode


async def until(true: Callable[[], object]) -> None:
    """Wait for what the server tells."""
    async with asyncio.timeout(LONGEST_S):
        while not true():
            await asyncio.sleep(0.02)


@asynccontextmanager
async def editor(root: Path, progress: bool = True, versioned: bool = True) -> AsyncIterator[Editor]:
    """A client with its server, in a project folder; the server is ended however the test ends."""
    client = Editor()
    await client.start_io(sys.executable, "-m", "nightschool", "lsp", cwd=root, env={**os.environ})
    capabilities = lsp.ClientCapabilities(
        window=lsp.WindowClientCapabilities(work_done_progress=progress),
        workspace=lsp.WorkspaceClientCapabilities(
            workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=versioned)
        ),
    )
    await client.initialize_async(lsp.InitializeParams(capabilities, root_uri=root.as_uri()))
    client.initialized(lsp.InitializedParams())
    try:
        yield client
    finally:
        assert client._server is not None
        if client._server.returncode is None:
            client._server.kill()
        await client.stop()


def applied(text: str, edits: list[lsp.TextEdit]) -> str:
    """The text with the edits, positions in UTF-16, by the protocol alone: nothing of the server's code."""
    units = text.encode("utf-16-le")
    starts = [0]
    for n, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[n + 1 : n + 2] != "\n"):
            starts.append(len(text[: n + 1].encode("utf-16-le")))

    def at(position: lsp.Position) -> int:
        return starts[position.line] + 2 * position.character

    for edit in sorted(edits, key=lambda one: at(one.range.start), reverse=True):
        units = units[: at(edit.range.start)] + edit.new_text.encode("utf-16-le") + units[at(edit.range.end) :]
    return units.decode("utf-16-le")
