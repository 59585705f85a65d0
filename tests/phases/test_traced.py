"""Traces of a night in a real MLflow store: each answer once, closed suites closed, no tests, off with one switch."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from nightschool.config import Config
from nightschool.evaluation import read_report, write_report
from nightschool.nights import keep_words
from nightschool.phases import traced
from nightschool.report.plain import plain
from nightschool.tracking import traces as writing
from tests.nights import making
from tests.tracking.conftest import config  # noqa: F401 - a fixture

pytestmark = pytest.mark.integration
HOSTILE = "// <script>alert(1)</script> ````\n![x](http://127.0.0.1/x.png)\n\x1b[31m\ud800\0" + "y" * 30_000


def night(config, cycle, letters="pfnu", suites=("dev", "frozen"), arms=("policy", "candidate")):  # noqa: F811
    """A cycle whose arms answered these suites, with the words of the open ones kept."""
    context, reports = making.make_night(config, cycle, {(arm, suite): letters for arm in arms for suite in suites})
    for suite in {report.suite for report in reports} - {"frozen"}:
        held = context.suite(suite)
        keep_words(config, held, [f"error: words of {koan.id}" for koan in held.koans])
    return context, reports


def rust(program):
    return f"```rust\n{program.rstrip()}\n```"


def traces_of(context, arm, suite):
    runs = context.runs
    [run] = runs.client.search_runs([runs.experiment], f"tags.arm = '{arm}' and tags.suite = '{suite}' and "
                                    f"tags.`nightschool.cycle` = '{runs.cycle}'")  # fmt: skip
    found = runs.client.search_traces(
        locations=[runs.experiment], filter_string=f"attributes.run_id = '{run.info.run_id}'", max_results=100
    )
    return run, {trace.info.tags["koan"]: trace for trace in found}


def everything(context):
    """All that MLflow's database holds, as text."""
    with closing(sqlite3.connect(context.config.root / "mlruns" / "mlflow.db")) as database:
        return "\n".join(database.iterdump())


def test_each_answer_is_one_trace_with_its_spans_and_what_the_judge_found(config):  # noqa: F811
    context, reports = night(config, "night")
    traced.leave_traces(context, reports)
    run, found = traces_of(context, "policy", "dev")
    assert (run.info.status, run.data.tags["mlflow.runType"]) == ("FINISHED", "genai_evaluate")
    assert sorted(found) == [f"dev-{n:03}" for n in range(4)]
    passed = found["dev-000"]
    spans = {span.name: span for span in passed.data.spans}
    assert list(spans) == [
        "answer", "prompt", "propose", "compile", "diagnose", "propose 2", "compile 2", "choose", "ask", "compile 3",
        "choose 2", "tests",
    ]  # fmt: skip
    root = spans["answer"]
    assert root.inputs == {
        "koan": "dev-000", "suite": "dev", "broken": rust(making.BROKEN),
        "diagnostic": "```text\nerror: words of dev-000\n```",
    }  # fmt: skip
    assert {span.parent_id for span in passed.data.spans[1:]} == {root.span_id}
    assert spans["prompt"].outputs == {"diagnostic": root.inputs["diagnostic"]}
    assert spans["ask"].outputs == {"answers of a model": 2, "tokens generated": 7}
    assert [spans[name].outputs for name in ("propose", "compile", "compile 3", "choose")] == [
        {"proposals": 9}, {"programs compiled": 9}, {"programs compiled": 1}, {"candidates": 3}
    ]  # fmt: skip
    assert spans["tests"].outputs["verdict"] == "passed"
    said = {one.name: one.value for one in passed.info.assessments}
    assert said == {
        "passed": True, "verdict": "passed", "family": "borrow_checker", "code": "E0596", "compiles": 12
    }  # fmt: skip
    assert "passed" not in {one.name for one in found["dev-003"].info.assessments}  # unscored is not failed
    assert run.data.metrics["passed/mean"] == pytest.approx(1 / 3)
    assert run.data.metrics["passed/n"] == 3


def test_stages_are_timed_one_after_the_other(config):  # noqa: F811
    context, reports = night(config, "night", "p", suites=("dev",), arms=("policy",))
    traced.leave_traces(context, reports)
    _, found = traces_of(context, "policy", "dev")
    trace = found["dev-000"]
    root, *stages = trace.data.spans
    assert [round((one.end_time_ns - one.start_time_ns) / 1e9, 6) for one in stages] == [
        stage.seconds for stage in making.STAGES
    ]
    ends = [root.start_time_ns, *(one.end_time_ns for one in stages)]
    assert [one.start_time_ns for one in stages] == ends[:-1]  # none overlaps the next
    assert root.end_time_ns == ends[-1] == root.start_time_ns + 5_000_000_000  # all of them: 5 s
    assert trace.info.execution_duration == 5_000


