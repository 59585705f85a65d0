"""Repair operators, one file a kind of slip. Importing the package registers all of them."""

from importlib import import_module
from pkgutil import iter_modules

from nightschool.repair.operators.register import OPERATORS, RepairOperator

for _module in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")

__all__ = ["OPERATORS", "RepairOperator"]
