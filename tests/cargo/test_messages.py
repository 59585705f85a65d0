"""Cargo's JSON lines are cut at line feeds alone, and errors are told once a target."""

import json

from nightschool.cargo import artifacts, errors, read_lines
from nightschool.cargo.defined import defining
from nightschool.cargo.messages import package_name

TARGET = {"name": "core", "kind": ["lib"], "src_path": "/w/core/src/lib.rs"}


def _said(text: str, level: str = "error", **more: object) -> dict[str, object]:
    message = {"level": level, "message": text, "spans": [], "rendered": f"{level}: {text}\n", **more}
    return {
        "reason": "compiler-message",
        "package_id": "path+file:///w/core#0.1.0",
        "target": TARGET,
        "message": message,
    }


def test_a_line_separator_inside_a_message_ends_no_line() -> None:
    line = json.dumps(_said("a\u2028b\u0085c\x0cd"), ensure_ascii=False)
    (found,) = errors(list(read_lines(f"{line}\n")))
    assert found.message["message"] == "a\u2028b\u0085c\x0cd"


def test_an_error_of_a_library_and_of_its_tests_is_one() -> None:
    messages = [_said("mismatched types"), _said("mismatched types"), _said("unused", "warning")]
    messages.append(_said("aborting due to 1 previous error"))
    assert [one.message["message"] for one in errors(messages)] == ["mismatched types"]


def test_what_a_test_prints_between_the_lines_is_no_message() -> None:
    assert list(read_lines('running 1 test\n{"a": 1}\n{"reason": "build-finished", "success": true}\n{"rea')) == [
        {"reason": "build-finished", "success": True}
    ]


def test_artifacts_say_whether_they_are_tests_and_were_fresh() -> None:
    line = {"reason": "compiler-artifact", "package_id": "p#core@1.0.0", "target": TARGET, "profile": {"test": True}}
    (made,) = artifacts([{**line, "fresh": False, "executable": None}])
    assert (made.test, made.fresh, made.target.told) == (True, False, "library core")


def test_names_of_packages_are_read_from_both_forms_of_ids() -> None:
    assert package_name("path+file:///w/core#0.1.0") == "core"
    assert package_name("path+file:///w/core#core-parts@0.1.0") == "core-parts"
    assert package_name("registry+https://github.com/rust-lang/crates.io-index#serde@1.0.1") == "serde"


def test_what_an_error_names_is_looked_for_in_files_that_can_be_read(tmp_path) -> None:
    """`book.rs` is a folder of mdBook or of tests, `gone.rs` a link to nothing."""
    (tmp_path / "book.rs").mkdir()
    (tmp_path / "gone.rs").symlink_to("nowhere")
    (tmp_path / "lib.rs").write_text("fn hidden() {}\n")
    error = _said("function `hidden` is private")["message"] | {"children": []}
    assert list(defining(error, tmp_path)) == ["lib.rs"]
