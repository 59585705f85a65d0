---
code: E0277
---
//! Shooting statistics of a basketball team.

#[derive(Debug, Clone, Default)]
pub struct Shooter {
    pub name: String,
    pub tries: u32,
    pub hits: u32,
}

impl Shooter {
    pub fn new(name: &str, tries: u32, hits: u32) -> Self {
        Shooter { name: name.to_string(), tries, hits }
    }

    /// Hits in percent of tries, with all decimals; zero without tries.
    pub fn percent(&self) -> f64 {
        if self.tries == 0 {
            return 0.0;
        }
        100.0 * self.hits / self.tries
    }
}

/// The best shooters first; at equal percentages the one who tried more.
pub fn ranking(shooters: &[Shooter]) -> Vec<&str> {
    let mut ranked: Vec<&Shooter> = shooters.iter().collect();
    ranked.sort_by(|a, b| {
        b.percent().total_cmp(&a.percent()).then(b.tries.cmp(&a.tries))
    });
    ranked.iter().map(|shooter| shooter.name.as_str()).collect()
}
==== fixed
//! Shooting statistics of a basketball team.

#[derive(Debug, Clone, Default)]
pub struct Shooter {
    pub name: String,
    pub tries: u32,
    pub hits: u32,
}

impl Shooter {
    pub fn new(name: &str, tries: u32, hits: u32) -> Self {
        Shooter { name: name.to_string(), tries, hits }
    }

    /// Hits in percent of tries, with all decimals; zero without tries.
    pub fn percent(&self) -> f64 {
        if self.tries == 0 {
            return 0.0;
        }
        100.0 * f64::from(self.hits) / f64::from(self.tries)
    }
}

/// The best shooters first; at equal percentages the one who tried more.
pub fn ranking(shooters: &[Shooter]) -> Vec<&str> {
    let mut ranked: Vec<&Shooter> = shooters.iter().collect();
    ranked.sort_by(|a, b| {
        b.percent().total_cmp(&a.percent()).then(b.tries.cmp(&a.tries))
    });
    ranked.iter().map(|shooter| shooter.name.as_str()).collect()
}
==== tests
#[test]
fn keeps_the_decimals() {
    assert_eq!(Shooter::new("a", 8, 5).percent(), 62.5);
    assert!((Shooter::new("b", 3, 2).percent() - 66.666_666).abs() < 0.001);
    assert_eq!(Shooter::new("c", 0, 0).percent(), 0.0);
}

#[test]
fn ranks_by_percent() {
    let team = [
        Shooter::new("Kim", 16, 10),
        Shooter::new("Lea", 1000, 626),
        Shooter::new("Mo", 32, 20),
        Shooter::new("Nia", 0, 0),
    ];
    assert_eq!(ranking(&team), ["Lea", "Mo", "Kim", "Nia"]);
}
