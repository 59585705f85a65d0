"""Nights as a reader sees them: from the store alone, whole or in part, quickly however many there are."""

import json
import os
import shutil

import pytest

from nightschool.config import Config
from nightschool.koans import load_suite
from nightschool.nights import NightIndex, Nights, keep_words
from nightschool.nights.koan import koan_page
from nightschool.nights.store import NightStore
from nightschool.report.night import price
from nightschool.tracking import KoanHistory
from nightschool.types import Verdict
from tests.nights.making import BROKEN, CHOICE, decide, ledger, make_night, many_nights, output, promote, record

CYCLE = "manual__2026-11-22T02-00-00"
TWO = {("policy", "dev"): "ppf", ("candidate", "dev"): "nnp", ("search", "dev"): "pff", ("chooser", "dev"): "ppf"}


@pytest.fixture
def config(tmp_path):
    return Config(root=tmp_path)


def test_an_empty_store_has_no_nights_and_nothing_else(config):
    nights = Nights(config)
    overview = nights.overview()
    assert (overview.total, overview.nights, overview.latest, overview.pages) == (0, (), None, 1)
    assert (nights.curve(), nights.heat("dev", "policy").rows, nights.groups("", "dev", "policy")) == ([], (), None)
    assert nights.koan("dev", "dev-000") is None
    assert not config.var.exists(), "reading leaves nothing behind"


def test_one_night_tells_verdict_rates_and_what_failed(config):
    make_night(config, CYCLE, TWO, failed=("frozen above the bar", "no koan lost"))
    night = Nights(config).overview().nights[0]
    assert (night.verdict, night.failed) == ("refused", ("frozen above the bar", "no koan lost"))
    assert (night.time, night.run) == ("2026-11-22T02:00:00+00:00", CYCLE)
    policy = night.rate("policy", "dev")
    assert (policy.passed, policy.n) == (2, 3)
    assert policy.low < 2 / 3 < policy.high
    assert night.rate("policy", "frozen") is None


def test_the_run_of_a_scheduled_night_is_named_as_airflow_names_it(config):
    make_night(config, "scheduled__2026-11-22T02:00:00+00:00", TWO)
    night = Nights(config).all()[0]
    assert (night.night, night.run) == (
        "scheduled__2026-11-22T02_00_00_00_00",
        "scheduled__2026-11-22T02:00:00+00:00",
    )


def test_failed_checks_stand_first_and_decisions_carry_their_evidence(config):
    context, _ = make_night(config, CYCLE, TWO)
    decide(context, "align", "no_gain", ("gain",))
    detail = Nights(config).night(CYCLE)
    assert [one.phase for one in detail.decisions] == ["gate", "align"]
    assert [check.ok for check in detail.decisions[0].checks] == [False, True]
    assert detail.decisions[0].evidence == {"shadow_p": 0.26, "shadow_n": 200.0}
    assert [arm.arm for arm in detail.arms] == ["policy", "chooser", "search", "candidate"]


def test_cost_and_what_learning_adds_are_counted_from_the_reports(config):
    make_night(config, CYCLE, TWO)
    detail = Nights(config).night(CYCLE)
    # search passes koan 0, the policy koans 0 and 1: one won, none lost; four arms wrote 3 x 7 tokens each.
    assert detail.added["the chooser adds to search on dev"].startswith("+1 of 3: 1 won, 0 lost")
    assert "84 tokens" in detail.cost
    assert "+1 koans" in detail.cost


def test_the_page_says_the_price_that_the_report_says(config):
    """Of what search passed one koan is unscored tonight: it is neither lost nor fixed, one is fixed, +1."""
    measured = {("policy", "dev"): "upp", ("search", "dev"): "ppf", ("search", "shadow"): "pf"}
    context, reports = make_night(config, CYCLE, measured)
    told = Nights(config).night(CYCLE).cost
    assert told == price(context.results(), reports, config.watts)
    assert "+1 koans" in told


def test_a_night_that_runs_is_not_reached_and_goes_on_when_it_is_looked_at_again(config):
    nights = Nights(config)
    context, _ = make_night(config, CYCLE, TWO, outcome="", publish=False)
    assert nights.all()[0].verdict == "not_reached"
    decide(context, "gate", "passed")
    record(context, "register", {"version": 3.0}, 1.0)
    assert (nights.all()[0].verdict, nights.all()[0].version) == ("passed", 3)


