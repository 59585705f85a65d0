"""Batch planning, and the prompt's cost."""

from hypothesis import given
from hypothesis import strategies as st

from nightschool.modeling.answers import EditFormat, ProgramFormat
from nightschool.modeling.generation import Decoding, plan_batches
from nightschool.modeling.prompts import build_prompt, prompt_digest


@given(st.lists(st.integers(1, 900), max_size=80))
def test_batches_hold_every_prompt_once_within_rows_and_tokens(lengths: list[int]) -> None:
    batches = plan_batches(lengths, 8, 2000)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    assert all(len(b) <= 8 and len(b) * max(lengths[i] for i in b) <= 2000 for b in batches)
    assert [lengths[b[0]] for b in batches] == sorted((lengths[b[0]] for b in batches), reverse=True)


def test_a_prompt_without_a_template_is_plain_text_with_numbered_lines() -> None:
    prompt = build_prompt(None, "fn f() {\n}\n", "error[E0001]: x", EditFormat())
    assert "1 fn f() {\n2 }\n\nerror[E0001]: x" in prompt


def test_prompt_digests_differ_between_formats_and_contexts() -> None:
    assert len({prompt_digest(form) for form in (EditFormat(), EditFormat(5), EditFormat(None), ProgramFormat())}) == 4


def test_sampling_names_its_seed_and_greedy_does_not() -> None:
    assert Decoding().label == "greedy"
    assert Decoding(temperature=0.8, seed=3).label == "sample t=0.8 seed=3"
