use std::collections::{HashMap, VecDeque};

pub type Network = HashMap<&'static str, Vec<&'static str>>;

/// Number of hops from one station to another; None if there is no way.
pub fn hops(network: &Network, from: &'static str, to: &str) -> Option<u32> {
    let mut distance = HashMap::from([(from, 0)]);
    let mut queue = VecDeque::from([from]);
    while let Some(station) = queue.pop_front() {
        let travelled: u32 = distance[station];
        if station == to {
            return Some(travelled);
        }
        let neighbours: &[&'static str] = network.get(station).map_or(&[], Vec::as_slice);
        for next in neighbours {
            if !distance.contains_key(next) {
                distance.insert(*next, travelled + 1);
                queue.push_back(*next);
            }
        }
    }
    None
}
