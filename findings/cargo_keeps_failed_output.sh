#!/usr/bin/env bash
# Expected: cargo keeps rustc's messages of a unit that compiled with warnings, to replay them when it is fresh. A unit that
#   failed is compiled again the next time, so nothing of its messages needs to be kept, or is.
# Seen (cargo 1.95.0): the errors of a failed unit lie as JSON in target/debug/.fingerprint/PACKAGE-HASH/output-lib-NAME, with
#   the source lines they point at, until the same unit compiles; `cargo check` in its plain form has shown them already, and
#   the next run compiles the unit again. It stays there as long as the error does: a target folder that is cached, shared or
#   uploaded from CI holds source text. When the unit compiles without a warning, the file is removed.
# Source: https://doc.rust-lang.org/nightly/nightly-rustc/cargo/core/compiler/fingerprint/index.html
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export CARGO_TARGET_DIR=$place/target
mkdir src
printf '[package]\nname = "kept"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
echo 'pub fn price() -> u32 { "a line of the source" }' > src/lib.rs
cargo --version
kept() { find target -path '*/.fingerprint/*' -name 'output-*' -exec grep -l 'a line of the source' {} + || true; }
cargo check --offline --quiet 2> shown.txt && { echo "it compiled" && exit 1; }
echo "after a failure: $(kept | sed 's/-[0-9a-f]*\//-HASH\//')"
[ -n "$(kept)" ]
echo 'pub fn price() -> u32 { 3 }' > src/lib.rs
cargo check --offline --quiet
echo "after a success: '$(kept)'"
[ -z "$(kept)" ]
