"""What the terminal shows of long work."""

import pytest

from nightschool.cli import app


def test_progress_is_a_line_every_two_seconds_and_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(app.time, "monotonic", lambda: now[0])
    show = app.progress()
    for done, later in ((1, 0.0), (2, 1.0), (3, 1.0), (4, 0.5)):
        now[0] += later
        show("answers", done, 4)
    # At 100.0, not at 101.0, at 102.0, and at 102.5 because that is the end.
    assert capsys.readouterr().out == "  answers: 1 of 4 done\n  answers: 3 of 4 done\n  answers: 4 of 4 done\n"


def test_where_nobody_knows_the_total_none_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.time, "monotonic", lambda: 100.0)
    show = app.progress()
    show("steps", 1, 0)
    show("steps", 2, 0)
    assert capsys.readouterr().out == "  steps: 1 done\n"
