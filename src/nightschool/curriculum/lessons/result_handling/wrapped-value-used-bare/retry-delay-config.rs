---
code: E0308
---
use std::collections::BTreeMap;
use std::time::Duration;

/// Delay used when a service has no entry of its own.
pub const DEFAULT_BASE_MS: u64 = 250;
/// No delay grows beyond this.
pub const CAP_MS: u64 = 8_000;

pub struct RetryTable {
    base_ms: BTreeMap<String, u64>,
}

impl RetryTable {
    pub fn new() -> Self {
        RetryTable { base_ms: BTreeMap::new() }
    }

    pub fn set(&mut self, service: &str, base_ms: u64) {
        self.base_ms.insert(service.to_string(), base_ms);
    }

    /// Exponential delay before the given attempt (0 is the first retry), capped.
    /// Services that were never configured use the default base.
    pub fn delay(&self, service: &str, attempt: u32) -> Duration {
        let base: u64 = self.base_ms.get(service).copied();
        let factor: u64 = 2u64.checked_pow(attempt);
        let wait = base.saturating_mul(factor).min(CAP_MS);
        Duration::from_millis(wait)
    }

    pub fn schedule(&self, service: &str, attempts: u32) -> Vec<Duration> {
        (0..attempts).map(|n| self.delay(service, n)).collect()
    }
}

impl Default for RetryTable {
    fn default() -> Self {
        Self::new()
    }
}
==== fixed
use std::collections::BTreeMap;
use std::time::Duration;

/// Delay used when a service has no entry of its own.
pub const DEFAULT_BASE_MS: u64 = 250;
/// No delay grows beyond this.
pub const CAP_MS: u64 = 8_000;

pub struct RetryTable {
    base_ms: BTreeMap<String, u64>,
}

impl RetryTable {
    pub fn new() -> Self {
        RetryTable { base_ms: BTreeMap::new() }
    }

    pub fn set(&mut self, service: &str, base_ms: u64) {
        self.base_ms.insert(service.to_string(), base_ms);
    }

    /// Exponential delay before the given attempt (0 is the first retry), capped.
    /// Services that were never configured use the default base.
    pub fn delay(&self, service: &str, attempt: u32) -> Duration {
        let base: u64 = self.base_ms.get(service).copied().unwrap_or(DEFAULT_BASE_MS);
        let factor: u64 = 2u64.checked_pow(attempt).unwrap_or(u64::MAX);
        let wait = base.saturating_mul(factor).min(CAP_MS);
        Duration::from_millis(wait)
    }

    pub fn schedule(&self, service: &str, attempts: u32) -> Vec<Duration> {
        (0..attempts).map(|n| self.delay(service, n)).collect()
    }
}

impl Default for RetryTable {
    fn default() -> Self {
        Self::new()
    }
}
==== tests
#[test]
fn doubles_from_the_configured_base() {
    let mut table = RetryTable::new();
    table.set("search", 100);
    let want: Vec<Duration> = [100, 200, 400].iter().map(|&m| Duration::from_millis(m)).collect();
    assert_eq!(table.schedule("search", 3), want);
}

#[test]
fn unknown_service_uses_the_default() {
    let table = RetryTable::new();
    assert_eq!(table.delay("mail", 0), Duration::from_millis(250));
    assert_eq!(table.delay("mail", 1), Duration::from_millis(500));
}

#[test]
fn far_attempts_are_capped() {
    let table = RetryTable::new();
    assert_eq!(table.delay("mail", 6), Duration::from_millis(8_000));
    assert_eq!(table.delay("mail", 90), Duration::from_millis(8_000));
}
