---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Car {
    pub id: u8,
    pub floor: i32,
    pub moving_up: bool,
}

impl Car {
    fn cost(&self, floor: i32) -> u32 {
        let distance = self.floor.abs_diff(floor);
        let towards = (floor >= self.floor) == self.moving_up;
        if towards { distance } else { distance + 10 }
    }
}

#[derive(Debug)]
pub struct Caller {
    pub floor: i32,
    pub name: String,
}

/// The car that reaches a caller first, of equal ones the one named first.
/// With no free car the spare one is sent.
pub fn choose_car(cars: &[Car], spare: &Car, caller: &Caller) -> &Car {
    cars.iter()
        .min_by_key(|car| car.cost(caller.floor))
        .unwrap_or(spare)
}

pub fn answer(cars: &[Car], spare: &Car, floor: i32, name: &str) -> String {
    let car = {
        let caller = Caller { floor, name: name.to_string() };
        choose_car(cars, spare, &caller)
    };
    format!("car {} for {name}", car.id)
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Car {
    pub id: u8,
    pub floor: i32,
    pub moving_up: bool,
}

impl Car {
    fn cost(&self, floor: i32) -> u32 {
        let distance = self.floor.abs_diff(floor);
        let towards = (floor >= self.floor) == self.moving_up;
        if towards { distance } else { distance + 10 }
    }
}

#[derive(Debug)]
pub struct Caller {
    pub floor: i32,
    pub name: String,
}

/// The car that reaches a caller first, of equal ones the one named first.
/// With no free car the spare one is sent.
pub fn choose_car<'a>(cars: &'a [Car], spare: &'a Car, caller: &Caller) -> &'a Car {
    cars.iter()
        .min_by_key(|car| car.cost(caller.floor))
        .unwrap_or(spare)
}

pub fn answer(cars: &[Car], spare: &Car, floor: i32, name: &str) -> String {
    let car = {
        let caller = Caller { floor, name: name.to_string() };
        choose_car(cars, spare, &caller)
    };
    format!("car {} for {name}", car.id)
}
==== tests
fn car(id: u8, floor: i32, moving_up: bool) -> Car {
    Car { id, floor, moving_up }
}

#[test]
fn nearest_car_in_its_direction() {
    let cars = [car(1, 0, true), car(2, 5, true), car(3, 8, false)];
    let spare = car(9, 0, true);
    assert_eq!(answer(&cars, &spare, 6, "Ada"), "car 2 for Ada");
    assert_eq!(answer(&cars, &spare, 4, "Ben"), "car 1 for Ben");
    assert_eq!(answer(&[], &spare, 4, "Cleo"), "car 9 for Cleo");
}

#[test]
fn gives_the_car_itself() {
    let cars = [car(1, 3, true), car(2, 3, true)];
    let spare = car(9, 0, true);
    let caller = Caller { floor: 3, name: "Dan".into() };
    assert!(std::ptr::eq(choose_car(&cars, &spare, &caller), &cars[0]));
}
