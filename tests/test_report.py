"""The night's report says what happened, with every reason."""

import json
from collections import Counter
from dataclasses import asdict, replace
from typing import get_args

from nightschool.decisions import gate, paired
from nightschool.learning.broken import Funnel
from nightschool.learning.lots import Synthesised
from nightschool.metrics import wilson
from nightschool.report import Night, document, ending, note, summary, verdict, write_night
from nightschool.report.contribution import contributions
from nightschool.report.night import price
from nightschool.report.tables import show_rate, verdict_counts
from nightschool.report.yields import ORIGINS
from nightschool.types import PhaseResult, Route, Sitting
from tests.decisions.factory import report
from tests.decisions.test_decisions import GATE, inputs


def night(candidate, phases=("gate",), **changes):
    evidence = inputs(candidate=candidate, **changes)
    decision = asdict(gate(evidence, GATE))
    reports = [one for found in evidence.arms.values() for one in found.values()]
    results = {phase: PhaseResult(phase, "k", "out", {}, {}, "") for phase in phases}
    return Night("c1", results, reports, decision, 0.767, {"adapter": "var/x"})


def test_a_rate_is_shown_with_n_and_interval():
    assert show_rate(wilson(12, 30)) == "12/30 = 40.0% [24.6, 57.7]"
    assert show_rate(wilson(0, 0)) == "-"


def test_all_six_verdicts_are_counted():
    assert verdict_counts(report("ppfu")) == {
        "passed": 2, "tests_failed": 1, "not_compiled": 0, "forbidden": 0, "timed_out": 0, "unscored": 1
    }  # fmt: skip


def test_a_refusal_counts_its_reasons_and_lists_them(tmp_path):
    refused = night("f" * 30)
    write_night(tmp_path, refused)
    text = (tmp_path / "report.txt").read_text()
    assert "refused for 3 reasons" in verdict(refused)
    for reason in ("FAIL frozen above the bar", "FAIL frozen above policy_champion", "FAIL no koan lost"):
        assert reason in text
    assert text.index("FAIL no koan lost") < text.index("passed/n") < text.index("ok   corpus valid")
    assert "0/30 [0,11]" in text


def test_the_text_fits_100_columns_and_the_policy_stands_first(tmp_path):
    suites = ("frozen", "domains", "dev", "shadow", "retention")
    arms = ("search", "hints", "policy_champion", "policy", "policy_base", "candidate")
    reports = [report("P" * 123 + "f" * 77, suite, arm, answers=5) for arm in arms for suite in suites]
    write_night(tmp_path, replace(night("f" * 30), reports=reports))
    lines = (tmp_path / "report.txt").read_text().splitlines()
    assert max(map(len, lines)) <= 100
    rates = lines[lines.index(next(line for line in lines if line.startswith("passed/n"))) + 1 :]
    assert [line.split()[0] for line in rates[:6]] == [
        "policy", "policy_champion", "policy_base", "search", "candidate", "hints",
    ]  # fmt: skip
    # sure of 123 on each of four suites, all right; 5 answers a koan, nothing compiled
    assert ["policy", "492/492", "0.0", "5.0", "0", "0", "0"] in [line.split() for line in lines]


def test_the_page_of_a_refused_night_begins_with_its_verdict_what_failed_and_where_to_look():
    refused = night("f" * 30)
    said = note(refused)
    assert said.startswith(verdict(refused))
    assert said.count("- FAIL ") == 3
    assert "- ok" not in said
    assert "- adapter: `var/x`" in said


def test_missing_evidence_says_what_would_settle_it_and_what_the_night_could_find(tmp_path):
    # at alpha 0.001 the 7 koans fixed of 30 (p = 2^-7) are too few
    decision = asdict(gate(inputs(alpha=0.001), GATE))
    unproven = replace(night("p" * 25 + "f" * 5), decision=decision, power="Power: 200 shadow koans")
    needed = int(decision["evidence"]["koans_needed"])
    assert needed > 30
    assert f"not enough evidence to register; {needed} koans would settle it; the champion stays" in verdict(unproven)
    write_night(tmp_path, unproven)
    for name in ("report.txt", "report.md"):
        assert "Power: 200 shadow koans" in (tmp_path / name).read_text()


