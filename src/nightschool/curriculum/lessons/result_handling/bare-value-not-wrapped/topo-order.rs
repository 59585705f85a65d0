---
code: E0308
---
use std::collections::{BTreeMap, VecDeque};

/// The nodes that lie on a cycle or behind one, in ascending order.
#[derive(Debug, PartialEq)]
pub struct Cycle(pub Vec<u32>);

/// Sorts the nodes so that every edge points forward; ties go to the node that
/// became free first.
pub fn topo_order(nodes: &[u32], edges: &[(u32, u32)]) -> Result<Vec<u32>, Cycle> {
    let mut indegree: BTreeMap<u32, usize> = nodes.iter().map(|&n| (n, 0)).collect();
    for (_, to) in edges {
        *indegree.entry(*to).or_insert(0) += 1;
    }
    let mut ready: VecDeque<u32> =
        indegree.iter().filter(|(_, d)| **d == 0).map(|(n, _)| *n).collect();
    let mut order = Vec::new();
    while let Some(node) = ready.pop_front() {
        order.push(node);
        indegree.remove(&node);
        for (_, to) in edges.iter().filter(|(from, _)| *from == node) {
            if let Some(d) = indegree.get_mut(to) {
                *d -= 1;
                if *d == 0 {
                    ready.push_back(*to);
                }
            }
        }
    }
    if !indegree.is_empty() {
        return Cycle(indegree.into_keys().collect());
    }
    order
}
==== fixed
use std::collections::{BTreeMap, VecDeque};

/// The nodes that lie on a cycle or behind one, in ascending order.
#[derive(Debug, PartialEq)]
pub struct Cycle(pub Vec<u32>);

/// Sorts the nodes so that every edge points forward; ties go to the node that
/// became free first.
pub fn topo_order(nodes: &[u32], edges: &[(u32, u32)]) -> Result<Vec<u32>, Cycle> {
    let mut indegree: BTreeMap<u32, usize> = nodes.iter().map(|&n| (n, 0)).collect();
    for (_, to) in edges {
        *indegree.entry(*to).or_insert(0) += 1;
    }
    let mut ready: VecDeque<u32> =
        indegree.iter().filter(|(_, d)| **d == 0).map(|(n, _)| *n).collect();
    let mut order = Vec::new();
    while let Some(node) = ready.pop_front() {
        order.push(node);
        indegree.remove(&node);
        for (_, to) in edges.iter().filter(|(from, _)| *from == node) {
            if let Some(d) = indegree.get_mut(to) {
                *d -= 1;
                if *d == 0 {
                    ready.push_back(*to);
                }
            }
        }
    }
    if !indegree.is_empty() {
        return Err(Cycle(indegree.into_keys().collect()));
    }
    Ok(order)
}
==== tests
#[test]
fn edges_point_forward() {
    assert_eq!(topo_order(&[1, 2, 3], &[(3, 1), (1, 2)]), Ok(vec![3, 1, 2]));
}

#[test]
fn cycle_is_reported() {
    assert_eq!(
        topo_order(&[1, 2, 3, 4], &[(2, 3), (3, 2), (3, 4), (1, 2)]),
        Err(Cycle(vec![2, 3, 4]))
    );
}

#[test]
fn empty_graph() {
    assert_eq!(topo_order(&[], &[]), Ok(vec![]));
}
