---
code: E0053
---
/// Decides how long to wait before the next try.
pub trait Backoff {
    /// Milliseconds before try number `attempt` (from 1), or `None` to give up.
    fn wait_ms(&mut self, attempt: u32) -> Option<u64>;
}

/// Waits grow by a fixed step until the budget of waiting is used up.
pub struct LinearBackoff {
    step_ms: u64,
    budget_ms: u64,
}

impl LinearBackoff {
    pub fn new(step_ms: u64, budget_ms: u64) -> Self {
        LinearBackoff { step_ms, budget_ms }
    }
}

impl Backoff for LinearBackoff {
    fn wait_ms(&mut self, attempt: u64) -> Option<u64> {
        let wait = self.step_ms * attempt;
        if wait > self.budget_ms {
            return None;
        }
        self.budget_ms -= wait;
        Some(wait)
    }
}

/// The waits a policy would make until it gives up, at most `limit` of them.
pub fn plan(policy: &mut dyn Backoff, limit: u32) -> Vec<u64> {
    (1..=limit).map_while(|attempt| policy.wait_ms(attempt)).collect()
}
==== fixed
/// Decides how long to wait before the next try.
pub trait Backoff {
    /// Milliseconds before try number `attempt` (from 1), or `None` to give up.
    fn wait_ms(&mut self, attempt: u32) -> Option<u64>;
}

/// Waits grow by a fixed step until the budget of waiting is used up.
pub struct LinearBackoff {
    step_ms: u64,
    budget_ms: u64,
}

impl LinearBackoff {
    pub fn new(step_ms: u64, budget_ms: u64) -> Self {
        LinearBackoff { step_ms, budget_ms }
    }
}

impl Backoff for LinearBackoff {
    fn wait_ms(&mut self, attempt: u32) -> Option<u64> {
        let wait = self.step_ms * u64::from(attempt);
        if wait > self.budget_ms {
            return None;
        }
        self.budget_ms -= wait;
        Some(wait)
    }
}

/// The waits a policy would make until it gives up, at most `limit` of them.
pub fn plan(policy: &mut dyn Backoff, limit: u32) -> Vec<u64> {
    (1..=limit).map_while(|attempt| policy.wait_ms(attempt)).collect()
}
==== tests
#[test]
fn grows_until_budget_is_spent() {
    let mut policy = LinearBackoff::new(100, 700);
    assert_eq!(plan(&mut policy, 10), [100, 200, 300]);
    assert_eq!(policy.wait_ms(1), Some(100));
    assert_eq!(policy.wait_ms(1), None);
}

#[test]
fn limit_ends_the_plan() {
    let mut policy = LinearBackoff::new(5, 10_000);
    assert_eq!(plan(&mut policy, 3), [5, 10, 15]);
}

#[test]
fn long_waits_are_not_cut() {
    let mut policy = LinearBackoff::new(1 << 40, u64::MAX);
    assert_eq!(policy.wait_ms(3), Some(3 << 40));
}
