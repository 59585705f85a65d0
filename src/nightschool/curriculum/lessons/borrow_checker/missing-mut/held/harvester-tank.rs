---
code: E0596
---
#[derive(Debug, Default)]
pub struct GrainTank {
    litres: u32,
    capacity: u32,
}

impl GrainTank {
    pub fn with_capacity(capacity: u32) -> Self {
        GrainTank { litres: 0, capacity }
    }

    /// Adds grain and gives back what did not fit.
    pub fn pour(&mut self, litres: u32) -> u32 {
        let room = self.capacity - self.litres;
        let taken = litres.min(room);
        self.litres += taken;
        litres - taken
    }

    pub fn empty(&mut self) -> u32 {
        std::mem::take(&mut self.litres)
    }

    pub fn litres(&self) -> u32 {
        self.litres
    }
}

pub struct Harvester {
    pub tank: GrainTank,
    pub unloaded: u32,
}

/// Drives down one row. A full tank is unloaded onto the trailer on the way, nothing is spilled.
pub fn harvest_row(machine: &Harvester, yields: &[u32]) {
    for &litres in yields {
        let mut rest = machine.tank.pour(litres);
        while rest > 0 {
            machine.unloaded += machine.tank.empty();
            rest = machine.tank.pour(rest);
        }
    }
}

pub fn harvest_field(machine: &mut Harvester, rows: &[Vec<u32>]) -> u32 {
    for row in rows {
        harvest_row(machine, row);
    }
    machine.unloaded + machine.tank.litres()
}
==== fixed
#[derive(Debug, Default)]
pub struct GrainTank {
    litres: u32,
    capacity: u32,
}

impl GrainTank {
    pub fn with_capacity(capacity: u32) -> Self {
        GrainTank { litres: 0, capacity }
    }

    /// Adds grain and gives back what did not fit.
    pub fn pour(&mut self, litres: u32) -> u32 {
        let room = self.capacity - self.litres;
        let taken = litres.min(room);
        self.litres += taken;
        litres - taken
    }

    pub fn empty(&mut self) -> u32 {
        std::mem::take(&mut self.litres)
    }

    pub fn litres(&self) -> u32 {
        self.litres
    }
}

pub struct Harvester {
    pub tank: GrainTank,
    pub unloaded: u32,
}

/// Drives down one row. A full tank is unloaded onto the trailer on the way, nothing is spilled.
pub fn harvest_row(machine: &mut Harvester, yields: &[u32]) {
    for &litres in yields {
        let mut rest = machine.tank.pour(litres);
        while rest > 0 {
            machine.unloaded += machine.tank.empty();
            rest = machine.tank.pour(rest);
        }
    }
}

pub fn harvest_field(machine: &mut Harvester, rows: &[Vec<u32>]) -> u32 {
    for row in rows {
        harvest_row(machine, row);
    }
    machine.unloaded + machine.tank.litres()
}
==== tests
fn machine(capacity: u32) -> Harvester {
    Harvester { tank: GrainTank::with_capacity(capacity), unloaded: 0 }
}

#[test]
fn nothing_is_lost() {
    let mut m = machine(100);
    assert_eq!(harvest_field(&mut m, &[vec![60, 70], vec![5, 250]]), 385);
    assert_eq!((m.unloaded, m.tank.litres()), (300, 85));
}

#[test]
fn small_rows_stay_in_the_tank() {
    let mut m = machine(100);
    assert_eq!(harvest_field(&mut m, &[vec![40], vec![60]]), 100);
    assert_eq!((m.unloaded, m.tank.litres()), (0, 100));
}
