"""Claims on copies that closures change: lost if the value outside is read afterwards."""

from __future__ import annotations

import pytest

from nightschool.repair.captured import changed_captures
from nightschool.repair.chooser import ASKED
from nightschool.repair.risks import told
from nightschool.rust.tree import Syntax


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("let t = spawn(move || { n += 1; }); t.join(); n", 1),
        ("let t = spawn(move || { if n < 9 { n += 1; } }); t.join(); n", 1),
        ("let t = spawn(move || { p.x = 1; all[0] = 2; }); t.join(); (p, all)", 2),
        ("let t = spawn(|| { n += 1; }); t.join(); n", 0),  # borrowed, not copied
        ("let t = spawn(move || { n += 1; n }); t.join().unwrap() + n", 0),  # the copy comes back
        ("let t = spawn(move || { n += 1; }); t.join();", 0),  # nobody reads it
        ("let t = spawn(move || { n += 1; }); n = 0; n", 0),  # set anew
        ("let t = spawn(move || { let mut n = 0; n += 1; }); n", 0),  # its own
        ("each(move |mut n| { n += 1; }); n", 0),
        ("let t = spawn(move || { *n.lock().unwrap() += 1; }); n", 0),  # shared
        ("let t = spawn(move || { *n += 1; }); n", 0),  # behind a reference
    ],
)
def test_a_change_is_lost_in_a_copy_that_a_closure_took(body: str, lost: int) -> None:
    assert changed_captures(Syntax(f"fn f(mut n: u32) {{ {body} }}")) == lost


def test_a_person_is_told_of_it_and_asked() -> None:
    broken = "fn f() -> u32 { let mut n = 0; let t = spawn(|| { n += 1; }); t.join(); n }"
    assert "risk:captured" in ASKED
    assert told(broken, broken.replace("||", "move ||")) == [
        "a closure changes its copy of a value, and the value itself is used after it"
    ]
