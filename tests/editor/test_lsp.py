"""`nightschool lsp` as a program, over standard input and output, with a real client."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from tests.cli.test_fix import BROKEN, FIXED, fix, sure
from tests.editor.client import applied, editor

pytestmark = pytest.mark.integration
PLAIN = BROKEN.removeprefix("\ufeff")
"""As an editor has it: CRLF, tabs, odd separators, a last line without an end; the mark is left out."""


def edits_of(action: lsp.CodeAction) -> list[lsp.TextEdit]:
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    return list(change.edits)  # type: ignore[arg-type]


def test_an_unsaved_text_is_repaired_as_fix_repairs_it_from_standard_input(tmp_path: Path) -> None:
    """One line of eleven differs, so one edit from line 1 to line 2; nothing is on disk."""
    sure(tmp_path)

    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(tmp_path / "main.rs", PLAIN)
            (action,) = await client.searched(uri)
            (edit,) = edits_of(action)
            assert (edit.range.start, edit.range.end) == (lsp.Position(1, 0), lsp.Position(2, 0))
            assert edit.new_text.endswith("c \x85\r\n")
            assert applied(PLAIN, [edit]) == FIXED.removeprefix("\ufeff")
            assert action.edit.document_changes[0].text_document.version == 1
            (notice,) = client.notices(uri)
            assert notice.message.startswith("1 repair ready among the code actions. Sure of the repair (99%;")
            found = json.loads(fix(tmp_path, "--stdin", "--json", "main.rs", said=PLAIN.encode()).stdout)
            assert applied(PLAIN, [edit]) == found["candidates"][0]["program"]
            assert action.title == f"Repair E0384 by {found['candidates'][0]['by']} (sure, {found['tried']} tried)"
            assert action.is_preferred
            assert await client.bye() == 0

    asyncio.run(session())
    assert not (tmp_path / "main.rs").exists()


def test_who_is_not_sure_prefers_nothing_and_a_known_version_costs_nothing(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path, progress=False, versioned=False) as client:
            uri = client.open(tmp_path / "main.rs", PLAIN)
            (offer,) = await client.actions(uri)
            found = await client.searched(uri)
            assert found
            assert not any(one.is_preferred for one in found)
            assert FIXED.removeprefix("\ufeff") in [applied(PLAIN, one.edit.changes[uri]) for one in found]
            began, notices = time.monotonic(), len(client.published)
            assert await client.run(offer) == "known"
            assert await client.actions(uri) == found
            assert time.monotonic() - began < 1.0
            assert (len(client.published), client.tokens) == (notices, [])
            assert await client.bye() == 0

    asyncio.run(session())


def test_only_errors_of_rust_in_open_files_are_answered(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(tmp_path / "main.rs", PLAIN)
            assert await client.actions(uri, "rust-analyzer")
            assert await client.actions(uri, only=[lsp.CodeActionKind.QuickFix])
            assert not await client.actions(uri, only=[lsp.CodeActionKind.Refactor])
            assert not await client.actions(uri, "clippy")
            assert not await client.actions(uri, "rust-analyzer", "inactive-code")
            assert not await client.actions((tmp_path / "other.rs").as_uri())
            other = client.open(tmp_path / "notes.md", "# E0384")
            assert isinstance(await client.actions(other), list)
            assert not await client.actions("untitled:Untitled-1")

    asyncio.run(session())
