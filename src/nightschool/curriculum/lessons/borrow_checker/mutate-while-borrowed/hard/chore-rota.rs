---
code: E0502
---
//! Household chores; some of them come back every few days.

#[derive(Debug, Clone, PartialEq)]
pub struct Chore {
    pub what: String,
    pub day: u32,
    pub every: Option<u32>,
    pub done: bool,
}

impl Chore {
    pub fn new(what: &str, day: u32, every: Option<u32>) -> Self {
        Chore { what: what.to_string(), day, every, done: false }
    }

    fn again(&self) -> Option<Chore> {
        let every = self.every?;
        Some(Chore { day: self.day + every, done: false, ..self.clone() })
    }
}

#[derive(Debug, Default)]
pub struct Rota {
    pub chores: Vec<Chore>,
}

impl Rota {
    /// Puts the next round of every repeating chore that is done at the end of the rota
    /// and removes all done ones. Tells how many chores came back.
    pub fn roll(&mut self) -> usize {
        let before = self.chores.len();
        for chore in self.chores.iter().filter(|chore| chore.done) {
            if let Some(next) = chore.again() {
                self.chores.push(next);
            }
        }
        let came_back = self.chores.len() - before;
        self.chores.retain(|chore| !chore.done);
        came_back
    }

    pub fn finish(&mut self, what: &str) {
        if let Some(chore) = self.chores.iter_mut().find(|chore| chore.what == what && !chore.done) {
            chore.done = true;
        }
    }
}
==== fixed
//! Household chores; some of them come back every few days.

#[derive(Debug, Clone, PartialEq)]
pub struct Chore {
    pub what: String,
    pub day: u32,
    pub every: Option<u32>,
    pub done: bool,
}

impl Chore {
    pub fn new(what: &str, day: u32, every: Option<u32>) -> Self {
        Chore { what: what.to_string(), day, every, done: false }
    }

    fn again(&self) -> Option<Chore> {
        let every = self.every?;
        Some(Chore { day: self.day + every, done: false, ..self.clone() })
    }
}

#[derive(Debug, Default)]
pub struct Rota {
    pub chores: Vec<Chore>,
}

impl Rota {
    /// Puts the next round of every repeating chore that is done at the end of the rota
    /// and removes all done ones. Tells how many chores came back.
    pub fn roll(&mut self) -> usize {
        let next: Vec<Chore> =
            self.chores.iter().filter(|chore| chore.done).filter_map(Chore::again).collect();
        let came_back = next.len();
        self.chores.extend(next);
        self.chores.retain(|chore| !chore.done);
        came_back
    }

    pub fn finish(&mut self, what: &str) {
        if let Some(chore) = self.chores.iter_mut().find(|chore| chore.what == what && !chore.done) {
            chore.done = true;
        }
    }
}
==== tests
#[test]
fn repeating_chores_come_back() {
    let chores = vec![Chore::new("bins", 1, Some(7)), Chore::new("gutter", 2, None), Chore::new("dust", 3, Some(2))];
    let mut rota = Rota { chores };
    rota.finish("bins");
    rota.finish("gutter");
    assert_eq!(rota.roll(), 1);
    assert_eq!(rota.chores, [Chore::new("dust", 3, Some(2)), Chore::new("bins", 8, Some(7))]);
    rota.finish("dust");
    rota.finish("bins");
    assert_eq!(rota.roll(), 2);
    let days: Vec<u32> = rota.chores.iter().map(|chore| chore.day).collect();
    assert_eq!(days, [5, 15]);
}

#[test]
fn nothing_done_nothing_rolls() {
    let mut rota = Rota { chores: vec![Chore::new("bins", 1, Some(7))] };
    assert_eq!(rota.roll(), 0);
    assert_eq!(rota.chores.len(), 1);
    assert_eq!(Rota::default().roll(), 0);
}
