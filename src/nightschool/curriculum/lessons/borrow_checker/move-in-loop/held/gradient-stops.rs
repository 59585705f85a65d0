---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Colour {
    pub name: String,
    pub rgb: [u8; 3],
}

#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub at: u32,
    pub colour: Colour,
}

#[derive(Debug, Default, PartialEq)]
pub struct Gradient {
    stops: Vec<Stop>,
}

impl Gradient {
    fn push(&mut self, at: u32, colour: Colour) {
        self.stops.push(Stop { at, colour });
        self.stops.sort_by_key(|s| s.at);
    }

    /// Stripes: `colour` at every multiple of `every` up to 100, `ground` half-way between.
    pub fn stripes(ground: Colour, colour: Colour, every: u32) -> Gradient {
        let mut gradient = Gradient::default();
        for at in (0..=100).step_by(every as usize) {
            gradient.push(at, colour);
            if at + every / 2 <= 100 {
                gradient.push(at + every / 2, ground);
            }
        }
        gradient
    }

    pub fn describe(&self) -> String {
        self.stops
            .iter()
            .map(|s| format!("{}@{}", s.colour.name, s.at))
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub fn brightness(&self) -> u32 {
        self.stops
            .iter()
            .flat_map(|s| s.colour.rgb)
            .map(u32::from)
            .sum()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Colour {
    pub name: String,
    pub rgb: [u8; 3],
}

#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub at: u32,
    pub colour: Colour,
}

#[derive(Debug, Default, PartialEq)]
pub struct Gradient {
    stops: Vec<Stop>,
}

impl Gradient {
    fn push(&mut self, at: u32, colour: Colour) {
        self.stops.push(Stop { at, colour });
        self.stops.sort_by_key(|s| s.at);
    }

    /// Stripes: `colour` at every multiple of `every` up to 100, `ground` half-way between.
    pub fn stripes(ground: Colour, colour: Colour, every: u32) -> Gradient {
        let mut gradient = Gradient::default();
        for at in (0..=100).step_by(every as usize) {
            gradient.push(at, colour.clone());
            if at + every / 2 <= 100 {
                gradient.push(at + every / 2, ground.clone());
            }
        }
        gradient
    }

    pub fn describe(&self) -> String {
        self.stops
            .iter()
            .map(|s| format!("{}@{}", s.colour.name, s.at))
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub fn brightness(&self) -> u32 {
        self.stops
            .iter()
            .flat_map(|s| s.colour.rgb)
            .map(u32::from)
            .sum()
    }
}
==== tests
fn colour(name: &str, v: u8) -> Colour {
    Colour { name: name.into(), rgb: [v, v, v] }
}

#[test]
fn stripes_alternate() {
    let g = Gradient::stripes(colour("w", 255), colour("k", 1), 40);
    assert_eq!(g.describe(), "k@0 w@20 k@40 w@60 k@80 w@100");
    assert_eq!(g.brightness(), 3 * (3 + 3 * 255));
}

#[test]
fn one_stripe() {
    let g = Gradient::stripes(colour("a", 0), colour("b", 0), 100);
    assert_eq!(g.describe(), "b@0 a@50 b@100");
}
