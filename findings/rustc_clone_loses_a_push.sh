#!/usr/bin/env bash
# Expected: of two suggestions for one error the one marked MachineApplicable is the safer one; "consider cloning the value if
#   the performance cost is acceptable" says that performance is all it costs.
# Seen (rustc 1.95.0): `let mut items = basket.items;` behind `&mut Basket` is E0507. To borrow is MaybeIncorrect, to clone is
#   MachineApplicable, and `&mut basket.items`, the right repair, is not suggested. `cargo fix --broken-code` clones: the
#   crate compiles without a word, and what is pushed goes into the copy. The basket stays empty.
# Source: https://doc.rust-lang.org/rustc/json.html (suggestion_applicability), https://github.com/rust-lang/rust/pull/122603
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export CARGO_TARGET_DIR=$place/target
mkdir src
printf '[package]\nname = "basket"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'RUST'
#[derive(Default)]
pub struct Basket {
    pub items: Vec<u32>,
}
pub fn add(basket: &mut Basket, item: u32) {
    let mut items = basket.items;
    items.push(item);
}
RUST
rustc --version
rustc --edition 2021 --crate-type lib --emit=metadata --error-format=json src/lib.rs 2> said.json && { echo "it compiled" && exit 1; }
python3 - <<'PYTHON'
import json

lines = [json.loads(line) for line in open("said.json", encoding="utf-8").read().split("\n") if line.startswith("{")]
spans = [span for line in lines for child in line["children"] for span in child["spans"] if span["suggested_replacement"]]
found = {span["suggested_replacement"]: span["suggestion_applicability"] for span in spans}
print(found)
assert found == {"&": "MaybeIncorrect", ".clone()": "MachineApplicable"}, "other suggestions now"
PYTHON
cargo fix --lib --broken-code --allow-no-vcs --offline 2> fixed.txt
sed -n 6p src/lib.rs
cat > main.rs <<'RUST'
fn main() {
    let mut basket = basket::Basket::default();
    basket::add(&mut basket, 7);
    println!("{}", basket.items.len());
}
RUST
rustc --edition 2021 --crate-type lib --crate-name basket src/lib.rs 2> warned.txt
[ ! -s warned.txt ]
rustc --edition 2021 --extern basket=libbasket.rlib main.rs
echo "items after one was added: $(./main)"
[ "$(./main)" = 0 ]
echo "as described: it compiles without a warning, and the push is lost"
