---
code: E0369
---
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Add;

/// Kilowatt hours, cents or whatever else a meter counts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct KilowattHours(pub u32);

impl Add for KilowattHours {
    type Output = KilowattHours;
    fn add(self, other: Self) -> Self {
        KilowattHours(self.0 + other.0)
    }
}

/// Joins two ledgers. What stands in both of them is added.
pub fn join<K, V>(first: HashMap<K, V>, second: HashMap<K, V>) -> HashMap<K, V>
where
    K: Hash + Eq,
    V: Copy,
{
    let mut joined = first;
    for (key, value) in second {
        let sum = match joined.get(&key) {
            Some(known) => *known + value,
            None => value,
        };
        joined.insert(key, sum);
    }
    joined
}

/// Joins the ledgers of all months of a year.
pub fn join_all<V>(months: Vec<HashMap<String, V>>) -> HashMap<String, V>
where
    V: Copy + Add<Output = V>,
{
    months.into_iter().fold(HashMap::new(), join)
}
==== fixed
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Add;

/// Kilowatt hours, cents or whatever else a meter counts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct KilowattHours(pub u32);

impl Add for KilowattHours {
    type Output = KilowattHours;
    fn add(self, other: Self) -> Self {
        KilowattHours(self.0 + other.0)
    }
}

/// Joins two ledgers. What stands in both of them is added.
pub fn join<K, V>(first: HashMap<K, V>, second: HashMap<K, V>) -> HashMap<K, V>
where
    K: Hash + Eq,
    V: Copy + Add<Output = V>,
{
    let mut joined = first;
    for (key, value) in second {
        let sum = match joined.get(&key) {
            Some(known) => *known + value,
            None => value,
        };
        joined.insert(key, sum);
    }
    joined
}

/// Joins the ledgers of all months of a year.
pub fn join_all<V>(months: Vec<HashMap<String, V>>) -> HashMap<String, V>
where
    V: Copy + Add<Output = V>,
{
    months.into_iter().fold(HashMap::new(), join)
}
==== tests
fn ledger(list: &[(&str, u32)]) -> HashMap<String, KilowattHours> {
    list.iter().map(|(k, v)| (k.to_string(), KilowattHours(*v))).collect()
}

#[test]
fn sums_of_all_months() {
    let year = join_all(vec![ledger(&[("a", 5), ("b", 1)]), ledger(&[("b", 10)]), ledger(&[("b", 100), ("c", 7)])]);
    assert_eq!(year, ledger(&[("a", 5), ("b", 111), ("c", 7)]));
}

#[test]
fn other_values() {
    let j = join(HashMap::from([(1u8, 0.5)]), HashMap::from([(1u8, 0.25), (2, 1.0)]));
    assert_eq!((j[&1], j[&2]), (0.75, 1.0));
}
