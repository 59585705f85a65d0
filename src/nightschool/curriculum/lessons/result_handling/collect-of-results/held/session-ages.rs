---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: String,
    pub created: u64,
}

#[derive(Debug, PartialEq)]
pub enum AgeError {
    FromFuture { id: String },
}

impl Record {
    pub fn age(&self, now: u64) -> Result<u64, AgeError> {
        now.checked_sub(self.created).ok_or_else(|| AgeError::FromFuture {
            id: self.id.clone(),
        })
    }
}

pub struct Store {
    pub records: Vec<Record>,
}

impl Store {
    /// Mean age of all sessions in seconds, 0 for an empty store. A session
    /// from the future means that a clock is wrong: no mean is given then.
    pub fn mean_age(&self, now: u64) -> Result<u64, AgeError> {
        if self.records.is_empty() {
            return Ok(0);
        }
        let total: u64 = self.records.iter().map(|r| r.age(now)).sum();
        Ok(total / self.records.len() as u64)
    }

    pub fn older_than(&self, limit: u64, now: u64) -> usize {
        self.records
            .iter()
            .filter(|r| matches!(r.age(now), Ok(age) if age > limit))
            .count()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: String,
    pub created: u64,
}

#[derive(Debug, PartialEq)]
pub enum AgeError {
    FromFuture { id: String },
}

impl Record {
    pub fn age(&self, now: u64) -> Result<u64, AgeError> {
        now.checked_sub(self.created).ok_or_else(|| AgeError::FromFuture {
            id: self.id.clone(),
        })
    }
}

pub struct Store {
    pub records: Vec<Record>,
}

impl Store {
    /// Mean age of all sessions in seconds, 0 for an empty store. A session
    /// from the future means that a clock is wrong: no mean is given then.
    pub fn mean_age(&self, now: u64) -> Result<u64, AgeError> {
        if self.records.is_empty() {
            return Ok(0);
        }
        let total: u64 = self.records.iter().map(|r| r.age(now)).sum::<Result<u64, _>>()?;
        Ok(total / self.records.len() as u64)
    }

    pub fn older_than(&self, limit: u64, now: u64) -> usize {
        self.records
            .iter()
            .filter(|r| matches!(r.age(now), Ok(age) if age > limit))
            .count()
    }
}
==== tests
    fn record(id: &str, created: u64) -> Record {
        Record { id: id.into(), created }
    }
    #[test]
    fn mean() {
        let s = Store { records: vec![record("a", 100), record("b", 90)] };
        assert_eq!(s.mean_age(110), Ok(15));
        assert_eq!(s.older_than(10, 110), 1);
        assert_eq!(Store { records: vec![] }.mean_age(5), Ok(0));
    }
    #[test]
    fn wrong_clock_is_reported() {
        let s = Store { records: vec![record("a", 100), record("b", 200)] };
        assert_eq!(s.mean_age(150), Err(AgeError::FromFuture { id: "b".into() }));
    }