def test_the_index_says_what_the_folders_say(config):
    many_nights(config, 3, size=4)
    indexed = Nights(config).all()
    NightIndex(config).path.unlink()
    assert Nights(config).all() == indexed
    assert [one.night[11:21] for one in indexed] == ["2026-01-03", "2026-01-02", "2026-01-01"]


def test_an_index_line_that_was_cut_off_spoils_itself_only(config):
    many_nights(config, 2, size=4)
    index = NightIndex(config)
    with index.path.open("a") as file:
        file.write('\n{"signature": "x", "night": {"ni')
    assert len(index.nights()) == 2
    make_night(config, CYCLE, TWO)
    assert index.nights()[0].night == CYCLE


def test_nights_that_are_published_are_read_from_one_file(config, monkeypatch):
    many_nights(config, 3, size=4)
    monkeypatch.setattr("nightschool.nights.index.read_night", lambda *_: pytest.fail("read from its folder"))
    assert len(Nights(config).all()) == 3


def test_housekeeping_takes_details_but_not_the_nights_line(config):
    context, _ = make_night(config, CYCLE, TWO)
    for phase in ("baseline", "examine", "gate"):
        shutil.rmtree(output(context, phase))
    detail = Nights(config).night(CYCLE)
    assert (detail.night.verdict, detail.decisions) == ("refused", ())
    assert detail.night.rate("policy", "dev").n == 3


def test_a_damaged_file_hides_only_itself(config):
    context, _ = make_night(config, CYCLE, TWO)
    (output(context, "baseline") / "search-dev.json").write_text("{")
    (context.folder / "align.json").write_text("[]")
    page = Nights(config).koan("dev", "dev-000")
    assert [answer.arm for answer in page.answers] == ["policy", "chooser", "candidate"]


@pytest.mark.parametrize("name", ["..", ".", "../..", "a/b", "", "x" * 300, "nothing"])
def test_a_name_from_an_address_reaches_no_other_folder(config, name):
    make_night(config, CYCLE, TWO)
    nights = Nights(config)
    assert nights.night(name) is None
    assert nights.document(name, "examine", "index.html") is None
    assert nights.koan(name, "dev-000", CYCLE) is None


def test_an_output_outside_of_the_store_is_not_read(config, tmp_path):
    context, _ = make_night(config, CYCLE, TWO)
    outside = tmp_path / "elsewhere" / "docs"
    outside.mkdir(parents=True)
    (outside / "index.html").write_text("secret")
    said = json.loads((context.folder / "examine.json").read_text()) | {"output": str(outside.parent)}
    (context.folder / "examine.json").write_text(json.dumps(said))
    assert Nights(config).document(CYCLE, "examine", "index.html") is None


def test_data_docs_are_found_and_nothing_beside_them(config):
    context, _ = make_night(config, CYCLE, TWO)
    docs = output(context, "examine") / "docs"
    docs.mkdir()
    (docs / "index.html").write_text("docs")
    nights = Nights(config)
    assert nights.document(CYCLE, "examine", "index.html") == docs / "index.html"
    assert nights.document(CYCLE, "examine", "../policy-dev.json") is None
    assert nights.night(CYCLE).docs == ("examine",)


@pytest.mark.parametrize(
    "path", ["\0.html", "a\0/index.html", "x" * 5000 + ".html", "d/" * 3000 + "index.html", "\ud800.html"]
)
def test_what_no_file_can_be_called_is_no_document(config, path):
    context, _ = make_night(config, CYCLE, TWO)
    (output(context, "examine") / "docs").mkdir()
    assert Nights(config).document(CYCLE, "examine", path) is None


def test_changes_of_the_champion_come_from_the_ledger_and_a_broken_chain_is_said(config):
    promote(config, None, "3")
    promote(config, "3", "4", "better", key="2")
    nights = Nights(config)
    assert [(one.before, one.after, one.who) for one in nights.changes()] == [(None, "3", "anna"), ("3", "4", "anna")]
    path = ledger(config).path
    path.write_text(path.read_text().replace("better", "bitter"))
    assert "altered at line 2" in nights.overview().ledger
    assert len(nights.changes()) == 1


