---
code: E0277
---
#[derive(Debug, PartialEq)]
pub struct Header {
    pub kind: char,
    pub length: usize,
    pub name: String,
}

/// Header lines look like `D:12:photo`; errors are meant for people.
pub fn parse_header(line: &str) -> Result<Header, String> {
    let mut parts = line.splitn(3, ':');
    let kind = parts
        .next()
        .and_then(|part| part.chars().next())
        .ok_or_else(|| "empty line".to_string())?;
    let length = parts
        .next()
        .ok_or_else(|| format!("no length in `{line}`"))?
        .parse::<usize>()
        .map_err(|e| format!("bad length in `{line}`: {e}"))?;
    let name = parts.next()?;
    Ok(Header {
        kind,
        length,
        name: name.to_string(),
    })
}

/// The sum of the lengths of all headers of one kind.
pub fn total_length(lines: &[&str], kind: char) -> Result<usize, String> {
    let mut total = 0;
    for line in lines {
        let header = parse_header(line)?;
        if header.kind == kind {
            total += header.length;
        }
    }
    Ok(total)
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Header {
    pub kind: char,
    pub length: usize,
    pub name: String,
}

/// Header lines look like `D:12:photo`; errors are meant for people.
pub fn parse_header(line: &str) -> Result<Header, String> {
    let mut parts = line.splitn(3, ':');
    let kind = parts
        .next()
        .and_then(|part| part.chars().next())
        .ok_or_else(|| "empty line".to_string())?;
    let length = parts
        .next()
        .ok_or_else(|| format!("no length in `{line}`"))?
        .parse::<usize>()
        .map_err(|e| format!("bad length in `{line}`: {e}"))?;
    let name = parts
        .next()
        .ok_or_else(|| format!("no name in `{line}`"))?;
    Ok(Header {
        kind,
        length,
        name: name.to_string(),
    })
}

/// The sum of the lengths of all headers of one kind.
pub fn total_length(lines: &[&str], kind: char) -> Result<usize, String> {
    let mut total = 0;
    for line in lines {
        let header = parse_header(line)?;
        if header.kind == kind {
            total += header.length;
        }
    }
    Ok(total)
}
==== tests
#[test]
fn sums_one_kind() {
    assert_eq!(total_length(&["D:12:photo", "X:5:x", "D:3:a:b"], 'D'), Ok(15));
    assert_eq!(parse_header("D:3:a:b").unwrap().name, "a:b");
    assert_eq!(parse_header("D:3:").unwrap().name, "");
}

#[test]
fn incomplete_lines_are_errors() {
    let error = parse_header("D:12").unwrap_err();
    assert!(!error.is_empty());
    assert!(parse_header("D").unwrap_err().contains("no length"));
    assert!(total_length(&["D:1:a", "D:2"], 'D').is_err());
}
