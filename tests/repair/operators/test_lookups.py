"""Looking a text up among owned ones."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

SOURCE = "fn f(names: &[String], name: &str) -> bool {\n    names.contains(name)\n}\n"


def test_a_borrowed_text_is_compared_or_owned() -> None:
    found = proposed(
        "text-among-owned", SOURCE, "E0308", "mismatched types", ("contains(^name", "expected `&String`, found `&str`")
    )
    assert found[0] == SOURCE.replace("names.contains(name)", "names.iter().any(|one| one == name)")
    assert SOURCE.replace("contains(name)", "contains(&name.to_string())") in found


def test_where_nothing_owned_is_wanted_nothing_is_proposed() -> None:
    assert proposed("text-among-owned", SOURCE, "E0308", "mismatched types", ("contains(^name", "expected `u8`")) == []
