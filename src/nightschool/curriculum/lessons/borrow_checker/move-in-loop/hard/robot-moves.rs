---
code: E0382
---
//! A vacuum robot that follows a list of commands.

#[derive(Debug, Clone, PartialEq)]
pub struct Robot {
    pub x: i32,
    pub y: i32,
    pub heading: usize,
    pub trail: Vec<(i32, i32)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Command {
    Left,
    Right,
    Go(i32),
}

const STEPS: [(i32, i32); 4] = [(0, 1), (1, 0), (0, -1), (-1, 0)];

impl Robot {
    pub fn docked() -> Self {
        Robot { x: 0, y: 0, heading: 0, trail: Vec::new() }
    }

    /// The robot as it is once the command has been carried out.
    pub fn after(mut self, command: Command) -> Robot {
        match command {
            Command::Left => self.heading = (self.heading + 3) % 4,
            Command::Right => self.heading = (self.heading + 1) % 4,
            Command::Go(distance) => {
                let (dx, dy) = STEPS[self.heading];
                self.x += dx * distance;
                self.y += dy * distance;
                self.trail.push((self.x, self.y));
            }
        }
        self
    }
}

/// Sends a docked robot through all commands and tells where that leaves it.
pub fn drive(commands: &[Command]) -> Robot {
    let robot = Robot::docked();
    for command in commands {
        robot.after(*command);
    }
    robot
}
==== fixed
//! A vacuum robot that follows a list of commands.

#[derive(Debug, Clone, PartialEq)]
pub struct Robot {
    pub x: i32,
    pub y: i32,
    pub heading: usize,
    pub trail: Vec<(i32, i32)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Command {
    Left,
    Right,
    Go(i32),
}

const STEPS: [(i32, i32); 4] = [(0, 1), (1, 0), (0, -1), (-1, 0)];

impl Robot {
    pub fn docked() -> Self {
        Robot { x: 0, y: 0, heading: 0, trail: Vec::new() }
    }

    /// The robot as it is once the command has been carried out.
    pub fn after(mut self, command: Command) -> Robot {
        match command {
            Command::Left => self.heading = (self.heading + 3) % 4,
            Command::Right => self.heading = (self.heading + 1) % 4,
            Command::Go(distance) => {
                let (dx, dy) = STEPS[self.heading];
                self.x += dx * distance;
                self.y += dy * distance;
                self.trail.push((self.x, self.y));
            }
        }
        self
    }
}

/// Sends a docked robot through all commands and tells where that leaves it.
pub fn drive(commands: &[Command]) -> Robot {
    let mut robot = Robot::docked();
    for command in commands {
        robot = robot.after(*command);
    }
    robot
}
==== tests
#[test]
fn the_commands_add_up() {
    let robot = drive(&[Command::Go(2), Command::Right, Command::Go(3), Command::Right, Command::Go(1)]);
    assert_eq!((robot.x, robot.y), (3, 1));
    assert_eq!(robot.trail, [(0, 2), (3, 2), (3, 1)]);
    assert_eq!(robot.heading, 2);
}

#[test]
fn left_turns_wrap_around() {
    let robot = drive(&[Command::Left, Command::Go(4)]);
    assert_eq!((robot.x, robot.y, robot.heading), (-4, 0, 3));
    assert_eq!(drive(&[]), Robot::docked());
}
