"""Ollama's files: a chat template turned into Go, or left to Ollama where that cannot be done truly."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from nightschool.export.modelfile import pieces, write_modelfiles
from tests.export import made

SMOLLM = (
    "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
    "{{ '<|im_start|>system\nYou are SmolLM<|im_end|>\n' }}{% endif %}"
    "{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
LLAMA2 = (
    "{% for m in messages %}{% if m['role'] == 'user' %}{% if messages[0]['role'] == 'system' and loop.index0 == 1 %}"
    "[INST] <<SYS>>{{ messages[0]['content'] }}<</SYS>>{{ m['content'] }} [/INST]{% else %}[INST] {{ m['content'] }}"
    " [/INST]{% endif %}{% elif m['role'] == 'assistant' %}{{ m['content'] }}</s>{% endif %}{% endfor %}"
)

ODD = SMOLLM.replace("SmolLM", "{{ this }} and {{")
"""Its words for no system message hold what Go would take for its own."""


def tokenizer(template):
    made_ = made.tokenizer()
    made_.chat_template = template
    return made_


@pytest.mark.parametrize("template", [made.CHATML, SMOLLM])
def test_pieces_write_every_conversation_as_the_template_does(template):
    chat = tokenizer(template)
    told = [("system", "s"), ("user", "{{ .Content }}\n"), ("assistant", ""), ("user", "u"), ("user", "<|im_end|>")]
    for messages in (told, told[1:], told[1:2]):
        wanted = chat.apply_chat_template(
            [{"role": role, "content": text} for role, text in messages], tokenize=False, add_generation_prompt=True
        )
        assert pieces(chat).render(messages) == wanted


def test_the_go_template_is_the_pieces_written_out():
    assert pieces(tokenizer(SMOLLM)).go() == (
        "{{ if not .System }}<|im_start|>system\nYou are SmolLM<|im_end|>\n{{ end }}{{ range .Messages }}"
        '{{ if eq .Role "system" }}<|im_start|>system\n{{ .Content }}<|im_end|>\n'
        '{{ else if eq .Role "user" }}<|im_start|>user\n{{ .Content }}<|im_end|>\n'
        '{{ else if eq .Role "assistant" }}<|im_start|>assistant\n{{ .Content }}<|im_end|>\n'
        "{{ end }}{{ end }}<|im_start|>assistant\n"
    )


@pytest.mark.parametrize("template", [LLAMA2, "{{ raise_exception('no system role') }}", None])
def test_a_template_that_is_no_row_of_messages_is_left_to_ollama(template, tmp_path):
    assert pieces(tokenizer(template)) is None
    write_modelfiles(tmp_path, "model.gguf", tokenizer(template), "edit")
    text = (tmp_path / "Modelfile").read_text()
    assert 'TEMPLATE """' not in text
    assert "# No TEMPLATE" in text


def test_modelfiles_name_file_instruction_end_and_greedy_answers(tmp_path):
    write_modelfiles(tmp_path, "model.gguf", tokenizer(SMOLLM), "edit")
    chat, raw = ((tmp_path / name).read_text() for name in ("Modelfile", "Modelfile.raw"))
    for text in (chat, raw):
        assert text.startswith('FROM ./model.gguf\nTEMPLATE """')
        assert text.endswith(
            'PARAMETER temperature 0\nPARAMETER repeat_penalty 1\nPARAMETER num_ctx 4096\nPARAMETER stop "<|im_end|>"\n'
        )
    assert 'SYSTEM """Fix the Rust error by line edits' in chat
    assert 'TEMPLATE """{{ .Prompt }}"""' in raw
    assert "SYSTEM" not in raw


def rendered_by_go(template, conversations):
    """What Go's own text/template writes (`render.go`)."""
    if shutil.which("go") is None:
        pytest.skip("no Go (Debian: apt-get install golang-go)")
    asked = {
        "Template": template,
        "Conversations": [[{"Role": role, "Content": text} for role, text in one] for one in conversations],
    }
    done = subprocess.run(
        ["go", "run", Path(__file__).with_name("render.go")],
        input=json.dumps(asked), capture_output=True, text=True, check=True,
        env={**os.environ, "GO111MODULE": "off", "GOTOOLCHAIN": "local", "GOFLAGS": ""},
    )  # fmt: skip
    return json.loads(done.stdout)


def template_of(modelfile):
    """The text between the marks of TEMPLATE, as Ollama's parser takes it."""
    return modelfile.split('TEMPLATE """', 1)[1].split('"""', 1)[0]


@pytest.mark.integration
@pytest.mark.parametrize("template", [made.CHATML, SMOLLM, ODD])
def test_go_writes_every_conversation_of_the_file_as_the_chat_template_does(template, tmp_path):
    chat = tokenizer(template)
    write_modelfiles(tmp_path, "model.gguf", chat, "edit")
    talks = [
        [("user", "{{ .System }}")],
        [("system", "a\nb"), ("user", " c ")],
        [("system", "d"), ("user", "e"), ("assistant", 'f"""'), ("user", "{{ if }}")],
    ]
    wanted = [
        chat.apply_chat_template(
            [{"role": role, "content": text} for role, text in talk], tokenize=False, add_generation_prompt=True
        )
        for talk in talks
    ]
    assert rendered_by_go(template_of((tmp_path / "Modelfile").read_text()), talks) == wanted


@pytest.mark.parametrize("sign", ['"""', "\x1b", "\u200b", "\u00a0"])
def test_a_template_that_a_modelfile_cannot_hold_is_left_to_ollama(sign):
    """Its parser ends a text at three quotes and leaves out what is not printable."""
    assert pieces(tokenizer(SMOLLM.replace("SmolLM", f"Smol{sign}LM"))) is None
