from pathlib import Path

from rich.console import Console

from nightschool.curriculum.overlap import coverage, leakage
from nightschool.report.overlap_picture import draw_overlap, overlap_table
from tests.curriculum.programs import INVENTORY, NEAR, koans, row


def test_table_names_missing_cells_and_offending_rows() -> None:
    rows = [row("thief", INVENTORY, NEAR)]
    console = Console(width=160, record=True, quiet=False)
    with console.capture() as captured:
        console.print(overlap_table(coverage(rows, koans(), 1), leakage(rows, koans())))
    text = captured.get()
    assert "thief" in text
    assert "words" in text
    assert "Coverage 0 of 2 cells = 0.0%" in text
    assert "Leaking rows 1" in text


def test_picture_is_drawn_for_an_empty_corpus_too(tmp_path: Path) -> None:
    draw_overlap(tmp_path / "new" / "overlap.png", coverage([], koans(), 1), leakage([], koans()))
    assert (tmp_path / "new" / "overlap.png").stat().st_size > 1000
