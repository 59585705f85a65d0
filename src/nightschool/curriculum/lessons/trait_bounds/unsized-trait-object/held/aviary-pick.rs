---
code: E0277
---
pub trait Bird {
    fn species(&self) -> &str;
    fn wingspan_cm(&self) -> u32;
}

#[derive(Debug, PartialEq)]
pub struct Parrot {
    pub wingspan_cm: u32,
}

#[derive(Debug, PartialEq)]
pub struct Eagle {
    pub age: u32,
}

impl Bird for Parrot {
    fn species(&self) -> &str {
        "parrot"
    }
    fn wingspan_cm(&self) -> u32 {
        self.wingspan_cm
    }
}

impl Bird for Eagle {
    fn species(&self) -> &str {
        if self.age < 4 { "young eagle" } else { "eagle" }
    }
    fn wingspan_cm(&self) -> u32 {
        220
    }
}

/// The names of every `n`th bird's species on a stand, from the first one on.
pub fn pick(stand: &[Box<dyn Bird>], n: usize) -> Vec<String> {
    stand.iter().step_by(n).map(|bird| bird.species().to_string()).collect()
}

/// Splits a stand where it is to be divided and tells the widest bird of each part.
pub fn widest_of_parts(stand: &[Box<dyn Bird>], at: usize) -> (u32, u32) {
    let widest = |part: &[Box<dyn Bird>]| part.iter().map(|b| b.wingspan_cm()).max().unwrap_or(0);
    let left = stand[..at];
    let right = stand[at..];
    (widest(&left), widest(&right))
}
==== fixed
pub trait Bird {
    fn species(&self) -> &str;
    fn wingspan_cm(&self) -> u32;
}

#[derive(Debug, PartialEq)]
pub struct Parrot {
    pub wingspan_cm: u32,
}

#[derive(Debug, PartialEq)]
pub struct Eagle {
    pub age: u32,
}

impl Bird for Parrot {
    fn species(&self) -> &str {
        "parrot"
    }
    fn wingspan_cm(&self) -> u32 {
        self.wingspan_cm
    }
}

impl Bird for Eagle {
    fn species(&self) -> &str {
        if self.age < 4 { "young eagle" } else { "eagle" }
    }
    fn wingspan_cm(&self) -> u32 {
        220
    }
}

/// The names of every `n`th bird's species on a stand, from the first one on.
pub fn pick(stand: &[Box<dyn Bird>], n: usize) -> Vec<String> {
    stand.iter().step_by(n).map(|bird| bird.species().to_string()).collect()
}

/// Splits a stand where it is to be divided and tells the widest bird of each part.
pub fn widest_of_parts(stand: &[Box<dyn Bird>], at: usize) -> (u32, u32) {
    let widest = |part: &[Box<dyn Bird>]| part.iter().map(|b| b.wingspan_cm()).max().unwrap_or(0);
    let left = &stand[..at];
    let right = &stand[at..];
    (widest(left), widest(right))
}
==== tests
fn stand() -> Vec<Box<dyn Bird>> {
    vec![Box::new(Parrot { wingspan_cm: 30 }), Box::new(Eagle { age: 2 }), Box::new(Parrot { wingspan_cm: 45 })]
}
#[test]
fn parts() {
    assert_eq!(widest_of_parts(&stand(), 1), (30, 220));
    assert_eq!(widest_of_parts(&stand(), 2), (220, 45));
    assert_eq!(widest_of_parts(&stand(), 3), (220, 0));
}
#[test]
fn picks() {
    assert_eq!(pick(&stand(), 2), ["parrot", "parrot"]);
    assert_eq!(pick(&stand(), 1)[1], "young eagle");
}
