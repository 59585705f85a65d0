---
code: E0499
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: u32,
    pub age: u32,
}

/// Lanes from urgent (0) to idle; workers take from the first lane that has work.
pub struct Lanes {
    lanes: Vec<VecDeque<Job>>,
    promote_at: u32,
}

impl Lanes {
    pub fn new(count: usize, promote_at: u32) -> Self {
        Lanes { lanes: vec![VecDeque::new(); count], promote_at }
    }

    pub fn submit(&mut self, lane: usize, id: u32) {
        self.lanes[lane].push_back(Job { id, age: 0 });
    }

    pub fn take(&mut self) -> Option<Job> {
        self.lanes.iter_mut().find_map(|lane| lane.pop_front())
    }

    /// Ages every waiting job, then moves the old ones to the end of the next
    /// more urgent lane, where their age starts again at 0.
    pub fn tick(&mut self) {
        self.lanes.iter_mut().flatten().for_each(|job| job.age += 1);
        for index in 1..self.lanes.len() {
            let upper = &mut self.lanes[index - 1];
            let lower = &mut self.lanes[index];
            for _ in 0..lower.len() {
                let Some(job) = lower.pop_front() else { break };
                if job.age >= self.promote_at {
                    upper.push_back(Job { age: 0, ..job });
                } else {
                    lower.push_back(job);
                }
            }
        }
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: u32,
    pub age: u32,
}

/// Lanes from urgent (0) to idle; workers take from the first lane that has work.
pub struct Lanes {
    lanes: Vec<VecDeque<Job>>,
    promote_at: u32,
}

impl Lanes {
    pub fn new(count: usize, promote_at: u32) -> Self {
        Lanes { lanes: vec![VecDeque::new(); count], promote_at }
    }

    pub fn submit(&mut self, lane: usize, id: u32) {
        self.lanes[lane].push_back(Job { id, age: 0 });
    }

    pub fn take(&mut self) -> Option<Job> {
        self.lanes.iter_mut().find_map(|lane| lane.pop_front())
    }

    /// Ages every waiting job, then moves the old ones to the end of the next
    /// more urgent lane, where their age starts again at 0.
    pub fn tick(&mut self) {
        self.lanes.iter_mut().flatten().for_each(|job| job.age += 1);
        for index in 1..self.lanes.len() {
            let (head, tail) = self.lanes.split_at_mut(index);
            let upper = &mut head[index - 1];
            let lower = &mut tail[0];
            for _ in 0..lower.len() {
                let Some(job) = lower.pop_front() else { break };
                if job.age >= self.promote_at {
                    upper.push_back(Job { age: 0, ..job });
                } else {
                    lower.push_back(job);
                }
            }
        }
    }
}
==== tests
#[test]
fn old_jobs_move_up_one_lane() {
    let mut lanes = Lanes::new(3, 2);
    lanes.submit(2, 1);
    lanes.tick();
    lanes.submit(2, 2);
    lanes.submit(1, 3);
    lanes.tick();
    assert_eq!(lanes.take(), Some(Job { id: 3, age: 1 }));
    assert_eq!(lanes.take(), Some(Job { id: 1, age: 0 }));
    assert_eq!(lanes.take(), Some(Job { id: 2, age: 1 }));
    assert_eq!(lanes.take(), None);
}

#[test]
fn promoted_jobs_queue_behind() {
    let mut lanes = Lanes::new(2, 1);
    lanes.submit(1, 1);
    lanes.submit(1, 2);
    lanes.submit(0, 3);
    lanes.tick();
    let ids: Vec<u32> = std::iter::from_fn(|| lanes.take()).map(|job| job.id).collect();
    assert_eq!(ids, [3, 1, 2]);
}
