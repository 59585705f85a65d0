---
code: E0507
---
//! Freight trains as chains of wagons, the front wagon first.

#[derive(Debug, Clone)]
struct Wagon {
    cargo: String,
    tons: u32,
    behind: Option<Box<Wagon>>,
}

#[derive(Debug, Default, Clone)]
pub struct Train {
    front: Option<Box<Wagon>>,
}

impl Train {
    /// Couples a wagon in front of all others.
    pub fn couple(&mut self, cargo: &str, tons: u32) {
        let wagon = Wagon { cargo: cargo.to_string(), tons, behind: self.front };
        self.front = Some(Box::new(wagon));
    }

    /// Uncouples the front wagon and tells its cargo.
    pub fn uncouple(&mut self) -> Option<String> {
        let wagon = self.front.take()?;
        self.front = wagon.behind;
        Some(wagon.cargo)
    }

    pub fn tons(&self) -> u32 {
        let mut sum = 0;
        let mut next = self.front.as_deref();
        while let Some(wagon) = next {
            sum += wagon.tons;
            next = wagon.behind.as_deref();
        }
        sum
    }
}
==== fixed
//! Freight trains as chains of wagons, the front wagon first.

#[derive(Debug, Clone)]
struct Wagon {
    cargo: String,
    tons: u32,
    behind: Option<Box<Wagon>>,
}

#[derive(Debug, Default, Clone)]
pub struct Train {
    front: Option<Box<Wagon>>,
}

impl Train {
    /// Couples a wagon in front of all others.
    pub fn couple(&mut self, cargo: &str, tons: u32) {
        let wagon = Wagon { cargo: cargo.to_string(), tons, behind: self.front.take() };
        self.front = Some(Box::new(wagon));
    }

    /// Uncouples the front wagon and tells its cargo.
    pub fn uncouple(&mut self) -> Option<String> {
        let wagon = self.front.take()?;
        self.front = wagon.behind;
        Some(wagon.cargo)
    }

    pub fn tons(&self) -> u32 {
        let mut sum = 0;
        let mut next = self.front.as_deref();
        while let Some(wagon) = next {
            sum += wagon.tons;
            next = wagon.behind.as_deref();
        }
        sum
    }
}
==== tests
#[test]
fn wagons_stay_coupled() {
    let mut train = Train::default();
    train.couple("coal", 40);
    train.couple("ore", 60);
    train.couple("milk", 10);
    assert_eq!(train.tons(), 110);
    assert_eq!(train.uncouple().as_deref(), Some("milk"));
    assert_eq!(train.uncouple().as_deref(), Some("ore"));
    assert_eq!(train.uncouple().as_deref(), Some("coal"));
    assert_eq!(train.uncouple(), None);
}

#[test]
fn empty_train() {
    assert_eq!(Train::default().tons(), 0);
}
