---
code: E0277
---
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::Hash;

/// A queue of nodes, cheapest first.
pub struct Frontier<N: Ord> {
    heap: BinaryHeap<Reverse<(u32, N)>>,
}

impl<N: Ord> Frontier<N> {
    pub fn new() -> Self {
        Frontier { heap: BinaryHeap::new() }
    }

    pub fn add(&mut self, cost: u32, node: N) {
        self.heap.push(Reverse((cost, node)));
    }

    pub fn cheapest(&mut self) -> Option<(u32, N)> {
        self.heap.pop().map(|Reverse(pair)| pair)
    }
}

/// The cost of the cheapest way from `start` to every node that can be reached.
pub fn costs<N, F>(start: N, edges: F) -> HashMap<N, u32>
where
    N: Clone + Eq + Hash,
    F: Fn(&N) -> Vec<(N, u32)>,
{
    let mut done = HashMap::new();
    let mut frontier = Frontier::<N>::new();
    frontier.add(0, start);
    while let Some((cost, node)) = frontier.cheapest() {
        if done.contains_key(&node) {
            continue;
        }
        done.insert(node.clone(), cost);
        for (next, weight) in edges(&node) {
            frontier.add(cost + weight, next);
        }
    }
    done
}
==== fixed
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::Hash;

/// A queue of nodes, cheapest first.
pub struct Frontier<N: Ord> {
    heap: BinaryHeap<Reverse<(u32, N)>>,
}

impl<N: Ord> Frontier<N> {
    pub fn new() -> Self {
        Frontier { heap: BinaryHeap::new() }
    }

    pub fn add(&mut self, cost: u32, node: N) {
        self.heap.push(Reverse((cost, node)));
    }

    pub fn cheapest(&mut self) -> Option<(u32, N)> {
        self.heap.pop().map(|Reverse(pair)| pair)
    }
}

/// The cost of the cheapest way from `start` to every node that can be reached.
pub fn costs<N, F>(start: N, edges: F) -> HashMap<N, u32>
where
    N: Clone + Ord + Hash,
    F: Fn(&N) -> Vec<(N, u32)>,
{
    let mut done = HashMap::new();
    let mut frontier = Frontier::<N>::new();
    frontier.add(0, start);
    while let Some((cost, node)) = frontier.cheapest() {
        if done.contains_key(&node) {
            continue;
        }
        done.insert(node.clone(), cost);
        for (next, weight) in edges(&node) {
            frontier.add(cost + weight, next);
        }
    }
    done
}
==== tests
fn edges(n: &char) -> Vec<(char, u32)> {
    match n {
        'a' => vec![('b', 7), ('c', 1)],
        'c' => vec![('b', 2), ('d', 9)],
        'b' => vec![('d', 1), ('a', 1)],
        _ => vec![],
    }
}

#[test]
fn cheapest_ways() {
    let c = costs('a', edges);
    assert_eq!((c[&'a'], c[&'b'], c[&'c'], c[&'d']), (0, 3, 1, 4));
    assert_eq!(c.len(), 4);
}

#[test]
fn sink_reaches_itself_only() {
    let c = costs('d', edges);
    assert_eq!(c.len(), 1);
    assert_eq!(c[&'d'], 0);
}