def test_what_compiled_and_was_not_chosen_stands_in_the_last_choice(config):  # noqa: F811
    context, reports = night(config, "night", "p", suites=("dev", "frozen"), arms=("policy",))
    traced.leave_traces(context, reports)
    _, found = traces_of(context, "policy", "dev")
    chosen = {span.name: span for span in found["dev-000"].data.spans}["choose 2"].outputs
    assert chosen == {
        "candidates": 3, "choice": f"```text\n{making.CHOICE}\n```", "sure": True, "program": rust(making.FIXED),
        "compiled, not chosen": [
            {"place": 2, "by": "rustc: MachineApplicable", "does otherwise": True,
             "diff": "```diff\n@@ -1,2 +1,2 @@\n-old of the second\n+new of the second\n```"},
            {"place": 3, "by": "model: drawn",
             "diff": "```diff\n@@ -1,2 +1,2 @@\n-old of the third\n+new of the third\n```"},
        ],
    }  # fmt: skip
    _, closed = traces_of(context, "policy", "frozen")
    assert {span.name: span for span in closed["frozen-000"].data.spans}["choose 2"].outputs == {
        "candidates": 3, "sure": True
    }  # fmt: skip


def test_reports_of_before_have_no_stages_and_give_points(config, tmp_path):  # noqa: F811
    context, reports = night(config, "night", "p", suites=("dev",), arms=("policy",))
    write_report(tmp_path / "new.json", reports[0])
    data = json.loads((tmp_path / "new.json").read_text())
    for attempt in data["attempts"]:
        del attempt["stages"], attempt["unchosen"]
    (tmp_path / "old.json").write_text(json.dumps(data))
    traced.leave_traces(context, [read_report(tmp_path / "old.json")])
    _, found = traces_of(context, "policy", "dev")
    root, *points = found["dev-000"].data.spans
    assert [one.name for one in points] == ["prompt", "ask", "compile", "choose", "tests"]
    assert {one.end_time_ns - one.start_time_ns for one in points} == {0}
    assert root.end_time_ns - root.start_time_ns == 100_000_000  # the answer's 0.1 s
    assert points[2].outputs == {"programs compiled": 12}


def test_suites_are_datasets_that_nights_share_and_runs_name_as_their_input(config):  # noqa: F811
    contexts = [night(config, cycle) for cycle in ("first", "second")]
    for context, reports in contexts:
        traced.leave_traces(context, reports)
    runs = contexts[0][0].runs
    datasets = {one.tags["suite"]: one for one in runs.client.search_datasets(experiment_ids=[runs.experiment])}
    assert set(datasets) == {"dev", "frozen"}
    digest = contexts[0][1][0].suite_digest
    assert (datasets["dev"].name, datasets["dev"].tags["suite_digest"]) == (f"dev {digest[:12]}", digest)
    assert len(datasets["dev"].records) == 4
    assert {json.dumps(record.inputs, sort_keys=True) for record in datasets["frozen"].records} == {
        json.dumps({"koan": f"frozen-{n:03}", "suite": "frozen"}, sort_keys=True) for n in range(4)
    }
    for context, _ in contexts:
        run, found = traces_of(context, "policy", "dev")
        assert [one.dataset.name for one in run.inputs.dataset_inputs] == [datasets["dev"].name]
        inputs = [trace.data.spans[0].inputs for trace in found.values()]
        assert all(one in [record.inputs for record in datasets["dev"].records] for one in inputs)


def test_published_twice_nothing_is_doubled_and_what_was_measured_anew_replaces(config, capsys):  # noqa: F811
    context, reports = night(config, "night", suites=("dev",), arms=("policy",))
    for _ in range(2):
        traced.leave_traces(context, reports)
    assert capsys.readouterr().out.splitlines() == [
        "Traces in MLflow: 4 new, of 1 evaluation runs.", "Traces in MLflow: 0 new, of 1 evaluation runs."
    ]  # fmt: skip
    first = reports[0].attempts[0]
    changed = replace(reports[0], attempts=(replace(first, tokens=8), *reports[0].attempts[1:]))
    traced.leave_traces(context, [changed])
    assert capsys.readouterr().out == "Traces in MLflow: 1 new, of 1 evaluation runs.\n"
    _, found = traces_of(context, "policy", "dev")
    assert len(found) == 4
    assert {one.name: one for one in found["dev-000"].data.spans}["ask"].outputs["tokens generated"] == 8


def test_an_evaluation_run_that_was_deleted_and_restored_gets_its_assessments_back(config):  # noqa: F811
    context, reports = night(config, "night", "pf", suites=("dev",), arms=("policy",))
    traced.leave_traces(context, reports)
    run, _ = traces_of(context, "policy", "dev")
    context.runs.client.delete_run(run.info.run_id)
    context.runs.client.restore_run(run.info.run_id)
    _, found = traces_of(context, "policy", "dev")
    assert [trace.info.assessments for trace in found.values()] == [[], []]  # so MLflow leaves it
    traced.leave_traces(context, reports)
    _, found = traces_of(context, "policy", "dev")
    assert [len(trace.info.assessments) for trace in found.values()] == [5, 5]


