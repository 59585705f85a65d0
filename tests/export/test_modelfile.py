"""Ollama's files: a chat template turned into Go, or left to Ollama where that cannot be done truly."""

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
