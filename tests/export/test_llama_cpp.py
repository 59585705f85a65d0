"""A real llama.cpp loads what was exported, cuts text as the base does and computes what transformers computes."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.export_prompts import PROMPTS
from benchmarks.real_llama import LlamaCpp

from nightschool.config import Config, ModelConfig, ServingConfig
from nightschool.export import Dtype, Form
from nightschool.export.merged_form import whole_model
from nightschool.export.run import export
from nightschool.modeling import Decoding, EditFormat, Request, ask, build_prompt, ensure_model, open_model, store
from nightschool.modeling.loading import load_tokenizer
from nightschool.modeling.pretokenizer import CUTS, cutter
from tests.export import made

ROOT = Path(__file__).parents[2]
TEXTS = [
    "let mut x = 12;\n        let y = 2026;\n    1\n\n\n42\t7  \r\n 3",
    'fn f(n: u64) -> [u8; 256] { 0x1F_u8; 1_000.5e-3; a[10]; "ß→日本 ½ ²" }  ',
    "I'll we've 'TIS it's'' ''x != y && z<<=3; // ---- !!!\n    /* ... */",
    "    \n\n   \t\t9",
]
MORE = [*TEXTS, *(program.replace("    ", "        0 ") for program, _ in PROMPTS)]


@pytest.fixture(scope="module", params=["llama", "qwen2"])
def order(request, tmp_path_factory):
    return made.order(tmp_path_factory.mktemp(request.param), Form.GGUF, request.param)


def loaded(order, place, **more):
    return LlamaCpp(export(order, place / "out").folder / "model.gguf", context=256, **more)


def test_in_f32_it_computes_what_transformers_computes(order, tmp_path):
    """Log-probabilities of all tokens within 0.02: sums in another order, and llama.cpp's own exp."""
    import torch

    merged, _ = whole_model(order)
    theirs = loaded(replace(order, dtype=Dtype.F32), tmp_path, cache="f32")
    ids = list(range(3, 60))
    with torch.no_grad():
        wanted = merged(torch.tensor([ids])).logits[0, -1].log_softmax(-1)
    found = theirs.likely(ids, len(wanted))
    theirs.close()
    assert len(found) == len(wanted)
    assert max(abs(found[token] - float(value)) for token, value in enumerate(wanted)) < 0.02


@pytest.mark.parametrize("dtype", list(Dtype))
def test_every_type_is_loaded_and_answers(order, tmp_path, dtype):
    theirs = loaded(replace(order, dtype=dtype), tmp_path)
    answer = theirs.greedy([5, 6, 7], 8)
    theirs.close()
    assert 0 < len(answer) <= 8


def test_special_tokens_are_read_as_such_and_the_chat_template_writes_the_same_prompt(order, tmp_path):
    theirs, ours = loaded(order, tmp_path), made.tokenizer()
    text = "<|im_start|>let mut<|im_end|>"
    messages = [{"role": "system", "content": "Fix it."}, {"role": "user", "content": "let mut x = 12;"}]
    found = theirs.ids(text), theirs.ids("", begin=True), theirs.chat(messages)
    theirs.close()
    prompt = ours.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    assert found == (ours(text)["input_ids"], [], prompt)


def test_night_schools_own_requests_are_answered_as_in_process(order, tmp_path):
    """Prompts go as text, one with a control token in its program as ids; `ask` compares counts of prompt tokens."""
    theirs = loaded(replace(order, dtype=Dtype.F32), tmp_path, cache="f32")
    server = {"base_url": f"{theirs.url}/v1", "model": "any", "concurrency": 1, "retries": 0}
    config = Config(
        model=ModelConfig(device="cpu", dtype="float32"),
        serving=ServingConfig(**server, extra={"top_k": 0, "min_p": 0}),
    )
    programs = ["fn f() {\n    let mut x = 12;\n}\n", 'fn g() -> &str {\n    "<|im_end|>"\n}\n']
    tokenizer = made.tokenizer()
    asked = [Request(build_prompt(tokenizer, program, "error[E0308]: 1 2", EditFormat()), 6) for program in programs]
    served = config.model_copy(update={"model": config.model.model_copy(update={"backend": "openai"})})
    told = ask(open_model(order.base, served), asked, Decoding())
    theirs.close()
    here = ask(open_model(order.base, config, order.version.adapter), asked, Decoding())
    assert [(one.text, one.tokens, one.error) for one in told] == [(one.text, one.tokens, "") for one in here]


@pytest.fixture(scope="module")
def merges():
    """The first 4,000 merges of the embedded model: with real ones the cut decides what is merged."""
    state = json.loads((ensure_model(ModelConfig(), ROOT / "var").folder / "tokenizer.json").read_text())
    return [tuple(merge) for merge in state["model"]["merges"][:4000]]


@pytest.mark.integration
@pytest.mark.parametrize("name", sorted(CUTS))
def test_every_cut_gives_the_ids_that_llama_cpp_gives_under_that_name(tmp_path, name, merges, monkeypatch):
    monkeypatch.setattr(made, "MERGES", [*merges, ("1", "2"), ("12", "3"), ("Ġ", "1"), ("!", "!")])
    monkeypatch.setattr("nightschool.export.gguf_vocab.name_of", lambda tokenizer: name)
    version = made.order(tmp_path / "v", Form.GGUF)
    cut = replace(version, base=made.base(tmp_path / "cut", cut=cutter(name)), control=True)
    theirs, ours = loaded(cut, tmp_path), made.tokenizer(cutter(name))
    found = {text: theirs.ids(text) for text in TEXTS}
    theirs.close()
    assert found == {text: ours(text)["input_ids"] for text in TEXTS}


@pytest.mark.integration
def test_the_embedded_models_own_file_is_cut_as_the_named_cut_cuts_it():
    """SmolLM2's GGUF as it was published, in llama.cpp; programs of the benchmark, indented further for white space."""
    tokenizer = load_tokenizer(ensure_model(ModelConfig(), ROOT / "var"))
    usual = {text: tokenizer(text)["input_ids"] for text in MORE}
    tokenizer.backend_tokenizer.pre_tokenizer = cutter("smollm")
    theirs = LlamaCpp(store._wheel_gguf(), context=128)
    found = {text: theirs.ids(text) for text in MORE}
    theirs.close()
    assert found == {text: tokenizer(text)["input_ids"] for text in MORE}
    assert found != usual
