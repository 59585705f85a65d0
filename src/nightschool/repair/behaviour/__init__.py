"""What candidate repairs do: they are run in the sandbox on generated inputs and grouped by what is seen.

    signatures, reader, types, borrowing    what a program offers to be called
    literals, inputs, makers, own, bounds, samples, values    arguments
    plan, calling                           which calls, and how each is written
    driver, debug, crate, probe (.rs), shown.rs    the observing program: written, built, run
    observe, observed, features             the entry, groups and differences, numbers for a chooser

Covered: public functions, methods, sequences of calls on objects; panics, endless loops, output, arguments after the
call. Not covered: hidden tests, which are never used; which behaviour is right.
"""

from nightschool.repair.behaviour.features import features
from nightschool.repair.behaviour.observe import Question, observe, observe_many
from nightschool.repair.behaviour.observed import Difference, Observed

__all__ = ["Difference", "Observed", "Question", "features", "observe", "observe_many"]
