---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Passenger {
    pub kg: u32,
    pub to: i32,
}

#[derive(Debug, Default)]
pub struct Cabin {
    passengers: Vec<Passenger>,
    pub floor: i32,
}

impl Cabin {
    pub fn enter(&mut self, kg: u32, to: i32) {
        self.passengers.push(Passenger { kg, to });
    }

    fn nearest_stop(&self) -> Option<i32> {
        self.passengers.iter().map(|p| p.to).min_by_key(|to| to.abs_diff(self.floor))
    }

    /// Drives to the nearest stop, lets people out and gives their number.
    /// An empty cabin stays where it is, nobody leaves it.
    pub fn advance(&mut self) -> usize {
        let stop = self.nearest_stop()?;
        self.floor = stop;
        let before = self.passengers.len();
        self.passengers.retain(|p| p.to != stop);
        before - self.passengers.len()
    }

    pub fn load_kg(&self) -> u32 {
        self.passengers.iter().map(|p| p.kg).sum()
    }

    pub fn stops_until_empty(&mut self) -> usize {
        let mut stops = 0;
        while self.load_kg() > 0 {
            self.advance();
            stops += 1;
        }
        stops
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Passenger {
    pub kg: u32,
    pub to: i32,
}

#[derive(Debug, Default)]
pub struct Cabin {
    passengers: Vec<Passenger>,
    pub floor: i32,
}

impl Cabin {
    pub fn enter(&mut self, kg: u32, to: i32) {
        self.passengers.push(Passenger { kg, to });
    }

    fn nearest_stop(&self) -> Option<i32> {
        self.passengers.iter().map(|p| p.to).min_by_key(|to| to.abs_diff(self.floor))
    }

    /// Drives to the nearest stop, lets people out and gives their number.
    /// An empty cabin stays where it is, nobody leaves it.
    pub fn advance(&mut self) -> usize {
        let Some(stop) = self.nearest_stop() else {
            return 0;
        };
        self.floor = stop;
        let before = self.passengers.len();
        self.passengers.retain(|p| p.to != stop);
        before - self.passengers.len()
    }

    pub fn load_kg(&self) -> u32 {
        self.passengers.iter().map(|p| p.kg).sum()
    }

    pub fn stops_until_empty(&mut self) -> usize {
        let mut stops = 0;
        while self.load_kg() > 0 {
            self.advance();
            stops += 1;
        }
        stops
    }
}
==== tests
#[test]
fn people_leave_at_their_floor() {
    let mut c = Cabin::default();
    c.enter(70, 5);
    c.enter(80, 2);
    c.enter(60, 5);
    let _ = c.advance();
    assert_eq!((c.floor, c.load_kg()), (2, 130));
    assert_eq!(c.stops_until_empty(), 1);
    assert_eq!(c.floor, 5);
}

#[test]
fn empty_cabins_stay() {
    let mut c = Cabin::default();
    c.floor = 8;
    let _ = c.advance();
    assert_eq!((c.floor, c.load_kg()), (8, 0));
    assert_eq!(c.stops_until_empty(), 0);
}

#[test]
fn number_of_those_who_left() {
    let mut c = Cabin::default();
    c.enter(70, 5);
    c.enter(60, 5);
    assert_eq!(c.advance(), 2);
    assert_eq!(c.advance(), 0);
}
