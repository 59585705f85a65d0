"""Claims about fairness: repairs other than the reference one, as people would write them, pass as well."""

from __future__ import annotations

from nightschool.koans import load_suite
from nightschool.rust.judge import Judge
from nightschool.types import Program, Verdict

from .conftest import FROZEN

Edits = list[tuple[str, str]]
OTHER_REPAIRS: list[tuple[str, Edits]] = [
    (
        "bc-move-in-loop",
        [
            (
                "            statements.push(current);\n        } else",
                "            statements.push(current);\n            current = Vec::new();\n        } else",
            ),
        ],
    ),
    (
        "bc-move-in-loop",
        [
            (
                "            statements.push(current);\n        } else",
                "            statements.push(current.clone());\n            current.clear();\n        } else",
            ),
        ],
    ),
    (
        "bc-move-out-of-borrow",
        [
            ("let batch = self.pending;", "let batch = self.pending.drain(..).collect();"),
        ],
    ),
    (
        "bc-move-out-of-borrow",
        [
            ("let batch = self.pending;", "let batch = self.pending.clone();\n        self.pending.clear();"),
        ],
    ),
    (
        "bc-two-mutable-borrows",
        [
            ("        let target = self.bins.entry(to.to_string()).or_insert(0);\n", ""),
            ("*target +=", "*self.bins.entry(to.to_string()).or_insert(0) +="),
        ],
    ),
    (
        "bc-two-mutable-borrows",
        [
            ("let Some(source) = self.bins.get_mut(from) else", "let Some(held) = self.bins.get(from).copied() else"),
            ("        let target = self.bins.entry(to.to_string()).or_insert(0);\n", ""),
            ("if *source < amount", "if held < amount"),
            ("*source -= amount;", "*self.bins.get_mut(from).unwrap() -= amount;"),
            ("*target +=", "*self.bins.entry(to.to_string()).or_insert(0) +="),
        ],
    ),
    (
        "bc-mutate-while-borrowed",
        [
            (
                "        self.hits.remove(coldest);",
                "        let coldest = coldest.clone();\n        self.hits.remove(&coldest);",
            ),
            ("self.pages.remove(coldest)", "self.pages.remove(&coldest)"),
        ],
    ),
    (
        "bc-move-while-borrowed",
        [
            ("        self.closed.push(ticket);\n", ""),
            ("self.closed.len()));", "self.closed.len() + 1));\n        self.closed.push(ticket);"),
        ],
    ),
    (
        "bc-return-local-reference",
        [
            ("-> &[f64]", "-> Box<[f64]>"),
            ("return &[];", "return Box::new([]);"),
            ("    &smoothed\n", "    smoothed.into_boxed_slice()\n"),
        ],
    ),
    (
        "bc-dangling-inner-scope",
        [
            ('let mut target = "stderr";', 'let mut target = "stderr".to_string();'),
            ("target = &cleaned;", "target = cleaned.clone();"),
        ],
    ),
    (
        "bc-use-after-move",
        [
            ("self.journal.push(posting);\n", "self.journal.push(posting.clone());\n"),
        ],
    ),
    (
        "tb-display-missing",
        [
            ("persons, unit, name", "persons, unit.symbol(), name"),
        ],
    ),
    (
        "tb-trait-item-missing",
        [
            ("    fn next", "    type Item = (char, u32);\n    fn next"),
        ],
    ),
    (
        "tb-not-send-across-threads",
        [
            ("use std::rc::Rc;", "use std::sync::Arc as Rc;"),
        ],
    ),
    (
        "tb-key-needs-derive",
        [
            ("#[derive(Debug, Clone)]", "#[derive(Debug, Clone, Copy, Eq, Hash, PartialEq, Ord, PartialOrd)]"),
        ],
    ),
    (
        "tb-reference-needs-lifetime",
        [
            (
                "header_value(raw: &str, name: &str) -> Option<&str>",
                "header_value<'r, 'n>(raw: &'r str, name: &'n str) -> Option<&'r str>",
            ),
        ],
    ),
    (
        "tb-trait-signature-mismatch",
        [
            ("key: String, value", "key: &str, value"),
            ("        if !self", "        let key = key.to_string();\n        if !self"),
        ],
    ),
    (
        "rh-question-mark-without-result",
        [
            (
                "    let amount: u64 = digits.parse()?;\n    amount * seconds_per_unit",
                "    digits.parse::<u64>().map(|n| n * seconds_per_unit)",
            ),
            ("seconds_per_unit: u64) -> u64", "seconds_per_unit: u64) -> Result<u64, ParseIntError>"),
        ],
    ),
    (
        "rh-error-conversion-missing",
        [
            (
                "/// Parses",
                "impl From<ParseIntError> for ColourError {\n"
                "fn from(e: ParseIntError) -> Self { ColourError::Digits(e) }\n}\n\n/// Parses",
            ),
        ],
    ),
    (
        "rh-option-in-result-function",
        [
            (
                "let left = stack.pop()?;",
                "let Some(left) = stack.pop() else { return Err(EvalError::StackUnderflow) };",
            ),
        ],
    ),
    (
        "rh-wrapped-value-used-bare",
        [
            ("map(Vec::as_slice);", "map(Vec::as_slice).unwrap_or_default();"),
        ],
    ),
    (
        "rh-wrapped-value-used-bare",
        [
            (
                "let neighbours: &[&'static str] = network.get(station).map(Vec::as_slice);",
                "let Some(neighbours) = network.get(station) else { continue };",
            ),
        ],
    ),
    (
        "rh-bare-value-not-wrapped",
        [
            ("=> reading + 273.15", "=> Ok(reading + 273.15)"),
            ("=> (reading + 459.67) / 1.8", "=> Ok((reading + 459.67) / 1.8)"),
            ("=> reading,", "=> Ok(reading),"),
        ],
    ),
    (
        "rh-method-on-wrapper",
        [
            (
                "width = width.max(row.get(column).chars().count());",
                "if let Some(cell) = row.get(column) {\n width = width.max(cell.chars().count()); }",
            ),
        ],
    ),
    (
        "rh-method-on-wrapper",
        [
            ("row.get(column).chars()", 'row.get(column).map(String::as_str).unwrap_or("").chars()'),
        ],
    ),
    (
        "rh-non-exhaustive-match",
        [
            ("        Err(FetchError::TooLarge { .. }) =>", "        Err(_) =>"),
        ],
    ),
    (
        "rh-arms-of-different-types",
        [
            ("text.parse::<u16>()", "text.parse::<u16>().map_err(|_| OperandError::NotANumber(text.to_string()))"),
        ],
    ),
    (
        "rh-take-from-option-field",
        [
            ("self.worker?.join().ok()", "match self.worker.take() { Some(w) => w.join().ok(), None => None }"),
        ],
    ),
    (
        "rh-collect-of-results",
        [
            ("let row: Vec<f64>", "let row: Result<Vec<f64>, _>"),
            ("rows.push(row)", "rows.push(row?)"),
        ],
    ),
]


def repaired(broken: str, edits: Edits) -> str:
    for old, new in edits:
        assert broken.count(old) == 1, old
        broken = broken.replace(old, new)
    return broken


def test_other_reasonable_repairs_pass(judge: Judge) -> None:
    koans = {koan.id: koan for koan in load_suite(FROZEN).koans}
    programs = [
        Program(repaired(koans[id].broken, edits), koans[id].tests, koans[id].broken) for id, edits in OTHER_REPAIRS
    ]
    judged = zip(OTHER_REPAIRS, judge.judge(programs), strict=True)
    refused = [(id, edits, one.detail) for (id, edits), one in judged if one.verdict is not Verdict.PASSED]
    assert refused == []