@pytest.mark.parametrize("killed_in", ["start_trace", "log_spans"])
def test_what_was_killed_in_between_is_gone_on_with(config, monkeypatch, killed_in):  # noqa: F811
    from mlflow.tracing.client import TracingClient

    context, reports = night(config, "night", "pfnupf", suites=("dev",), arms=("policy",))
    monkeypatch.setattr(writing, "BATCH", 2)
    real, calls = getattr(TracingClient, killed_in), []

    def dying(self, *arguments):
        calls.append(arguments)
        if len(calls) == (4 if killed_in == "start_trace" else 2):  # in the second batch
            raise KeyboardInterrupt
        return real(self, *arguments)

    monkeypatch.setattr(TracingClient, killed_in, dying)
    with pytest.raises(KeyboardInterrupt):
        traced.leave_traces(context, reports)
    traced.leave_traces(context, reports)
    _, found = traces_of(context, "policy", "dev")
    assert len(found) == 6
    assert {len(trace.data.spans) for trace in found.values()} == {1 + len(making.STAGES)}
    assert all(len({one.name for one in t.info.assessments}) == len(t.info.assessments) for t in found.values())
    client, experiment = context.runs.client, context.runs.experiment
    assert len(client.search_traces(locations=[experiment], max_results=100)) == 6


def test_closed_suites_hold_verdicts_and_no_code_and_tests_are_nowhere(config):  # noqa: F811
    context, reports = night(config, "night")
    secret = (replace(making.UNCHOSEN[0], by="SECRET", diff="SECRET"),)
    closed = [
        replace(one, attempts=tuple(
            replace(a, answer="SECRET", program="SECRET", detail="SECRET", unchosen=secret) for a in one.attempts
        ))
        for one in reports if one.suite == "frozen"
    ]  # fmt: skip
    traced.leave_traces(context, closed + [one for one in reports if one.suite == "dev"])
    _, found = traces_of(context, "policy", "frozen")
    assert {trace.data.spans[0].outputs["verdict"] for trace in found.values()} == {
        "passed", "tests_failed", "not_compiled", "unscored"
    }  # fmt: skip
    held = everything(context)
    assert "SECRET" not in held
    assert "old of the second" in held  # of dev
    for told in ("hidden_from_everybody", "assert_eq!", "left 41"):
        assert told in making.SECRET_TEST + making._detail("f")
        assert told not in held
    assert "words of dev-000" in held  # what is looked for is found where it is


def test_what_models_wrote_is_data_and_cut(config):  # noqa: F811
    context, reports = night(config, "night", suites=("dev",), arms=("policy",))
    others = (replace(making.UNCHOSEN[0], diff="-" + HOSTILE),)
    attempts = tuple(
        replace(one, answer="said " + HOSTILE, program=HOSTILE, unchosen=others) for one in reports[0].attempts
    )
    traced.leave_traces(context, [replace(reports[0], attempts=attempts)])
    _, found = traces_of(context, "policy", "dev")
    spans = {one.name: one for one in found["dev-000"].data.spans}
    chosen = spans["choose 2"].outputs
    assert chosen["program"] == f"`````rust\n{plain(HOSTILE, 20_000)}\n`````"  # it holds a run of four
    assert spans["ask"].outputs["said"] == f"`````text\n{plain('said ' + HOSTILE, 20_000)}\n`````"
    assert chosen["compiled, not chosen"][0]["diff"] == f"`````diff\n{plain('-' + HOSTILE, 20_000)}\n`````"
    assert "\\x1b[31m\\ud800\\x00yyy" in chosen["program"]
    assert "<script>" not in found["dev-000"].info.request_preview + found["dev-000"].info.response_preview


def test_only_policy_and_candidate_are_traced_and_shadow_is_not(config):  # noqa: F811
    context, reports = night(config, "night", suites=("dev", "shadow"), arms=("policy", "candidate", "search", "base"))
    traced.leave_traces(context, reports)
    client, experiment = context.runs.client, context.runs.experiment
    found = client.search_traces(locations=[experiment], max_results=100)
    there = {(one.info.tags["arm"], one.info.tags["suite"]) for one in found}
    assert there == {("policy", "dev"), ("candidate", "dev")}


def test_one_switch_turns_all_of_it_off(config):  # noqa: F811
    off = Config.model_validate({"root": config.root, "tracking": {"traces": False}})
    context, reports = night(off, "night")
    traced.leave_traces(context, reports)
    runs = context.runs
    assert not runs.client.search_datasets(experiment_ids=[runs.experiment])
    assert not runs.client.search_traces(locations=[runs.experiment])
    assert [run.info.run_id for run in runs.client.search_runs([runs.experiment])] == [runs.run_id]


def test_mlflows_own_evaluate_takes_the_traces_and_the_scorers(config):  # noqa: F811
    import mlflow

    from nightschool.tracking.scorers import answer_scorers

    context, reports = night(config, "night", "ppf", suites=("dev",), arms=("policy",))
    traced.leave_traces(context, reports)
    run, found = traces_of(context, "policy", "dev")
    mlflow.set_experiment(experiment_id=context.runs.experiment)
    result = mlflow.genai.evaluate(data=list(found.values()), scorers=list(answer_scorers()))
    assert result.metrics["passed/mean"] == run.data.metrics["passed/mean"] == pytest.approx(2 / 3)
    assert result.metrics["compiles/mean"] == run.data.metrics["compiles/mean"] == 12
