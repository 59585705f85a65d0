"""Tables and pictures of what was measured."""

from nightschool.report.document import document
from nightschool.report.ending import ending
from nightschool.report.koan_history import draw_history, history_table, over_nights
from nightschool.report.night import Night, note, verdict
from nightschool.report.nights import NightRecord, nights_table
from nightschool.report.page import PAGE, clock, page, pictures_in
from nightschool.report.pictures import draw_arms, draw_groups
from nightschool.report.summary import NOT_REACHED, SCHEMA, summary
from nightschool.report.tables import arms_lines, evaluation_table, samples_table, show_rate
from nightschool.report.taught import approach
from nightschool.report.writing import write_night
from nightschool.report.yields import yield_table

__all__ = [
    "NOT_REACHED",
    "PAGE",
    "SCHEMA",
    "Night",
    "NightRecord",
    "approach",
    "arms_lines",
    "clock",
    "document",
    "draw_arms",
    "draw_groups",
    "draw_history",
    "ending",
    "evaluation_table",
    "history_table",
    "nights_table",
    "note",
    "over_nights",
    "page",
    "pictures_in",
    "samples_table",
    "show_rate",
    "summary",
    "verdict",
    "write_night",
    "yield_table",
]
