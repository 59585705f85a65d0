---
code: E0382
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub actor: String,
    pub fields: Vec<(String, String)>,
}

/// An auditor with an inbox of limited size; the oldest notices drop out.
#[derive(Debug)]
pub struct Auditor {
    pub name: String,
    pub muted: bool,
    capacity: usize,
    inbox: VecDeque<Notice>,
}

impl Auditor {
    pub fn new(name: &str, capacity: usize) -> Self {
        Auditor {
            name: name.to_string(),
            muted: false,
            capacity,
            inbox: VecDeque::new(),
        }
    }

    pub fn deliver(&mut self, notice: Notice) {
        if self.inbox.len() == self.capacity {
            self.inbox.pop_front();
        }
        self.inbox.push_back(notice);
    }

    pub fn inbox(&self) -> Vec<&str> {
        self.inbox.iter().map(|n| n.actor.as_str()).collect()
    }
}

/// Gives every auditor who is not muted the notice; returns how many got it.
pub fn broadcast(auditors: &mut [Auditor], notice: Notice) -> usize {
    let mut reached = 0;
    for auditor in auditors.iter_mut() {
        if auditor.muted {
            continue;
        }
        auditor.deliver(notice);
        reached += 1;
    }
    reached
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub actor: String,
    pub fields: Vec<(String, String)>,
}

/// An auditor with an inbox of limited size; the oldest notices drop out.
#[derive(Debug)]
pub struct Auditor {
    pub name: String,
    pub muted: bool,
    capacity: usize,
    inbox: VecDeque<Notice>,
}

impl Auditor {
    pub fn new(name: &str, capacity: usize) -> Self {
        Auditor {
            name: name.to_string(),
            muted: false,
            capacity,
            inbox: VecDeque::new(),
        }
    }

    pub fn deliver(&mut self, notice: Notice) {
        if self.inbox.len() == self.capacity {
            self.inbox.pop_front();
        }
        self.inbox.push_back(notice);
    }

    pub fn inbox(&self) -> Vec<&str> {
        self.inbox.iter().map(|n| n.actor.as_str()).collect()
    }
}

/// Gives every auditor who is not muted the notice; returns how many got it.
pub fn broadcast(auditors: &mut [Auditor], notice: Notice) -> usize {
    let mut reached = 0;
    for auditor in auditors.iter_mut() {
        if auditor.muted {
            continue;
        }
        auditor.deliver(notice.clone());
        reached += 1;
    }
    reached
}
==== tests
    fn notice(actor: &str) -> Notice {
        Notice { actor: actor.into(), fields: vec![("ip".into(), "::1".into())] }
    }
    #[test]
    fn everyone_gets_it() {
        let mut all = [Auditor::new("x", 2), Auditor::new("y", 2), Auditor::new("z", 2)];
        all[1].muted = true;
        assert_eq!(broadcast(&mut all, notice("ann")), 2);
        assert_eq!(all[0].inbox(), vec!["ann"]);
        assert!(all[1].inbox().is_empty());
        assert_eq!(all[2].inbox(), vec!["ann"]);
    }
    #[test]
    fn oldest_drop_out() {
        let mut all = [Auditor::new("x", 2)];
        for actor in ["a", "b", "c"] {
            broadcast(&mut all, notice(actor));
        }
        assert_eq!(all[0].inbox(), vec!["b", "c"]);
    }
