"""Repairs in an editor: `nightschool lsp`, a language server over standard input and output (docs/editor.md).

Covered: code actions with verified repairs beside rust-analyzer's. Not covered: finding errors (rust-analyzer does),
finding repairs (`phases.repair`, `phases.crate`).
"""
