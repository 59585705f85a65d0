---
code: E0382
---
//! Simulates a kart race lap by lap.

#[derive(Debug, Clone, PartialEq)]
pub struct Kart {
    pub driver: String,
    pub metres: u32,
    pub pace: u32,
    pub fuel: u32,
}

impl Kart {
    pub fn new(driver: &str, pace: u32, fuel: u32) -> Self {
        Kart { driver: driver.to_string(), metres: 0, pace, fuel }
    }
}

/// Lets the karts race for that many laps. A kart burns one unit of fuel in every lap and
/// stands still without. The result is sorted: the kart that came furthest is first.
pub fn race(karts: Vec<Kart>, laps: u32) -> Vec<Kart> {
    for _ in 0..laps {
        for mut kart in karts {
            if kart.fuel > 0 {
                kart.fuel -= 1;
                kart.metres += kart.pace;
            }
        }
    }
    let mut order = karts;
    order.sort_by(|a, b| b.metres.cmp(&a.metres));
    order
}

pub fn winner(order: &[Kart]) -> Option<&str> {
    order.first().map(|kart| kart.driver.as_str())
}
==== fixed
//! Simulates a kart race lap by lap.

#[derive(Debug, Clone, PartialEq)]
pub struct Kart {
    pub driver: String,
    pub metres: u32,
    pub pace: u32,
    pub fuel: u32,
}

impl Kart {
    pub fn new(driver: &str, pace: u32, fuel: u32) -> Self {
        Kart { driver: driver.to_string(), metres: 0, pace, fuel }
    }
}

/// Lets the karts race for that many laps. A kart burns one unit of fuel in every lap and
/// stands still without. The result is sorted: the kart that came furthest is first.
pub fn race(mut karts: Vec<Kart>, laps: u32) -> Vec<Kart> {
    for _ in 0..laps {
        for kart in &mut karts {
            if kart.fuel > 0 {
                kart.fuel -= 1;
                kart.metres += kart.pace;
            }
        }
    }
    let mut order = karts;
    order.sort_by(|a, b| b.metres.cmp(&a.metres));
    order
}

pub fn winner(order: &[Kart]) -> Option<&str> {
    order.first().map(|kart| kart.driver.as_str())
}
==== tests
#[test]
fn the_laps_add_up_until_the_fuel_is_gone() {
    let order = race(vec![Kart::new("Ida", 30, 2), Kart::new("Otto", 20, 9)], 4);
    assert_eq!(winner(&order), Some("Otto"));
    assert_eq!((order[0].metres, order[0].fuel), (80, 5));
    assert_eq!((order[1].metres, order[1].fuel), (60, 0));
}

#[test]
fn no_lap_no_metres() {
    let order = race(vec![Kart::new("Ida", 30, 2)], 0);
    assert_eq!(order, [Kart::new("Ida", 30, 2)]);
    assert_eq!(winner(&race(Vec::new(), 3)), None);
}
