"""What is kept holds no secret and no absolute path; what is left is the same program at the same places."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from nightschool.episodes.clean import Cleaner, mask

TOKEN = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789"
SECRETS = (
    "AKIA" + "IOSFODNN7EXAMPLE",
    TOKEN,
    "3a7bd3e2360a3d29eea436fcfb7e44c735d117c4",
    "xoxb-" + "123456789012-123456789012-abcdefghijklmnopqrstuvwx",
)


@pytest.fixture
def cleaner(tmp_path: Path) -> Cleaner:
    return Cleaner(tmp_path / "shop")


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("form", ['const K: &str = "{}";\n', 'fn f() {{ send(r#"{}"#) }}\n', 'call!("{}", 1);\n'])
def test_a_secret_in_a_literal_is_masked_at_its_length(cleaner: Cleaner, secret: str, form: str) -> None:
    text = form.format(secret)
    assert cleaner.source(text) == form.format(mask(secret.encode()).decode())


@pytest.mark.parametrize(
    "text",
    [
        'let password = "hunter2xyz";',
        'let url = "postgres://bob:hunter2xyz@host/shop";',
        "// password: hunter2xyz",
        "/* api_key = hunter2xyz */",
        f'let allowed = "{TOKEN}"; // pragma: allowlist secret hunter2xyz'.replace(" hunter2xyz", ""),
        'const P: &str = "-----BEGIN RSA PRIVATE KEY-----\nMIIEhunter2xyz\n-----END RSA PRIVATE KEY-----";',
    ],
)
def test_what_stands_where_secrets_stand_is_masked(cleaner: Cleaner, text: str) -> None:
    cleaned = cleaner.source(f"fn f() {{\n{text}\n}}\n")
    assert "hunter2xyz" not in cleaned
    assert TOKEN not in cleaned
    assert len(cleaned) == len(f"fn f() {{\n{text}\n}}\n")


@pytest.mark.parametrize(
    "line",
    [
        f'    let token = "{TOKEN};',
        f'    let token = r#"{TOKEN}";',
        '    let key = call("3a7bd3e2360a3d29eea436fcfb7e44c735d117c4);',
        '    let größe = 1; let password = "hunter2xyz;',
        '    let place = "/home/anna/x.txt;',
    ],
)
def test_a_secret_in_a_literal_without_its_end_is_masked(cleaner: Cleaner, line: str) -> None:
    """The parser sees no literal there, and it is just what does not compile."""
    text = f"fn f(password: &str) {{\n{line}\n    let x = get_password(password);\n}}\n"
    cleaned = cleaner.source(text)
    assert not [one for one in (*SECRETS, "hunter2xyz", "anna") if one in cleaned]
    assert len(cleaned.encode()) == len(text.encode())
    assert "let x = get_password(password);" in cleaned


def test_a_private_key_in_lines_of_comments_is_masked(cleaner: Cleaner) -> None:
    text = "// -----BEGIN RSA PRIVATE KEY-----\n// MIIEhunter2xyz\n// -----END RSA PRIVATE KEY-----\nfn f() {}\n"
    cleaned = cleaner.source(text)
    assert "hunter2xyz" not in cleaned
    assert cleaned.endswith("\nfn f() {}\n")


@pytest.mark.parametrize("escape", ["\\n", "\\t", "\\0", "\\x41", "\\u{1F600}", "\\\\n"])
def test_a_masked_literal_is_still_one(cleaner: Cleaner, escape: str) -> None:
    cleaned = cleaner.source(f'const K: &str = "{TOKEN}{escape}{TOKEN}";\n')
    hidden = mask(TOKEN.encode()).decode()
    kept = {"\\x41": "\\x00", "\\u{1F600}": "\\u{00000}", "\\\\n": "\\\\x"}.get(escape, escape)
    assert cleaned == f'const K: &str = "{hidden}{kept}{hidden}";\n'


def test_a_tab_behind_a_letter_and_a_colon_is_no_drive(cleaner: Cleaner) -> None:
    assert cleaner.source('fn f() { println!("x:\\t{}", 1) }\n') == 'fn f() { println!("x:\\t{}", 1) }\n'


def test_code_that_reads_like_a_secret_stays(cleaner: Cleaner) -> None:
    """A masked identifier would be another program."""
    text = "fn token(secret: &Secret) -> Token { let password = get_password(secret); api_key(password) }\n"
    assert cleaner.source(text) == text


def test_plain_strings_comments_and_routes_stay(cleaner: Cleaner) -> None:
    text = '/// See https://docs.rs/shop/1.2.3/shop.html\nconst R: &str = "/api/v1/users: the quick brown fox";\n'
    assert cleaner.source(text) == text


@pytest.mark.parametrize("path", ["/home/anna/x.txt", "/Users/anna/x.txt", "C:\\Users\\anna\\x.txt", "/root/x/y"])
def test_an_absolute_path_is_masked(cleaner: Cleaner, path: str) -> None:
    assert "anna" not in cleaner.source(f'const P: &str = r"{path}";\n')
    assert path not in cleaner.source(f'const P: &str = r"größer {path}";\n')


@pytest.mark.parametrize(
    "literal",
    ['"C:\\\\Users\\\\anna\\\\x.txt"', '"file:///home/anna/x.txt"', '"-I/home/anna/include"', '"cc -L/opt/anna/lib"'],
)
def test_an_absolute_path_is_masked_as_strings_spell_it(cleaner: Cleaner, literal: str) -> None:
    assert "anna" not in cleaner.source(f"const P: &str = {literal};\n")


def test_an_address_on_the_web_stays(cleaner: Cleaner) -> None:
    text = 'const P: &str = "https://home/anna see src/home/anna";\n'
    assert cleaner.source(text) == text


def test_a_path_in_a_message_becomes_relative_to_the_workspace(tmp_path: Path) -> None:
    cleaner = Cleaner(tmp_path / "shop", [Path("/opt/cargo")])
    said = f"in {tmp_path}/shop/src/lib.rs and /opt/cargo/registry/serde/lib.rs"
    assert cleaner.text(said) == "in src/lib.rs and /xxx/xxxxx/xxxxxxxx/xxxxx/xxx.xx"


def test_a_masked_word_is_masked_wherever_rustc_repeats_it(cleaner: Cleaner) -> None:
    cleaner.source('let password = "hunter2xyz";')
    message = {"message": "found `hunter2xyz`", "spans": [{"byte_start": 3, "text": [{"text": "hunter2xyz"}]}]}
    assert cleaner.message(message | {"rendered": "\u001b[1mhunter2xyz"}) == {
        "message": "found `xxxxxxxxxx`",
        "spans": [{"byte_start": 3, "text": [{"text": "xxxxxxxxxx"}]}],
    }


def test_nothing_is_asked_of_the_network(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    cleaner.source("".join(f'const K{at}: &str = "{secret}";\n' for at, secret in enumerate(SECRETS)))
