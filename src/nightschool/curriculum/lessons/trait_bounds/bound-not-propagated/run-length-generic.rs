---
code: E0277
---
use std::fmt::Display;

/// One run of equal values.
#[derive(Debug, Clone, PartialEq)]
pub struct Run<T> {
    pub value: T,
    pub length: usize,
}

/// Adds one value to a list of runs.
pub fn push_run<T: PartialEq>(runs: &mut Vec<Run<T>>, value: T) {
    match runs.last_mut() {
        Some(run) if run.value == value => run.length += 1,
        _ => runs.push(Run { value, length: 1 }),
    }
}

pub fn render<T: Display>(runs: &[Run<T>]) -> String {
    runs.iter()
        .map(|run| match run.length {
            1 => run.value.to_string(),
            n => format!("{n}*{}", run.value),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

pub struct RunWriter<T> {
    runs: Vec<Run<T>>,
}

impl<T> RunWriter<T> {
    pub fn new() -> Self {
        RunWriter { runs: Vec::new() }
    }

    pub fn write(&mut self, value: T) {
        push_run(&mut self.runs, value);
    }

    /// The runs so far, as `3*a b`.
    pub fn text(&self) -> String {
        render(&self.runs)
    }
}
==== fixed
use std::fmt::Display;

/// One run of equal values.
#[derive(Debug, Clone, PartialEq)]
pub struct Run<T> {
    pub value: T,
    pub length: usize,
}

/// Adds one value to a list of runs.
pub fn push_run<T: PartialEq>(runs: &mut Vec<Run<T>>, value: T) {
    match runs.last_mut() {
        Some(run) if run.value == value => run.length += 1,
        _ => runs.push(Run { value, length: 1 }),
    }
}

pub fn render<T: Display>(runs: &[Run<T>]) -> String {
    runs.iter()
        .map(|run| match run.length {
            1 => run.value.to_string(),
            n => format!("{n}*{}", run.value),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

pub struct RunWriter<T: PartialEq + Display> {
    runs: Vec<Run<T>>,
}

impl<T: PartialEq + Display> RunWriter<T> {
    pub fn new() -> Self {
        RunWriter { runs: Vec::new() }
    }

    pub fn write(&mut self, value: T) {
        push_run(&mut self.runs, value);
    }

    /// The runs so far, as `3*a b`.
    pub fn text(&self) -> String {
        render(&self.runs)
    }
}
==== tests
#[test]
fn writes_runs() {
    let mut writer = RunWriter::new();
    for c in "aaabcc".chars() {
        writer.write(c);
    }
    assert_eq!(writer.text(), "3*a b 2*c");
}

#[test]
fn continues_after_text() {
    let mut writer = RunWriter::new();
    assert_eq!(writer.text(), "");
    writer.write(4);
    assert_eq!(writer.text(), "4");
    writer.write(4);
    assert_eq!(writer.text(), "2*4");
}
