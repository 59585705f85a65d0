---
code: E0382
---
//! A courier fills parcel lockers; what fits nowhere goes back to the depot.

#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    pub label: String,
    pub litres: u32,
    pub refusals: u32,
}

#[derive(Debug)]
pub struct Locker {
    pub free: u32,
    pub parcels: Vec<Parcel>,
}

impl Locker {
    pub fn with_room(free: u32) -> Self {
        Locker { free, parcels: Vec::new() }
    }

    /// Takes the parcel in, or gives it back with one more refusal stamped on it.
    pub fn put(&mut self, mut parcel: Parcel) -> Result<(), Parcel> {
        if parcel.litres > self.free {
            parcel.refusals += 1;
            return Err(parcel);
        }
        self.free -= parcel.litres;
        self.parcels.push(parcel);
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct Depot {
    pub shelf: Vec<Parcel>,
}

impl Depot {
    /// Puts each parcel into the locker; the depot shelves those that come back.
    /// Tells how many were delivered.
    pub fn deliver(&mut self, locker: &mut Locker, parcels: Vec<Parcel>) -> usize {
        let mut delivered = 0;
        for parcel in parcels {
            if locker.put(parcel).is_err() {
                self.shelf.push(parcel);
            } else {
                delivered += 1;
            }
        }
        delivered
    }
}
==== fixed
//! A courier fills parcel lockers; what fits nowhere goes back to the depot.

#[derive(Debug, Clone, PartialEq)]
pub struct Parcel {
    pub label: String,
    pub litres: u32,
    pub refusals: u32,
}

#[derive(Debug)]
pub struct Locker {
    pub free: u32,
    pub parcels: Vec<Parcel>,
}

impl Locker {
    pub fn with_room(free: u32) -> Self {
        Locker { free, parcels: Vec::new() }
    }

    /// Takes the parcel in, or gives it back with one more refusal stamped on it.
    pub fn put(&mut self, mut parcel: Parcel) -> Result<(), Parcel> {
        if parcel.litres > self.free {
            parcel.refusals += 1;
            return Err(parcel);
        }
        self.free -= parcel.litres;
        self.parcels.push(parcel);
        Ok(())
    }
}

#[derive(Debug, Default)]
pub struct Depot {
    pub shelf: Vec<Parcel>,
}

impl Depot {
    /// Puts each parcel into the locker; the depot shelves those that come back.
    /// Tells how many were delivered.
    pub fn deliver(&mut self, locker: &mut Locker, parcels: Vec<Parcel>) -> usize {
        let mut delivered = 0;
        for parcel in parcels {
            if let Err(parcel) = locker.put(parcel) {
                self.shelf.push(parcel);
            } else {
                delivered += 1;
            }
        }
        delivered
    }
}
==== tests
fn parcel(label: &str, litres: u32) -> Parcel {
    Parcel { label: label.to_string(), litres, refusals: 0 }
}

#[test]
fn what_does_not_fit_is_shelved_with_its_stamp() {
    let mut locker = Locker::with_room(10);
    let mut depot = Depot::default();
    let parcels = vec![parcel("books", 6), parcel("sofa", 90), parcel("mug", 2)];
    assert_eq!(depot.deliver(&mut locker, parcels), 2);
    assert_eq!(locker.free, 2);
    assert_eq!(locker.parcels, [parcel("books", 6), parcel("mug", 2)]);
    assert_eq!(depot.shelf.len(), 1);
    assert_eq!((depot.shelf[0].label.as_str(), depot.shelf[0].refusals), ("sofa", 1));
}

#[test]
fn a_second_try_stamps_again() {
    let mut locker = Locker::with_room(1);
    let mut depot = Depot::default();
    depot.deliver(&mut locker, vec![parcel("sofa", 90)]);
    let again = std::mem::take(&mut depot.shelf);
    assert_eq!(depot.deliver(&mut locker, again), 0);
    assert_eq!(depot.shelf[0].refusals, 2);
}
