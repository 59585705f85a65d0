"""Failures as tests need them."""

from __future__ import annotations

from dataclasses import replace

from nightschool.episodes.episode import Failure

FAILURE = Failure(
    package="shop", target="shop", kind="lib", edition="2021", toolchain="rustc 1.95.0", command="check",
    root="src/lib.rs", fingerprint="debug/.fingerprint/shop-0/lib-shop", code="E0308", message="mismatched types",
    diagnostics=({"message": "mismatched types", "code": {"code": "E0308"}, "level": "error", "spans": []},),
    sources={"src/lib.rs": 'pub fn two() -> u8 { "2" }\n'},
)  # fmt: skip


def numbered(number: int) -> Failure:
    """One of many distinct failures."""
    return replace(FAILURE, sources={"src/lib.rs": f'pub fn f{number}() -> u8 {{ "2" }}\n'})
