"""Features of behaviour, with outcomes written by hand."""

from __future__ import annotations

import pytest

from nightschool.repair.alike import GROUP
from nightschool.repair.behaviour import Observed, features
from nightschool.repair.behaviour.features import constant, idle
from nightschool.repair.behaviour.observed import Seen
from nightschool.repair.behaviour.plan import Call
from nightschool.repair.behaviour.probe import Outcome

SIGNATURE = "fn f(u8, u8) -> u8"
ARGUMENTS = [("0", "0"), ("0", "1"), ("1", "0"), ("1", "1")]


def seen(*answers: int | str, signature: str = SIGNATURE) -> Seen:
    """One candidate's answers to the four calls; a word is the kind of an outcome without a value."""
    calls = [Call(signature, f"f({', '.join(given)})", "f", given) for given in ARGUMENTS]
    outcomes = [Outcome("value", str(one)) if isinstance(one, int) else Outcome(one) for one in answers]  # type: ignore[arg-type]
    return Seen({"f": signature}, dict(zip(calls, outcomes, strict=True)))


def test_the_majority_and_the_one_that_stands_alone() -> None:
    observed = Observed((seen(0, 1, 1, 2), seen(0, 1, 1, 2), seen(0, 1, 1, 3)), signatures={"f": SIGNATURE})
    common, lonely = features(observed, 0), features(observed, 2)
    assert observed.groups == [[0, 1], [2]]
    assert (common["behaves_like_others"], lonely["behaves_like_others"]) == (0.5, 0.0)
    assert (common["in_largest_group"], lonely["in_largest_group"]) == (1.0, 0.0)
    # One of two others agrees on the last call, both on the first three: (1 + 1 + 1 + 1/2) / 4.
    assert common["agrees"] == pytest.approx(0.875)
    assert lonely["agrees"] == pytest.approx(0.75)
    assert common["signatures_changed"] == 0.0
    assert [features(observed, at)[GROUP] for at in (0, 1, 2)] == [1.0, 1.0, 3.0]


def test_without_a_call_no_group_is_known() -> None:
    assert GROUP not in features(Observed((Seen({"f": SIGNATURE}), Seen({"f": SIGNATURE}))), 0)


def test_what_is_left_is_looked_at_as_if_it_were_alone() -> None:
    """Of three groups of one, two are left: one group more than one, of one other."""
    observed = Observed((seen(0, 1, 1, 2), seen(0, 1, 1, 3), seen(0, 1, 1, 4)), signatures={"f": SIGNATURE})
    left = observed.only([0, 2])
    assert (left.groups, left.signatures) == ([[0], [1]], observed.signatures)
    assert features(left, 1) == features(Observed((observed.seen[0], observed.seen[2]), 0.0, observed.signatures), 1)


def test_an_argument_without_influence() -> None:
    observed = Observed((seen(0, 0, 1, 1), seen(0, 1, 1, 2)))
    assert idle(observed.seen[0].outcomes) == {("f", 1)}
    assert features(observed, 0)["idle_arguments"] == 0.5
    assert [features(observed, at)["only_idle_argument"] for at in (0, 1)] == [1.0, 0.0]


def test_a_result_that_never_changes() -> None:
    observed = Observed((seen(5, 5, 5, 5), seen(5, 5, 5, 6)))
    assert constant(observed.seen[0].outcomes) == {"f"}
    assert [features(observed, at)["only_constant"] for at in (0, 1)] == [1.0, 0.0]


def test_who_drops_an_effect_answers_with_less_variety() -> None:
    observed = Observed((seen(0, 0, 1, 1), seen(0, 1, 2, 3)))
    # Two distinct answers of four calls against four of four.
    assert [features(observed, at)["variety"] for at in (0, 1)] == [0.5, 1.0]
    assert [features(observed, at)["varies_less"] for at in (0, 1)] == [0.5, 0.0]
    assert [features(observed, at)["varies_more"] for at in (0, 1)] == [0.0, 0.5]


def test_panics_and_calls_without_end() -> None:
    observed = Observed((seen(1, "panic", "panic", 1), seen(1, "late", "skipped", "skipped")))
    first, second = features(observed, 0), features(observed, 1)
    assert (first["panics"], second["endless"]) == (0.5, 0.25)
    assert (first["panics_more"], first["panics_less"]) == (1.0, 0.0)


def test_another_signature_is_another_behaviour() -> None:
    other = "fn f(u8, u8) -> u16"
    observed = Observed((seen(0, 1, 1, 2), seen(0, 1, 1, 2, signature=other)), signatures={"f": SIGNATURE})
    assert observed.groups == [[0], [1]]
    assert [features(observed, at)["signatures_changed"] for at in (0, 1)] == [0.0, 1.0]
    assert str(observed.difference(0, 1)) == f"f: {SIGNATURE} | {other}"


def test_what_varies_is_compared_for_nobody() -> None:
    steady = seen(0, 1, 1, 2)
    shaky = seen(9, 1, 1, 2)
    varying = frozenset(call for call, outcome in shaky.outcomes.items() if outcome.text == "9")
    observed = Observed((steady, Seen(shaky.signatures, shaky.outcomes, varying)))
    assert (observed.groups, observed.calls) == ([[0, 1]], 3)


def test_what_was_not_observed_is_unknown() -> None:
    observed = Observed((seen(0, 1, 1, 2), Seen({"f": SIGNATURE}, observed=False)))
    assert observed.groups == [[0], [1]]
    assert features(observed, 1) == {"behaviour_unknown": 1.0}
    assert all(0.0 <= value <= 1.0 for value in features(observed, 0).values())
