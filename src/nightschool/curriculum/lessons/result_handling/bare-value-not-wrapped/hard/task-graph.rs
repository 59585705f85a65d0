---
code: E0308
---
//! The order in which the tasks of a build are run.

#[derive(Debug, PartialEq)]
pub enum PlanError {
    UnknownTask(usize),
    /// Tasks that wait for each other.
    Cycle { stuck: usize },
}

#[derive(Default)]
pub struct Plan {
    /// For each task the tasks it needs.
    needs: Vec<Vec<usize>>,
}

impl Plan {
    pub fn add(&mut self, needs: &[usize]) -> usize {
        self.needs.push(needs.to_vec());
        self.needs.len() - 1
    }

    fn check(&self) -> Result<(), PlanError> {
        for &task in self.needs.iter().flatten() {
            if task >= self.needs.len() {
                return Err(PlanError::UnknownTask(task));
            }
        }
    }

    /// All tasks, each after those it needs, smaller numbers first.
    pub fn order(&self) -> Result<Vec<usize>, PlanError> {
        self.check()?;
        let mut done: Vec<usize> = Vec::new();
        while done.len() < self.needs.len() {
            let next = (0..self.needs.len()).find(|task| {
                !done.contains(task) && self.needs[*task].iter().all(|need| done.contains(need))
            });
            match next {
                Some(task) => done.push(task),
                None => {
                    let stuck = self.needs.len() - done.len();
                    return Err(PlanError::Cycle { stuck });
                }
            }
        }
        done
    }
}
==== fixed
//! The order in which the tasks of a build are run.

#[derive(Debug, PartialEq)]
pub enum PlanError {
    UnknownTask(usize),
    /// Tasks that wait for each other.
    Cycle { stuck: usize },
}

#[derive(Default)]
pub struct Plan {
    /// For each task the tasks it needs.
    needs: Vec<Vec<usize>>,
}

impl Plan {
    pub fn add(&mut self, needs: &[usize]) -> usize {
        self.needs.push(needs.to_vec());
        self.needs.len() - 1
    }

    fn check(&self) -> Result<(), PlanError> {
        for &task in self.needs.iter().flatten() {
            if task >= self.needs.len() {
                return Err(PlanError::UnknownTask(task));
            }
        }
        Ok(())
    }

    /// All tasks, each after those it needs, smaller numbers first.
    pub fn order(&self) -> Result<Vec<usize>, PlanError> {
        self.check()?;
        let mut done: Vec<usize> = Vec::new();
        while done.len() < self.needs.len() {
            let next = (0..self.needs.len()).find(|task| {
                !done.contains(task) && self.needs[*task].iter().all(|need| done.contains(need))
            });
            match next {
                Some(task) => done.push(task),
                None => {
                    let stuck = self.needs.len() - done.len();
                    return Err(PlanError::Cycle { stuck });
                }
            }
        }
        Ok(done)
    }
}
==== tests
#[test]
fn needs_come_first() {
    let mut plan = Plan::default();
    plan.add(&[2]);
    plan.add(&[0, 2]);
    plan.add(&[]);
    assert_eq!(plan.order(), Ok(vec![2, 0, 1]));
}

#[test]
fn impossible_plans() {
    let mut plan = Plan::default();
    plan.add(&[1]);
    plan.add(&[0]);
    plan.add(&[]);
    assert_eq!(plan.order(), Err(PlanError::Cycle { stuck: 2 }));
    plan.add(&[9]);
    assert_eq!(plan.order(), Err(PlanError::UnknownTask(9)));
}