def test_a_refusal_says_who_is_champion_afterwards():
    refused = night("f" * 30)
    assert verdict(refused).endswith("the champion stays.")
    first = replace(refused, reports=[one for one in refused.reports if one.arm != "policy_champion"])
    assert verdict(first).endswith("there is no champion yet.")


def test_a_pass_says_whether_it_was_promoted():
    assert "registered as one (challenger)" in verdict(night("p" * 30, ("gate", "register")))
    assert "registered and promoted to champion: " in verdict(night("p" * 30, ("gate", "register", "promote")))


def test_a_pass_says_why_it_was_registered():
    """24 of 30 on frozen; on shadow the policy passes 25, search 18: p = 2^-7 = 0.0078; chooser = policy."""
    first = inputs(champion=False)
    decision = asdict(gate(first, GATE))
    reports = [one for found in first.arms.values() for one in found.values()]
    version = {"register": PhaseResult("register", "k", "out", {"version": 1.0})}
    held, of = sum(check["ok"] for check in decision["checks"]), len(decision["checks"])
    assert held == of
    assert verdict(replace(night("p" * 30), results=version, reports=reports, decision=decision)) == (
        f"Cycle c1: registered as version 1 (challenger: `fix` takes it once it is promoted): {of} of {of} checks; "
        "frozen 24/30 = 80.0% (above 76.7%); shadow 25 against search's 18, p = 0.0078 (at most 0.01). "
        "All of the gain is the chooser's; the adapter changed no koan of shadow."
    )
    decision["evidence"] |= {"adapter_fixed": 3.0, "adapter_lost": 1.0}
    told = verdict(replace(night("p" * 30), results=version, reports=reports, decision=decision))
    assert told.endswith("Of shadow the adapter won 3 and lost 1 koans; the rest is the chooser's.")


def test_the_price_of_a_koan_is_told_where_dev_was_compared(tmp_path):
    """24 of 30 against 20 are 4 koans; without reports there is no price."""
    write_night(tmp_path, night("p" * 24 + "f" * 6))
    assert "+4 koans)" in (tmp_path / "report.txt").read_text()
    assert "+4 koans)" in (tmp_path / "report.md").read_text()
    assert price({}, [], 65.0).startswith("not known")


def test_what_chooser_and_adapter_add_is_told_with_its_interval_whatever_it_is(tmp_path):
    """Search pffff, chooser ppfff, policy fpppf: the chooser wins one; the adapter wins two and loses one of five.

    Agresti and Min: (1.5 - 0.5)/7 -+ 1.96 sqrt(2 - 1/7)/7; (2.5 - 1.5)/7 -+ 1.96 sqrt(4 - 1/7)/7.
    """
    arms = {"search": "pffff", "chooser": "ppfff", "policy": "fpppf"}
    reports = [replace(report(letters), arm=arm, suite="dev") for arm, letters in arms.items()]
    told = {
        "the chooser adds to search on dev": "+1 of 5: 1 won, 0 lost, +20.0 % [-23.9, +52.4]",
        "the adapter adds to the chooser on dev": "+1 of 5: 2 won, 1 lost, +20.0 % [-40.7, +69.3]",
    }
    assert contributions(reports, ("frozen", "dev")) == told
    assert contributions([replace(reports[0], suite_digest="another"), *reports[1:]], ("dev",)).keys() == {
        "the adapter adds to the chooser on dev"
    }
    write_night(tmp_path, replace(night("p" * 30), reports=reports))
    for name in ("report.txt", "report.md"):
        assert all(f"{key}: {value}" in (tmp_path / name).read_text() for key, value in told.items())


