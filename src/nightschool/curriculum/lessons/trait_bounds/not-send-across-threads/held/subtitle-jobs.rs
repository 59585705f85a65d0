---
code: E0277
---
use std::sync::mpsc;
use std::thread;

/// How a line of subtitles is changed before it is shown.
pub type Step = Box<dyn Fn(&str) -> String>;

/// A chain of steps that a cinema applies to the subtitles of a film.
#[derive(Default)]
pub struct Pipeline {
    steps: Vec<Step>,
}

impl Pipeline {
    pub fn new() -> Self {
        Pipeline::default()
    }

    pub fn shout(mut self) -> Self {
        self.steps.push(Box::new(|line| line.to_uppercase()));
        self
    }

    pub fn limit(mut self, width: usize) -> Self {
        self.steps.push(Box::new(move |line| line.chars().take(width).collect()));
        self
    }

    fn apply(&self, line: &str) -> String {
        self.steps.iter().fold(line.to_string(), |text, step| step(&text))
    }

    /// Works through the lines on a thread of its own and hands them over one by one.
    pub fn start(self, lines: Vec<String>) -> mpsc::Receiver<String> {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            for line in lines {
                if sender.send(self.apply(&line)).is_err() {
                    return;
                }
            }
        });
        receiver
    }
}
==== fixed
use std::sync::mpsc;
use std::thread;

/// How a line of subtitles is changed before it is shown.
pub type Step = Box<dyn Fn(&str) -> String + Send>;

/// A chain of steps that a cinema applies to the subtitles of a film.
#[derive(Default)]
pub struct Pipeline {
    steps: Vec<Step>,
}

impl Pipeline {
    pub fn new() -> Self {
        Pipeline::default()
    }

    pub fn shout(mut self) -> Self {
        self.steps.push(Box::new(|line| line.to_uppercase()));
        self
    }

    pub fn limit(mut self, width: usize) -> Self {
        self.steps.push(Box::new(move |line| line.chars().take(width).collect()));
        self
    }

    fn apply(&self, line: &str) -> String {
        self.steps.iter().fold(line.to_string(), |text, step| step(&text))
    }

    /// Works through the lines on a thread of its own and hands them over one by one.
    pub fn start(self, lines: Vec<String>) -> mpsc::Receiver<String> {
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            for line in lines {
                if sender.send(self.apply(&line)).is_err() {
                    return;
                }
            }
        });
        receiver
    }
}
==== tests
#[test]
fn steps_in_order() {
    let lines = vec!["hello there".to_string(), "bye".to_string()];
    let shown: Vec<String> = Pipeline::new().shout().limit(5).start(lines).iter().collect();
    assert_eq!(shown, ["HELLO", "BYE"]);
}
#[test]
fn no_steps() {
    let shown: Vec<String> = Pipeline::new().start(vec!["Hi".to_string()]).iter().collect();
    assert_eq!(shown, ["Hi"]);
}
