---
code: E0277
edition: "2024"
---
//! Renders the banners of a festival stage while the programme stays in use.

use std::rc::Rc;
use std::thread;

/// Titles are shared widely within the programme, which lives in one thread.
#[derive(Debug, Clone)]
pub struct Act {
    pub title: Rc<str>,
    pub minutes: u32,
}

pub struct Programme {
    acts: Vec<Act>,
}

impl Programme {
    pub fn new(acts: &[(&str, u32)]) -> Self {
        let acts = acts
            .iter()
            .map(|&(title, minutes)| Act { title: Rc::from(title), minutes })
            .collect();
        Programme { acts }
    }

    pub fn find(&self, title: &str) -> Option<Act> {
        self.acts.iter().find(|act| &*act.title == title).cloned()
    }

    /// One banner for each act, as wide as its title asks for.
    pub fn banners(&self) -> Vec<String> {
        let mut painters = Vec::new();
        for act in &self.acts {
            let title = act.title.clone();
            let minutes = act.minutes;
            painters.push(thread::spawn(move || {
                let line = "=".repeat(title.chars().count());
                format!("{line}\n{} {minutes}'\n{line}", title.to_uppercase())
            }));
        }
        painters.into_iter().map(|painter| painter.join().unwrap()).collect()
    }
}
==== fixed
//! Renders the banners of a festival stage while the programme stays in use.

use std::rc::Rc;
use std::thread;

/// Titles are shared widely within the programme, which lives in one thread.
#[derive(Debug, Clone)]
pub struct Act {
    pub title: Rc<str>,
    pub minutes: u32,
}

pub struct Programme {
    acts: Vec<Act>,
}

impl Programme {
    pub fn new(acts: &[(&str, u32)]) -> Self {
        let acts = acts
            .iter()
            .map(|&(title, minutes)| Act { title: Rc::from(title), minutes })
            .collect();
        Programme { acts }
    }

    pub fn find(&self, title: &str) -> Option<Act> {
        self.acts.iter().find(|act| &*act.title == title).cloned()
    }

    /// One banner for each act, as wide as its title asks for.
    pub fn banners(&self) -> Vec<String> {
        let mut painters = Vec::new();
        for act in &self.acts {
            let title = act.title.to_string();
            let minutes = act.minutes;
            painters.push(thread::spawn(move || {
                let line = "=".repeat(title.chars().count());
                format!("{line}\n{} {minutes}'\n{line}", title.to_uppercase())
            }));
        }
        painters.into_iter().map(|painter| painter.join().unwrap()).collect()
    }
}
==== tests
#[test]
fn banners_in_order() {
    let programme = Programme::new(&[("Élan", 45), ("Oh", 5)]);
    assert_eq!(programme.banners(), ["====\nÉLAN 45'\n====", "==\nOH 5'\n=="]);
}

#[test]
fn the_programme_stays_in_use() {
    let programme = Programme::new(&[("Oh", 5)]);
    assert_eq!(programme.banners().len(), 1);
    let act = programme.find("Oh").unwrap();
    assert_eq!((&*act.title, act.minutes), ("Oh", 5));
    assert!(programme.find("oh").is_none());
}
