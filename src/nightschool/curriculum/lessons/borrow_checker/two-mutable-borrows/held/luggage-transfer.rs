---
code: E0499
---
#[derive(Debug, Default)]
pub struct Hold {
    pub kilos: u32,
    pub limit: u32,
}

impl Hold {
    fn load(&mut self, kilos: u32) -> bool {
        if self.kilos + kilos > self.limit {
            return false;
        }
        self.kilos += kilos;
        true
    }
}

/// An aircraft with a front and a rear hold.
#[derive(Debug)]
pub struct Aircraft {
    front: Hold,
    rear: Hold,
    refused: u32,
}

impl Aircraft {
    pub fn new(front_limit: u32, rear_limit: u32) -> Self {
        Aircraft {
            front: Hold { kilos: 0, limit: front_limit },
            rear: Hold { kilos: 0, limit: rear_limit },
            refused: 0,
        }
    }

    fn front_mut(&mut self) -> &mut Hold {
        &mut self.front
    }

    fn rear_mut(&mut self) -> &mut Hold {
        &mut self.rear
    }

    /// Loads suitcases into the lighter hold, the front one when both are equal.
    /// A suitcase that does not fit there is refused.
    pub fn load_all(&mut self, suitcases: &[u32]) {
        for kilos in suitcases {
            let front = self.front_mut();
            let rear = self.rear_mut();
            let lighter = if rear.kilos < front.kilos { rear } else { front };
            if !lighter.load(*kilos) {
                self.refused += 1;
            }
        }
    }

    pub fn balance(&self) -> (u32, u32, u32) {
        (self.front.kilos, self.rear.kilos, self.refused)
    }
}
==== fixed
#[derive(Debug, Default)]
pub struct Hold {
    pub kilos: u32,
    pub limit: u32,
}

impl Hold {
    fn load(&mut self, kilos: u32) -> bool {
        if self.kilos + kilos > self.limit {
            return false;
        }
        self.kilos += kilos;
        true
    }
}

/// An aircraft with a front and a rear hold.
#[derive(Debug)]
pub struct Aircraft {
    front: Hold,
    rear: Hold,
    refused: u32,
}

impl Aircraft {
    pub fn new(front_limit: u32, rear_limit: u32) -> Self {
        Aircraft {
            front: Hold { kilos: 0, limit: front_limit },
            rear: Hold { kilos: 0, limit: rear_limit },
            refused: 0,
        }
    }

    fn front_mut(&mut self) -> &mut Hold {
        &mut self.front
    }

    fn rear_mut(&mut self) -> &mut Hold {
        &mut self.rear
    }

    /// Loads suitcases into the lighter hold, the front one when both are equal.
    /// A suitcase that does not fit there is refused.
    pub fn load_all(&mut self, suitcases: &[u32]) {
        for kilos in suitcases {
            let rear_is_lighter = self.rear.kilos < self.front.kilos;
            let lighter = if rear_is_lighter { self.rear_mut() } else { self.front_mut() };
            if !lighter.load(*kilos) {
                self.refused += 1;
            }
        }
    }

    pub fn balance(&self) -> (u32, u32, u32) {
        (self.front.kilos, self.rear.kilos, self.refused)
    }
}
==== tests
#[test]
fn lighter_hold_first() {
    let mut a = Aircraft::new(100, 100);
    a.load_all(&[20, 10, 5, 7]);
    assert_eq!(a.balance(), (20, 22, 0));
}
#[test]
fn equal_goes_to_front_and_refuses() {
    let mut a = Aircraft::new(10, 50);
    a.load_all(&[30, 9, 40, 1]);
    assert_eq!(a.balance(), (10, 40, 1));
}
