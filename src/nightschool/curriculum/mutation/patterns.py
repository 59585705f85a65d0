"""Which family a pattern belongs to (as in docs/patterns.md), and which family an error code suggests.

Patterns that only mutation knows are named by their operator and filed under the family of their code.
"""

from __future__ import annotations

_PATTERNS = {
    "borrow_checker": (
        "use-after-move",
        "move-in-loop",
        "two-mutable-borrows",
        "mutate-while-borrowed",
        "move-while-borrowed",
        "move-out-of-borrow",
        "return-local-reference",
        "missing-mut",
        "dangling-inner-scope",
        "closure-outlives-capture",
        "assign-while-borrowed",
        "assign-through-shared",
        "reassign-immutable",
        "temporary-dropped",
        "borrow-of-moved-self",
        "partial-move",
        "closure-captures-mutably",
        "escaping-thread-borrow",
    ),
    "trait_bounds": (
        "operator-needs-bound",
        "method-needs-bound",
        "key-needs-derive",
        "display-missing",
        "bound-not-propagated",
        "reference-needs-lifetime",
        "trait-item-missing",
        "trait-signature-mismatch",
        "unsized-trait-object",
        "not-send-across-threads",
        "trait-not-imported-method",
        "wrong-generic-count",
        "copy-derive-impossible",
        "missing-default-derive",
        "iterator-bound-missing",
        "assoc-type-unspecified",
        "method-not-in-trait",
        "private-field",
        "orphan-comparison",
    ),
    "result_handling": (
        "question-mark-without-result",
        "error-conversion-missing",
        "option-in-result-function",
        "wrapped-value-used-bare",
        "bare-value-not-wrapped",
        "method-on-wrapper",
        "non-exhaustive-match",
        "arms-of-different-types",
        "take-from-option-field",
        "collect-of-results",
        "if-without-else",
        "unit-from-semicolon",
        "match-on-reference-types",
        "main-returns-nothing",
        "irrefutable-let",
    ),
    "lifetimes": (
        "struct-reference-needs-lifetime",
        "undeclared-lifetime",
        "lifetime-argument-mismatch",
        "static-bound-missing",
        "impl-lifetime-missing",
    ),
    "type_mismatch": (
        "string-vs-str",
        "integer-widths",
        "float-integer-arithmetic",
        "index-with-wrong-type",
        "argument-count",
        "missing-struct-field",
        "unknown-name",
        "missing-import",
        "deref-needed",
    ),
}
FAMILY_OF_PATTERN = {pattern: family for family, patterns in _PATTERNS.items() for pattern in patterns}

_CODES = {
    "borrow_checker": "E0381 E0382 E0384 E0499 E0502 E0503 E0505 E0506 E0507 E0508 E0509 E0510 E0515 E0521 E0594 "
    "E0596 E0597 E0713 E0716 E0373 E0525 E0524 E0501 E0500",
    "lifetimes": "E0106 E0107 E0261 E0262 E0263 E0310 E0309 E0195 E0491 E0492 E0495 E0621 E0623 E0700 E0726 E0803",
    "trait_bounds": "E0038 E0046 E0049 E0050 E0053 E0117 E0119 E0184 E0185 E0186 E0191 E0195 E0200 E0204 E0205 E0207 "
    "E0220 E0225 E0276 E0277 E0282 E0283 E0284 E0369 E0392 E0399 E0404 E0405 E0407 E0437 E0438 E0600 E0782",
    "result_handling": "E0004 E0005 E0317",
    "names": "E0412 E0422 E0423 E0424 E0425 E0426 E0428 E0432 E0433 E0434 E0403 E0408 E0415 E0416 E0423 E0531 E0532 "
    "E0574 E0603 E0616 E0624 E0451 E0364 E0365",
}
FAMILY_OF_CODE = {code: family for family, codes in _CODES.items() for code in codes.split()}


def family_of_code(code: str) -> str:
    """The family a code suggests; `type_mismatch` for all that is about types and shapes."""
    return FAMILY_OF_CODE.get(code, "type_mismatch")
