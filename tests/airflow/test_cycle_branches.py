"""All branches of the cycle, run by Airflow's own `dag.test()` over a stand-in command."""

import json

import pytest

from tests.airflow.conftest import ROOT


def run(dag, conf=None):
    """Run the DAG; returns its state and the state of each task."""
    from airflow.models.dag_version import DagVersion  # noqa: F401  (the serialised DAG must exist)

    result = dag.test(run_conf=conf or {}, use_executor=False)
    return str(result.state), {t.task_id: str(t.state) for t in result.get_task_instances()}


def asked(folder):
    return [json.loads(line) for line in (folder / "asked.jsonl").read_text().splitlines()]


@pytest.fixture
def dag(cycle_dag, monkeypatch):
    for task in cycle_dag.tasks:
        monkeypatch.setattr(task, "retries", 0)
    for owner in (cycle_dag, *cycle_dag.tasks):  # `dag.test` writes a run's conf into them; the next run is another
        for name in owner.params:
            param = owner.params.get_param(name)
            monkeypatch.setattr(param, "value", param.value)
    return cycle_dag


@pytest.mark.integration
def test_a_passed_candidate_is_registered_and_waits_for_a_person(dag, stand_in):
    (stand_in / "gate.plan").write_text("outcome passed")
    state, tasks = run(dag)
    assert state == "success"
    assert (tasks["register"], tasks["report_refusal"], tasks["promote"]) == ("success", "skipped", "skipped")
    assert tasks["publish"] == "success"


@pytest.mark.integration
def test_auto_promote_promotes(dag, stand_in):
    (stand_in / "gate.plan").write_text("outcome passed")
    state, tasks = run(dag, {"auto_promote": True})
    assert (state, tasks["promote"], tasks["publish"]) == ("success", "success", "success")
    assert "auto_promote=true" in asked(stand_in)[0]


@pytest.mark.integration
@pytest.mark.parametrize("outcome", ["refused", "not_enough_evidence"])
def test_a_refusal_is_a_green_run_with_its_reasons(dag, stand_in, outcome):
    (stand_in / "gate.plan").write_text(f"outcome {outcome}")
    state, tasks = run(dag)
    assert state == "success"
    assert (tasks["register"], tasks["report_refusal"], tasks["publish"]) == ("skipped", "success", "success")
    assert tasks["fail_the_night"] == "skipped"


LATER = ("rehearsal.synthesise", "rehearsal.rehearse", "prefer")
NIGHTS = [
    # phases asked for, align gained, sft plateaued -> later phases that run
    (["align"], "gained", "plateau", ()),
    (["align"], "no_gain", "still_improving", ()),
    (["align", "rehearse"], "gained", "plateau", LATER[:2]),
    (["align", "prefer"], "no_gain", "plateau", LATER[2:]),
    (["align", "rehearse", "prefer"], "gained", "plateau", LATER),
    (["align", "rehearse", "prefer"], "gained", "still_improving", LATER[:2]),
    (["align", "rehearse", "prefer"], "no_gain", "still_improving", ()),
]


@pytest.mark.integration
@pytest.mark.parametrize(("phases", "gained", "plateaued", "ran"), NIGHTS)
def test_later_phases_run_if_asked_for_and_if_the_night_needs_them(dag, stand_in, phases, gained, plateaued, ran):
    for phase, outcome in (("align", gained), ("plateaued", plateaued), ("gate", "refused")):
        (stand_in / f"{phase}.plan").write_text(f"outcome {outcome}")
    state, tasks = run(dag, {"phases": phases})
    assert state == "success"
    assert {name for name in LATER if tasks[f"learn.{name}"] == "success"} == set(ran)
    assert all(tasks[f"learn.{name}"] == "skipped" for name in set(LATER) - set(ran))
    assert (tasks["learn.plateaued"], tasks["learn.examine"], tasks["gate"]) == ("success",) * 3
    assert f"phases={json.dumps(phases)}" in asked(stand_in)[0]


ENDS = [
    # how pair, synthesise, rehearse and prefer end; each is an outcome of a phase that ran, and the night goes on
    ("paired", "synthesised", "kept", "kept"),
    ("paired", "synthesised", "not_kept", "not_kept"),
    ("nothing", "nothing", "not_kept", "not_kept"),
]


