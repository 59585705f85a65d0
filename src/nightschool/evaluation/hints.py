"""The base model with one line of advice on the error code: what prompting is worth without training.

The advice is written from the texts of `rustc --explain CODE` alone, never from a suite or a template. It stands
below the diagnostic, where the model has just read the code. Covered: the codes below; for others and for
errors without code the prompt is the base model's. Not covered: advice that looks at the program.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nightschool.evaluation.model_arm import ModelArm
from nightschool.files import digest_json
from nightschool.types import Koan

HINTS = {
    "E0004": "cover every possible value in the match, or add a `_` arm",
    "E0023": "give the pattern one sub-pattern for each field of the variant",
    "E0026": "name only fields that the struct has; `field: name` renames one",
    "E0027": "mention every field in the pattern, or ignore the others with `..`",
    "E0040": "do not call the destructor; use `drop(value)`",
    "E0046": "provide every required method of the trait",
    "E0053": "give the method the parameter types that the trait has",
    "E0061": "pass as many arguments as the function has parameters",
    "E0106": "name the lifetime in the type and in the inputs it comes from, like `&'a str`",
    "E0107": "provide exactly as many generic arguments as were declared",
    "E0204": "do not implement `Copy` for a type whose fields are not `Copy`; derive `Clone` only",
    "E0261": "declare the lifetime in angle brackets after the item's name or after `impl`",
    "E0277": "use a type that implements the trait, convert it, or add the trait bound to the generic parameter",
    "E0282": "add a type annotation to the variable, or name the type in the call with `::<T>`",
    "E0308": "make the expression the expected type: convert it, reference it, or change the declared type",
    "E0309": "add the lifetime bound to the type parameter, like `T: 'a`",
    "E0310": "add the bound `'static` to the type parameter, like `T: 'static`",
    "E0369": "implement the binary operation or bound the type parameter by its trait; own the left string",
    "E0373": "write `move` before the closure so that it takes ownership of what it uses",
    "E0382": "borrow with `&` instead of moving, or call `.clone()` where it is moved",
    "E0384": "add `mut` after `let`, or bind a new variable",
    "E0412": "check the spelling of the type, declare it, or import it with `use`",
    "E0423": "this name is no value here; check the spelling, or build the struct with braces",
    "E0425": "check the spelling of the name, or import it with `use`",
    "E0432": "check the import's spelling and its path",
    "E0433": "check the spelling of the path, or import the type with `use`",
    "E0499": "end the first mutable borrow before the second begins",
    "E0502": "make sure no other reference is alive when the variable is borrowed with another mutability",
    "E0503": "finish the mutable borrow before the value is used, or use it first",
    "E0505": "release the borrow before the value moves, or do not move it",
    "E0506": "limit the borrow's scope so that it ends before the assignment",
    "E0507": "do not move out of the borrow: clone it, borrow it, or take it",
    "E0515": "return an owned value instead of a reference to a local one",
    "E0521": "drop the type annotation of the closure's parameter, or let the value live long enough",
    "E0560": "check the field's name; the struct must have it",
    "E0594": "declare the variable with `mut`, or take it by mutable reference",
    "E0596": "declare the variable with `mut`, or take `&mut` where it is borrowed",
    "E0597": "keep the value alive as long as its borrow: declare it in the outer scope",
    "E0599": "implement the method, check its name, or bring or derive the trait that has it",
    "E0605": "`as` casts primitive types only; use `From` or a conversion method",
    "E0606": "`as` casts primitive types only; dereference first or convert",
    "E0614": "remove the `*`: only types like `&T` can be dereferenced",
    "E0616": "the field is private: use a getter, or make it public",
    "E0618": "only functions and methods are called with `()`",
    "E0621": "give the parameter the lifetime that the returned data has, like `&'a`",
    "E0716": "store the temporary in a local variable before it is borrowed",
}
_CODE = re.compile(r"^error\[(E\d{4})\]", re.MULTILINE)


def hinted(diagnostic: str) -> str:
    """The diagnostic with the advice on its first error below it, if there is any."""
    code = _CODE.search(diagnostic)
    hint = HINTS.get(code[1]) if code else None
    return f"{diagnostic.rstrip()}\nhint: {hint}" if hint else diagnostic


class HintsArm(ModelArm):
    """A model arm whose diagnostics carry hints."""

    def facts(self) -> dict[str, str]:
        """The model's, and the digest of all hints."""
        return {**super().facts(), "hints": digest_json(HINTS)[:16]}

    def _diagnose(self, koans: Sequence[Koan]) -> list[str | None]:
        return [diagnostic and hinted(diagnostic) for diagnostic in self.diagnose(koans)]
