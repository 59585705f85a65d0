"""`nightschool lsp` as a program, over standard input and output, with a real client."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from nightschool.episodes.store import Store
from nightschool.episodes.watched import key_of
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
    sure(tmp_path, -5.0)

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
            assert await client.actions(uri, "rust-analyzer", "syntax-error")
            for own in ("inactive-code", "unresolved-proc-macro", "macro-error", "unlinked-file"):
                assert not await client.actions(uri, "rust-analyzer", own)
            assert not await client.actions((tmp_path / "other.rs").as_uri())
            other = client.open(tmp_path / "notes.md", "# E0384")
            assert isinstance(await client.actions(other), list)
            assert not await client.actions("untitled:Untitled-1")

    asyncio.run(session())


def test_the_repair_that_was_carried_out_is_kept_over_those_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third of the repairs over the first two, where the folder is enabled; the first one over nothing."""
    sure(tmp_path, -5.0)
    monkeypatch.setenv("NIGHTSCHOOL_EPISODES", str(tmp_path / "store.db"))
    with Store(tmp_path / "store.db") as store:
        store.enable(key_of(tmp_path), "shop", True, 30)

    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(tmp_path / "main.rs", PLAIN)
            first, second, third = await client.searched(uri)
            assert await client.run(first) == "0 kept"
            client.change(uri, applied(PLAIN, edits_of(third)), 2)
            assert await client.run(third) == "2 kept"
            never = lsp.ExecuteCommandParams("nightschool.took", [uri, 1, 7])
            assert await client.workspace_execute_command_async(never) == "forgotten"
            with Store(tmp_path / "store.db") as store:
                (episode,) = store.episodes()
            texts = [applied(PLAIN, edits_of(one)) for one in (first, second, third)]
            assert [(one.rejected, one.chosen) for one in episode.preferences] == [
                (text, texts[2]) for text in texts[:2]
            ]
            assert {one.decided for one in episode.preferences} == {"action"}
            assert await client.bye() == 0

    asyncio.run(session())