@pytest.mark.integration
@pytest.mark.parametrize("ends", ENDS)
def test_kept_or_not_or_with_nothing_to_learn_from_the_night_goes_on_to_the_gate(dag, stand_in, ends):
    plans = dict(zip(("pair", "synthesise", "rehearse", "prefer"), ends, strict=True))
    for phase, outcome in {**plans, "align": "gained", "plateaued": "plateau", "gate": "passed"}.items():
        (stand_in / f"{phase}.plan").write_text(f"outcome {outcome}")
    state, tasks = run(dag, {"phases": ["align", "rehearse", "prefer"]})
    assert state == "success"
    assert all(tasks[f"learn.{name}"] == "success" for name in LATER)
    order = [arguments[1] for arguments in asked(stand_in)]
    before = ["certify", "curate", "validate_corpus", "pair", "choose", "baseline"]
    after = ["examine", "gate", "register", "publish"]
    assert order == [*before, "align", "synthesise", "rehearse", "plateaued", "prefer", *after]


@pytest.mark.integration
@pytest.mark.parametrize("phase", ["certify", "pair", "choose", "align", "synthesise", "rehearse", "prefer", "examine"])
def test_a_failed_phase_fails_the_run_and_still_publishes(dag, stand_in, phase):
    (stand_in / "align.plan").write_text("outcome gained")
    (stand_in / "plateaued.plan").write_text("outcome plateau")
    (stand_in / f"{phase}.plan").write_text("exit 1")
    state, tasks = run(dag, {"phases": ["align", "rehearse", "prefer"]})
    assert state == "failed"
    assert (tasks["gate"], tasks["register"], tasks["publish"]) == ("upstream_failed", "upstream_failed", "success")
    assert tasks["fail_the_night"] == "failed"


@pytest.mark.integration
def test_a_night_whose_report_failed_is_red(dag, stand_in):
    (stand_in / "gate.plan").write_text("outcome refused")
    (stand_in / "publish.plan").write_text("exit 1")
    state, tasks = run(dag)
    assert (state, tasks["report_refusal"], tasks["publish"]) == ("failed", "success", "failed")


@pytest.mark.integration
def test_parameters_reach_the_command_as_arguments_never_through_a_shell(dag, stand_in):
    (stand_in / "gate.plan").write_text("outcome refused")
    evil = "smollm2; touch /tmp/owned $(touch /tmp/owned)"
    run(dag, {"base_model": evil, "rows": 12, "set": ["train.rank=4"]})
    first = asked(stand_in)[0]
    pairs = [first[i + 1] for i, word in enumerate(first) if word == "--set"]
    assert f"model.base_model={json.dumps(evil)}" in pairs
    assert {"curriculum.rows=12", "train.rank=4"} <= set(pairs)


@pytest.mark.parametrize(
    ("outcome", "evidence", "said"),
    [
        ("refused", {}, "Refused:"),
        ("not_enough_evidence", {"koans_needed": 73.0}, "Not enough evidence (73 koans would settle it):"),
    ],
)
def test_the_reasons_are_told_under_the_outcomes_name(tmp_path, capsys, outcome, evidence, said):
    from nightschool_airflow.branches import refusal_lines

    checks = [{"name": name, "ok": name == "leakage", "observed": "2", "wanted": "3"} for name in ("leakage", "bar")]
    (tmp_path / "decision.json").write_text(json.dumps({"checks": checks, "evidence": evidence}))
    assert refusal_lines({"output": str(tmp_path), "outcome": outcome}) == ["bar: 2 (wanted: 3)"]
    assert capsys.readouterr().out == f"{said}\n  bar: 2 (wanted: 3)\n"


@pytest.mark.integration
@pytest.mark.parametrize(("gained", "rehearsed"), [("gained", ["synthesise"]), ("no_gain", [])])
def test_a_night_in_shards_puts_each_shard_before_its_phase(airflow_home, stand_in, monkeypatch, gained, rehearsed):
    from airflow.dag_processing.dagbag import DagBag

    monkeypatch.setenv("NIGHTSCHOOL_SHARDS", "2")
    for phase, outcome in (("align", gained), ("plateaued", "still_improving"), ("gate", "refused")):
        (stand_in / f"{phase}.plan").write_text(f"outcome {outcome}")
    state, tasks = run(DagBag(str(ROOT / "dags")).dags["nightly_cycle"], {"phases": ["align", "rehearse"]})
    assert state == "success"
    assert tasks["learn.rehearsal.synthesise_shards"] == ("success" if rehearsed else "skipped")
    parts = [(words[1], words[words.index("--shard") + 1] if "--shard" in words else "") for words in asked(stand_in)]
    sharded = [phase for phase in ("curate", "baseline", *rehearsed, "examine")]
    calls = [one for one in parts if one[0] in sharded]
    for place, phase in enumerate(sharded):  # shards of a phase have no order of their own
        three = calls[3 * place : 3 * place + 3]
        assert (sorted(three[:2]), three[2:]) == ([(phase, "1/2"), (phase, "2/2")], [(phase, "")])
