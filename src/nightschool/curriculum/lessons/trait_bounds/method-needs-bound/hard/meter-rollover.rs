---
code: E0599
---
//! Consumption meters: electricity in watt-hours, water in litres.

/// A meter whose readings come from any source of numbers: a file that was
/// read before, a live probe, a test.
pub struct Meter<R> {
    readings: R,
    digits: u32,
}

impl<R> Meter<R> {
    /// A meter that shows so many digits before it rolls over to 0.
    pub fn new(readings: R, digits: u32) -> Self {
        Meter { readings, digits }
    }

    fn modulus(&self) -> u64 {
        10u64.pow(self.digits)
    }

    /// All that was used from the first reading to the last one. A reading
    /// below the one before it means that the meter rolled over once.
    pub fn used(mut self) -> u64 {
        let modulus = self.modulus();
        let Some(mut before) = self.readings.next() else {
            return 0;
        };
        let mut used = 0;
        while let Some(now) = self.readings.next() {
            used += if now < before { now + modulus - before } else { now - before };
            before = now;
        }
        used
    }
}
==== fixed
//! Consumption meters: electricity in watt-hours, water in litres.

/// A meter whose readings come from any source of numbers: a file that was
/// read before, a live probe, a test.
pub struct Meter<R> {
    readings: R,
    digits: u32,
}

impl<R: Iterator<Item = u64>> Meter<R> {
    /// A meter that shows so many digits before it rolls over to 0.
    pub fn new(readings: R, digits: u32) -> Self {
        Meter { readings, digits }
    }

    fn modulus(&self) -> u64 {
        10u64.pow(self.digits)
    }

    /// All that was used from the first reading to the last one. A reading
    /// below the one before it means that the meter rolled over once.
    pub fn used(mut self) -> u64 {
        let modulus = self.modulus();
        let Some(mut before) = self.readings.next() else {
            return 0;
        };
        let mut used = 0;
        while let Some(now) = self.readings.next() {
            used += if now < before { now + modulus - before } else { now - before };
            before = now;
        }
        used
    }
}
==== tests
#[test]
fn adds_up_what_was_used() {
    assert_eq!(Meter::new([10, 25, 26].into_iter(), 3).used(), 16);
}

#[test]
fn rolls_over() {
    let probe = (0..4u64).map(|hour| (950 + 30 * hour) % 1000);
    assert_eq!(Meter::new(probe, 3).used(), 90);
}

#[test]
fn too_few_readings_tell_nothing() {
    assert_eq!(Meter::new(std::iter::empty(), 3).used(), 0);
    assert_eq!(Meter::new(std::iter::once(77), 3).used(), 0);
}
