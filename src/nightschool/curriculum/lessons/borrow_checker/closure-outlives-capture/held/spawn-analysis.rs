---
code: E0373
---
use std::thread::{self, JoinHandle};

#[derive(Debug, Clone, PartialEq)]
pub struct Assay {
    pub name: String,
    pub absorbances: Vec<u32>,
}

impl Assay {
    fn mean(&self, blank: u32) -> u32 {
        if self.absorbances.is_empty() {
            return 0;
        }
        let sum: u32 = self.absorbances.iter().map(|a| a.saturating_sub(blank)).sum();
        sum / self.absorbances.len() as u32
    }
}

/// An analysis that runs in the background.
pub struct Running {
    pub title: String,
    handle: JoinHandle<Vec<u32>>,
}

impl Running {
    pub fn wait(self) -> Vec<u32> {
        self.handle.join().expect("the analysis panicked")
    }
}

/// Starts the analysis of a plate. Its title names the first assay and how many there are.
pub fn start(plate: Vec<Assay>, blank: u32) -> Running {
    let handle = thread::spawn(|| plate.iter().map(|assay| assay.mean(blank)).collect());
    let first = plate.first().map_or("nothing", |a| a.name.as_str());
    let title = format!("{first} ({} assays)", plate.len());
    Running { title, handle }
}
==== fixed
use std::thread::{self, JoinHandle};

#[derive(Debug, Clone, PartialEq)]
pub struct Assay {
    pub name: String,
    pub absorbances: Vec<u32>,
}

impl Assay {
    fn mean(&self, blank: u32) -> u32 {
        if self.absorbances.is_empty() {
            return 0;
        }
        let sum: u32 = self.absorbances.iter().map(|a| a.saturating_sub(blank)).sum();
        sum / self.absorbances.len() as u32
    }
}

/// An analysis that runs in the background.
pub struct Running {
    pub title: String,
    handle: JoinHandle<Vec<u32>>,
}

impl Running {
    pub fn wait(self) -> Vec<u32> {
        self.handle.join().expect("the analysis panicked")
    }
}

/// Starts the analysis of a plate. Its title names the first assay and how many there are.
pub fn start(plate: Vec<Assay>, blank: u32) -> Running {
    let first = plate.first().map_or("nothing", |a| a.name.as_str());
    let title = format!("{first} ({} assays)", plate.len());
    let handle = thread::spawn(move || plate.iter().map(|assay| assay.mean(blank)).collect());
    Running { title, handle }
}
==== tests
fn assay(name: &str, absorbances: &[u32]) -> Assay {
    Assay { name: name.to_string(), absorbances: absorbances.to_vec() }
}

#[test]
fn means_without_the_blank() {
    let run = start(vec![assay("glucose", &[110, 130]), assay("lactate", &[5, 25]), assay("x", &[])], 10);
    assert_eq!(run.title, "glucose (3 assays)");
    assert_eq!(run.wait(), [110, 7, 0]);
}

#[test]
fn empty_plate() {
    let run = start(vec![], 10);
    assert_eq!(run.title, "nothing (0 assays)");
    assert!(run.wait().is_empty());
}