def test_koans_over_nights_put_what_changed_first(config):
    for n, letters in enumerate(("ppf", "pff", "ppf")):
        make_night(config, f"manual__2026-11-2{n}T02-00-00", {("policy", "dev"): letters})
    heat = Nights(config).heat("dev", "policy")
    assert [(row.koan, row.letters, row.changes) for row in heat.rows] == [
        ("dev-001", "pfp", 2), ("dev-002", "fff", 0), ("dev-000", "ppp", 0),
    ]  # fmt: skip
    assert heat.choices == {"dev": ("policy",)}
    assert list(heat.names.values()) == [f"manual__2026-11-2{n}T02-00-00" for n in range(3)]


def test_history_that_grows_is_read_on_from_where_it_was(config):
    make_night(config, CYCLE, {("policy", "dev"): "pp"})
    nights = Nights(config)
    assert nights.heat("dev", "policy").rows[0].letters == "p"
    make_night(config, "manual__2026-11-23T02-00-00", {("policy", "dev"): "fp"})
    assert [row.letters for row in nights.heat("dev", "policy").rows] == ["pf", "pp"]


def test_nights_and_koans_are_paged(config):
    many_nights(config, 65, size=2)
    nights = Nights(config)
    assert (nights.overview().pages, len(nights.overview(3).nights), nights.overview(99).page) == (3, 5, 3)
    first, second = nights.heat("dev", "policy"), nights.heat("dev", "policy", back=60)
    assert (len(first.nights), first.earlier, first.later) == (60, 60, None)
    assert (len(second.nights), second.earlier, second.later) == (5, None, 0)


def test_families_are_mastered_gained_and_lost_against_the_same_koans(config):
    make_night(config, "manual__2026-11-21T02-00-00", {("policy", "dev"): "pfppff"})
    make_night(config, CYCLE, {("policy", "dev"): "fpppff"})
    found = Nights(config).groups("", "dev", "policy")
    # Koans 0 and 3 borrow, 1 and 4 lifetimes, 2 and 5 bounds: pp to fp, ff to pf, pf to pf.
    states = {one.name: one.state for one in found.families}
    assert states == {"borrow_checker": "lost", "lifetimes": "better", "trait_bounds": ""}
    assert found.compared == "manual__2026-11-21T02-00-00"


def test_a_koans_page_holds_code_words_and_diffs_and_nothing_of_its_tests(config):
    context, reports = make_night(config, CYCLE, {("policy", "dev"): "pf", ("base", "dev"): "np"})
    suite = load_suite(output(context, "curate") / "dev")
    assert keep_words(config, suite, ["E0596 cannot borrow"] * 2)
    page = Nights(config).koan("dev", "dev-001")
    assert (page.broken, page.diagnostic) == (BROKEN, "E0596 cannot borrow")
    assert (page.family, page.codes, page.examination) == ("lifetimes", ("E0106",), False)
    policy, base = page.answers
    assert policy.finding == f"{CHOICE}; a test fails"
    assert "-pub fn first(values" in policy.diff
    assert "+pub fn first(mut values" in policy.diff
    assert base.verdict == Verdict.PASSED
    assert "hidden_from_everybody" not in page.model_dump_json()
    assert "41" not in page.model_dump_json()
    assert reports[0].attempts[1].detail.endswith("hidden_from_everybody: left 41 right 1"), "the report itself has it"


def test_a_koan_names_the_latest_thirty_nights_that_asked_it_and_no_others(config):
    """32 nights asked dev-000; only the last one asked dev-001."""
    for n in range(32):
        cycle = f"manual__2026-10-01T{n // 24:02}-{n % 24:02}-00"
        make_night(config, cycle, {("policy", "dev"): "pf" if n == 31 else "p"})
    nights = Nights(config)
    names = [one.night for one in nights.all()]
    assert nights.koan("dev", "dev-000").nights == tuple(names[:30])
    assert nights.koan("dev", "dev-001").nights == tuple(names[:1])


def test_words_outlive_the_suites_folder_and_are_not_kept_in_part(config):
    context, _ = make_night(config, CYCLE, {("policy", "dev"): "pf"})
    suite = load_suite(output(context, "curate") / "dev")
    assert not keep_words(config, suite, ["said", None])
    assert Nights(config).koan("dev", "dev-000").diagnostic is None
    keep_words(config, suite, ["said", "also"])
    shutil.rmtree(output(context, "curate"))
    assert Nights(config).koan("dev", "dev-000").diagnostic == "said"


