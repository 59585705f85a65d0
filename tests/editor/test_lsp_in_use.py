"""`nightschool lsp` while a person works: cancelling, typing on, leaving; and what is no protocol at all."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from tests.cargo.made import copied, edit, learnt
from tests.cli.test_fix import BROKEN, sure
from tests.editor.client import Editor, editor, until

pytestmark = pytest.mark.integration
PLAIN = BROKEN.removeprefix("\ufeff")


async def searching(client: Editor, uri: str) -> None:
    (offer,) = await client.actions(uri)
    assert await client.run(offer) == "searching"
    await until(lambda: [one for one in client.progress if one["kind"] == "begin"])


def test_progress_is_shown_and_its_button_ends_the_search(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(tmp_path / "main.rs", PLAIN)
            await searching(client, uri)
            (stop,) = await client.actions(uri)
            assert stop.title.startswith("Stop searching repairs")
            client.window_work_done_progress_cancel(lsp.WorkDoneProgressCancelParams(client.tokens[0]))
            await until(lambda: [one for one in client.progress if one["kind"] == "end"])
            assert client.progress[-1]["message"] == "stopped"
            (offer,) = await client.actions(uri)
            assert offer.title == "Search repairs (Night School)"
            assert not client.published
            await client.searched(uri)  # a stopped search leaves nothing behind that keeps the next one from running
            assert client.progress[-1]["message"] == "searched"
            assert await client.bye() == 0

    asyncio.run(session())


def test_a_document_that_changes_during_the_search_gets_nothing_of_the_old_text(tmp_path: Path) -> None:
    sure(tmp_path)

    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(tmp_path / "main.rs", PLAIN)
            await searching(client, uri)
            client.change(uri, f"// one line more\r\n{PLAIN}", 2)
            await until(lambda: [one for one in client.progress if one["kind"] == "end"])
            (offer,) = await client.actions(uri)
            assert list(offer.command.arguments[:2]) == [uri, 2]
            old = lsp.ExecuteCommandParams(offer.command.command, [uri, 1, 0, 0])
            assert await client.workspace_execute_command_async(old) == "changed since"
            (action,) = await client.searched(uri)
            assert [one.version for one in client.published] == [2]
            (change,) = action.edit.document_changes
            assert (change.text_document.version, change.edits[0].range.start.line) == (2, 2)
            client.change(uri, PLAIN, 3)
            await until(lambda: not client.notices(uri))
            assert await client.bye() == 0

    asyncio.run(session())


def test_shutting_down_during_a_search_ends_the_program(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as client:
            await searching(client, client.open(tmp_path / "main.rs", PLAIN))
            assert await client.bye() == 0

    asyncio.run(session())


def test_an_editor_that_dies_during_a_search_takes_the_server_with_it(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as client:
            await searching(client, client.open(tmp_path / "main.rs", PLAIN))
            client._server.stdin.close()
            assert await client.exit_code() == 0

    asyncio.run(session())


def test_garbage_is_survived_and_answered_to_nobody(tmp_path: Path) -> None:
    """Lines that are no headers, a body that is no JSON, parameters of another kind, an unknown method and command."""
    bodies = [
        b"{nonsense",
        b"[1, 2]",
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": 7}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": "file:///no.rs", '
        b'"version": 1}, "contentChanges": [{"text": "x"}]}}',
        b'{"jsonrpc": "2.0", "method": "no/such", "params": {}}',
    ]

    async def session() -> None:
        async with editor(tmp_path) as client:
            client._server.stdin.write(b"garbage\r\n\xff\xfe\x00\nContent-Length: x\r\n\r\n")
            for body in bodies:
                client._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            for arguments in ([], [7], ["untitled:x", 1, 0, 0], ["file:///no.rs", "x", {}, None]):
                asked = lsp.ExecuteCommandParams("nightschool.search", arguments)
                try:
                    assert await client.workspace_execute_command_async(asked) == "not open"
                except JsonRpcInvalidParams:
                    assert len(arguments) < 4
            uri = client.open(tmp_path / "main.rs", "not Rust")
            assert len(await client.actions(uri)) == 1
            assert await client.bye() == 0

    asyncio.run(session())


def test_what_ends_at_once_exits_without_a_word() -> None:
    done = subprocess.run([sys.executable, "-m", "nightschool", "lsp"], input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


def test_a_saved_document_is_repaired_in_its_package_by_the_users_cargo(tmp_path: Path) -> None:
    """`store.rs` needs its crate: by itself it has other errors; unsaved it is searched by itself, and that is said."""
    learnt(tmp_path)
    workspace = copied(tmp_path)
    file = workspace / "core" / "src" / "store.rs"
    edit(file, "let mut names = Vec::new()", "let names = Vec::new()")
    text = file.read_text()

    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(file, text)
            (action,) = await client.searched(uri)
            (change,) = action.edit.document_changes
            (one,) = change.edits
            assert "let mut names = Vec::new()" in one.new_text
            assert (action.is_preferred, action.title.startswith("Repair E0596 by ")) == (True, True)
            assert "library core_parts type-checks, as cargo calls rustc" in client.notices(uri)[0].message
            client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
            (offer,) = await client.actions(uri)
            assert offer.command is not None
            assert await client.bye() == 0

    asyncio.run(session())
    assert file.read_text() == text
