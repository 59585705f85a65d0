"""Claims on errors that repairs name: whether the name suits the call that failed."""

from __future__ import annotations

import pytest

from nightschool.repair.reasons import reasons


@pytest.mark.parametrize(
    ("line", "fit", "unfit"),
    [
        ("a.checked_add(b).ok_or(E::Overflow)?", 1, 0),
        ("a.checked_add(b).ok_or(E::Missing { at: b })?", 0, 1),
        ("text.trim().parse::<u8>().map_err(|_| E::BadNumber)?", 1, 0),
        ("text.parse::<u8>().map_err(|e| E::Empty(e.to_string()))?", 0, 1),
        ("map.get(&key).ok_or_else(|| crate::E::UnknownKey(key.clone()))?", 1, 0),
        ("map.get(&key).ok_or(E::Overflow)?", 0, 1),
        ("own(a).ok_or(E::Overflow)?", 0, 0),  # whose failure has no usual name
        ("map.get(&key).ok_or(E::Grid)?", 0, 0),  # a name that says nothing here
        ('map.get(&key).ok_or("missing")?', 0, 0),
        ("a.first().ok_or(E::Empty)? + a.get(1).ok_or(E::TooShort)?", 2, 0),
    ],
)
def test_a_name_suits_a_call_that_fails_so(line: str, fit: int, unfit: int) -> None:
    found = reasons(f"fn f() -> R {{ {line} }}")
    assert (found[0].total(), found[1].total()) == (fit, unfit)