def test_programs_read_the_verdict_what_failed_and_every_arm(tmp_path):
    refused = night("p" * 23 + "f" * 7)
    results = {"gate": PhaseResult("gate", "k", "out", {}, {}, "refused", seconds=1.5)}
    write_night(tmp_path, replace(refused, results=results))
    told = json.loads((tmp_path / "report.json").read_text())
    assert {name: told[name] for name in ("schema", "cycle", "verdict", "version", "bar", "seconds")} == {
        "schema": 1, "cycle": "c1", "verdict": "refused", "version": None, "bar": 0.767, "seconds": {"gate": 1.5},
    }  # fmt: skip
    assert told["failed"] == [{"check": "frozen above the bar", "value": "23/30 = 76.7%", "wanted": "above 76.7%"}]
    shadow = told["arms"]["policy"]["shadow"]
    assert {name: shadow[name] for name in ("passed", "n", "sure", "sure_passed", "compiles", "answers")} == {
        "passed": 25, "n": 30, "sure": 25, "sure_passed": 25, "compiles": 0, "answers": 0,
    }  # fmt: skip
    assert (round(shadow["low"], 3), round(shadow["high"], 3)) == (0.664, 0.927)
    assert set(told["arms"]) == {"policy", "policy_champion", "search", "chooser", "candidate", "champion"}


def test_a_registered_version_and_a_gate_that_was_not_reached_are_told_to_programs():
    version = {"register": PhaseResult("register", "k", "out", {"version": 3.0})}
    assert summary("c1", {"outcome": "passed", "checks": []}, version, [], 0.767)["version"] == 3
    early = summary("c1", {}, {}, [], 0.767)
    assert (early["verdict"], early["version"], early["failed"], early["arms"]) == ("not_reached", None, [], {})


def learnt(phase, outcome, before="", after=""):
    """A phase's result as it records its decision; without reports it had nothing to learn from."""
    evidence = paired(report(before, "dev"), report(after, "dev")).evidence("dev") if before else {}
    return {phase: PhaseResult(phase, "k", "out", evidence, {}, outcome)}


def test_what_learning_decided_is_told_with_gain_and_interval(tmp_path):
    """Of 10 koans 2 are fixed and 1 lost: 0.1. Agresti and Min: (2.5 - 1.5)/12 -+ 1.96 sqrt(4 - 1/12)/12."""
    before, after = "f" * 9 + "p", "ppfffffff" + "f"
    results = {
        **learnt("align", "gained", before, after), **learnt("rehearse", "not_kept", after, before),
        **learnt("plateaued", "plateau", after, before), **learnt("prefer", "not_kept"),
    }  # fmt: skip
    write_night(tmp_path, replace(night("p" * 30), results=results))
    interval = "[-0.240, +0.407]"  # 0.083 -+ 0.323
    told = (
        f"align: gained, +0.100 {interval}, n=10, 2 fixed, 1 lost",
        "rehearse: not kept, -0.100 [-0.407, +0.240], n=10, 1 fixed, 2 lost",
        "plateaued: plateau, -0.100 [-0.407, +0.240], n=10, 1 fixed, 2 lost",
        "prefer: not kept, nothing to learn from",
    )
    for name, mark in (("report.txt", ""), ("report.md", "- ")):
        lines = (tmp_path / name).read_text().splitlines()
        assert all(f"{mark}{one}" in lines for one in told), lines


def cut_off_night():
    """Align learnt 53 steps of 127 rows; 32,189 tokens in 386 s are 83 a second; the adapter changed no dev koan."""
    seen = {"align.steps": 53.0, "align.rows_seen": 127.0, "align.tokens": 32189.0, "align.seconds": 386.0}
    results = {"align": PhaseResult("align", "k", "out", seen, {}, "no_gain")}
    arms = [report("pf", "dev", arm) for arm in ("search", "chooser", "policy")]
    return replace(night("p" * 30), results=results, reports=arms, stopped={"align": "train.max_minutes=6"})


