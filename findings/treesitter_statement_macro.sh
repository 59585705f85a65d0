#!/usr/bin/env bash
# Expected: a syntax tree without ERROR or MISSING nodes has the statements that the compiler sees.
# Seen (tree-sitter 0.26.1, tree-sitter-rust 0.24.2, rustc 1.95.0): a macro call in braces is a statement of its own in Rust and
#   ends at its brace. The grammar reads on: `note! { "start" } *count += 1;` is one statement, a product of the macro call and
#   `count` that is added to, and `check! { count } -1` at the end of a function a difference. `has_error` is false. A tool that
#   takes the left operand of `+=`, or counts statements, gets another program than rustc, which compiles it and counts right.
# Source: https://doc.rust-lang.org/reference/macros.html (MacroInvocationSemi), https://github.com/tree-sitter/tree-sitter-rust
#   (grammar.js: macro_invocation is a statement of its own, and an operand of any expression too)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
python3 -m venv venv
venv/bin/pip install --quiet tree-sitter==0.26.1 tree-sitter-rust==0.24.2
cat > main.rs <<'RUST'
macro_rules! note {
    ($text:expr) => {
        println!("{}", $text)
    };
}
macro_rules! check {
    ($count:expr) => {
        assert!(*$count > 0)
    };
}
fn step(count: &mut i32) -> i32 {
    note! { "start" }
    *count += 1;
    check! { count }
    -1
}
fn main() {
    let mut count = 0;
    let last = step(&mut count);
    println!("{count} {last}");
}
RUST
rustc --version
rustc --edition 2021 main.rs
echo "rustc's program says: $(./main | tr '\n' ' ')"
[ "$(./main | tail -1)" = "1 -1" ]
cat > look.py <<'PYTHON'
import tree_sitter_rust
from tree_sitter import Language, Parser

tree = Parser(Language(tree_sitter_rust.language())).parse(open("main.rs", "rb").read())
step = next(n for n in tree.root_node.children if n.type == "function_item")
parts = [part for part in step.child_by_field_name("body").named_children]
seen = [(part.type, part.named_children[0].type, " ".join(part.text.decode().split())) for part in parts]
for line in seen:
    print(line)
assert not tree.root_node.has_error, "there is an ERROR node now"
assert len(parts) == 2, "the four parts of the body are told apart now"
left = parts[0].named_children[0].child_by_field_name("left")
assert (left.type, left.text.decode().split()[0]) == ("binary_expression", "note!"), "`+=` has another left operand now"
assert parts[1].type == "binary_expression", "the last expression is another one now"
PYTHON
venv/bin/python look.py
echo "as described: two parts for four, and no ERROR node"
