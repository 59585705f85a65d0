---
code: E0502
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    pub floor: u8,
    pub riders: u8,
}

#[derive(Debug, Default)]
pub struct CallQueue {
    calls: VecDeque<Call>,
}

impl CallQueue {
    pub fn push(&mut self, floor: u8, riders: u8) {
        self.calls.push_back(Call { floor, riders });
    }

    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Serves the oldest call together with all later calls from the same floor.
    /// Gives the floor and the number of riders that wait there.
    pub fn serve(&mut self) -> Option<(u8, u32)> {
        let first = self.calls.front()?;
        let mut riders = 0;
        self.calls.retain(|call| {
            let here = call.floor == first.floor;
            if here {
                riders += u32::from(call.riders);
            }
            !here
        });
        Some((first.floor, riders))
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    pub floor: u8,
    pub riders: u8,
}

#[derive(Debug, Default)]
pub struct CallQueue {
    calls: VecDeque<Call>,
}

impl CallQueue {
    pub fn push(&mut self, floor: u8, riders: u8) {
        self.calls.push_back(Call { floor, riders });
    }

    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// Serves the oldest call together with all later calls from the same floor.
    /// Gives the floor and the number of riders that wait there.
    pub fn serve(&mut self) -> Option<(u8, u32)> {
        let floor = self.calls.front()?.floor;
        let mut riders = 0;
        self.calls.retain(|call| {
            let here = call.floor == floor;
            if here {
                riders += u32::from(call.riders);
            }
            !here
        });
        Some((floor, riders))
    }
}
==== tests
#[test]
fn calls_of_a_floor_go_together() {
    let mut q = CallQueue::default();
    q.push(3, 2);
    q.push(7, 1);
    q.push(3, 4);
    assert_eq!(q.serve(), Some((3, 6)));
    assert_eq!(q.len(), 1);
    assert_eq!(q.serve(), Some((7, 1)));
    assert_eq!(q.serve(), None);
}

#[test]
fn oldest_first() {
    let mut q = CallQueue::default();
    for floor in [9, 1, 5, 1] {
        q.push(floor, 1);
    }
    let order: Vec<u8> = std::iter::from_fn(|| q.serve()).map(|(f, _)| f).collect();
    assert_eq!(order, [9, 1, 5]);
}
