"""Nothing phones home, and what the user set is kept."""

from nightschool.quiet import QUIET, be_quiet


def test_defaults_are_set_and_the_users_own_kept(monkeypatch):
    for name in QUIET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TQDM_DISABLE", "0")
    be_quiet()
    import os

    assert os.environ["MLFLOW_DISABLE_TELEMETRY"] == "true"
    assert os.environ["TQDM_DISABLE"] == "0"
