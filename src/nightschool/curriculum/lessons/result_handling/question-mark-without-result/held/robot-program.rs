---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Forward(u32),
    Turn(i32),
    Grip,
}

fn parse_step(text: &str) -> Result<Step, String> {
    let (word, arg) = text.split_once(' ').unwrap_or((text, ""));
    match word {
        "forward" => arg.parse().map(Step::Forward).map_err(|e| format!("{text}: {e}")),
        "turn" => arg.parse().map(Step::Turn).map_err(|e| format!("{text}: {e}")),
        "grip" => Ok(Step::Grip),
        _ => Err(format!("unknown step {word}")),
    }
}

#[derive(Debug, Default)]
pub struct Program {
    steps: Vec<Step>,
    pub rejected: Vec<String>,
}

impl Program {
    /// Loads a program line by line. A line that is not understood goes to
    /// `rejected` with its message, the rest of the program is still loaded.
    pub fn load(&mut self, source: &str) {
        for line in source.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let step = parse_step(line)?;
            self.steps.push(step);
        }
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    Forward(u32),
    Turn(i32),
    Grip,
}

fn parse_step(text: &str) -> Result<Step, String> {
    let (word, arg) = text.split_once(' ').unwrap_or((text, ""));
    match word {
        "forward" => arg.parse().map(Step::Forward).map_err(|e| format!("{text}: {e}")),
        "turn" => arg.parse().map(Step::Turn).map_err(|e| format!("{text}: {e}")),
        "grip" => Ok(Step::Grip),
        _ => Err(format!("unknown step {word}")),
    }
}

#[derive(Debug, Default)]
pub struct Program {
    steps: Vec<Step>,
    pub rejected: Vec<String>,
}

impl Program {
    /// Loads a program line by line. A line that is not understood goes to
    /// `rejected` with its message, the rest of the program is still loaded.
    pub fn load(&mut self, source: &str) {
        for line in source.lines().map(str::trim).filter(|l| !l.is_empty()) {
            match parse_step(line) {
                Ok(step) => self.steps.push(step),
                Err(message) => self.rejected.push(message),
            }
        }
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }
}
==== tests
#[test]
fn loads_good_lines() {
    let mut p = Program::default();
    let _ = p.load("forward 3\n turn -90\n\ngrip\n");
    assert_eq!(p.steps(), [Step::Forward(3), Step::Turn(-90), Step::Grip]);
    assert!(p.rejected.is_empty());
}

#[test]
fn bad_lines_are_kept_aside() {
    let mut p = Program::default();
    let _ = p.load("grip\ndance\nforward 1\nfly 7");
    assert_eq!(p.steps(), [Step::Grip, Step::Forward(1)]);
    assert_eq!(p.rejected, ["unknown step dance", "unknown step fly"]);
}