def test_a_night_whose_training_the_clock_ended_says_so_everywhere(tmp_path):
    write_night(tmp_path, cut_off_night())
    told = "align stopped at train.max_minutes=6: 53 steps, 127 rows at 83 tokens/s"
    assert all(told in (tmp_path / name).read_text() for name in ("report.txt", "report.md", "report.html"))
    assert told in ending(json.loads((tmp_path / "report.json").read_text()))
    write_night(tmp_path, replace(cut_off_night(), stopped={}))
    assert "stopped at" not in (tmp_path / "report.html").read_text()


def test_before_rows_or_model_are_blamed_training_needs_its_time():
    (need,) = [one["what"] for one in document(cut_off_night())["tomorrow"] if "Training changed" in one["what"]]
    assert "align stopped at train.max_minutes=6" in need
    assert need.endswith("raise train.max_minutes, or use a quieter machine, before anything else.")
    (need,) = [
        one["what"]
        for one in document(replace(cut_off_night(), stopped={}))["tomorrow"]
        if "Training changed" in one["what"]
    ]
    assert need.endswith("it needs rows that search leaves open, or a larger model.")


def test_the_yield_at_every_filter_is_told_by_origin_where_rows_were_synthesised(tmp_path):
    funnel = Funnel({"seeded": Counter(written=8, parsed=7, fails=5, intended=3, new=2, clean=2, answered=1, kept=1)})
    funnel.add("mutated", "parsed", 16)
    made = Synthesised([], funnel, cells=4, seconds=9.0)
    results = {"synthesise": PhaseResult("synthesise", "k", "out", made.metrics(), {}, "synthesised")}
    write_night(tmp_path, replace(night("p" * 30), results=results))
    told = (tmp_path / "report.md").read_text()
    assert "| origin | written | parsed | fails | intended | new | clean | searched | answered | kept |" in told
    assert "| seeded: by the base model, after a mutant | 8 | 7 | 5 | 3 | 2 | 2 | - | 1 | 1 |" in told
    assert "| mutated: by an operator, in a repair of the corpus | - | 16 | - | - | - | - | - | - | - |" in told
    assert ["seeded", "8", "7", "5", "3", "2", "2", "-", "1", "1"] in [
        line.split() for line in (tmp_path / "report.txt").read_text().splitlines()
    ]
    write_night(tmp_path, night("p" * 30))
    assert "origin" not in (tmp_path / "report.md").read_text()


def test_every_origin_of_a_program_has_words_of_its_own():
    assert set(ORIGINS) == set(get_args(Route))


def test_a_cycle_that_never_reached_the_gate_says_so(tmp_path):
    early = Night("c1", {"certify": PhaseResult("certify", "k", "out")}, [], {}, 0.767, {})
    write_night(tmp_path, early)
    assert "the gate was not reached (finished: certify)" in (tmp_path / "report.txt").read_text()
    assert not (tmp_path / "arms.png").exists()


def test_programs_may_read_what_people_may(tmp_path):
    write_night(tmp_path, night("p" * 30))
    assert (tmp_path / "report.json").stat().st_mode == (tmp_path / "report.html").stat().st_mode


def test_a_phase_without_an_outcome_is_done_and_a_time_says_of_what(tmp_path):
    seen = {"align.steps": 3.0, "align.seconds": 60.0}
    results = {"curate": PhaseResult("curate", "k", "out"),
               "align": PhaseResult("align", "k", "out", seen, {}, "no_gain", seconds=90.0)}  # fmt: skip
    write_night(tmp_path, replace(night("p" * 30), results=results))
    assert "| curate | done | made |" in (tmp_path / "report.md").read_text()
    html = (tmp_path / "report.html").read_text()
    assert '<th scope="row">curate</th><td>done</td>' in html
    assert ">training</th>" in html
    assert ">whole phase</th>" in html


