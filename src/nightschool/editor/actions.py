"""Code actions of what was found, and of what can be asked.

Covered: which diagnostics are answered, titles, edits for the version that was searched. Not covered: when (`server`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    Command,
    Diagnostic,
    DiagnosticSeverity,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    WorkspaceEdit,
)

from nightschool.editor.edits import Units, text_edits
from nightschool.editor.records import Document, Outcome, Proposed

SEARCH = "nightschool.search"
STOP = "nightschool.stop"
TOOK = "nightschool.took"
"""Comes with each repair, after its edit: which one was carried out."""
SOURCE = "nightschool"
SYNTAX = "syntax-error"
"""rust-analyzer's code of what rustc gives none."""
_CODE = re.compile(r"E\d{4}")


def answered(context: CodeActionContext) -> list[Diagnostic]:
    """The diagnostics that repairs are offered for: rustc's and rust-analyzer's errors, if quick fixes are wanted."""
    wanted = context.only is None or any(
        kind in (CodeActionKind.Empty, CodeActionKind.QuickFix) for kind in context.only
    )
    return [one for one in context.diagnostics if _is_error(one)] if wanted else []


def _is_error(one: Diagnostic) -> bool:
    """An error with a code; rustc's denied lints and errors without a code are told by their severity.

    Of rust-analyzer's own diagnostics those that rustc has too: with rustc's code, and errors of syntax.
    """
    coded = _CODE.fullmatch(str(one.code or "")) is not None
    if one.source == "rustc":
        return coded or one.severity == DiagnosticSeverity.Error
    return one.source == "rust-analyzer" and (coded or one.code == SYNTAX)


def to_search(document: Document, diagnostics: Sequence[Diagnostic]) -> CodeAction:
    """The offer to search; its arguments are address, version, line and column where it was made."""
    at = diagnostics[0].range.start
    arguments = [document.uri, document.version, at.line, at.character]
    return _command("Search repairs (Night School)", SEARCH, arguments, diagnostics)


def to_stop(document: Document, tried: int, diagnostics: Sequence[Diagnostic]) -> CodeAction:
    """The offer to end a search that is under way."""
    so_far = f", {tried} tried so far" if tried else ""
    return _command(f"Stop searching repairs (Night School{so_far})", STOP, [document.uri], diagnostics)


def _command(title: str, name: str, arguments: list[object], diagnostics: Sequence[Diagnostic]) -> CodeAction:
    command = Command(title, name, arguments=arguments)
    return CodeAction(title, CodeActionKind.QuickFix, list(diagnostics), command=command)


def repairs(
    found: Outcome, document: Document, diagnostics: Sequence[Diagnostic], edit: Callable[[Proposed], WorkspaceEdit]
) -> list[CodeAction]:
    """One action for each repair, best first; preferred only if the policy is sure."""

    def note(number: int) -> Command:
        return Command("Note the choice", TOOK, arguments=[document.uri, document.version, number])

    return [
        CodeAction(
            title(found, one), CodeActionKind.QuickFix, list(diagnostics), is_preferred=one.sure or None,
            edit=edit(one), command=note(number),
        )
        for number, one in enumerate(found.proposed)
    ]  # fmt: skip


def title(found: Outcome, one: Proposed) -> str:
    """What it repairs, who proposed it and what to look at, whether it is sure, how many were tried."""
    notes = f", {'; '.join(one.notes)}" if one.notes else ""
    said = f"Repair {found.errors} by {one.by}{notes} ({'sure, ' if one.sure else ''}{found.tried} tried)"
    return " ".join(said.split())


def workspace_edit(
    proposed: Proposed, named: Callable[[Proposed], tuple[str, int | None]], units: Units, versioned: bool
) -> WorkspaceEdit:
    """The repair as edits of documents, `named` by address and version, if the client knows `versioned` edits."""
    edits = [(named(one), text_edits(one.before, one.after, units)) for one in _files(proposed)]
    if not versioned:
        return WorkspaceEdit(changes={name[0]: made for name, made in edits})
    return WorkspaceEdit(
        document_changes=[
            TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(*name), list(made)) for name, made in edits
        ]
    )


def _files(proposed: Proposed) -> Iterator[Proposed]:
    at: Proposed | None = proposed
    while at is not None:
        yield at
        at = at.also


def notice(found: Outcome, line: int, column: int) -> Diagnostic:
    """What came of a search, where it was asked for: editors that ask for actions when diagnostics change, ask now."""
    count = len(found.proposed)
    ready = f"{count} {'repair' if count == 1 else 'repairs'} ready among the code actions. " if count else ""
    at = Position(line, column)
    return Diagnostic(Range(at, at), ready + found.message, DiagnosticSeverity.Information, source=SOURCE)
