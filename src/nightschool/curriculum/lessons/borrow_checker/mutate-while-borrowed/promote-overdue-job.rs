---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub name: String,
    pub priority: u8,
    pub waited: u32,
}

/// Jobs in the order in which they will run.
#[derive(Default)]
pub struct Queue {
    jobs: Vec<Job>,
}

impl Queue {
    pub fn push(&mut self, name: &str, priority: u8) {
        let job = Job { name: name.to_string(), priority, waited: 0 };
        let at = self.jobs.partition_point(|j| j.priority >= priority);
        self.jobs.insert(at, job);
    }

    pub fn pass_time(&mut self, minutes: u32) {
        for job in &mut self.jobs {
            job.waited += minutes;
        }
    }

    pub fn names(&self) -> Vec<&str> {
        self.jobs.iter().map(|j| j.name.as_str()).collect()
    }

    /// Puts the job that has waited longest (the first such) at the
    /// front and returns how long it had waited.
    pub fn promote_longest(&mut self) -> Option<u32> {
        let longest = self.jobs.iter().rev().max_by_key(|j| j.waited)?;
        let at = self.jobs.iter().position(|j| j == longest)?;
        let mut job = self.jobs.remove(at);
        job.waited = 0;
        self.jobs.insert(0, job);
        Some(longest.waited)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    pub name: String,
    pub priority: u8,
    pub waited: u32,
}

/// Jobs in the order in which they will run.
#[derive(Default)]
pub struct Queue {
    jobs: Vec<Job>,
}

impl Queue {
    pub fn push(&mut self, name: &str, priority: u8) {
        let job = Job { name: name.to_string(), priority, waited: 0 };
        let at = self.jobs.partition_point(|j| j.priority >= priority);
        self.jobs.insert(at, job);
    }

    pub fn pass_time(&mut self, minutes: u32) {
        for job in &mut self.jobs {
            job.waited += minutes;
        }
    }

    pub fn names(&self) -> Vec<&str> {
        self.jobs.iter().map(|j| j.name.as_str()).collect()
    }

    /// Puts the job that has waited longest (the first such) at the
    /// front and returns how long it had waited.
    pub fn promote_longest(&mut self) -> Option<u32> {
        let longest = self.jobs.iter().rev().max_by_key(|j| j.waited)?;
        let waited = longest.waited;
        let at = self.jobs.iter().position(|j| j == longest)?;
        let mut job = self.jobs.remove(at);
        job.waited = 0;
        self.jobs.insert(0, job);
        Some(waited)
    }
}
==== tests
#[test]
fn promotes_and_tells_the_wait() {
    let mut q = Queue::default();
    q.push("low", 1);
    q.pass_time(10);
    q.push("high", 9);
    q.pass_time(5);
    assert_eq!(q.names(), vec!["high", "low"]);
    assert_eq!(q.promote_longest(), Some(15));
    assert_eq!(q.names(), vec!["low", "high"]);
    assert_eq!(q.promote_longest(), Some(5));
}

#[test]
fn ties_go_to_the_first() {
    let mut q = Queue::default();
    q.push("a", 3);
    q.push("b", 3);
    q.pass_time(2);
    assert_eq!(q.promote_longest(), Some(2));
    assert_eq!(q.names(), vec!["a", "b"]);
    assert_eq!(Queue::default().promote_longest(), None);
}
