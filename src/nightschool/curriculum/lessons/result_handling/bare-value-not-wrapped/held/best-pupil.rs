---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Pupil {
    pub name: String,
    pub points: Vec<u32>,
}

impl Pupil {
    pub fn new(name: &str, points: &[u32]) -> Self {
        Pupil { name: name.to_string(), points: points.to_vec() }
    }

    fn total(&self) -> u32 {
        self.points.iter().sum()
    }
}

/// The pupil with the most points, if there is exactly one.
pub fn best(pupils: &[Pupil]) -> Option<&Pupil> {
    let (first, rest) = pupils.split_first()?;
    let mut best = first;
    let mut tied = false;
    for pupil in rest {
        if pupil.total() > best.total() {
            best = pupil;
            tied = false;
        } else if pupil.total() == best.total() {
            tied = true;
        }
    }
    if tied {
        return None;
    }
    best
}

pub fn prize_text(pupils: &[Pupil]) -> String {
    match best(pupils) {
        Some(pupil) => format!("The prize goes to {}.", pupil.name),
        None => "No prize this year.".to_string(),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Pupil {
    pub name: String,
    pub points: Vec<u32>,
}

impl Pupil {
    pub fn new(name: &str, points: &[u32]) -> Self {
        Pupil { name: name.to_string(), points: points.to_vec() }
    }

    fn total(&self) -> u32 {
        self.points.iter().sum()
    }
}

/// The pupil with the most points, if there is exactly one.
pub fn best(pupils: &[Pupil]) -> Option<&Pupil> {
    let (first, rest) = pupils.split_first()?;
    let mut best = first;
    let mut tied = false;
    for pupil in rest {
        if pupil.total() > best.total() {
            best = pupil;
            tied = false;
        } else if pupil.total() == best.total() {
            tied = true;
        }
    }
    if tied {
        return None;
    }
    Some(best)
}

pub fn prize_text(pupils: &[Pupil]) -> String {
    match best(pupils) {
        Some(pupil) => format!("The prize goes to {}.", pupil.name),
        None => "No prize this year.".to_string(),
    }
}
==== tests
#[test]
fn one_best() {
    let pupils = [Pupil::new("Ira", &[3, 4]), Pupil::new("Jo", &[9]), Pupil::new("Kai", &[1])];
    assert_eq!(best(&pupils).map(|p| p.name.as_str()), Some("Jo"));
    assert_eq!(prize_text(&pupils), "The prize goes to Jo.");
}
#[test]
fn ties_and_nobody() {
    assert_eq!(best(&[Pupil::new("Ira", &[3, 4]), Pupil::new("Jo", &[7])]), None);
    assert_eq!(prize_text(&[]), "No prize this year.");
}
