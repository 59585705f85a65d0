"""Tables and pictures of what was measured."""

from nightschool.report.koan_history import draw_history, history_table, moves
from nightschool.report.night import Night, note, verdict, write_night
from nightschool.report.pictures import draw_arms, draw_groups
from nightschool.report.summary import NOT_REACHED, SCHEMA, summary
from nightschool.report.tables import arms_lines, evaluation_table, samples_table, show_rate
from nightschool.report.yields import yield_table

__all__ = [
    "NOT_REACHED",
    "SCHEMA",
    "Night",
    "arms_lines",
    "draw_arms",
    "draw_groups",
    "draw_history",
    "evaluation_table",
    "history_table",
    "moves",
    "note",
    "samples_table",
    "show_rate",
    "summary",
    "verdict",
    "write_night",
    "yield_table",
]
