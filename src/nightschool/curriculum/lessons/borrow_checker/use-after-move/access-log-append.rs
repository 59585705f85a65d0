---
code: E0382
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRecord {
    pub path: String,
    pub status: u16,
    pub bytes: u64,
}

/// Keeps the newest records and running totals over everything ever logged.
pub struct AccessLog {
    recent: Vec<AccessRecord>,
    capacity: usize,
    total_bytes: u64,
    failures: u64,
}

impl AccessLog {
    pub fn new(capacity: usize) -> Self {
        AccessLog { recent: Vec::new(), capacity, total_bytes: 0, failures: 0 }
    }

    pub fn append(&mut self, record: AccessRecord) {
        if self.recent.len() == self.capacity {
            self.recent.remove(0);
        }
        self.recent.push(record);
        self.total_bytes += record.bytes;
        if record.status >= 500 {
            self.failures += 1;
        }
    }

    pub fn totals(&self) -> (u64, u64) {
        (self.total_bytes, self.failures)
    }

    pub fn recent_paths(&self) -> Vec<&str> {
        self.recent.iter().map(|record| record.path.as_str()).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRecord {
    pub path: String,
    pub status: u16,
    pub bytes: u64,
}

/// Keeps the newest records and running totals over everything ever logged.
pub struct AccessLog {
    recent: Vec<AccessRecord>,
    capacity: usize,
    total_bytes: u64,
    failures: u64,
}

impl AccessLog {
    pub fn new(capacity: usize) -> Self {
        AccessLog { recent: Vec::new(), capacity, total_bytes: 0, failures: 0 }
    }

    pub fn append(&mut self, record: AccessRecord) {
        if self.recent.len() == self.capacity {
            self.recent.remove(0);
        }
        self.total_bytes += record.bytes;
        if record.status >= 500 {
            self.failures += 1;
        }
        self.recent.push(record);
    }

    pub fn totals(&self) -> (u64, u64) {
        (self.total_bytes, self.failures)
    }

    pub fn recent_paths(&self) -> Vec<&str> {
        self.recent.iter().map(|record| record.path.as_str()).collect()
    }
}
==== tests
fn rec(path: &str, status: u16, bytes: u64) -> AccessRecord {
    AccessRecord { path: path.to_string(), status, bytes }
}

#[test]
fn totals_outlive_old_records() {
    let mut log = AccessLog::new(2);
    log.append(rec("/a", 500, 10));
    log.append(rec("/b", 200, 20));
    log.append(rec("/c", 503, 30));
    assert_eq!(log.totals(), (60, 2));
    assert_eq!(log.recent_paths(), ["/b", "/c"]);
}

#[test]
fn success_is_no_failure() {
    let mut log = AccessLog::new(1);
    log.append(rec("/a", 499, 5));
    assert_eq!(log.totals(), (5, 0));
    assert_eq!(log.recent_paths(), ["/a"]);
}
