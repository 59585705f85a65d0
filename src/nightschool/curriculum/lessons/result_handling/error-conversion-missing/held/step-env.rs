---
code: E0277
---
use std::fmt;
use std::str::ParseBoolError;

#[derive(Debug, PartialEq)]
pub struct UnknownStep(pub String);

impl fmt::Display for UnknownStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown step {}", self.0)
    }
}

#[derive(Debug, PartialEq)]
pub enum PipelineError {
    Step(UnknownStep),
    Flag(ParseBoolError),
}

impl From<UnknownStep> for PipelineError {
    fn from(e: UnknownStep) -> Self {
        PipelineError::Step(e)
    }
}

#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Step {
    Build,
    Test,
    Publish,
}

fn step(name: &str) -> Result<Step, UnknownStep> {
    match name {
        "build" => Ok(Step::Build),
        "test" => Ok(Step::Test),
        "publish" => Ok(Step::Publish),
        other => Err(UnknownStep(other.to_string())),
    }
}

/// Reads lines such as `test true`; steps that are switched off are left out.
pub fn enabled_steps(text: &str) -> Result<Vec<Step>, PipelineError> {
    let mut steps = Vec::new();
    for line in text.lines() {
        let (name, flag) = line.split_once(' ').unwrap_or((line, "true"));
        let step = step(name)?;
        let on: bool = flag.trim().parse()?;
        if on {
            steps.push(step);
        }
    }
    Ok(steps)
}
==== fixed
use std::fmt;
use std::str::ParseBoolError;

#[derive(Debug, PartialEq)]
pub struct UnknownStep(pub String);

impl fmt::Display for UnknownStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown step {}", self.0)
    }
}

#[derive(Debug, PartialEq)]
pub enum PipelineError {
    Step(UnknownStep),
    Flag(ParseBoolError),
}

impl From<UnknownStep> for PipelineError {
    fn from(e: UnknownStep) -> Self {
        PipelineError::Step(e)
    }
}

impl From<ParseBoolError> for PipelineError {
    fn from(e: ParseBoolError) -> Self {
        PipelineError::Flag(e)
    }
}

#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Step {
    Build,
    Test,
    Publish,
}

fn step(name: &str) -> Result<Step, UnknownStep> {
    match name {
        "build" => Ok(Step::Build),
        "test" => Ok(Step::Test),
        "publish" => Ok(Step::Publish),
        other => Err(UnknownStep(other.to_string())),
    }
}

/// Reads lines such as `test true`; steps that are switched off are left out.
pub fn enabled_steps(text: &str) -> Result<Vec<Step>, PipelineError> {
    let mut steps = Vec::new();
    for line in text.lines() {
        let (name, flag) = line.split_once(' ').unwrap_or((line, "true"));
        let step = step(name)?;
        let on: bool = flag.trim().parse()?;
        if on {
            steps.push(step);
        }
    }
    Ok(steps)
}
==== tests
    #[test]
    fn switched_off_is_left_out() {
        assert_eq!(
            enabled_steps("build\ntest false\npublish true"),
            Ok(vec![Step::Build, Step::Publish])
        );
    }
    #[test]
    fn both_errors_arrive() {
        assert_eq!(
            enabled_steps("build\nfly true"),
            Err(PipelineError::Step(UnknownStep("fly".into())))
        );
        assert!(matches!(enabled_steps("test maybe"), Err(PipelineError::Flag(_))));
    }