@pytest.mark.parametrize("suite", ["frozen", "shadow"])
def test_an_examinations_code_is_shown_only_to_who_says_that_it_is_one(config, suite):
    make_night(config, CYCLE, {("policy", suite): "pf"})
    closed, opened = (Nights(config).koan(suite, f"{suite}-000", examination=known) for known in (False, True))
    assert (closed.examination, closed.shown, closed.broken, closed.pattern) == (True, False, None, "")
    assert closed.answers[0].verdict == "passed"
    assert [closed.answers[0].diff, closed.answers[0].said] == [None, None]
    assert "values" not in closed.model_dump_json()
    assert "add-mut" not in closed.model_dump_json(), "what repaired it tells those who write operators"
    assert (opened.examination, opened.shown) == (True, True)
    if suite == "shadow":
        assert opened.broken == BROKEN


def test_a_long_answer_is_cut(config):
    context, _ = make_night(config, CYCLE, {("policy", "dev"): "p"})
    path = output(context, "examine") / "policy-dev.json"
    said = json.loads(path.read_text())
    said["attempts"][0] |= {"answer": "x" * 10**6, "program": ""}
    path.write_text(json.dumps(said))
    answer = Nights(config).koan("dev", "dev-000").answers[0]
    assert len(answer.said) < 21_000
    assert "980000 characters more" in answer.said


def test_a_koans_page_does_not_look_through_all_nights_of_a_year(config, monkeypatch):
    """Two folders a night, of 60 nights; those of 340 more, which housekeeping emptied, are left alone."""
    make_night(config, CYCLE, TWO)
    nights = Nights(config)
    (last,) = nights.all()
    year = [last, *(last.model_copy(update={"night": f"{CYCLE}-{n}"}) for n in range(400))]
    looked = []
    output = NightStore.output
    monkeypatch.setattr(NightStore, "output", lambda self, *of: looked.append(of) or output(self, *of))
    page = koan_page(nights.store, year, last.night, "dev", "dev-000")
    assert page.nights == (last.night,)
    assert len({night for night, _ in looked}) == 60


def test_a_night_whose_folder_goes_while_it_is_looked_at_is_left_out(config, monkeypatch):
    many_nights(config, 2, size=4)
    nights = Nights(config)
    held = nights.all()
    folders = nights.store.folders()
    shutil.rmtree(nights.store.folder(held[0].night))
    monkeypatch.setattr(type(nights.store), "folders", lambda _: folders)
    assert nights.all() == held[1:]
    assert nights.detail(held[0]).night == held[0], "its line was read before"


def test_a_night_without_a_time_in_its_name_is_read_while_a_phase_writes_beside_its_results(config):
    context, _ = make_night(config, "by-hand", TWO)
    began = Nights(config).all()[0].time
    (context.folder / ".gate.json.x1").symlink_to("gone")  # what a writer renames between two looks
    assert Nights(config).all()[0].time == began


def test_half_a_surrogate_pair_in_an_answer_is_shown_as_a_question_mark(config):
    """JSON may hold one, where a server cut an emoji in two; the judge says that such a program is no Unicode."""
    context, _ = make_night(config, CYCLE, TWO)
    path = output(context, "examine") / "policy-dev.json"
    said = json.loads(path.read_text())
    said["attempts"][0] |= {"answer": "no \ud83d", "program": BROKEN + "// \ud83d\n", "detail": "\ud83d"}
    path.write_text(json.dumps(said))
    answer = Nights(config).koan("dev", "dev-000").answers[0]
    assert (answer.said, answer.finding) == ("no ?", "?")


def test_a_koan_that_nobody_asked_is_looked_for_in_the_latest_nights_only(config, monkeypatch):
    many_nights(config, 5, size=4, held=5)
    nights = Nights(config)
    asked = []
    monkeypatch.setattr("nightschool.nights.reader.BACK", 2)
    monkeypatch.setattr("nightschool.nights.reader.koan_page", lambda _, __, name, *___: asked.append(name))
    assert nights.koan("dev", "nobody") is None
    assert [name[11:21] for name in asked] == ["2026-01-05", "2026-01-04"]


