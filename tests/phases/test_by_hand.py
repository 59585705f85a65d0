"""Rows and pairs made by hand: of tonight's inputs alone, and held against the same expectations as the night's."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.errors import ValidationFailedError
from nightschool.learning import pairing, synthesis
from nightschool.learning.open_rows import OpenRows
from nightschool.modeling import adapter
from nightschool.phases import Context, by_hand
from nightschool.phases import searched as searching
from nightschool.types import Row

ROW = Row("r", "synthesised", "f", "p", "E0384", "a", "b", "error", "ssr", "g")


class Hand:
    """A project whose models are stand-ins; `kept` is where each synthesis kept its lots."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.kept, self.rows, self.toolchain, self.suite = root, [], [ROW], "rustc", "frozen"
        monkeypatch.setattr(adapter, "verify_adapter", lambda folder, digest: folder.name)
        monkeypatch.setattr(synthesis, "synthesise", self._synthesise)
        monkeypatch.setattr(by_hand, "_suites", lambda *_: [SimpleNamespace(digest=self.suite, koans=["koan"])])
        monkeypatch.setattr(by_hand, "validate_rows", lambda *_: None)

    def _synthesise(self, config, judge, sources, kept, progress):
        self.kept.append(kept)
        return synthesis.Synthesised(rows=self.rows)

    def context(self, settings=()):
        context = Context(load_config(None, [f"root={self.root}", *settings]), "ssr")
        judge = SimpleNamespace(toolchain=SimpleNamespace(digest=self.toolchain))
        vars(context).update(base=SimpleNamespace(digest="base"), judge=judge)
        return context

    def ssr(self, settings=(), latest="adapter", row=ROW):
        corpus = write_corpus(self.root / "corpus", [row], {}).path
        return by_hand.synthesise_from(self.context(settings), corpus, self.root / latest, self.root / "out")


@pytest.fixture
def hand(tmp_path, monkeypatch):
    return Hand(tmp_path, monkeypatch)


def test_rows_made_by_hand_are_validated_as_in_the_night(hand, monkeypatch):
    def refuse(context, rows, koans, docs):
        raise ValidationFailedError(f"{rows[0].id} against {koans} in {docs.name}")

    monkeypatch.setattr(by_hand, "validate_rows", refuse)
    with pytest.raises(ValidationFailedError, match=r"r against \['koan'\] in docs"):
        hand.ssr()


@pytest.mark.parametrize(
    "changed",
    [
        {"latest": "another"},
        {"row": replace(ROW, fixed="c")},
        {"settings": ["seed=1"]},
        {"settings": ["rehearse.samples=2"]},
        {"settings": ["answer.max_new_tokens=64"]},
        {"settings": ["model.dtype=bfloat16"]},
    ],
)
def test_lots_of_another_run_into_the_same_folder_are_not_taken_for_these(hand, changed):
    hand.ssr()
    hand.ssr(**changed)
    hand.ssr()
    first, other, again = hand.kept
    assert first == again != other
    assert first.parent == hand.root / "out" / "lots"


@pytest.mark.parametrize("name", ["toolchain", "suite"])
def test_another_rustc_or_suite_makes_other_lots(hand, name):
    hand.ssr()
    setattr(hand, name, "another")
    hand.ssr()
    assert hand.kept[0] != hand.kept[1]


def test_a_run_without_rows_leaves_none_of_an_earlier_one(hand):
    hand.ssr()
    assert (hand.root / "out" / "corpus.jsonl").exists()
    hand.rows = []
    hand.ssr(latest="another")
    assert sorted(path.name for path in (hand.root / "out").iterdir()) == ["yields.json"]


def test_pairs_are_searched_by_hand_as_in_the_night(hand, monkeypatch):
    asked = []

    def searched(config, judge, rows, progress):
        asked.append([row.id for row in rows])
        return ["list"]

    made = searching.Taught([], OpenRows(("r",), {"p": (1, 1)}), pairing.Paired((), ()))
    monkeypatch.setattr(searching, "searched_lists", searched)
    monkeypatch.setattr(
        searching, "taught", lambda config, base, lists, rows, koans: asked.append([lists, koans]) or made
    )
    corpus = write_corpus(hand.root / "corpus", [ROW], {}).path
    assert by_hand.pairs_from(hand.context(), corpus, hand.root / "out") == made.paired
    assert asked == [["r"], [["list"], ["koan"]]]
    left = {path.name for path in (hand.root / "out").iterdir()}
    assert left == {"lists.jsonl", "open.json", "preference_pairs.jsonl", "attempts.jsonl"}


def test_each_group_is_in_one_half_whatever_the_others():
    rows = [replace(ROW, id=f"{group}-{n}", group=f"group{group}") for group in range(40) for n in range(2)]
    parts = searching.halves(rows)
    assert sorted(row.id for row in (*parts.one, *parts.other)) == sorted(row.id for row in rows)
    assert not {row.group for row in parts.one} & {row.group for row in parts.other}
    assert 10 < len({row.group for row in parts.other}) < 30
    assert searching.halves(rows[:6]).one == [row for row in rows[:6] if row in parts.one]


def test_the_settings_say_how_much_is_searched_for_lists_and_what_is_watched():
    """Half of the minutes and of the most lists for each half of the rows: 4 minutes are 120 s. Patterns have their
    share of the compiles: 50 of 100 for a policy are 16 of 33 for a list."""
    settings = ["repair.list_minutes=4", "repair.list_compiles=33", "repair.depth=1"]
    settings += ["repair.compiles=100", "repair.pattern_compiles=50"]
    patterns = SimpleNamespace(digest="patterns")
    wanted = searching.wanted_lists(load_config(None, settings), None, patterns)
    assert wanted.pattern_compiles == 16
    other = searching.wanted_lists(load_config(None, settings), None, SimpleNamespace(digest="other patterns"))
    assert other.context == wanted.context  # lists outlive the patterns that helped to make them
    assert (wanted.seconds, wanted.budget.compiles, wanted.budget.depth) == (120.0, 33, 1)
    watched = searching.wanted_lists(load_config(None, [*settings, "repair.behaviour_s=0"]), None, patterns)
    assert wanted.context != watched.context
