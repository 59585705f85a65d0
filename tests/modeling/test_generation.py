"""Batch planning, and the prompt's cost."""

from hypothesis import given
from hypothesis import strategies as st

from nightschool.config import AnswerConfig
from nightschool.modeling.answers import EditFormat, ProgramFormat, answer_format
from nightschool.modeling.generation import Decoding, plan_batches
from nightschool.modeling.prompts import build_prompt, prompt_digest


@given(st.lists(st.integers(1, 900), max_size=80), st.integers(1, 2000))
def test_batches_hold_every_prompt_once_within_rows_and_tokens(lengths: list[int], worth: int) -> None:
    batches = plan_batches(lengths, 8, 2000, worth)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    assert all(len(b) <= 8 and len(b) * max(lengths[i] for i in b) <= 2000 for b in batches)
    assert [lengths[b[0]] for b in batches] == sorted((lengths[b[0]] for b in batches), reverse=True)


def test_a_batch_that_is_worth_it_takes_no_prompts_much_shorter_than_its_longest() -> None:
    lengths = [100, 90, 86, 84, 80, 50, 10]
    # 85 % of 100 is 85: three prompts of 300 tokens go alone; 84, 80 and 50 make 252, so 10 is the next to wait for.
    assert plan_batches(lengths, 24, 2000, 300) == [[0, 1, 2], [3, 4, 5, 6]]
    assert plan_batches(lengths, 24, 2000, 250) == [[0, 1, 2], [3, 4, 5], [6]]
    assert plan_batches(lengths, 24, 2000, 2000) == [[0, 1, 2, 3, 4, 5, 6]]


def test_a_prompt_without_a_template_is_plain_text_with_numbered_lines() -> None:
    prompt = build_prompt(None, "fn f() {\n}\n", "error[E0001]: x", EditFormat())
    assert "1 fn f() {\n2 }\n\nerror[E0001]: x" in prompt


def test_prompt_digests_differ_between_formats_contexts_and_what_is_suggested() -> None:
    forms = (EditFormat(), EditFormat(5), EditFormat(None), EditFormat(2, False), ProgramFormat(), ProgramFormat(False))
    assert len({prompt_digest(form) for form in forms}) == 6


def test_without_suggestions_a_prompt_shows_neither_them_nor_the_lines_that_only_they_name() -> None:
    program = "fn f() {\n    a();\n    b();\n    c();\n    d();\n    e();\n}\n"
    diagnostic = "error[E0001]: x\nline 2: here\nfix:\n6 e(1);\nhelp: be kind\nand 1 more"
    suggested = answer_format(AnswerConfig(context_lines=0, suggestions=True))
    alone = answer_format(AnswerConfig(context_lines=0, suggestions=False))
    assert "6 e();" in build_prompt(None, program, diagnostic, suggested)
    assert build_prompt(None, program, diagnostic, suggested).endswith(f"{diagnostic}\n\nAnswer:\n")
    told = "1 fn f() {\n2 a();\n\nerror[E0001]: x\nline 2: here\nhelp: be kind\nand 1 more\n\nAnswer:\n"
    assert build_prompt(None, program, diagnostic, alone).endswith(told)


def test_sampling_names_its_seed_and_greedy_does_not() -> None:
    assert Decoding().label == "greedy"
    assert Decoding(temperature=0.8, seed=3).label == "sample t=0.8 seed=3"
