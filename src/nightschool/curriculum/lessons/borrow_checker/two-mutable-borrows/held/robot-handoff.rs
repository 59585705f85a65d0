---
code: E0499
---
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Robot {
    pub tasks: Vec<String>,
    pub handed_over: u32,
}

#[derive(Debug, Default)]
pub struct Floor {
    robots: BTreeMap<u8, Robot>,
}

impl Floor {
    pub fn assign(&mut self, robot: u8, task: &str) {
        self.robots.entry(robot).or_default().tasks.push(task.to_string());
    }

    pub fn tasks(&self, robot: u8) -> &[String] {
        self.robots.get(&robot).map_or(&[], |r| r.tasks.as_slice())
    }

    pub fn handed_over(&self, robot: u8) -> u32 {
        self.robots.get(&robot).map_or(0, |r| r.handed_over)
    }

    /// Moves the last task of one robot to the front of another's list.
    /// Gives `None`, and moves nothing, if a robot is unknown or there is no task.
    pub fn relieve(&mut self, tired: u8, helper: u8) -> Option<()> {
        if !self.robots.contains_key(&helper) {
            return None;
        }
        let giver = self.robots.get_mut(&tired)?;
        let taker = self.robots.get_mut(&helper)?;
        let task = giver.tasks.pop()?;
        taker.tasks.insert(0, task);
        giver.handed_over += 1;
        Some(())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Default, Clone, PartialEq)]
pub struct Robot {
    pub tasks: Vec<String>,
    pub handed_over: u32,
}

#[derive(Debug, Default)]
pub struct Floor {
    robots: BTreeMap<u8, Robot>,
}

impl Floor {
    pub fn assign(&mut self, robot: u8, task: &str) {
        self.robots.entry(robot).or_default().tasks.push(task.to_string());
    }

    pub fn tasks(&self, robot: u8) -> &[String] {
        self.robots.get(&robot).map_or(&[], |r| r.tasks.as_slice())
    }

    pub fn handed_over(&self, robot: u8) -> u32 {
        self.robots.get(&robot).map_or(0, |r| r.handed_over)
    }

    /// Moves the last task of one robot to the front of another's list.
    /// Gives `None`, and moves nothing, if a robot is unknown or there is no task.
    pub fn relieve(&mut self, tired: u8, helper: u8) -> Option<()> {
        if !self.robots.contains_key(&helper) {
            return None;
        }
        let giver = self.robots.get_mut(&tired)?;
        let task = giver.tasks.pop()?;
        giver.handed_over += 1;
        let taker = self.robots.get_mut(&helper)?;
        taker.tasks.insert(0, task);
        Some(())
    }
}
==== tests
fn floor() -> Floor {
    let mut f = Floor::default();
    f.assign(1, "weld");
    f.assign(1, "paint");
    f.assign(2, "pack");
    f
}

#[test]
fn last_task_moves_to_the_front() {
    let mut f = floor();
    assert_eq!(f.relieve(1, 2), Some(()));
    assert_eq!(f.tasks(1), ["weld"]);
    assert_eq!(f.tasks(2), ["paint", "pack"]);
    assert_eq!((f.handed_over(1), f.handed_over(2)), (1, 0));
}

#[test]
fn nothing_is_lost() {
    let mut f = floor();
    assert_eq!(f.relieve(1, 9), None);
    assert_eq!(f.relieve(9, 1), None);
    assert_eq!(f.tasks(1), ["weld", "paint"]);
    f.relieve(2, 1);
    assert_eq!(f.relieve(2, 1), None);
    assert_eq!(f.handed_over(2), 1);
    assert_eq!(f.tasks(1), ["pack", "weld", "paint"]);
}
