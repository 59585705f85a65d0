"""The embedded model, for real: converted once, prompted cheaply, answering the same in any batch."""

from pathlib import Path
from typing import Any

import pytest

from nightschool.config import ModelConfig
from nightschool.modeling import (
    BaseModelFiles,
    Decoding,
    EditFormat,
    Loaded,
    Request,
    build_prompt,
    encode,
    encode_answer,
    ensure_model,
    generate,
    load_model,
)  # fmt: skip

pytestmark = pytest.mark.integration

VAR = Path(__file__).parents[2] / "var"
DIAGNOSTIC = "error[E0384]: cannot assign twice to immutable variable `x`\nline 3: cannot assign twice"


@pytest.fixture(scope="module")
def files() -> BaseModelFiles:
    return ensure_model(ModelConfig(), VAR)


@pytest.fixture(scope="module")
def loaded(files: BaseModelFiles) -> Loaded:
    """In float32 wherever it runs: in bfloat16 an answer may depend on the batch that it is in."""
    return load_model(files, ModelConfig(dtype="float32"))


def prompts(loaded: Loaded) -> list[str]:
    programs = ["fn f() -> i32 {\n" + "    let x = 1;\n" * n + "    x\n}\n" for n in (1, 4, 9, 2)]
    return [build_prompt(loaded.tokenizer, program, DIAGNOSTIC, EditFormat()) for program in programs]


def test_the_conversion_is_found_again_with_the_same_digest(files: BaseModelFiles) -> None:
    assert ensure_model(ModelConfig(), VAR) == files
    assert (files.folder / "model.safetensors").exists()


def test_the_template_adds_no_default_system_message(loaded: Loaded) -> None:
    prompt = prompts(loaded)[0]
    assert "SmolLM" not in prompt
    assert prompt.endswith("<|im_start|>assistant\n")
    assert encode(loaded.tokenizer, prompt)[0] == loaded.tokenizer.convert_tokens_to_ids("<|im_start|>")


def test_a_small_koan_costs_few_tokens(loaded: Loaded) -> None:
    assert len(encode(loaded.tokenizer, prompts(loaded)[0])) < 120
    assert encode_answer(loaded.tokenizer, "2-")[-1] == loaded.tokenizer.eos_token_id


def test_answers_do_not_depend_on_the_batch_or_on_how_they_are_generated(loaded: Loaded) -> None:
    import torch

    asked = prompts(loaded)
    together = generate(loaded, [Request(prompt, 8) for prompt in asked])
    alone = [generate(loaded, [Request(prompt, 8)], Decoding(1))[0] for prompt in asked]
    assert [answer.text for answer in together] == [answer.text for answer in alone]
    inputs = loaded.tokenizer(asked[1], return_tensors="pt", add_special_tokens=False)
    with torch.inference_mode():
        out = loaded.model.generate(**inputs, max_new_tokens=8, do_sample=False)
    plain = loaded.tokenizer.decode(out[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True)
    assert together[1].text == plain


def test_batches_at_once_say_what_they_say_one_after_another(loaded: Loaded) -> None:
    import torch

    asked = [Request(prompt, 8) for prompt in prompts(loaded)]
    threads = torch.get_num_threads()
    finished: list[int] = []
    try:
        torch.set_num_threads(1)
        alone = generate(loaded, asked, Decoding(1))
        torch.set_num_threads(4)
        together = generate(loaded, asked, Decoding(1), lambda index, answer: finished.append(index))
    finally:
        torch.set_num_threads(threads)
    assert together == alone
    assert sorted(finished) == [0, 1, 2, 3]


def test_what_all_prompts_begin_with_is_read_once(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [Request(prompt, 4) for prompt in prompts(loaded)]
    widths: list[int] = []
    forward = type(loaded.model).forward

    def watched(self: Any, *args: Any, **kwargs: Any) -> Any:
        widths.append(kwargs["input_ids"].numel())
        return forward(self, *args, **kwargs)

    monkeypatch.setattr(type(loaded.model), "forward", watched)
    texts = [answer.text for answer in generate(loaded, asked)]
    lengths = [len(encode(loaded.tokenizer, request.prompt)) for request in asked]
    # one reading of what is shared, then a batch of four without it; alone each prompt is read whole
    shared = widths[0]
    assert shared > 30
    assert widths[1] == 4 * (max(lengths) - shared)
    assert texts == [generate(loaded, [request])[0].text for request in asked]


def test_rows_leave_when_their_answer_is_hopeless(loaded: Loaded) -> None:
    answers = generate(loaded, [Request(prompt, 8, lambda text: True) for prompt in prompts(loaded)])
    assert [(answer.tokens, answer.finished) for answer in answers] == [(1, False)] * 4


def test_sampling_repeats_with_its_seed(loaded: Loaded) -> None:
    requests = [Request(prompt, 6) for prompt in prompts(loaded)[:2]]
    first = generate(loaded, requests, Decoding(temperature=1.0, seed=1))
    assert first == generate(loaded, requests, Decoding(temperature=1.0, seed=1, batch_size=1))
    assert first != generate(loaded, requests, Decoding(temperature=1.0, seed=2))
