---
code: E0502
---
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    pub name: String,
    pub points: u32,
}

/// The table of the best games, best first, at most `limit` long.
pub struct HighScores {
    pub table: Vec<Score>,
    pub limit: usize,
}

impl HighScores {
    pub fn new(limit: usize) -> Self {
        HighScores { table: Vec::new(), limit }
    }

    /// Enters a game, behind those with as many points, and returns by how
    /// much it beat the best game so far, if it did.
    pub fn enter(&mut self, name: &str, points: u32) -> Option<u32> {
        let best = self.table.first();
        let place = self.table.partition_point(|score| score.points >= points);
        self.table.insert(place, Score { name: name.to_string(), points });
        self.table.truncate(self.limit);
        match best {
            Some(top) if points > top.points => Some(points - top.points),
            _ => None,
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    pub name: String,
    pub points: u32,
}

/// The table of the best games, best first, at most `limit` long.
pub struct HighScores {
    pub table: Vec<Score>,
    pub limit: usize,
}

impl HighScores {
    pub fn new(limit: usize) -> Self {
        HighScores { table: Vec::new(), limit }
    }

    /// Enters a game, behind those with as many points, and returns by how
    /// much it beat the best game so far, if it did.
    pub fn enter(&mut self, name: &str, points: u32) -> Option<u32> {
        let best = self.table.first().map(|top| top.points);
        let place = self.table.partition_point(|score| score.points >= points);
        self.table.insert(place, Score { name: name.to_string(), points });
        self.table.truncate(self.limit);
        match best {
            Some(top) if points > top => Some(points - top),
            _ => None,
        }
    }
}
==== tests
#[test]
fn beats_the_old_best() {
    let mut h = HighScores::new(2);
    assert_eq!(h.enter("Al", 100), None);
    assert_eq!(h.enter("Bea", 130), Some(30));
    assert_eq!(h.enter("Cy", 130), None);
    let names: Vec<&str> = h.table.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Bea", "Cy"]);
}
#[test]
fn too_few_points() {
    let mut h = HighScores::new(1);
    h.enter("Al", 10);
    assert_eq!(h.enter("Bea", 5), None);
    assert_eq!(h.table.len(), 1);
    assert_eq!(h.enter("Cy", 11), Some(1));
}
