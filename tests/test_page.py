"""The night's page: verdict first, whole in itself, and nothing that a model or a user wrote is acted upon."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from html.parser import HTMLParser

import pytest

from nightschool.report import Night, document, page, write_night
from nightschool.report.changes import changes
from nightschool.report.page import clock
from nightschool.report.plain import line, plain, plain_data
from nightschool.report.tomorrow import next_commands
from nightschool.types import PhaseResult, Verdict
from tests.decisions.factory import report
from tests.test_report import learnt, night

HOSTILE = "<script>alert(1)</script>\x1b[2J\x1b]8;;http://x\x07\u061c\u202e\ud800" + "A" * 100_000


class Seen(HTMLParser):
    """Tags with attributes and the text outside of <style>."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != [] and self.tags[-1][0] != "style":
            self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


def hostile_night() -> Night:
    """Everything that is text of others says something hostile."""
    refused = night("p" * 23 + "f" * 7)
    arms = [report("pfp", "dev", "search"), report("fpp", "dev", "policy")]
    said = {"detail": HOSTILE, "family": HOSTILE}
    bad = [replace(a, koan=f"k{n}{HOSTILE}", **said) for n, a in enumerate(arms[1].attempts)]
    bad[0] = replace(bad[0], verdict=Verdict.NOT_COMPILED)  # what a test said would not be told at all
    good = [replace(a, koan=b.koan) for a, b in zip(arms[0].attempts, bad, strict=True)]
    reports = [replace(arms[0], attempts=tuple(good)), replace(arms[1], attempts=tuple(bad))]
    decision = {**refused.decision, "checks": [dict(c, observed=HOSTILE) for c in refused.decision["checks"]]}
    return replace(
        refused, reports=reports, decision=decision, notes={HOSTILE: HOSTILE}, places={"crate": HOSTILE},
        composition={"family": {HOSTILE: 3}},
    )  # fmt: skip


def test_the_page_begins_with_the_verdict_then_what_failed_then_the_rest(tmp_path):
    write_night(tmp_path, night("p" * 23 + "f" * 7))
    words = Seen((tmp_path / "report.html").read_text()).words
    parts = [
        "refused for 1 reason", "frozen above the bar 23/30 = 76.7% above 76.7%", "What was taught",
        "What was learnt and lost", "Arms side by side", "What was decided", "What tomorrow needs", "Where to look",
    ]  # fmt: skip
    places = [words.rindex(part) for part in parts]
    assert places == sorted(places)


def test_the_page_needs_nothing_but_itself(tmp_path):
    """No script, nothing fetched: links stay on the page, pictures are in it, and the browser is told so as well."""
    write_night(tmp_path, night("p" * 30))
    tags = Seen((tmp_path / "report.html").read_text()).tags
    assert {"script", "link", "iframe", "object"}.isdisjoint(tag for tag, _ in tags)
    places = [value or "" for _, one in tags for name, value in one.items() if name in ("src", "href")]
    assert places
    assert all(place.startswith(("#", "data:image/png;base64,")) for place in places)
    assert "default-src 'none'" in str([one for tag, one in tags if tag == "meta"])
    assert sum(tag == "img" for tag, _ in tags) == len(list(tmp_path.glob("*-*.png"))) == 3


def test_what_models_and_users_wrote_is_text_and_nothing_else(tmp_path):
    write_night(tmp_path, hostile_night())
    made = (tmp_path / "report.html").read_text()
    seen = Seen(made)
    assert "script" not in {tag for tag, _ in seen.tags}
    assert "<script>alert(1)</script>\\x1b[2J\\x1b]8;;http://x\\x07\\u061c\\u202e\\ud800AAA" in seen.words
    assert "characters more)" in seen.words
    assert len(made) < 500_000  # 100,000 characters stand in a dozen places
    for name in ("report.html", "report.md", "report.txt"):
        text = (tmp_path / name).read_text()
        assert not {"\x1b", "\x07", "\u061c", "\u202e"} & set(text), name
    assert "<script" not in (tmp_path / "report.md").read_text()
    assert max(map(len, (tmp_path / "report.txt").read_text().split("\n"))) < 9000


def test_control_characters_are_shown_and_long_text_is_cut():
    assert plain("a\x1b[31mb\tc\nd\x9bé") == "a\\x1b[31mb\tc\nd\\x9bé"
    assert plain("x" * 12, 10) == "x" * 10 + "... (2 characters more)"
    assert plain("a\xadb\u3164\U000e0041") == "a\\xadb\\u3164\\U000e0041", "what nobody sees"
    assert plain_data({"\x07": ["\x00", 1, None, True]}) == {"\\x07": ["\\x00", 1, None, True]}


def test_a_line_is_one_line_however_long_the_text_is():
    """5,000 letters with a break between each: 9,999 characters; of the first 4 x 10 are 20 letters, 10 are shown."""
    told = line("\n".join("x" * 5_000), 10)
    assert told == "x x x x x ... (9989 characters more)"
    assert line("a\n b\x1b", 10) == "a b\\x1b"


