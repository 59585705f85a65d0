"""Taking away what no night, no version and nobody needs any more (docs/housekeeping.md)."""

from nightschool.housekeeping.house import Plan, clean, plan
from nightschool.housekeeping.items import GB, Item, told_bytes

__all__ = ["GB", "Item", "Plan", "clean", "plan", "told_bytes"]
