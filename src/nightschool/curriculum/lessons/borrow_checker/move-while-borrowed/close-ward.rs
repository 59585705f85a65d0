---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Bed {
    pub label: String,
    pub occupied: bool,
}

#[derive(Debug, PartialEq)]
pub struct Ward {
    pub name: String,
    pub beds: Vec<Bed>,
}

#[derive(Default)]
pub struct Archive {
    closed: Vec<Ward>,
}

impl Archive {
    fn store(&mut self, mut ward: Ward) {
        for bed in &mut ward.beds {
            bed.label = format!("closed/{}", bed.label);
        }
        self.closed.push(ward);
    }

    pub fn closed(&self) -> &[Ward] {
        &self.closed
    }

    /// Archives the ward and says which bed (by its name on the ward) was the first still
    /// occupied, if any was.
    pub fn close_ward(&mut self, ward: Ward) -> String {
        let blocking = ward.beds.iter().find(|bed| bed.occupied);
        self.store(ward);
        match blocking {
            Some(bed) => format!("bed {} still occupied", bed.label),
            None => String::from("all beds free"),
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Bed {
    pub label: String,
    pub occupied: bool,
}

#[derive(Debug, PartialEq)]
pub struct Ward {
    pub name: String,
    pub beds: Vec<Bed>,
}

#[derive(Default)]
pub struct Archive {
    closed: Vec<Ward>,
}

impl Archive {
    fn store(&mut self, mut ward: Ward) {
        for bed in &mut ward.beds {
            bed.label = format!("closed/{}", bed.label);
        }
        self.closed.push(ward);
    }

    pub fn closed(&self) -> &[Ward] {
        &self.closed
    }

    /// Archives the ward and says which bed (by its name on the ward) was the first still
    /// occupied, if any was.
    pub fn close_ward(&mut self, ward: Ward) -> String {
        let blocking = ward.beds.iter().find(|bed| bed.occupied);
        let report = match blocking {
            Some(bed) => format!("bed {} still occupied", bed.label),
            None => String::from("all beds free"),
        };
        self.store(ward);
        report
    }
}
==== tests
fn ward(occ: [bool; 3]) -> Ward {
    Ward {
        name: "West".into(),
        beds: occ
            .iter()
            .enumerate()
            .map(|(i, &occupied)| Bed { label: format!("W{i}"), occupied })
            .collect(),
    }
}

#[test]
fn names_first_occupied_bed() {
    let mut a = Archive::default();
    assert_eq!(a.close_ward(ward([false, true, true])), "bed W1 still occupied");
    assert_eq!(a.close_ward(ward([false; 3])), "all beds free");
}

#[test]
fn ward_is_archived() {
    let mut a = Archive::default();
    a.close_ward(ward([true, false, false]));
    assert_eq!(a.closed().len(), 1);
    assert_eq!(a.closed()[0].beds[2].label, "closed/W2");
    assert!(a.closed()[0].beds[0].occupied);
}
