---
code: E0515
---
use std::collections::BTreeMap;

/// Who waits for which department, in the order of arrival.
#[derive(Default)]
pub struct WaitingRoom {
    queues: BTreeMap<String, Vec<String>>,
}

impl WaitingRoom {
    pub fn arrive(&mut self, department: &str, patient: &str) {
        self.queues
            .entry(department.to_lowercase())
            .or_default()
            .push(patient.to_string());
    }

    /// The patients of a department whose name the caller may write in any case; empty when
    /// nobody waits there.
    fn waiting(&self, department: &str) -> &[String] {
        let queue = self.queues.get(&department.to_lowercase()).cloned().unwrap_or_default();
        &queue
    }

    pub fn next(&self, department: &str) -> Option<String> {
        self.waiting(department).first().cloned()
    }

    pub fn ahead_of(&self, department: &str, patient: &str) -> Option<usize> {
        self.waiting(department).iter().position(|p| p == patient)
    }
}
==== fixed
use std::collections::BTreeMap;

/// Who waits for which department, in the order of arrival.
#[derive(Default)]
pub struct WaitingRoom {
    queues: BTreeMap<String, Vec<String>>,
}

impl WaitingRoom {
    pub fn arrive(&mut self, department: &str, patient: &str) {
        self.queues
            .entry(department.to_lowercase())
            .or_default()
            .push(patient.to_string());
    }

    /// The patients of a department whose name the caller may write in any case; empty when
    /// nobody waits there.
    fn waiting(&self, department: &str) -> &[String] {
        let queue = self.queues.get(&department.to_lowercase());
        queue.map_or(&[], |patients| patients.as_slice())
    }

    pub fn next(&self, department: &str) -> Option<String> {
        self.waiting(department).first().cloned()
    }

    pub fn ahead_of(&self, department: &str, patient: &str) -> Option<usize> {
        self.waiting(department).iter().position(|p| p == patient)
    }
}
==== tests
fn room() -> WaitingRoom {
    let mut w = WaitingRoom::default();
    w.arrive("Eyes", "Lea");
    w.arrive("eyes", "Max");
    w.arrive("Skin", "Ole");
    w
}

#[test]
fn names_in_any_case() {
    let w = room();
    assert_eq!(w.next("EYES").as_deref(), Some("Lea"));
    assert_eq!(w.ahead_of("eYes", "Max"), Some(1));
    assert_eq!(w.ahead_of("skin", "Ole"), Some(0));
}

#[test]
fn nobody_waits() {
    let w = room();
    assert_eq!(w.next("bones"), None);
    assert_eq!(w.ahead_of("skin", "Max"), None);
}
