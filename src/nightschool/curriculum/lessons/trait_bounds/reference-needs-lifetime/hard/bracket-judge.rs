---
code: E0106
---
//! A knockout bracket whose rule for a match can be exchanged.

#[derive(Debug, Clone, PartialEq)]
pub struct Fencer {
    pub name: String,
    pub touches: u32,
    pub seed: u32,
}

pub struct Bracket {
    /// Says which of the two fencers goes on; it may be either.
    judge: fn(&Fencer, &Fencer) -> &Fencer,
}

pub fn most_touches<'a>(left: &'a Fencer, right: &'a Fencer) -> &'a Fencer {
    if right.touches > left.touches { right } else { left }
}

impl Bracket {
    pub fn by_touches() -> Self {
        Bracket { judge: most_touches }
    }

    pub fn by_seed() -> Self {
        Bracket {
            judge: |left, right| if right.seed < left.seed { right } else { left },
        }
    }

    /// Plays the fencers off in order and clones the last one standing.
    pub fn champion(&self, fencers: &[Fencer]) -> Option<Fencer> {
        let (first, others) = fencers.split_first()?;
        let mut best = first;
        for challenger in others {
            best = (self.judge)(best, challenger);
        }
        Some(best.clone())
    }
}
==== fixed
//! A knockout bracket whose rule for a match can be exchanged.

#[derive(Debug, Clone, PartialEq)]
pub struct Fencer {
    pub name: String,
    pub touches: u32,
    pub seed: u32,
}

pub struct Bracket {
    /// Says which of the two fencers goes on; it may be either.
    judge: for<'a> fn(&'a Fencer, &'a Fencer) -> &'a Fencer,
}

pub fn most_touches<'a>(left: &'a Fencer, right: &'a Fencer) -> &'a Fencer {
    if right.touches > left.touches { right } else { left }
}

impl Bracket {
    pub fn by_touches() -> Self {
        Bracket { judge: most_touches }
    }

    pub fn by_seed() -> Self {
        Bracket {
            judge: |left, right| if right.seed < left.seed { right } else { left },
        }
    }

    /// Plays the fencers off in order and clones the last one standing.
    pub fn champion(&self, fencers: &[Fencer]) -> Option<Fencer> {
        let (first, others) = fencers.split_first()?;
        let mut best = first;
        for challenger in others {
            best = (self.judge)(best, challenger);
        }
        Some(best.clone())
    }
}
==== tests
fn field() -> Vec<Fencer> {
    [("lea", 9, 3), ("noor", 14, 2), ("ivo", 11, 1), ("pia", 14, 4)]
        .iter()
        .map(|&(name, touches, seed)| Fencer { name: name.to_string(), touches, seed })
        .collect()
}

#[test]
fn touches_decide_and_ties_keep_the_leader() {
    assert_eq!(Bracket::by_touches().champion(&field()).unwrap().name, "noor");
}

#[test]
fn seeds_decide() {
    assert_eq!(Bracket::by_seed().champion(&field()).unwrap().name, "ivo");
    assert!(Bracket::by_seed().champion(&[]).is_none());
}
