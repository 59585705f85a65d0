"""Tables and pictures of what was measured."""

from nightschool.report.koan_history import draw_history, history_table, moves
from nightschool.report.night import Night, note, verdict, write_night
from nightschool.report.pictures import draw_arms, draw_groups
from nightschool.report.tables import arms_table, evaluation_table, samples_table, show_rate
from nightschool.report.yields import yield_table

__all__ = [
    "Night",
    "arms_table",
    "draw_arms",
    "draw_groups",
    "draw_history",
    "evaluation_table",
    "history_table",
    "moves",
    "note",
    "samples_table",
    "show_rate",
    "verdict",
    "write_night",
    "yield_table",
]
