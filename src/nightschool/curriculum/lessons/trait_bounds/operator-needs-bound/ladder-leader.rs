---
code: E0369
---
/// One line of the club ladder.
#[derive(Debug, Clone)]
pub struct Entry<S> {
    pub player: String,
    pub score: S,
}

pub struct Ladder<S> {
    entries: Vec<Entry<S>>,
}

impl<S> Ladder<S> {
    pub fn new() -> Self {
        Ladder { entries: Vec::new() }
    }

    pub fn record(&mut self, player: &str, score: S) {
        self.entries.push(Entry { player: player.to_string(), score });
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

impl<S> Ladder<S> {
    /// The entry with the highest score; the earlier entry wins a tie.
    /// Clubs that count half points keep their scores as `f64`.
    pub fn leader(&self) -> Option<&Entry<S>> {
        let mut best = self.entries.first()?;
        for entry in &self.entries[1..] {
            if entry.score > best.score {
                best = entry;
            }
        }
        Some(best)
    }
}
==== fixed
/// One line of the club ladder.
#[derive(Debug, Clone)]
pub struct Entry<S> {
    pub player: String,
    pub score: S,
}

pub struct Ladder<S> {
    entries: Vec<Entry<S>>,
}

impl<S> Ladder<S> {
    pub fn new() -> Self {
        Ladder { entries: Vec::new() }
    }

    pub fn record(&mut self, player: &str, score: S) {
        self.entries.push(Entry { player: player.to_string(), score });
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

impl<S: PartialOrd> Ladder<S> {
    /// The entry with the highest score; the earlier entry wins a tie.
    /// Clubs that count half points keep their scores as `f64`.
    pub fn leader(&self) -> Option<&Entry<S>> {
        let mut best = self.entries.first()?;
        for entry in &self.entries[1..] {
            if entry.score > best.score {
                best = entry;
            }
        }
        Some(best)
    }
}
==== tests
#[test]
fn half_points() {
    let mut l = Ladder::new();
    l.record("Ada", 3.5);
    l.record("Bo", 4.0);
    l.record("Cy", 4.0);
    assert_eq!(l.leader().unwrap().player, "Bo");
}
#[test]
fn whole_points() {
    let mut l = Ladder::new();
    l.record("Ada", 9u32);
    l.record("Bo", 4);
    assert_eq!(l.leader().unwrap().player, "Ada");
    assert_eq!(l.len(), 2);
}
#[test]
fn empty() {
    assert!(Ladder::<i32>::new().leader().is_none());
}
