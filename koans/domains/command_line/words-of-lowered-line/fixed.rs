#[derive(Debug, PartialEq)]
pub enum Action {
    Add(String),
    Clear,
    Unknown(usize),
}

pub fn interpret(line: &str) -> Action {
    let lowered = line.to_lowercase();
    let words: Vec<&str> = lowered.split_whitespace().collect();
    match words.as_slice() {
        ["add", rest @ ..] if !rest.is_empty() => Action::Add(rest.join(" ")),
        ["clear"] | ["reset"] => Action::Clear,
        other => Action::Unknown(other.len()),
    }
}

pub fn replay(script: &str) -> Vec<Action> {
    script.lines().map(interpret).collect()
}
