---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Donor {
    pub id: u32,
    pub email: String,
    pub total_cents: u64,
}

#[derive(Debug, PartialEq)]
pub enum ThankError {
    UnknownDonor(u32),
    NoAddress,
}

pub struct Charity {
    donors: Vec<Donor>,
}

impl Charity {
    pub fn new(donors: Vec<Donor>) -> Self {
        Charity { donors }
    }

    fn donor(&self, id: u32) -> Result<&Donor, ThankError> {
        self.donors.iter().find(|d| d.id == id).ok_or(ThankError::UnknownDonor(id))
    }

    fn letter(donor: &Donor) -> String {
        format!("To {}: thank you for {}.{:02}", donor.email, donor.total_cents / 100, donor.total_cents % 100)
    }

    /// The letter to a donor, who has to be known and to have left an address.
    pub fn thank(&self, id: u32) -> Result<String, ThankError> {
        let donor: &Donor = self.donor(id);
        if donor.email.is_empty() {
            return Err(ThankError::NoAddress);
        }
        Ok(Self::letter(donor))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Donor {
    pub id: u32,
    pub email: String,
    pub total_cents: u64,
}

#[derive(Debug, PartialEq)]
pub enum ThankError {
    UnknownDonor(u32),
    NoAddress,
}

pub struct Charity {
    donors: Vec<Donor>,
}

impl Charity {
    pub fn new(donors: Vec<Donor>) -> Self {
        Charity { donors }
    }

    fn donor(&self, id: u32) -> Result<&Donor, ThankError> {
        self.donors.iter().find(|d| d.id == id).ok_or(ThankError::UnknownDonor(id))
    }

    fn letter(donor: &Donor) -> String {
        format!("To {}: thank you for {}.{:02}", donor.email, donor.total_cents / 100, donor.total_cents % 100)
    }

    /// The letter to a donor, who has to be known and to have left an address.
    pub fn thank(&self, id: u32) -> Result<String, ThankError> {
        let donor: &Donor = self.donor(id)?;
        if donor.email.is_empty() {
            return Err(ThankError::NoAddress);
        }
        Ok(Self::letter(donor))
    }
}
==== tests
fn charity() -> Charity {
    Charity::new(vec![
        Donor { id: 1, email: "a@x".into(), total_cents: 1205 },
        Donor { id: 2, email: String::new(), total_cents: 5 },
    ])
}
#[test]
fn letter_to_known() {
    assert_eq!(charity().thank(1), Ok("To a@x: thank you for 12.05".to_string()));
}
#[test]
fn failures() {
    assert_eq!(charity().thank(2), Err(ThankError::NoAddress));
    assert_eq!(charity().thank(3), Err(ThankError::UnknownDonor(3)));
}
