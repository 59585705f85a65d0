---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub name: String,
    pub progress: u8,
}

impl Task {
    fn describe(&self) -> String {
        format!("{} at {}%", self.name, self.progress)
    }
}

/// A worker holds at most one task at a time.
#[derive(Default)]
pub struct Worker {
    pub id: u32,
    current: Option<Box<Task>>,
    finished: Vec<Task>,
}

impl Worker {
    pub fn start(&mut self, name: &str) -> bool {
        if self.current.is_some() {
            return false;
        }
        self.current = Some(Box::new(Task { name: name.to_string(), progress: 0 }));
        true
    }

    /// Moves the current task on. At 100 percent it is finished and the
    /// worker is free again; until then the worker keeps it.
    pub fn advance(&mut self, percent: u8) -> Option<String> {
        let mut task = self.current?;
        task.progress = task.progress.saturating_add(percent).min(100);
        let line = task.describe();
        if task.progress == 100 {
            self.finished.extend(self.current.take().map(|task| *task));
        }
        Some(line)
    }

    pub fn busy_with(&self) -> Option<&str> {
        self.current.as_deref().map(|task| task.name.as_str())
    }

    pub fn finished(&self) -> &[Task] {
        &self.finished
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    pub name: String,
    pub progress: u8,
}

impl Task {
    fn describe(&self) -> String {
        format!("{} at {}%", self.name, self.progress)
    }
}

/// A worker holds at most one task at a time.
#[derive(Default)]
pub struct Worker {
    pub id: u32,
    current: Option<Box<Task>>,
    finished: Vec<Task>,
}

impl Worker {
    pub fn start(&mut self, name: &str) -> bool {
        if self.current.is_some() {
            return false;
        }
        self.current = Some(Box::new(Task { name: name.to_string(), progress: 0 }));
        true
    }

    /// Moves the current task on. At 100 percent it is finished and the
    /// worker is free again; until then the worker keeps it.
    pub fn advance(&mut self, percent: u8) -> Option<String> {
        let task = self.current.as_mut()?;
        task.progress = task.progress.saturating_add(percent).min(100);
        let line = task.describe();
        if task.progress == 100 {
            self.finished.extend(self.current.take().map(|task| *task));
        }
        Some(line)
    }

    pub fn busy_with(&self) -> Option<&str> {
        self.current.as_deref().map(|task| task.name.as_str())
    }

    pub fn finished(&self) -> &[Task] {
        &self.finished
    }
}
==== tests
#[test]
fn keeps_the_task_until_done() {
    let mut w = Worker::default();
    assert!(w.start("index"));
    assert_eq!(w.advance(40).as_deref(), Some("index at 40%"));
    assert_eq!(w.busy_with(), Some("index"));
    assert!(!w.start("other"));
    assert_eq!(w.advance(70).as_deref(), Some("index at 100%"));
    assert_eq!(w.busy_with(), None);
    assert_eq!(w.finished(), [Task { name: "index".into(), progress: 100 }]);
}

#[test]
fn idle_worker() {
    let mut w = Worker::default();
    assert_eq!(w.advance(10), None);
    assert!(w.finished().is_empty());
    assert!(w.start("a"));
}
