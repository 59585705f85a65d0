"""What rust-analyzer shows, as it is written down in its sources, sent by a client: which of it our server acts on.

rust-analyzer itself is not here: `diagnostics/to_proto.rs` and `ide-diagnostics` say how its diagnostics look.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import converters
from lsprotocol import types as lsp

from tests.cli.test_fix import BROKEN
from tests.editor.client import editor

pytestmark = pytest.mark.integration
PLACE = {"start": {"line": 2, "character": 4}, "end": {"line": 2, "character": 9}}
CODES = "https://doc.rust-lang.org/error-index.html#"


def shown(source: str, code: str | None, severity: int = 1, **more: Any) -> dict[str, Any]:
    named = {} if code is None else {"code": code, "codeDescription": {"href": CODES + code}}
    return {"range": PLACE, "severity": severity, "source": source, "message": "said", **named, **more}


def related(uri: str) -> list[dict[str, Any]]:
    return [{"location": {"uri": uri, "range": PLACE}, "message": "first assignment to `x`"}]


FROM_CARGO = {"data": {"rendered": "error[E0384]: cannot assign twice to immutable variable"}, "tags": []}
ANSWERED = {
    "rustc's error with its notes as related information": shown("rustc", "E0384", **FROM_CARGO),
    "a label of it, which is a hint of its own": shown("rustc", "E0384", severity=4),
    "an error of rustc without a code": shown("rustc", None, **FROM_CARGO),
    "a denied lint": shown("rustc", "unused_must_use"),
    "its own, with rustc's code": shown("rust-analyzer", "E0063"),
    "its own, of syntax": shown("rust-analyzer", "syntax-error"),
}
LEFT = {
    "a warning of rustc": shown("rustc", "unused_variables", severity=2),
    "clippy's": shown("clippy", "needless_return"),
    "its own, which rustc does not know": shown("rust-analyzer", "unresolved-proc-macro"),
    "its own, of code that is left out": shown("rust-analyzer", "inactive-code", severity=4, tags=[1]),
}


def test_rustcs_errors_are_answered_whoever_shows_them_and_nothing_else(tmp_path: Path) -> None:
    read = converters.get_converter()

    async def session() -> None:
        async with editor(tmp_path) as client:
            uri = client.open(tmp_path / "main.rs", BROKEN.removeprefix("\ufeff"))
            for name, said in {**ANSWERED, **LEFT}.items():
                error = read.structure({**said, "relatedInformation": related(uri)}, lsp.Diagnostic)
                titles = [one.title for one in await client.actions_on(uri, [error])]
                assert titles == (["Search repairs (Night School)"] if name in ANSWERED else []), name
            both = [read.structure(one, lsp.Diagnostic) for one in (LEFT["clippy's"], ANSWERED["a denied lint"])]
            (offer,) = await client.actions_on(uri, both)
            assert list(offer.diagnostics) == both[1:], "the offer is on what it answers"
            assert await client.bye() == 0

    asyncio.run(session())
