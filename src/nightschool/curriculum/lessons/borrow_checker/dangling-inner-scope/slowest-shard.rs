---
code: E0597
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    pub shard: u32,
    pub answers: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub shard: u32,
    pub median: u32,
}

impl Verdict {
    fn of(probe: &Probe) -> Option<Verdict> {
        let mut answers = probe.answers.clone();
        answers.sort_unstable();
        let median = *answers.get(answers.len() / 2)?;
        Some(Verdict { shard: probe.shard, median })
    }
}

/// The shard with the highest median, the first of several. Shards that gave no
/// answer are left out.
pub fn slowest(probes: &[Probe]) -> Option<Verdict> {
    let mut worst: Option<&Verdict> = None;
    for probe in probes {
        if let Some(verdict) = Verdict::of(probe) {
            let beaten = worst.map_or(true, |known| verdict.median > known.median);
            if beaten {
                worst = Some(&verdict);
            }
        }
    }
    worst.cloned()
}

pub fn alarm(probes: &[Probe], limit: u32) -> Option<String> {
    let verdict = slowest(probes)?;
    (verdict.median > limit).then(|| format!("shard {}: {} ms", verdict.shard, verdict.median))
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    pub shard: u32,
    pub answers: Vec<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub shard: u32,
    pub median: u32,
}

impl Verdict {
    fn of(probe: &Probe) -> Option<Verdict> {
        let mut answers = probe.answers.clone();
        answers.sort_unstable();
        let median = *answers.get(answers.len() / 2)?;
        Some(Verdict { shard: probe.shard, median })
    }
}

/// The shard with the highest median, the first of several. Shards that gave no
/// answer are left out.
pub fn slowest(probes: &[Probe]) -> Option<Verdict> {
    let mut worst: Option<Verdict> = None;
    for probe in probes {
        if let Some(verdict) = Verdict::of(probe) {
            let beaten = worst.as_ref().map_or(true, |known| verdict.median > known.median);
            if beaten {
                worst = Some(verdict);
            }
        }
    }
    worst
}

pub fn alarm(probes: &[Probe], limit: u32) -> Option<String> {
    let verdict = slowest(probes)?;
    (verdict.median > limit).then(|| format!("shard {}: {} ms", verdict.shard, verdict.median))
}
==== tests
fn probe(shard: u32, answers: &[u32]) -> Probe {
    Probe { shard, answers: answers.to_vec() }
}

#[test]
fn highest_median_wins() {
    let probes = [probe(1, &[9, 1, 2]), probe(2, &[4, 3, 5]), probe(3, &[])];
    assert_eq!(slowest(&probes), Some(Verdict { shard: 2, median: 4 }));
    assert_eq!(slowest(&probes[2..]), None);
}

#[test]
fn first_of_equals() {
    let probes = [probe(3, &[]), probe(7, &[5]), probe(8, &[5])];
    assert_eq!(slowest(&probes), Some(Verdict { shard: 7, median: 5 }));
}

#[test]
fn alarm_above_the_limit_only() {
    assert_eq!(alarm(&[probe(1, &[50])], 49).as_deref(), Some("shard 1: 50 ms"));
    assert_eq!(alarm(&[probe(1, &[50])], 50), None);
}
