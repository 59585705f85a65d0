from pathlib import Path

import pytest

from nightschool.curriculum.crates import crate_examples
from nightschool.curriculum.documentation import documentation_examples, library_style
from nightschool.errors import EnvironmentMissingError, UsageError
from nightschool.rust.toolchain import find_toolchain


def test_the_toolchain_ships_thousands_of_distinct_examples() -> None:
    try:
        examples = documentation_examples(find_toolchain().sysroot)
    except EnvironmentMissingError:
        pytest.skip("rust-docs is not installed")
    assert len(examples) > 2000
    assert len({example.source for example in examples}) == len(examples)
    assert all("unsafe" not in example.source and "#![" not in example.source for example in examples)
    assert sum(example.tests is not None for example in examples) > 1000
    assert all(example.group and example.provenance.startswith(example.group) for example in examples)


def test_missing_documentation_names_the_component(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentMissingError, match="rustup component add rust-docs"):
        documentation_examples(tmp_path)


def test_pages_are_unescaped_and_ignored_examples_skipped(tmp_path: Path) -> None:
    page = tmp_path / "share/doc/rust/html/std/x.html"
    page.parent.mkdir(parents=True)
    pre = '<pre class="rust rust-example-rendered"><code>{}</code></pre>'
    code = '<span class="kw">let </span>a = &amp;[1];\nlet b = a.len() &gt; 0;\nassert!(b);'
    wraps = [f'<div class="example-wrap">{pre.format(code)}</div>']
    wraps.append(f'<div class="example-wrap compile_fail">{pre.format(code.replace("a", "z"))}</div>')
    page.write_text("\n".join(wraps))
    found = documentation_examples(tmp_path)
    assert [example.provenance for example in found] == ["std/x.html#1"]
    assert "let a = &[1];" in found[0].source


def test_bare_statements_are_wrapped_and_their_assertions_are_the_test() -> None:
    source, tests = library_style("use std::rc::Rc;\nlet a = Rc::new(1);\nassert_eq!(*a, 1);")
    assert source == ("use std::rc::Rc;\n\npub fn example() {\n    let a = Rc::new(1);\n    assert_eq!(*a, 1);\n}")
    assert tests is not None
    assert "example();" in tests


def test_assertions_about_items_move_out_of_the_program() -> None:
    source, tests = library_style("fn two() -> i32 {\n    2\n}\n\nfn main() {\n    assert_eq!(two(), 2);\n}")
    assert source == "fn two() -> i32 {\n    2\n}"
    assert tests is not None
    assert "assert_eq!(two(), 2);" in tests


def test_a_main_that_returns_a_result_keeps_its_type() -> None:
    source, tests = library_style("fn main() -> Result<(), String> {\n    let x = 1;\n    Ok(())\n}")
    assert "pub fn example() -> Result<(), String> {" in source
    assert tests is not None
    assert "example().is_ok()" in tests


CRATE = """\
use std::collections::HashMap;
use crate::other::Thing;

pub struct Tally {
    counts: HashMap<String, usize>,
}

impl Tally {
    pub fn add(&mut self, word: &str) {
        *self.counts.entry(word.to_string()).or_insert(0) += 1;
    }
}

pub fn lonely(a: i32) -> i32 {
    let b = a + 1;
    let c = b * helper(a);
    c
}

fn helper(a: i32) -> i32 {
    a - 1
}

pub fn entangled(thing: crate::other::Thing) -> i32 {
    let a = 1;
    let b = 2;
    a + b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lonely_multiplies() {
        assert_eq!(lonely(3), 8);
    }
}
"""


def test_crate_items_travel_with_what_they_name_and_their_tests(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/lib.rs").write_text(CRATE)
    (tmp_path / "target").mkdir()
    (tmp_path / "target/made.rs").write_text(CRATE)
    found = {example.provenance.rsplit(":")[-1]: example for example in crate_examples(tmp_path)}
    assert set(found) == {"Tally", "lonely"}
    assert "fn helper" in found["lonely"].source
    assert "use std::collections::HashMap;" in found["Tally"].source
    assert "lonely(3), 8" in (found["lonely"].tests or "")
    assert found["Tally"].tests is None
    assert found["lonely"].examinable


def test_a_crate_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"curriculum\.crates"):
        crate_examples(tmp_path / "nowhere")
