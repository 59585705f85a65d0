"""Preferences: what was taken and what was passed over, kept with its episode, cleaned, carried through reduction."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.decided import DecidedPair, read_decided
from nightschool.curriculum.draft import Draft
from nightschool.episodes import schema
from nightschool.episodes.deciding import Decided, Decision, Proposal, keep_decision
from nightschool.episodes.episode import Failure, Preference
from nightschool.episodes.intake import pairs
from nightschool.episodes.intake.pairs import take_in_pairs
from nightschool.episodes.intake.shelf import Shelf
from nightschool.episodes.preferences import MOST, keep, settle, waiting
from nightschool.episodes.reduction.carry import carried
from nightschool.episodes.store import Store
from nightschool.episodes.watched import key_of
from tests.episodes.failures import FAILURE

MET = replace(FAILURE, fingerprint="", command="fix")
"""The same failure as only `fix` has met it."""
PAIR = Preference(
    "",
    0.0,
    "accepted",
    "p0",
    "rustc 1.95.0",
    "src/lib.rs",
    "pub fn two() -> u8 { 2 }\n",
    "search",
    "fn marigold() {}",
    "b",
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store(tmp_path / "episodes.db")
    opened.enable("k", "shop", True, 30)
    return opened


def test_pairs_come_back_with_their_episode_in_an_export_too_and_go_with_it(store: Store) -> None:
    identity = keep(store, "k", MET, [PAIR])
    assert identity is not None
    (kept,) = store.get(identity).preferences
    assert replace(kept, id="", created=0.0) == PAIR
    assert json.loads(next(store.export()))["preferences"][0]["rejected"] == "fn marigold() {}"
    store.delete(identity)
    assert store.ask("SELECT * FROM preferences") == []
    assert b"marigold" not in store.path.read_bytes()
    keep(store, "k", MET, [PAIR])
    assert store.purge("shop") == 1
    assert b"marigold" not in store.path.read_bytes()


def test_pairs_age_with_their_episode(store: Store) -> None:
    keep(store, "k", MET, [PAIR])
    store._db.execute("UPDATE episodes SET created = 0")
    store.age()
    assert store.ask("SELECT count(*) FROM preferences") == [(0,)]


def test_the_same_pair_is_kept_once_the_last_word_counts_and_there_are_at_most_so_many(store: Store) -> None:
    for _ in range(2):
        identity = keep(store, "k", MET, [PAIR])
    assert identity is not None
    keep(store, "k", MET, [replace(PAIR, chosen=PAIR.rejected, rejected=PAIR.chosen)])
    assert [one.rejected for one in store.get(identity).preferences] == [PAIR.chosen]
    keep(store, "k", MET, [replace(PAIR, rejected=f"fn f{n}() {{}}") for n in range(MOST)])
    assert len(store.get(identity).preferences) == MOST


def test_a_file_of_the_version_before_gets_the_table_and_keeps_what_it_holds(tmp_path: Path) -> None:
    """Version 3 knew no preferences; an episode of it can have some now."""
    path = tmp_path / "episodes.db"
    db = sqlite3.connect(path, isolation_level=None)
    schema.migrate(db, "here", upto=3)
    db.execute("INSERT INTO workspaces VALUES ('k', 'shop', 1, 30, 0)")
    db.execute(
        "INSERT INTO episodes (id, workspace, created, package, target, kind, edition, toolchain, command, root, "
        "fingerprint, message, diagnostics) VALUES ('e', 'k', ?, 'p', 't', 'lib', '2021', 'r', 'check', 'l', 'f', 'm', "
        "'[]')",
        (time.time(),),
    )
    db.close()
    with Store(path) as store:
        assert schema.version_of(store._db) == 4
        assert store.get("e").preferences == ()
        identity = keep(store, "k", MET, [PAIR])
        assert {one.id: len(one.preferences) for one in store.episodes()} == {"e": 0, identity: 1}


def test_what_only_fix_has_met_is_not_waited_for_until_cargo_meets_it(store: Store) -> None:
    """Cargo cannot tell that a failure is repaired before it has met it; that is one meeting, not two."""
    identity = keep(store, "k", MET, [PAIR])
    assert identity is not None
    assert store.open_of("k") == []
    assert store.add("k", FAILURE) == identity
    (episode,) = store.open_of("k")
    assert (episode.seen, episode.failure.fingerprint, len(episode.preferences)) == (1, FAILURE.fingerprint, 1)
    assert store.add("k", FAILURE) == identity
    assert keep(store, "k", MET, [PAIR]) == identity
    assert store.get(identity).seen == 2


def test_intake_sees_a_pair_once(store: Store) -> None:
    identity = keep(store, "k", MET, [PAIR])
    assert identity is not None
    assert waiting(store, 5) == [identity]
    settle(store, {store.get(identity).preferences[0].id: "no"})
    assert waiting(store, 5) == []
    assert store.get(identity).preferences[0].outcome == "no"


def decision(folder: Path, **changes: object) -> Decision:
    proposals = [Proposal(f"pub fn two() -> u8 {{ {n} }} // /home/ann/keys\n", "search") for n in range(6)]
    made = Decision(folder / "src/lib.rs", None, proposals[5], proposals[:5], Decided.ACCEPTED, "p0", "rustc 1.95.0")
    return replace(made, **changes)  # type: ignore[arg-type]


def failed(root: Path) -> Failure:
    token = "AKIA" + "ABCDEFGH" * 2  # of no account; put together, so that no scanner takes it for one here
    text = f'pub const KEY: &str = "{token}";\npub fn two() -> u8 {{ "2" }}\n'
    return replace(MET, sources={"src/lib.rs": text}, message=f"at {root}/src/lib.rs")


def test_nothing_is_kept_of_a_workspace_that_did_not_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIGHTSCHOOL_EPISODES", str(tmp_path / "store.db"))
    assert keep_decision(decision(tmp_path), failed) == 0
    assert not (tmp_path / "store.db").exists()


def test_texts_are_cleaned_alike_and_only_the_best_three_that_were_passed_over_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIGHTSCHOOL_EPISODES", str(tmp_path / "store.db"))
    with Store(tmp_path / "store.db") as store:
        store.enable(key_of(tmp_path), "shop", True, 30)
        assert keep_decision(decision(tmp_path), failed) == 3
        (episode,) = store.episodes()
        said = json.dumps(episode.as_json())
    assert [one.rejected[:21] for one in episode.preferences] == [f"pub fn two() -> u8 {{ {n}"[:21] for n in range(3)]
    assert {one.path for one in episode.preferences} == {"src/lib.rs"}
    for secret in ("AKIA", "ann", str(tmp_path)):
        assert secret not in said, secret
    assert keep_decision(decision(tmp_path, passed_over=[]), failed) == 0


def test_a_store_that_cannot_be_used_is_one_line_and_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "store.db").write_text("no database, but longer than nothing " * 40)
    monkeypatch.setenv("NIGHTSCHOOL_EPISODES", str(tmp_path / "store.db"))
    assert keep_decision(decision(tmp_path), failed) == 0
    assert "nightschool: nothing was kept of this choice: file is not a database" in capsys.readouterr().err


def test_changes_are_carried_to_what_is_left_of_their_lines() -> None:
    """Base a b c d e, reduced to b c e: what changes c changes its second line, what comes before b its top."""
    base, reduced = "a\nb\nc\nd\ne", "b\nc\ne"
    assert carried(base, "a\nb\nC\nC2\nd\ne", reduced) == "b\nC\nC2\ne"
    assert carried(base, "a\nnew\nb\nc\nd\nE", reduced) == "new\nb\nc\nE"
    assert carried(base, "a\nb\ne", reduced) is None  # takes c and d away, and d is no longer there
    assert carried(base, "A\nb\nc\nd\ne", reduced) is None


def test_two_insertions_that_meet_at_one_place_keep_their_order() -> None:
    """Between them stood c, which reduction took away."""
    assert carried("a\nb\nc\nd\ne", "a\nb\nX\nc\nY\nd\ne", "a\nb\nd\ne") == "a\nb\nX\nY\nd\ne"


def test_pairs_on_the_shelf_go_with_their_episode(tmp_path: Path) -> None:
    one = DecidedPair(
        "i", "e", "shop", 1.0, "accepted", "p", "r", None, "own-e0308", "E0308", "2021", "b", "c", "d", "x", "y"
    )
    shelf = Shelf(tmp_path)
    shelf.pair([one, replace(one, id="j", episode="f", created=2.0)])
    shelf.pair([replace(one, chosen="again")])
    assert [(pair.id, pair.chosen) for pair in read_decided(tmp_path)] == [("j", "c"), ("i", "again")]
    assert shelf.remove(["e"]) == 1
    assert [pair.id for pair in read_decided(tmp_path)] == ["j"]


def taken_in(config: Config, store: Store) -> list[tuple[str, str, str]]:
    """(key, chosen, rejected) of the pairs that lie there after an intake."""
    list(take_in_pairs(config, lambda: None, store))  # type: ignore[arg-type]
    found = read_decided(config.var / "episodes")
    return [(one.key, one.chosen, one.rejected) for one in found]


def test_after_a_contrary_decision_the_pair_of_before_is_gone_also_where_the_new_one_is_refused(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is reduced here and nobody is asked; each pair knows the key of its workspace."""
    (broken,) = MET.sources.values()
    draft = Draft("lessons", "type_mismatch", "literal", broken, "", None, "", "", "E0308")
    monkeypatch.setattr(pairs, "_reduced", lambda episode, one, judge: replace(draft, fixed=one.chosen))
    monkeypatch.setattr(pairs, "_refuted", lambda *_: "")
    config = Config(root=tmp_path)
    two, three = (f"pub fn two() -> u8 {{ {n} }}\n" for n in (2, 3))
    one = replace(PAIR, chosen=two, rejected=three)
    keep(store, "k", MET, [one])
    assert taken_in(config, store) == [("k", two, three)]
    contrary = replace(one, chosen=three, rejected=two)
    keep(store, "k", MET, [contrary])
    assert taken_in(config, store) == [("k", three, two)]
    monkeypatch.setattr(pairs, "_refuted", lambda *_: "the chosen repair does not compile alone")
    keep(store, "k", MET, [one])
    assert taken_in(config, store) == []
