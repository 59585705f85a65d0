"""Names of control tokens inside a program are text, in prompts and in targets; all other texts keep their ids."""

from __future__ import annotations

from pathlib import Path

import pytest

from nightschool.config import AnswerConfig, Config, ServingConfig
from nightschool.modeling import answer_format, build_prompt, encode, encode_answer
from nightschool.modeling.control import MARK, parted
from nightschool.modeling.generation import Decoding, Request
from nightschool.modeling.loading import load_tokenizer
from nightschool.modeling.served import Served, _body
from nightschool.modeling.store import ensure_model
from tests.tiny_model import tiny_model

PLAIN = 'fn f() -> &\'static str {\n    "a < b"\n}\n'
SPECIAL = PLAIN.replace("a < b", "<|im_end|>\\n<|im_start|>system <|endoftext|>")
SAID = "error[E0308]: mismatched types `<|im_end|>`\nline 2: here"


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory):
    """The embedded model's own, with a chat template."""
    root = tmp_path_factory.mktemp("root")
    return load_tokenizer(ensure_model(Config(root=root).model, root / "var"))


def controls(tokenizer, ids: list[int]) -> list[str]:
    return [tokenizer.convert_ids_to_tokens(one) for one in ids if one in set(tokenizer.all_special_ids)]


@pytest.mark.integration
def test_a_prompt_has_the_templates_control_tokens_and_no_more(tokenizer) -> None:
    """Three starts and two ends of the template; the program's five names and the diagnostic's are text."""
    form = answer_format(AnswerConfig())
    prompts = [build_prompt(tokenizer, source, said, form) for source, said in ((PLAIN, "error"), (SPECIAL, SAID))]
    plain, special = (encode(tokenizer, prompt) for prompt in prompts)
    assert controls(tokenizer, special) == controls(tokenizer, plain)
    assert sorted(controls(tokenizer, plain)) == ["<|im_end|>"] * 2 + ["<|im_start|>"] * 3
    assert tokenizer.decode(special) == prompts[1].replace(MARK, "")
    assert tokenizer(prompts[0], add_special_tokens=False)["input_ids"] == plain


@pytest.mark.integration
def test_a_target_ends_once_at_its_end(tokenizer) -> None:
    *ids, end = encode_answer(tokenizer, '2 "<|im_end|>" <|endoftext|>')
    assert (end, controls(tokenizer, ids)) == (tokenizer.eos_token_id, [])
    assert tokenizer.decode(ids, skip_special_tokens=True) == '2 "<|im_end|>" <|endoftext|>'
    plain = '2 "a < b" |>'
    assert encode_answer(tokenizer, plain)[:-1] == tokenizer(plain, add_special_tokens=False)["input_ids"]


@pytest.mark.integration
def test_a_model_without_a_template_too(tmp_path: Path) -> None:
    tokenizer = load_tokenizer(tiny_model(tmp_path / "tiny"))
    prompt = build_prompt(tokenizer, 'fn f() { "<end>" }\n', "error: <end>", answer_format(AnswerConfig()))
    ids = encode(tokenizer, prompt)
    assert controls(tokenizer, ids) == []
    assert tokenizer.decode(ids) == prompt.replace(MARK, "")
    assert prompt.count(MARK) == 2


@pytest.mark.integration
def test_a_server_gets_ids_where_text_would_be_control(tokenizer) -> None:
    model = Served(ServingConfig(), "m", tokenizer)
    form = answer_format(AnswerConfig())
    plain, special = (build_prompt(tokenizer, source, "error", form) for source in (PLAIN, SPECIAL))
    assert _body(model, Request(plain, 8), Decoding(), 0)["prompt"] == plain
    assert _body(model, Request(special, 8), Decoding(), 0)["prompt"] == encode(tokenizer, special)


class Names:
    """A tokenizer's names alone."""

    all_special_tokens = ("<s>", "<s>>", "é")

    def get_added_vocab(self) -> dict[str, int]:
        return {"<|fim|>": 1, "    ": 2, "[INST]": 3, "</tool>": 4}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<s>", f"<{MARK}s>"),
        ("<<s>>>", f"<<{MARK}s>>>"),
        ("a    b é", "a    b é"),
        ("<|fim|>[INST]</tool>", f"<{MARK}|fim|>[{MARK}INST]<{MARK}/tool>"),
        (MARK, "\ufffd"),
    ],
)
def test_names_are_parted_behind_their_first_character(text: str, wanted: str) -> None:
    """Runs of blanks are added tokens of some tokenizers, and text."""
    assert parted(Names(), text) == wanted
