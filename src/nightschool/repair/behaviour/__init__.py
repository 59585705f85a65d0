"""What candidate repairs do: they are run in the sandbox on generated inputs and grouped by what is seen."""

from nightschool.repair.behaviour.features import features
from nightschool.repair.behaviour.observe import Question, observe, observe_many
from nightschool.repair.behaviour.observed import Difference, Observed

__all__ = ["Difference", "Observed", "Question", "features", "observe", "observe_many"]