def test_what_sure_and_right_is_summed_over_is_said(tmp_path):
    write_night(tmp_path, night("p" * 30))
    for name in ("report.txt", "report.md"):
        assert "(sure and right: of dev, shadow, frozen, domains together)" in (tmp_path / name).read_text()


def test_nights_without_a_picture_have_no_link_to_one(tmp_path):
    """One night of 61 koans: more than a picture shows, and none that changed."""
    one = Sitting("c0", "policy", "dev", "d", {f"k{n:02}": "passed" for n in range(61)})
    write_night(tmp_path, replace(night("p" * 30), sittings=[one]))
    assert not (tmp_path / "nights-dev.png").exists()
    text = (tmp_path / "report.md").read_text()
    assert "nights-dev.png" not in text
    assert "nights on dev: 1 night; no koan changed yet" in text


def test_pictures_are_drawn_for_arms_and_policy(tmp_path):
    write_night(tmp_path, night("p" * 25 + "f" * 5))
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        "report.html",
        "report.txt",
        "report.md",
        "report.json",
        "arms.png",
        "policy-frozen.png",
        "policy-dev.png",
        "policy-shadow.png",
    }
    assert all((tmp_path / name).stat().st_size > 1000 for name in names if name.endswith(".png"))


def test_domains_are_shown_beside_frozen(tmp_path):
    """45 of 60 in the tables of text and page, in the picture of the arms and in one of its own."""
    beside = night("p" * 30)
    measured = [*beside.reports, report("p" * 45 + "f" * 15, "domains", "policy")]
    write_night(tmp_path, beside)
    without = (tmp_path / "arms.png").read_bytes()
    write_night(tmp_path, replace(beside, reports=measured))
    assert "45/60 [63,84]" in (tmp_path / "report.txt").read_text()
    assert "45/60 = 75.0% [62.8, 84.2]" in (tmp_path / "report.md").read_text()
    assert "| arm | frozen | domains | dev |" in (tmp_path / "report.md").read_text()
    assert (tmp_path / "policy-domains.png").exists()
    assert (tmp_path / "arms.png").read_bytes() != without


def test_the_examination_and_the_nights_before_are_told_and_drawn(tmp_path):
    nights = [
        Sitting(f"c{n}", "policy", "frozen", "d", {"k00": word}) for n, word in enumerate(("forbidden", "passed"))
    ]
    told = replace(night("p" * 30), notes={"frozen": "opened"}, sittings=nights)
    write_night(tmp_path, told)
    for name, mark in (("report.txt", ""), ("report.md", "- ")):
        text = (tmp_path / name).read_text()
        assert f"{mark}frozen: opened\n" in text
        assert f"{mark}nights on frozen: 2 nights; 1 gained: k00; 0 lost\n" in text
    assert (tmp_path / "nights-frozen.png").stat().st_size > 1000


def test_ones_own_code_is_shown_beside_frozen_where_it_was_measured(tmp_path):
    """12 of 20 in text, page, JSON and a picture; six suites go into two tables of 100 columns."""
    before = night("p" * 30)
    write_night(tmp_path, before)
    assert " own" not in (tmp_path / "report.txt").read_text()
    suites = ("frozen", "domains", "dev", "shadow", "retention")
    others = [report("P" * 123 + "f" * 77, suite, "policy_champion") for suite in suites]
    ours = report("P" * 12 + "f" * 8, "own", "policy")
    write_night(tmp_path, replace(before, reports=[*before.reports, *others, ours]))
    text = (tmp_path / "report.txt").read_text()
    assert max(map(len, text.splitlines())) <= 100
    assert "12/20 [39,78]" in text
    assert text.count("passed/n [95 %]") == 2
    assert "| arm | frozen | domains | own | dev |" in (tmp_path / "report.md").read_text()
    told = json.loads((tmp_path / "report.json").read_text())["arms"]["policy"]["own"]
    assert (told["passed"], told["n"]) == (12, 20)
    assert (tmp_path / "policy-own.png").stat().st_size > 1000
