---
code: E0507
---
//! Cars of a racing game.

#[derive(Debug, Clone, Default)]
pub struct Engine {
    heat: u32,
}

impl Engine {
    /// Revs the engine up; it gets hotter by the same amount.
    fn rev(&mut self, power: u32) -> u32 {
        self.heat += power;
        power * 2
    }
}

#[derive(Debug, Default)]
pub struct Car {
    engine: Option<Engine>,
    pub speed: u32,
}

impl Car {
    pub fn mount(&mut self, engine: Engine) {
        self.engine = Some(engine);
    }

    pub fn heat(&self) -> Option<u32> {
        self.engine.as_ref().map(|engine| engine.heat)
    }

    /// Speeds the car up and tells the new speed; a car without engine stays as it is.
    pub fn boost(&mut self, power: u32) -> Option<u32> {
        let mut engine = self.engine?;
        self.speed += engine.rev(power);
        Some(self.speed)
    }
}
==== fixed
//! Cars of a racing game.

#[derive(Debug, Clone, Default)]
pub struct Engine {
    heat: u32,
}

impl Engine {
    /// Revs the engine up; it gets hotter by the same amount.
    fn rev(&mut self, power: u32) -> u32 {
        self.heat += power;
        power * 2
    }
}

#[derive(Debug, Default)]
pub struct Car {
    engine: Option<Engine>,
    pub speed: u32,
}

impl Car {
    pub fn mount(&mut self, engine: Engine) {
        self.engine = Some(engine);
    }

    pub fn heat(&self) -> Option<u32> {
        self.engine.as_ref().map(|engine| engine.heat)
    }

    /// Speeds the car up and tells the new speed; a car without engine stays as it is.
    pub fn boost(&mut self, power: u32) -> Option<u32> {
        let engine = self.engine.as_mut()?;
        self.speed += engine.rev(power);
        Some(self.speed)
    }
}
==== tests
#[test]
fn every_boost_heats_the_mounted_engine() {
    let mut car = Car::default();
    car.mount(Engine::default());
    assert_eq!(car.boost(10), Some(20));
    assert_eq!(car.boost(5), Some(30));
    assert_eq!(car.heat(), Some(15));
}

#[test]
fn no_engine_no_boost() {
    let mut car = Car::default();
    assert_eq!(car.boost(10), None);
    assert_eq!(car.speed, 0);
    assert_eq!(car.heat(), None);
}
