---
code: E0382
---
#[derive(Debug, PartialEq, Eq)]
pub enum SendError {
    Busy,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub attempt: u32,
    pub body: String,
}

/// A line to the outside whose behaviour is scripted for dry runs.
pub struct Line {
    busy_for: u32,
    pub seen: Vec<String>,
}

impl Line {
    pub fn busy_for(turns: u32) -> Self {
        Line { busy_for: turns, seen: Vec::new() }
    }

    fn send(&mut self, delivery: &Delivery) -> Result<(), SendError> {
        self.seen.push(format!("#{} {}", delivery.attempt, delivery.body));
        if self.busy_for == 0 {
            return Ok(());
        }
        self.busy_for -= 1;
        Err(SendError::Busy)
    }
}

/// Sends until the line takes the body, and returns the delivery that was taken.
/// After `limit` attempts the line counts as closed.
pub fn deliver(line: &mut Line, body: String, limit: u32) -> Result<Delivery, SendError> {
    for attempt in 1..=limit {
        let delivery = Delivery { attempt, body };
        if line.send(&delivery).is_ok() {
            return Ok(delivery);
        }
    }
    Err(SendError::Closed)
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub enum SendError {
    Busy,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub attempt: u32,
    pub body: String,
}

/// A line to the outside whose behaviour is scripted for dry runs.
pub struct Line {
    busy_for: u32,
    pub seen: Vec<String>,
}

impl Line {
    pub fn busy_for(turns: u32) -> Self {
        Line { busy_for: turns, seen: Vec::new() }
    }

    fn send(&mut self, delivery: &Delivery) -> Result<(), SendError> {
        self.seen.push(format!("#{} {}", delivery.attempt, delivery.body));
        if self.busy_for == 0 {
            return Ok(());
        }
        self.busy_for -= 1;
        Err(SendError::Busy)
    }
}

/// Sends until the line takes the body, and returns the delivery that was taken.
/// After `limit` attempts the line counts as closed.
pub fn deliver(line: &mut Line, body: String, limit: u32) -> Result<Delivery, SendError> {
    for attempt in 1..=limit {
        let delivery = Delivery { attempt, body: body.clone() };
        if line.send(&delivery).is_ok() {
            return Ok(delivery);
        }
    }
    Err(SendError::Closed)
}
==== tests
#[test]
fn counts_attempts() {
    let mut line = Line::busy_for(2);
    let got = deliver(&mut line, "hi".to_string(), 5);
    assert_eq!(got, Ok(Delivery { attempt: 3, body: "hi".to_string() }));
    assert_eq!(line.seen, ["#1 hi", "#2 hi", "#3 hi"]);
}

#[test]
fn closed_after_the_limit() {
    let mut line = Line::busy_for(9);
    assert_eq!(deliver(&mut line, "hi".to_string(), 2), Err(SendError::Closed));
    assert_eq!(line.seen, ["#1 hi", "#2 hi"]);
}
