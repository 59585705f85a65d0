"""Mutation operators: each breaks a compiling Rust program in one place, on its tree-sitter tree.

`engine.mutants(source)` enumerates; `operator.OPERATORS` names what each operator is meant to provoke.
"""
