---
code: E0599
---
//! Reads `extension = target` lines of a telephone exchange.

#[derive(Debug, PartialEq)]
pub enum PlanError {
    NoExtension,
    /// The line has no `=`, or nothing after it.
    NoTarget(usize),
}

#[derive(Debug, PartialEq)]
pub struct Route {
    pub extension: u16,
    pub target: String,
}

/// Reads one line; `number` is its place in the file, for the error message.
pub fn read_route(number: usize, line: &str) -> Result<Route, PlanError> {
    let mut parts = line.splitn(2, '=');
    let extension = parts
        .next()
        .and_then(|field| field.trim().parse().ok())
        .ok_or(PlanError::NoExtension)?;
    let target = parts.next().trim();
    if target.is_empty() {
        return Err(PlanError::NoTarget(number));
    }
    Ok(Route { extension, target: target.to_string() })
}

/// Reads the whole plan, skipping blank lines.
pub fn read_plan(text: &str) -> Result<Vec<Route>, PlanError> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| read_route(index + 1, line))
        .collect()
}
==== fixed
//! Reads `extension = target` lines of a telephone exchange.

#[derive(Debug, PartialEq)]
pub enum PlanError {
    NoExtension,
    /// The line has no `=`, or nothing after it.
    NoTarget(usize),
}

#[derive(Debug, PartialEq)]
pub struct Route {
    pub extension: u16,
    pub target: String,
}

/// Reads one line; `number` is its place in the file, for the error message.
pub fn read_route(number: usize, line: &str) -> Result<Route, PlanError> {
    let mut parts = line.splitn(2, '=');
    let extension = parts
        .next()
        .and_then(|field| field.trim().parse().ok())
        .ok_or(PlanError::NoExtension)?;
    let target = parts.next().ok_or(PlanError::NoTarget(number))?.trim();
    if target.is_empty() {
        return Err(PlanError::NoTarget(number));
    }
    Ok(Route { extension, target: target.to_string() })
}

/// Reads the whole plan, skipping blank lines.
pub fn read_plan(text: &str) -> Result<Vec<Route>, PlanError> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| read_route(index + 1, line))
        .collect()
}
==== tests
#[test]
fn reads_a_plan() {
    let routes = read_plan("12 = sip:desk\n\n13=lobby ").unwrap();
    assert_eq!(routes.len(), 2);
    assert_eq!(routes[0], Route { extension: 12, target: "sip:desk".to_string() });
    assert_eq!(routes[1].target, "lobby");
}

#[test]
fn a_line_without_target_is_named() {
    assert_eq!(read_plan("12 = desk\n13"), Err(PlanError::NoTarget(2)));
    assert_eq!(read_plan("12 = "), Err(PlanError::NoTarget(1)));
    assert_eq!(read_plan("desk = 12"), Err(PlanError::NoExtension));
}
