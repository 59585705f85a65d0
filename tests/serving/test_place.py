"""Where a server is found, and what both ends must have alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from nightschool.config_file import load_config
from nightschool.errors import UsageError
from nightschool.serving import alike as module
from nightschool.serving.alike import alike, compiler_choice
from nightschool.serving.place import TOKEN, token_file, token_of


def test_a_token_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN, raising=False)
    config = load_config(None, [f"root={tmp_path}"])
    made, fresh = token_of(config)
    assert (fresh, token_of(config)) == (True, (made, False))
    monkeypatch.setenv(TOKEN, "given")
    assert token_of(config) == ("given", False)
    monkeypatch.delenv(TOKEN)
    token_file(config).write_text("\n")
    with pytest.raises(UsageError, match="holds no token"):
        token_of(config)


def test_settings_that_decide_a_repair_are_alike_or_not(tmp_path: Path) -> None:
    def of(*more: str) -> str:
        return alike(load_config(None, [f"root={tmp_path}", *more]))

    whole = [load_config(None, [f"root={tmp_path}", *more]).digest() for more in ([], ["serve.port=1"])]
    assert whole[0] == whole[1], "nights do not begin anew for a server's settings"
    assert of() == of("serve.concurrency=1", "gate.alpha=0.01", "seed=3")
    assert len({of(), of("repair.compiles=5"), of("model.threads=1"), of("tracking.model_name=other")}) == 4


def test_another_compiler_is_told_without_starting_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seen = [list(compiler_choice())]
    monkeypatch.setenv("RUSTUP_TOOLCHAIN", "nightly")
    seen.append(list(compiler_choice()))
    (tmp_path / "rust-toolchain.toml").write_text("[toolchain]\nchannel = 'beta'\n")
    seen.append(list(compiler_choice()))
    (tmp_path / "rustc").write_text("")
    (tmp_path / "rustc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    seen.append(list(compiler_choice()))
    home = tmp_path / "rustup"
    home.mkdir()
    monkeypatch.setenv("RUSTUP_HOME", str(home))
    for said in (
        'default_toolchain = "stable"\n',
        f'default_toolchain = "stable"\n[overrides]\n"{tmp_path}" = "1.80"\n',
    ):
        (home / "settings.toml").write_text(said)
        seen.append(list(compiler_choice()))
    assert len({tuple(one) for one in seen}) == len(seen)


def test_changed_code_is_not_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.py").write_text("1")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    module._code.cache_clear()
    before = module._code()
    (tmp_path / "a.py").write_text("12")
    module._code.cache_clear()
    assert module._code() != before
    module._code.cache_clear()
