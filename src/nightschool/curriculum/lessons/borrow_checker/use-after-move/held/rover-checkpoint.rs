---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Pose {
    pub x: i32,
    pub y: i32,
    pub note: String,
}

#[derive(Debug)]
pub struct Rover {
    pub pose: Pose,
    checkpoints: HashMap<String, Pose>,
}

impl Rover {
    pub fn new() -> Self {
        Rover {
            pose: Pose { x: 0, y: 0, note: "start".to_string() },
            checkpoints: HashMap::new(),
        }
    }

    pub fn drive(&mut self, dx: i32, dy: i32) {
        self.pose.x += dx;
        self.pose.y += dy;
    }

    /// Remembers the present pose under a name. The rover's note then says where it was set.
    pub fn checkpoint(&mut self, name: String) {
        self.checkpoints.insert(name, self.pose.clone());
        self.pose.note = format!("after {name}");
    }

    /// Puts the rover back; a checkpoint may be used as often as one likes.
    pub fn return_to(&mut self, name: &str) -> bool {
        match self.checkpoints.get(name) {
            Some(pose) => {
                self.pose = pose.clone();
                true
            }
            None => false,
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Pose {
    pub x: i32,
    pub y: i32,
    pub note: String,
}

#[derive(Debug)]
pub struct Rover {
    pub pose: Pose,
    checkpoints: HashMap<String, Pose>,
}

impl Rover {
    pub fn new() -> Self {
        Rover {
            pose: Pose { x: 0, y: 0, note: "start".to_string() },
            checkpoints: HashMap::new(),
        }
    }

    pub fn drive(&mut self, dx: i32, dy: i32) {
        self.pose.x += dx;
        self.pose.y += dy;
    }

    /// Remembers the present pose under a name. The rover's note then says where it was set.
    pub fn checkpoint(&mut self, name: String) {
        self.checkpoints.insert(name.clone(), self.pose.clone());
        self.pose.note = format!("after {name}");
    }

    /// Puts the rover back; a checkpoint may be used as often as one likes.
    pub fn return_to(&mut self, name: &str) -> bool {
        match self.checkpoints.get(name) {
            Some(pose) => {
                self.pose = pose.clone();
                true
            }
            None => false,
        }
    }
}
==== tests
#[test]
fn goes_back_to_a_checkpoint() {
    let mut r = Rover::new();
    r.drive(3, -1);
    r.checkpoint("ridge".to_string());
    assert_eq!(r.pose.note, "after ridge");
    r.drive(10, 10);
    assert!(r.return_to("ridge"));
    assert_eq!(r.pose, Pose { x: 3, y: -1, note: "start".to_string() });
    r.drive(1, 0);
    assert!(r.return_to("ridge"));
    assert_eq!(r.pose.x, 3);
}

#[test]
fn notes_are_part_of_the_checkpoint() {
    let mut r = Rover::new();
    r.checkpoint("a".to_string());
    r.drive(1, 1);
    r.checkpoint("b".to_string());
    assert!(!r.return_to("c"));
    r.return_to("b");
    assert_eq!(r.pose.note, "after a");
}
