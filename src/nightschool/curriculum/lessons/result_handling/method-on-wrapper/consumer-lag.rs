---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
pub struct Partition {
    offsets: Vec<u64>,
    committed: Option<u64>,
}

impl Partition {
    pub fn append(&mut self, offset: u64) {
        self.offsets.push(offset);
    }

    pub fn commit(&mut self, offset: u64) {
        self.committed = Some(offset);
    }

    /// Messages behind the committed offset; all of them before any commit.
    fn lag(&self) -> usize {
        match self.committed {
            Some(done) => self.offsets.iter().filter(|&&offset| offset > done).count(),
            None => self.offsets.len(),
        }
    }
}

#[derive(Debug, Default)]
pub struct Topic {
    partitions: BTreeMap<u32, Partition>,
}

impl Topic {
    pub fn partition_mut(&mut self, id: u32) -> &mut Partition {
        self.partitions.entry(id).or_default()
    }

    /// The lag of one partition, `None` for a partition never written to.
    pub fn lag(&self, id: u32) -> Option<usize> {
        let lag = self.partitions.get(&id).lag();
        Some(lag)
    }

    pub fn total_lag(&self) -> usize {
        self.partitions.values().map(Partition::lag).sum()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
pub struct Partition {
    offsets: Vec<u64>,
    committed: Option<u64>,
}

impl Partition {
    pub fn append(&mut self, offset: u64) {
        self.offsets.push(offset);
    }

    pub fn commit(&mut self, offset: u64) {
        self.committed = Some(offset);
    }

    /// Messages behind the committed offset; all of them before any commit.
    fn lag(&self) -> usize {
        match self.committed {
            Some(done) => self.offsets.iter().filter(|&&offset| offset > done).count(),
            None => self.offsets.len(),
        }
    }
}

#[derive(Debug, Default)]
pub struct Topic {
    partitions: BTreeMap<u32, Partition>,
}

impl Topic {
    pub fn partition_mut(&mut self, id: u32) -> &mut Partition {
        self.partitions.entry(id).or_default()
    }

    /// The lag of one partition, `None` for a partition never written to.
    pub fn lag(&self, id: u32) -> Option<usize> {
        let lag = self.partitions.get(&id)?.lag();
        Some(lag)
    }

    pub fn total_lag(&self) -> usize {
        self.partitions.values().map(Partition::lag).sum()
    }
}
==== tests
fn topic() -> Topic {
    let mut topic = Topic::default();
    for offset in [3, 4, 9] {
        topic.partition_mut(0).append(offset);
        topic.partition_mut(1).append(offset);
    }
    topic.partition_mut(1).commit(4);
    topic
}

#[test]
fn lag_of_a_partition() {
    assert_eq!(topic().lag(0), Some(3));
    assert_eq!(topic().lag(1), Some(1));
    assert_eq!(topic().total_lag(), 4);
}

#[test]
fn unknown_partition_has_none() {
    assert_eq!(topic().lag(7), None);
}
