"""The words in which `edits` names a repair: tables only, no behaviour.

Covered: which syntax nodes are named as wholes or as places, which names of the standard library carry the
meaning of a repair, and which mean the same. Not covered: crates other than std; their names become `_`.
"""

from __future__ import annotations

WHOLE = {
    "function_item": "fn",
    "function_signature_item": "fn",
    "impl_item": "impl",
    "struct_item": "struct",
    "enum_item": "enum",
    "trait_item": "trait",
    "mod_item": "mod",
    "associated_type": "associated_type",
    "type_item": "type",
    "use_declaration": "use",
    "let_declaration": "let",
    "expression_statement": "statement",
    "match_arm": "match_arm",
    "field_declaration": "field",
    "enum_variant": "variant",
}
"""Nodes named as wholes when an edit takes or leaves all of one."""
PLACES = {
    "type_parameters": "type_parameters",
    "type_arguments": "type_arguments",
    "self_parameter": "self",
    "parameter": "parameter",
    "closure_parameters": "closure",
    "field_declaration": "field",
    "match_pattern": "pattern",
    "let_declaration": "let",
    "for_expression": "for",
    "impl_item": "impl",
    "struct_item": "struct",
    "enum_item": "enum",
    "trait_item": "trait",
    "function_item": "signature",
    "function_signature_item": "signature",
}
"""Where an edit of a declaration stands: the innermost enclosing node that says something."""
SYNONYMS = {
    "cloned": "clone",
    "copied": "clone",
    "to_owned": "clone",
    "to_vec": "clone",
    "expect": "unwrap",
    "unwrap_or_else": "unwrap_or",
    "unwrap_or_default": "unwrap_or",
    "ok_or_else": "ok_or",
    "as_deref": "as_ref",
    "as_mut": "as_ref",
    "as_deref_mut": "as_ref",
    "as_str": "as_ref",
    "as_slice": "as_ref",
}
"""Names that mean one kind of repair."""
KEPT = frozenset(
    {
        "and_then",
        "as_ref",
        "borrow",
        "borrow_mut",
        "clone",
        "collect",
        "drop",
        "entry",
        "filter_map",
        "flatten",
        "from",
        "get",
        "get_mut",
        "insert",
        "into",
        "into_iter",
        "iter",
        "iter_mut",
        "join",
        "lock",
        "map",
        "map_err",
        "mem",
        "new",
        "ok",
        "ok_or",
        "or_insert_with",
        "parse",
        "replace",
        "split_at_mut",
        "swap",
        "take",
        "to_string",
        "transpose",
        "unwrap",
        "unwrap_or",
        "Arc",
        "Box",
        "Err",
        "Mutex",
        "None",
        "Ok",
        "Option",
        "Rc",
        "Result",
        "Self",
        "Some",
        "String",
        "Vec",
    }
)
"""Names of the standard library that carry the meaning of a repair."""
KEYWORDS = frozenset({"?", "match", "if", "let", "move", "mut", "as", "return", "dyn", "impl", "&", "*", "->", "ref"})
CLAUSES = {"use_declaration": "use", "where_clause": "bound", "trait_bounds": "bound"}
"""Clauses whose content does not matter to the kind of repair."""
PLACEHOLDERS = frozenset({"_", "T", "literal", "'a"})
"""What anonymous names, types, literals and lifetimes are spelt as."""
SILENT = frozenset({"(", ")", "{", "}", "[", "]", ",", ";", "<", ">"})
BRACKETS = {")": "(", "]": "[", "}": "{"}
ENDS = frozenset({";", "}", ","})
STARTS = frozenset({"let", "fn", "pub", "impl", "struct", "enum", "trait", "mod", "use", "type", "const", "#"})
TYPE_KINDS = frozenset({"type_identifier", "primitive_type"})
