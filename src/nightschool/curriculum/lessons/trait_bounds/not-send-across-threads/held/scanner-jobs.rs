---
code: E0277
---
use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

/// Rules of the luggage scanner, shared by all lanes.
#[derive(Debug)]
pub struct Rules {
    pub forbidden: Vec<String>,
    pub max_grams: u32,
}

#[derive(Debug, Clone)]
pub struct Bag {
    pub owner: String,
    pub grams: u32,
    pub contents: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alarm {
    pub owner: String,
    pub reason: String,
}

impl Rules {
    fn check(&self, bag: &Bag) -> Option<Alarm> {
        let found = bag.contents.iter().find(|item| self.forbidden.contains(item));
        let reason = match found {
            Some(item) => format!("contains {item}"),
            None if bag.grams > self.max_grams => "too heavy".to_string(),
            None => return None,
        };
        Some(Alarm { owner: bag.owner.clone(), reason })
    }
}

/// Scans every lane on its own thread, gives all alarms sorted by owner.
pub fn scan_lanes(rules: Rc<Rules>, lanes: Vec<Vec<Bag>>) -> Vec<Alarm> {
    let (sender, receiver) = mpsc::channel();
    for lane in lanes {
        let rules = Rc::clone(&rules);
        let sender = sender.clone();
        thread::spawn(move || {
            for alarm in lane.iter().filter_map(|bag| rules.check(bag)) {
                sender.send(alarm).expect("the receiver waits for all lanes");
            }
        });
    }
    drop(sender);
    let mut alarms: Vec<Alarm> = receiver.iter().collect();
    alarms.sort();
    alarms
}

pub fn scan_with(rules: Rules, lanes: Vec<Vec<Bag>>) -> Vec<Alarm> {
    scan_lanes(Rc::new(rules), lanes)
}
==== fixed
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

/// Rules of the luggage scanner, shared by all lanes.
#[derive(Debug)]
pub struct Rules {
    pub forbidden: Vec<String>,
    pub max_grams: u32,
}

#[derive(Debug, Clone)]
pub struct Bag {
    pub owner: String,
    pub grams: u32,
    pub contents: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alarm {
    pub owner: String,
    pub reason: String,
}

impl Rules {
    fn check(&self, bag: &Bag) -> Option<Alarm> {
        let found = bag.contents.iter().find(|item| self.forbidden.contains(item));
        let reason = match found {
            Some(item) => format!("contains {item}"),
            None if bag.grams > self.max_grams => "too heavy".to_string(),
            None => return None,
        };
        Some(Alarm { owner: bag.owner.clone(), reason })
    }
}

/// Scans every lane on its own thread, gives all alarms sorted by owner.
pub fn scan_lanes(rules: Arc<Rules>, lanes: Vec<Vec<Bag>>) -> Vec<Alarm> {
    let (sender, receiver) = mpsc::channel();
    for lane in lanes {
        let rules = Arc::clone(&rules);
        let sender = sender.clone();
        thread::spawn(move || {
            for alarm in lane.iter().filter_map(|bag| rules.check(bag)) {
                sender.send(alarm).expect("the receiver waits for all lanes");
            }
        });
    }
    drop(sender);
    let mut alarms: Vec<Alarm> = receiver.iter().collect();
    alarms.sort();
    alarms
}

pub fn scan_with(rules: Rules, lanes: Vec<Vec<Bag>>) -> Vec<Alarm> {
    scan_lanes(Arc::new(rules), lanes)
}
==== tests
fn bag(owner: &str, grams: u32, contents: &[&str]) -> Bag {
    Bag { owner: owner.into(), grams, contents: contents.iter().map(|c| c.to_string()).collect() }
}

fn rules() -> Rules {
    Rules { forbidden: vec!["knife".into(), "fireworks".into()], max_grams: 8000 }
}

#[test]
fn alarms_of_all_lanes() {
    let lanes = vec![
        vec![bag("Zoe", 10, &["knife"]), bag("Ann", 9000, &[])],
        vec![bag("Max", 9000, &["fireworks"]), bag("Tim", 8000, &["book"])],
    ];
    let got = scan_with(rules(), lanes);
    let text: Vec<String> = got.iter().map(|a| format!("{} {}", a.owner, a.reason)).collect();
    assert_eq!(text, ["Ann too heavy", "Max contains fireworks", "Zoe contains knife"]);
}

#[test]
fn no_lanes_no_alarms() {
    assert!(scan_with(rules(), vec![]).is_empty());
    assert!(scan_with(rules(), vec![vec![], vec![bag("Ida", 1, &["pen"])]]).is_empty());
}
