"""Reduction: what is not needed goes, on both sides; what is left fails in the same way, and compiles when fixed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.lessons import load_lessons
from nightschool.curriculum.verify import verify
from nightschool.episodes.episode import Episode, Failure
from nightschool.episodes.modules import crate_files
from nightschool.episodes.reduction.flatten import flatten, plain, tidy
from nightschool.episodes.reduction.hoist import hoisted
from nightschool.episodes.reduction.lesson import pattern_of, write_lesson
from nightschool.episodes.reduction.oracle import Pair
from nightschool.episodes.reduction.pieces import pieces
from nightschool.episodes.reduction.reduce import Step, reduce_episode
from nightschool.episodes.reduction.slicing import emptied, sliced
from nightschool.rust.judge import Judge, open_judge
from nightschool.rust.tree import Syntax
from tests.episodes.failures import FAILURE

CRATE = Path(__file__).parent / "crate"
SOURCES = {path.relative_to(CRATE).as_posix(): path.read_text() for path in sorted((CRATE / "src").glob("*.rs"))}


def test_a_crate_s_files_are_found_from_its_root() -> None:
    tree = {
        "src/lib.rs": "mod a;\nmod b { mod c; }\n#[path = \"odd.rs\"]\nmod d;\nmod absent;\n",
        "src/a/mod.rs": "mod e;\n", "src/a/e.rs": "", "src/b/c.rs": "", "src/odd.rs": "", "src/stray.rs": "",
    }  # fmt: skip
    found = crate_files("src/lib.rs", tree.get)
    assert set(found) == set(tree) - {"src/stray.rs"}


def test_files_become_modules_of_one() -> None:
    sources = {"src/lib.rs": "pub mod a;\n", "src/a.rs": "pub mod b;\n", "src/a/b.rs": "pub fn c() {}\n"}
    joined = " ".join(flatten(sources, "src/lib.rs", tests=False).split())
    assert joined == "pub mod a { pub mod b { pub fn c() {} } }"


def test_comments_foreign_attributes_and_test_modules_go() -> None:
    text = (
        "//! About.\n#![deny(missing_docs)]\n#[derive(Debug, Serialize)]\n#[serde(default)]\npub struct A; // b\n"
        "#[cfg(test)]\nmod tests { fn c() {} }\n"
    )
    assert plain(text, tests=False) == "#[derive(Debug)]\n\npub struct A;\n"
    assert "mod tests" in plain(text, tests=True)


def test_where_a_doc_comment_goes_the_next_line_keeps_its_indentation() -> None:
    assert plain("impl A {\n    /// One.\n    fn a() {}\n}\n", tests=False) == "impl A {\n    fn a() {}\n}\n"


def test_what_the_change_does_not_name_goes() -> None:
    shared = "pub struct A(u8);\npub struct B;\nfn helper() -> A { A(1) }\nfn other() { let b = B; }\n"
    pair = Pair(shared + 'fn f() -> u8 { helper(); "2" }\n', shared + "fn f() -> u8 { helper(); 2 }\n")
    cut = sliced(emptied(pair, frozenset({5})), frozenset({5}))
    assert [line for line in cut.fixed.split("\n") if line] == [
        "pub struct A(u8);", "fn helper() -> A { todo!() }", "fn f() -> u8 { helper(); 2 }",
    ]  # fmt: skip


def test_a_changed_function_and_its_counterpart_are_one_piece() -> None:
    broken, fixed = (
        Syntax('fn a() {}\nfn f() { let x = 1; let y: u8 = "2"; }\n'),
        Syntax("fn a() {}\nfn f() { let x = 1; let y: u8 = 2; }\n"),
    )
    found = {(one.kind, one.name, one.same) for one in pieces(broken, fixed)}
    assert ("function_item", "a", True) in found
    assert ("function_item", "f", False) in found
    assert [one.same for one in pieces(broken, fixed) if one.kind == "let_declaration"] == [True, False]


def test_modules_are_taken_away() -> None:
    text = "pub mod a {\npub struct A;\n}\npub mod b {\nuse crate::a::A;\npub fn f(_: A, _: super::a::A) {}\n}\n"
    assert hoisted(Pair(text, text)).fixed == "pub struct A;\n\npub fn f(_: A, _: A) {}\n"


def test_tidy_closes_up_blocks() -> None:
    assert tidy("struct A {\n\n    \n}\nfn f() {\n\n    g();\n\n\n    h();\n\n}\n") == (
        "struct A {}\nfn f() {\n    g();\n\n    h();\n}\n"
    )


def test_the_pattern_is_that_of_the_operator_that_breaks_the_program_so() -> None:
    fixed = "pub fn f(names: &mut Vec<String>) { names.push(String::new()); }\n"
    pair = Pair(fixed.replace("&mut Vec", "&Vec"), fixed)
    assert pattern_of(pair, "E0596") in ("missing-mut", "assign-through-shared", "shared-instead-of-mutable")
    assert pattern_of(Pair('pub fn f() -> u8 { 1 + 2 - "" }\n', "pub fn f() -> u8 { 7 }\n"), "E9999") == "own-e9999"


def episode(path: str, right: str, wrong: str, code: str, message: str) -> Episode:
    """The crate with one text of one file replaced, as capture would keep it; the quote is the wrong line."""
    text = SOURCES[path]
    assert text.count(right) == 1
    broken = {**SOURCES, path: text.replace(right, wrong)}
    quote = next(line for line in broken[path].split("\n") if wrong.split("\n")[0] in line)
    span = {"file_name": path, "is_primary": True, "text": [{"text": quote}]}
    said = {"message": message, "code": {"code": code}, "level": "error", "spans": [span]}
    failure: Failure = replace(FAILURE, code=code, message=message, diagnostics=(said,), sources=broken)
    return Episode("0123456789ab", "till", 0.0, 1, 1.0, failure, SOURCES)


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    return open_judge(Config(root=tmp_path))


CASES = [
    ("src/basket.rs", "pub fn note(&mut self", "pub fn note(&self", "E0596",
     "cannot borrow `self.notes` as mutable, as it is behind a `&` reference"),
    ("src/goods.rs", "Kind::Other => 19", "Kind::Othr => 19", "E0599",
     "no variant or associated item named `Othr` found for enum `Kind` in the current scope"),
    ("src/receipt.rs", "let mut text = String::new();", "let text = String::new();", "E0596",
     "cannot borrow `text` as mutable, as it is not declared as mutable"),
]  # fmt: skip


@pytest.mark.integration
@pytest.mark.parametrize(("path", "right", "wrong", "code", "message"), CASES)
def test_an_episode_becomes_a_lesson_that_curriculum_takes(  # some 260 lines of four modules with a dependency
    judge: Judge, tmp_path: Path, path: str, right: str, wrong: str, code: str, message: str
) -> None:
    made = reduce_episode(episode(path, right, wrong, code, message), judge)
    assert made.step is Step.LESSON
    assert made.draft is not None
    assert made.lines <= 30 < 200 < made.lines_before
    assert "money" not in made.draft.broken
    write_lesson(tmp_path / "ours", made.draft)
    (draft,) = load_lessons(tmp_path / "ours")
    (row,) = verify([draft], judge)
    assert (row.error_code, row.broken, row.fixed) == (code, made.draft.broken, made.draft.fixed)


@pytest.mark.integration
def test_what_cannot_stand_alone_is_said(judge: Judge) -> None:
    """The wrong line calls a function of the dependency, and its type is what the error is about."""
    wrong = episode("src/goods.rs", "money::parse(price)?", "money::parse(price)", "E0308", "mismatched types")
    assert reduce_episode(wrong, judge).step is Step.ENTANGLED


def test_what_is_not_repaired_or_has_no_code_is_said() -> None:
    kept = episode(*CASES[0])
    assert reduce_episode(replace(kept, repaired=None), None).step is Step.OPEN  # type: ignore[arg-type]
    codeless = replace(kept, failure=replace(kept.failure, code=None))
    assert reduce_episode(codeless, None).step is Step.CODELESS  # type: ignore[arg-type]
