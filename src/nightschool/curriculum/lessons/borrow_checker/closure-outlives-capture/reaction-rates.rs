---
code: E0373
---
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Reaction {
    pub name: String,
    /// Molar gas constant times temperature, in kJ/mol.
    pub rt: f64,
    pub activation_kj: f64,
    pub prefactor: f64,
}

impl Reaction {
    pub fn rate(&self) -> f64 {
        self.prefactor * (-self.activation_kj / self.rt).exp()
    }
}

#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub name: String,
    pub rate: f64,
    pub fast: bool,
}

/// Computes each reaction on a thread of its own. Outcomes stand in the order
/// of the reactions; `fast` ones reach at least `limit`.
pub fn evaluate(reactions: Vec<Reaction>, limit: f64) -> Vec<Outcome> {
    let mut workers = Vec::new();
    for reaction in reactions {
        let name = reaction.name.clone();
        let worker = thread::spawn(|| {
            let rate = reaction.rate();
            (rate, rate >= limit)
        });
        workers.push((name, worker));
    }
    workers
        .into_iter()
        .map(|(name, worker)| {
            let (rate, fast) = worker.join().expect("worker panicked");
            Outcome { name, rate, fast }
        })
        .collect()
}
==== fixed
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Reaction {
    pub name: String,
    /// Molar gas constant times temperature, in kJ/mol.
    pub rt: f64,
    pub activation_kj: f64,
    pub prefactor: f64,
}

impl Reaction {
    pub fn rate(&self) -> f64 {
        self.prefactor * (-self.activation_kj / self.rt).exp()
    }
}

#[derive(Debug, PartialEq)]
pub struct Outcome {
    pub name: String,
    pub rate: f64,
    pub fast: bool,
}

/// Computes each reaction on a thread of its own. Outcomes stand in the order
/// of the reactions; `fast` ones reach at least `limit`.
pub fn evaluate(reactions: Vec<Reaction>, limit: f64) -> Vec<Outcome> {
    let mut workers = Vec::new();
    for reaction in reactions {
        let name = reaction.name.clone();
        let worker = thread::spawn(move || {
            let rate = reaction.rate();
            (rate, rate >= limit)
        });
        workers.push((name, worker));
    }
    workers
        .into_iter()
        .map(|(name, worker)| {
            let (rate, fast) = worker.join().expect("worker panicked");
            Outcome { name, rate, fast }
        })
        .collect()
}
==== tests
fn reaction(name: &str, activation_kj: f64, prefactor: f64) -> Reaction {
    Reaction { name: name.to_string(), rt: 2.5, activation_kj, prefactor }
}

#[test]
fn outcomes_in_order() {
    let outcomes = evaluate(vec![reaction("slow", 50.0, 10.0), reaction("free", 0.0, 8.0)], 8.0);
    assert_eq!(outcomes[0].name, "slow");
    assert!(!outcomes[0].fast);
    assert!((outcomes[0].rate - 10.0 * (-20.0f64).exp()).abs() < 1e-15);
    assert_eq!(outcomes[1], Outcome { name: "free".to_string(), rate: 8.0, fast: true });
}

#[test]
fn limit_matters() {
    let outcomes = evaluate(vec![reaction("free", 0.0, 8.0)], 8.5);
    assert!(!outcomes[0].fast);
    assert!(evaluate(Vec::new(), 1.0).is_empty());
}
