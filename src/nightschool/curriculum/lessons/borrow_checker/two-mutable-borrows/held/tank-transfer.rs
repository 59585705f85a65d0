---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Tank {
    pub name: String,
    pub litres: u32,
    pub capacity: u32,
}

#[derive(Debug, PartialEq)]
pub enum TransferError {
    SameTank,
    TooLittle,
    NoRoom,
}

#[derive(Default)]
pub struct Cellar {
    pub tanks: Vec<Tank>,
}

impl Cellar {
    pub fn add(&mut self, name: &str, litres: u32, capacity: u32) -> usize {
        self.tanks.push(Tank { name: name.to_string(), litres, capacity });
        self.tanks.len() - 1
    }

    /// Pumps beer from one tank into another; a refused transfer changes neither.
    pub fn pump(&mut self, from: usize, to: usize, litres: u32) -> Result<(), TransferError> {
        if from == to {
            return Err(TransferError::SameTank);
        }
        let source = &mut self.tanks[from];
        let target = &mut self.tanks[to];
        if source.litres < litres {
            return Err(TransferError::TooLittle);
        }
        if target.capacity - target.litres < litres {
            return Err(TransferError::NoRoom);
        }
        source.litres -= litres;
        target.litres += litres;
        Ok(())
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Tank {
    pub name: String,
    pub litres: u32,
    pub capacity: u32,
}

#[derive(Debug, PartialEq)]
pub enum TransferError {
    SameTank,
    TooLittle,
    NoRoom,
}

#[derive(Default)]
pub struct Cellar {
    pub tanks: Vec<Tank>,
}

impl Cellar {
    pub fn add(&mut self, name: &str, litres: u32, capacity: u32) -> usize {
        self.tanks.push(Tank { name: name.to_string(), litres, capacity });
        self.tanks.len() - 1
    }

    /// Pumps beer from one tank into another; a refused transfer changes neither.
    pub fn pump(&mut self, from: usize, to: usize, litres: u32) -> Result<(), TransferError> {
        if from == to {
            return Err(TransferError::SameTank);
        }
        if self.tanks[from].litres < litres {
            return Err(TransferError::TooLittle);
        }
        if self.tanks[to].capacity - self.tanks[to].litres < litres {
            return Err(TransferError::NoRoom);
        }
        self.tanks[from].litres -= litres;
        self.tanks[to].litres += litres;
        Ok(())
    }
}
==== tests
fn cellar() -> Cellar {
    let mut c = Cellar::default();
    c.add("mash", 500, 600);
    c.add("kettle", 50, 300);
    c
}

#[test]
fn pumps_both_ways() {
    let mut c = cellar();
    assert_eq!(c.pump(0, 1, 200), Ok(()));
    assert_eq!(c.pump(1, 0, 10), Ok(()));
    assert_eq!((c.tanks[0].litres, c.tanks[1].litres), (310, 240));
}

#[test]
fn refused_transfers() {
    let mut c = cellar();
    assert_eq!(c.pump(1, 0, 51), Err(TransferError::TooLittle));
    assert_eq!(c.pump(0, 1, 251), Err(TransferError::NoRoom));
    assert_eq!(c.pump(1, 1, 1), Err(TransferError::SameTank));
    assert_eq!((c.tanks[0].litres, c.tanks[1].litres), (500, 50));
}
