---
code: E0308
---
#[derive(Debug, PartialEq)]
pub enum StyleError {
    MixedIndent { line: usize },
    Odd { line: usize, width: usize },
}

/// Width of the leading white space of one line; tabs and spaces must not
/// be mixed.
pub fn indent_of(line: &str, number: usize) -> Result<usize, StyleError> {
    let blank: &str = &line[..line.len() - line.trim_start().len()];
    if blank.contains('\t') && blank.contains(' ') {
        return Err(StyleError::MixedIndent { line: number });
    }
    blank.len()
}

/// The deepest level of a source text formatted with `step` spaces a level.
pub fn deepest_level(source: &str, step: usize) -> Result<usize, StyleError> {
    let mut deepest = 0;
    for (index, line) in source.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let width = indent_of(line, index + 1)?;
        if width % step != 0 {
            return Err(StyleError::Odd { line: index + 1, width });
        }
        deepest = deepest.max(width / step);
    }
    deepest
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum StyleError {
    MixedIndent { line: usize },
    Odd { line: usize, width: usize },
}

/// Width of the leading white space of one line; tabs and spaces must not
/// be mixed.
pub fn indent_of(line: &str, number: usize) -> Result<usize, StyleError> {
    let blank: &str = &line[..line.len() - line.trim_start().len()];
    if blank.contains('\t') && blank.contains(' ') {
        return Err(StyleError::MixedIndent { line: number });
    }
    Ok(blank.len())
}

/// The deepest level of a source text formatted with `step` spaces a level.
pub fn deepest_level(source: &str, step: usize) -> Result<usize, StyleError> {
    let mut deepest = 0;
    for (index, line) in source.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let width = indent_of(line, index + 1)?;
        if width % step != 0 {
            return Err(StyleError::Odd { line: index + 1, width });
        }
        deepest = deepest.max(width / step);
    }
    Ok(deepest)
}
==== tests
    #[test]
    fn finds_deepest() {
        assert_eq!(deepest_level("fn a\n  b\n    c\n  d\n", 2), Ok(2));
        assert_eq!(deepest_level("", 4), Ok(0));
    }
    #[test]
    fn reports_odd_width() {
        assert_eq!(deepest_level("a\n   b", 2), Err(StyleError::Odd { line: 2, width: 3 }));
    }
    #[test]
    fn reports_mix() {
        assert_eq!(indent_of(" \tx", 9), Err(StyleError::MixedIndent { line: 9 }));
    }
