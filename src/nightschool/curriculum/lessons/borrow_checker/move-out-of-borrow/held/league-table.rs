---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Fixture {
    Planned { home: String, away: String },
    Played { home: String, away: String, goals: (u8, u8) },
}

pub struct Season {
    fixtures: Vec<Fixture>,
}

impl Season {
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        let fixtures = pairs
            .iter()
            .map(|(h, a)| Fixture::Planned { home: h.to_string(), away: a.to_string() })
            .collect();
        Season { fixtures }
    }

    /// Enters the result of a planned fixture; a fixture that has been played stays as it is.
    pub fn enter(&mut self, index: usize, goals: (u8, u8)) -> bool {
        let fixture = &mut self.fixtures[index];
        let played = match *fixture {
            Fixture::Planned { home, away } => Fixture::Played { home, away, goals },
            Fixture::Played { .. } => return false,
        };
        *fixture = played;
        true
    }

    pub fn lines(&self) -> Vec<String> {
        self.fixtures
            .iter()
            .map(|f| match f {
                Fixture::Planned { home, away } => format!("{home} - {away}"),
                Fixture::Played { home, away, goals } => format!("{home} {} - {} {away}", goals.0, goals.1),
            })
            .collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Fixture {
    Planned { home: String, away: String },
    Played { home: String, away: String, goals: (u8, u8) },
}

pub struct Season {
    fixtures: Vec<Fixture>,
}

impl Season {
    pub fn new(pairs: &[(&str, &str)]) -> Self {
        let fixtures = pairs
            .iter()
            .map(|(h, a)| Fixture::Planned { home: h.to_string(), away: a.to_string() })
            .collect();
        Season { fixtures }
    }

    /// Enters the result of a planned fixture; a fixture that has been played stays as it is.
    pub fn enter(&mut self, index: usize, goals: (u8, u8)) -> bool {
        let fixture = &mut self.fixtures[index];
        let played = match fixture {
            Fixture::Planned { home, away } => Fixture::Played {
                home: std::mem::take(home),
                away: std::mem::take(away),
                goals,
            },
            Fixture::Played { .. } => return false,
        };
        *fixture = played;
        true
    }

    pub fn lines(&self) -> Vec<String> {
        self.fixtures
            .iter()
            .map(|f| match f {
                Fixture::Planned { home, away } => format!("{home} - {away}"),
                Fixture::Played { home, away, goals } => format!("{home} {} - {} {away}", goals.0, goals.1),
            })
            .collect()
    }
}
==== tests
#[test]
fn enters_once() {
    let mut s = Season::new(&[("Elk", "Owl"), ("Owl", "Elk")]);
    assert!(s.enter(0, (2, 1)));
    assert!(!s.enter(0, (5, 5)));
    assert_eq!(s.lines(), ["Elk 2 - 1 Owl", "Owl - Elk"]);
}
#[test]
fn second() {
    let mut s = Season::new(&[("Elk", "Owl"), ("Owl", "Fox")]);
    assert!(s.enter(1, (0, 0)));
    assert_eq!(s.lines(), ["Elk - Owl", "Owl 0 - 0 Fox"]);
}
