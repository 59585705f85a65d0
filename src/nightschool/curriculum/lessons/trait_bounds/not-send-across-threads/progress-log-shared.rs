---
code: E0277
---
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

/// Prices per minute of each machine of the build farm.
#[derive(Debug, Clone, Default)]
pub struct PriceList {
    per_minute: BTreeMap<String, u64>,
}

impl PriceList {
    pub fn set(&mut self, machine: &str, price: u64) {
        self.per_minute.insert(machine.to_string(), price);
    }

    fn price(&self, machine: &str) -> u64 {
        self.per_minute.get(machine).copied().unwrap_or(0)
    }
}

/// Each machine bills its own build minutes on a thread; the bills come back
/// by the machines' names. All threads share one price list.
pub fn bills(prices: PriceList, usage: Vec<(String, Vec<u64>)>) -> BTreeMap<String, u64> {
    let prices = Rc::new(prices);
    let (sender, receiver) = mpsc::channel();
    for (machine, minutes) in usage {
        let prices = Rc::clone(&prices);
        let sender = sender.clone();
        thread::spawn(move || {
            let bill = minutes.iter().map(|m| m * prices.price(&machine)).sum::<u64>();
            sender.send((machine, bill)).expect("receiver is alive");
        });
    }
    drop(sender);
    receiver.into_iter().collect()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::sync::Arc;
use std::thread;

/// Prices per minute of each machine of the build farm.
#[derive(Debug, Clone, Default)]
pub struct PriceList {
    per_minute: BTreeMap<String, u64>,
}

impl PriceList {
    pub fn set(&mut self, machine: &str, price: u64) {
        self.per_minute.insert(machine.to_string(), price);
    }

    fn price(&self, machine: &str) -> u64 {
        self.per_minute.get(machine).copied().unwrap_or(0)
    }
}

/// Each machine bills its own build minutes on a thread; the bills come back
/// by the machines' names. All threads share one price list.
pub fn bills(prices: PriceList, usage: Vec<(String, Vec<u64>)>) -> BTreeMap<String, u64> {
    let prices = Arc::new(prices);
    let (sender, receiver) = mpsc::channel();
    for (machine, minutes) in usage {
        let prices = Arc::clone(&prices);
        let sender = sender.clone();
        thread::spawn(move || {
            let bill = minutes.iter().map(|m| m * prices.price(&machine)).sum::<u64>();
            sender.send((machine, bill)).expect("receiver is alive");
        });
    }
    drop(sender);
    receiver.into_iter().collect()
}
==== tests
#[test]
fn bills_each_machine() {
    let mut p = PriceList::default();
    p.set("arm", 2);
    p.set("x86", 3);
    let b = bills(p, vec![("x86".into(), vec![10, 5]), ("arm".into(), vec![4]), ("odd".into(), vec![9])]);
    let b: Vec<(String, u64)> = b.into_iter().collect();
    assert_eq!(b, vec![("arm".to_string(), 8), ("odd".to_string(), 0), ("x86".to_string(), 45)]);
}

#[test]
fn nothing_used() {
    assert!(bills(PriceList::default(), vec![]).is_empty());
}