def test_what_an_arm_did_not_choose_is_shown_of_open_suites_only(config):
    make_night(config, CYCLE, {("policy", "dev"): "pf", ("policy", "shadow"): "pf"})
    nights = Nights(config)
    shown = nights.koan("dev", "dev-000").answers[0].proposals
    assert [(one.place, one.by, one.differs) for one in shown] == [
        (2, "rustc: MachineApplicable", True), (3, "model: drawn", None)
    ]  # fmt: skip
    assert "+new of the second" in shown[0].diff
    assert nights.koan("shadow", "shadow-000").answers[0].proposals == ()
    assert len(nights.koan("shadow", "shadow-000", examination=True).answers[0].proposals) == 2


@pytest.mark.parametrize("pinned", ["{", "[]", "{}", '{"mlflow": 5}', '{"mlflow": {"run": "r"}}'])
def test_a_night_without_a_known_run_in_mlflow_leads_to_none(config, pinned):
    context, _ = make_night(config, CYCLE, TWO)
    (context.folder / "pins.json").write_text(pinned)
    assert Nights(config).night(CYCLE).mlflow == ""


def test_a_night_leads_to_its_run_in_mlflow(config):
    context, _ = make_night(config, CYCLE, TWO)
    (context.folder / "pins.json").write_text('{"mlflow": {"experiment": "1", "run": "r/2"}}')
    assert Nights(config).night(CYCLE).mlflow == "#/experiments/1/runs/r%2F2"


@pytest.mark.parametrize(
    "damage",
    [
        {"output": None}, {"output": [1]}, {"metrics": None}, {"metrics": {"policy.dev.n": "x"}}, {"seconds": None},
        {"metrics": {"policy.dev.n": float("nan"), "policy.dev.pass_rate": float("nan")}}, {"outcome": 5},
        {"seconds": float("nan")},
    ],
)  # fmt: skip
def test_one_damaged_result_hides_no_other_night(config, damage):
    context, _ = make_night(config, CYCLE, TWO)
    make_night(config, "manual__2026-11-23T02-00-00", TWO)
    path = context.folder / "examine.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | damage))
    nights = Nights(config)
    assert [one.night for one in nights.overview().nights] == ["manual__2026-11-23T02-00-00", CYCLE]
    assert nights.night(CYCLE).night.rate("search", "dev").n == 3, "what the other phases say stays"


@pytest.mark.parametrize(
    "damage", [{"evidence": {"a": None}}, {"checks": [5]}, {"checks": [{"name": 5}]}, {"outcome": None}]
)
def test_a_damaged_decision_is_left_out(config, damage):
    context, _ = make_night(config, CYCLE, TWO)
    path = output(context, "gate") / "decision.json"
    said = json.loads(path.read_text()) | damage
    path.write_text(json.dumps({k: v for k, v in said.items() if v is not None}))
    assert Nights(config).night(CYCLE).decisions == ()


@pytest.mark.parametrize("attempts", [None, [5], [{"koan": "dev-000"}]])
def test_a_report_without_whole_attempts_is_left_out(config, attempts):
    context, _ = make_night(config, CYCLE, TWO)
    path = output(context, "examine") / "policy-dev.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"attempts": attempts}))
    assert [one.arm for one in Nights(config).koan("dev", "dev-000").answers] == ["chooser", "search", "candidate"]


HEAD = b'\n{"arm": "policy", "cycle": "%s", "suite": "dev"'
REST = b', "suite_digest": "d", "verdicts": %s}'


@pytest.mark.parametrize(
    "line",
    [
        HEAD % b"a\xff\xfe" + REST % b"{}", HEAD % b"a", HEAD % b"a" + REST % b"null", HEAD % b"a" + REST % b'["k"]',
        HEAD % b"a" + REST % b'{"k": 5}', HEAD % b"a" + REST % b'{"k\\ud800": "passed"}',
        HEAD % b"a" + REST % (b"[" * 100_000),
    ],
)  # fmt: skip
def test_a_damaged_line_of_the_history_spoils_itself_only(config, line):
    make_night(config, CYCLE, TWO)
    with Nights(config).koans.path.open("ab") as file:
        file.write(line + b"\n")
    heat = Nights(config).heat("dev", "policy")
    assert (heat.nights, len(heat.rows)) == ((CYCLE,), 3)
    assert [one.cycle for one in KoanHistory(config).sittings("dev", "policy")] == [CYCLE]


def test_a_folder_whose_name_is_no_utf_8_is_no_night(config):
    make_night(config, CYCLE, TWO)
    (config.var / "cycles" / os.fsdecode(b"a\xff")).mkdir()
    assert [one.night for one in Nights(config).all()] == [CYCLE]
