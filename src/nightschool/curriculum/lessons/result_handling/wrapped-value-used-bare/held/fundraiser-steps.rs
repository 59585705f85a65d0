---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    pub cents: u64,
    pub promise: String,
}

/// A fundraiser that promises something at every milestone.
pub struct Fundraiser {
    milestones: Vec<Milestone>,
    raised: u64,
}

#[derive(Debug, PartialEq)]
pub enum Progress {
    Missing { cents: u64, promise: String },
    AllReached,
}

impl Fundraiser {
    pub fn new(milestones: &[(u64, &str)]) -> Self {
        let milestones = milestones
            .iter()
            .map(|(cents, promise)| Milestone { cents: *cents, promise: promise.to_string() })
            .collect();
        Fundraiser { milestones, raised: 0 }
    }

    pub fn give(&mut self, cents: u64) {
        self.raised += cents;
    }

    fn next_milestone(&self) -> Option<&Milestone> {
        self.milestones.iter().filter(|m| m.cents > self.raised).min_by_key(|m| m.cents)
    }

    /// What is missing until the next promise has to be kept.
    pub fn progress(&self) -> Progress {
        let Milestone { cents, promise } = self.next_milestone();
        Progress::Missing { cents: cents - self.raised, promise: promise.clone() }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    pub cents: u64,
    pub promise: String,
}

/// A fundraiser that promises something at every milestone.
pub struct Fundraiser {
    milestones: Vec<Milestone>,
    raised: u64,
}

#[derive(Debug, PartialEq)]
pub enum Progress {
    Missing { cents: u64, promise: String },
    AllReached,
}

impl Fundraiser {
    pub fn new(milestones: &[(u64, &str)]) -> Self {
        let milestones = milestones
            .iter()
            .map(|(cents, promise)| Milestone { cents: *cents, promise: promise.to_string() })
            .collect();
        Fundraiser { milestones, raised: 0 }
    }

    pub fn give(&mut self, cents: u64) {
        self.raised += cents;
    }

    fn next_milestone(&self) -> Option<&Milestone> {
        self.milestones.iter().filter(|m| m.cents > self.raised).min_by_key(|m| m.cents)
    }

    /// What is missing until the next promise has to be kept.
    pub fn progress(&self) -> Progress {
        let Some(Milestone { cents, promise }) = self.next_milestone() else {
            return Progress::AllReached;
        };
        Progress::Missing { cents: cents - self.raised, promise: promise.clone() }
    }
}
==== tests
fn fundraiser() -> Fundraiser {
    Fundraiser::new(&[(500, "a song"), (200, "a cake")])
}
#[test]
fn next_promise() {
    let mut f = fundraiser();
    assert_eq!(f.progress(), Progress::Missing { cents: 200, promise: "a cake".into() });
    f.give(200);
    assert_eq!(f.progress(), Progress::Missing { cents: 300, promise: "a song".into() });
}
#[test]
fn all_reached() {
    let mut f = fundraiser();
    f.give(501);
    assert_eq!(f.progress(), Progress::AllReached);
}
