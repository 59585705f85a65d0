import json
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.explained import explained_drafts, pair_examples
from nightschool.curriculum.verify import verify
from nightschool.rust.judge import open_judge
from nightschool.rust.toolchain import find_toolchain

TEXT = """\
Erroneous code example:

```
fn foo() {
    let x = 3;
    x = 5; // error!
    println!("{}", x);
}
```

Fixed:

```
fn foo() {
    let mut x = 3;
    x = 5;
    println!("{}", x);
}
```

Something else entirely:

```
trait Tree { fn leaves(&self) -> Vec<u8>; fn height(&self) -> usize; }
```
"""


def test_an_erroneous_example_is_paired_with_its_small_edit_only() -> None:
    (draft,) = pair_examples("E0384", TEXT)
    assert "let x = 3" in draft.broken
    assert "let mut x = 3" in draft.fixed
    assert (draft.expected_code, draft.group) == ("E0384", "explain/E0384")


def test_remarks_that_give_the_answer_away_are_gone() -> None:
    (draft,) = pair_examples("E0384", TEXT)
    assert "error!" not in draft.broken


def test_real_explanations_verify_and_are_asked_for_once(tmp_path: Path) -> None:
    judge = open_judge(Config(root=tmp_path))
    drafts = explained_drafts(judge.toolchain, 8, tmp_path)
    rows = verify(drafts, judge)
    assert rows
    assert all(row.provenance.startswith(f"rustc --explain {row.error_code}:") for row in rows)
    (cached,) = tmp_path.glob("explained-*.json")
    assert explained_drafts(judge.toolchain, 8, tmp_path) == drafts
    assert len(json.loads(cached.read_text())) == 24  # three codes asked for each pair wanted


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    toolchain = find_toolchain()
    drafts = explained_drafts(toolchain, 4, tmp_path)
    (cached,) = tmp_path.glob("explained-*.json")
    cached.write_text("{cut")
    assert explained_drafts(toolchain, 4, tmp_path) == drafts


@pytest.mark.parametrize("text", ["", "no code here", "```\nfn a() {}\n```"])
def test_texts_without_a_pair_give_nothing(text: str) -> None:
    assert pair_examples("E0001", text) == []
