#!/usr/bin/env bash
# Expected: rustc marks a suggestion MachineApplicable when applying it as it stands is right, so all such suggestions of
#   one run, whose places do not overlap, can be applied together.
# Seen (rustc 1.95.0): a parameter that lacks two bounds gives two errors, and each suggests to insert its bound at the
#   same byte, MachineApplicable: ": std::clone::Clone" and ": std::cmp::PartialEq". Together they make
#   `T: std::clone::Clone: std::cmp::PartialEq`, which is no Rust. A tool must join them with `+` itself.
# Source: https://doc.rust-lang.org/rustc/json.html (suggestion_applicability)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
cat > lib.rs <<'RUST'
fn needs<T: Clone + PartialEq>(_: &T) {}
pub fn call<T>(value: T) {
    needs(&value);
}
RUST
rustc --version
rustc --edition 2021 --crate-type lib --emit=metadata --error-format=json lib.rs 2> said.json || true
python3 - <<'PYTHON'
import json

source, found = open("lib.rs", "rb").read(), []
for line in open("said.json", encoding="utf-8").read().split("\n"):
    for child in json.loads(line)["children"] if line.startswith("{") else ():
        found += [s for s in child["spans"] if s["suggestion_applicability"] == "MachineApplicable"]
places = [(s["byte_start"], s["byte_end"]) for s in found]
texts = [s["suggested_replacement"] for s in found]
print(places, texts)
assert len(found) == 2 and places[0] == places[1], "not two suggestions at one place any more"
at = places[0][0]
joined = source[:at] + "".join(texts).encode() + source[at:]
open("joined.rs", "wb").write(joined)
print(joined.decode().splitlines()[1])
PYTHON
if rustc --edition 2021 --crate-type lib --emit=metadata joined.rs 2> joined.txt; then
    echo "applied together they compile now" && exit 1
fi
head -3 joined.txt
