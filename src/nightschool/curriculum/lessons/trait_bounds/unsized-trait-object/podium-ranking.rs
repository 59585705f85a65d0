---
code: E0277
---
//! A sprint race: who came in when, and who stands on the podium.

#[derive(Debug, Clone, PartialEq)]
pub struct Race {
    /// Times in milliseconds by lane; the lane is the position in the list.
    pub times: Vec<u32>,
}

impl Race {
    /// Sorted times of the outer lanes, from `first` on. Lanes keep their times.
    fn outer_sorted(&mut self, first: usize) -> Vec<u32> {
        let mut outer = self.times[first..];
        outer.sort();
        outer.iter().copied().take(3).collect()
    }

    /// Takes the penalty off the lane's account, then ranks the outer lanes.
    pub fn podium(&mut self, first: usize, penalty: (usize, u32)) -> Vec<u32> {
        let (lane, extra) = penalty;
        if let Some(time) = self.times.get_mut(lane) {
            *time += extra;
        }
        if first > self.times.len() {
            return Vec::new();
        }
        self.outer_sorted(first)
    }

    pub fn lane_of(&self, time: u32) -> Option<usize> {
        self.times.iter().position(|&other| other == time)
    }
}
==== fixed
//! A sprint race: who came in when, and who stands on the podium.

#[derive(Debug, Clone, PartialEq)]
pub struct Race {
    /// Times in milliseconds by lane; the lane is the position in the list.
    pub times: Vec<u32>,
}

impl Race {
    /// Sorted times of the outer lanes, from `first` on. Lanes keep their times.
    fn outer_sorted(&mut self, first: usize) -> Vec<u32> {
        let mut outer = self.times[first..].to_vec();
        outer.sort();
        outer.iter().copied().take(3).collect()
    }

    /// Takes the penalty off the lane's account, then ranks the outer lanes.
    pub fn podium(&mut self, first: usize, penalty: (usize, u32)) -> Vec<u32> {
        let (lane, extra) = penalty;
        if let Some(time) = self.times.get_mut(lane) {
            *time += extra;
        }
        if first > self.times.len() {
            return Vec::new();
        }
        self.outer_sorted(first)
    }

    pub fn lane_of(&self, time: u32) -> Option<usize> {
        self.times.iter().position(|&other| other == time)
    }
}
==== tests
#[test]
fn lanes_keep_their_times() {
    let mut race = Race { times: vec![990, 1040, 1010, 1000, 1030] };
    assert_eq!(race.podium(1, (3, 5)), [1005, 1010, 1030]);
    assert_eq!(race.times, [990, 1040, 1010, 1005, 1030]);
    assert_eq!(race.lane_of(1005), Some(3));
}

#[test]
fn few_lanes() {
    let mut race = Race { times: vec![990, 980] };
    assert_eq!(race.podium(0, (7, 5)), [980, 990]);
    assert!(race.podium(5, (7, 5)).is_empty());
    assert_eq!(race.times, [990, 980]);
}