def test_what_was_learnt_and_lost_is_told_by_family_and_code():
    """Search ppff, policy fppf: one lost, one learnt of four; what examines names its koans, dev tells the finding."""
    suites = ("frozen", "domains", "dev", "shadow")
    arms = [report("ppff", suite, "search") for suite in suites] + [report("fppf", suite, "policy") for suite in suites]
    frozen, domains, dev, shadow = changes(arms, suites)
    assert [koan["koan"] for koan in shadow["fixed"]] == ["k02"]
    named = {"koan": "k00", "family": "borrow_checker", "code": "E0382"}
    assert dev["lost"] == [{**named, "verdict": "tests_failed", "detail": "a test fails"}]
    assert [one["lost"] for one in (frozen, domains, shadow)] == [[named]] * 3
    row = {"name": "borrow_checker", "n": 4, "before": 2, "after": 2, "fixed": 1, "lost": 1}
    assert (shadow["families"], shadow["codes"]) == ([row], [{**row, "name": "E0382"}])
    assert shadow["gain"] == 0.0


def test_a_report_never_tells_a_tests_name_or_words_and_of_shadow_koans_names_only(tmp_path):
    """One koan lost on each: what the policy chose stands there for dev, for shadow nothing that was said."""
    said = "operator: add-mut; first of 3, 80% sure; hidden_from_everybody: left 41 right 1"
    arms = [report("pf", suite, "search") for suite in ("dev", "shadow")]
    for suite in ("dev", "shadow"):
        lost = report("ff", suite, "policy")
        first = replace(lost.attempts[0], detail=f"{suite}-{said}")
        arms.append(replace(lost, attempts=(first, *lost.attempts[1:])))
    write_night(tmp_path, replace(night("p" * 30), reports=arms))
    for name in ("report.html", "report.md", "report.txt", "report.json"):
        text = (tmp_path / name).read_text()
        assert "hidden_from_everybody" not in text, name
        assert "shadow-operator" not in text, name
    told = json.loads((tmp_path / "report.json").read_text())["changed"]
    dev, shadow = (next(one for one in told if one["suite"] == suite) for suite in ("dev", "shadow"))
    assert dev["lost"][0]["detail"] == "dev-operator: add-mut; first of 3, 80% sure; a test fails"
    assert shadow["lost"] == [{"koan": "k00", "family": "borrow_checker", "code": "E0382"}]
    assert "a test fails" in Seen((tmp_path / "report.html").read_text()).words


def test_suites_that_differ_are_not_compared():
    assert changes([report("pf", arm="search"), report("pp", arm="policy", digest="another")], ("frozen",)) == []


def test_what_learning_did_stands_with_its_outcome():
    results = {**learnt("align", "no_gain", "pf", "pf"), **learnt("prefer", "kept", "pf", "pf")}
    told = document(replace(night("p" * 30), results=results, composition={"family": {"a": 1, "b": 9}}))
    assert told["approach"] == "align (no gain), prefer (kept: no worse)"
    assert list(told["taught"]["by"]["family"].items()) == [("b", 9), ("a", 1)]


def test_tomorrow_is_told_how_many_koans_would_settle_it():
    """7 of 30 fixed and none lost at alpha 0.001; the number is the gate's own."""
    from nightschool.decisions import gate
    from tests.decisions.test_decisions import GATE, inputs

    decision = asdict(gate(inputs(alpha=0.001), GATE))
    needed = int(decision["evidence"]["koans_needed"])
    told = document(replace(night("p" * 30), decision=decision))
    assert {"what": f"The gain may be real: {needed} shadow koans would settle it.",
            "command": f"nightschool cycle --set curriculum.shadow_koans={needed}"} in told["tomorrow"]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ({"verdict": "refused", "version": None}, "nightschool report --output night.html"),
        ({"verdict": "not_reached", "version": None}, "make cycle"),
        ({"verdict": "passed", "version": 3}, "nightschool evidence 3"),
        ({"verdict": "passed", "version": 3, "promoted": True}, "nightschool fix src/lib.rs"),
    ],
)
def test_three_commands_follow_each_verdict(told, first):
    commands = [command for command, _ in next_commands(told)]
    assert (commands[0], len(set(commands))) == (first, 3)


def test_the_first_champion_is_taken_back_by_a_command_that_works():
    """Without one before it a rollback has nowhere to go unless it is told `none`."""
    promoted = {"verdict": "passed", "version": 1, "promoted": True}
    first, later = ({**promoted, "reference": arm} for arm in ("search", "policy_champion"))
    assert next_commands(first)[-1][0] == 'nightschool rollback --version none --reason "..."'
    assert next_commands(later)[-1][0] == 'nightschool rollback --reason "..."'


def test_the_page_does_not_offer_itself():
    told = document(night("f" * 30))
    assert "nightschool report --output night.html" in [command for command, _ in told["next"]]
    words = Seen(page(told)).words
    assert "nightschool history" in words
    assert "nightschool report" not in words


def test_a_night_that_ended_early_and_a_document_of_an_earlier_release_have_pages():
    early = Seen(page(document(Night("c1", {"certify": PhaseResult("certify", "k", "out")}, [], {}, 0.767, {})))).words
    assert "Not reached" in early
    assert "No arm was measured tonight" in early
    rate = {"passed": 17, "n": 30, "low": 0.392, "high": 0.726, "unscored": 2}
    old = {"schema": 1, "cycle": "c", "verdict": "refused", "version": None, "bar": 0.767, "seconds": {}, "failed": [],
           "arms": {"search": {"frozen": rate}}}  # fmt: skip
    assert "search 17/30 2 unscored 56.7 %" in Seen(page(json.loads(json.dumps(old)))).words


def test_times_are_told_as_people_say_them():
    assert [clock(one) for one in (None, 0.4, 47.6, 545, 3720)] == ["-", "0 s", "48 s", "9 min 05 s", "1 h 02 min"]
