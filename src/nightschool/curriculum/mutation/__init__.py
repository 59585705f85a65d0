"""Mutation operators: each breaks a compiling Rust program in one place, on its tree-sitter tree."""
