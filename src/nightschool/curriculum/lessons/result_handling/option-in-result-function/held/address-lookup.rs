---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum LookupError {
    UnknownPerson(String),
    NoAddress(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    pub street: String,
    pub town: String,
}

#[derive(Debug, Clone, Default)]
pub struct Person {
    pub home: Option<Address>,
    pub work: Option<Address>,
}

#[derive(Default)]
pub struct AddressBook {
    people: HashMap<String, Person>,
}

impl AddressBook {
    pub fn add(&mut self, name: &str, person: Person) {
        self.people.insert(name.to_string(), person);
    }

    /// The address to send a parcel to: work if there is one, otherwise home.
    pub fn parcel_address(&self, name: &str) -> Result<&Address, LookupError> {
        let person = self.people.get(name)?;
        let address = person.work.as_ref().or(person.home.as_ref())?;
        Ok(address)
    }

    pub fn label(&self, name: &str) -> Result<String, LookupError> {
        let address = self.parcel_address(name)?;
        Ok(format!("{name}, {}, {}", address.street, address.town))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum LookupError {
    UnknownPerson(String),
    NoAddress(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    pub street: String,
    pub town: String,
}

#[derive(Debug, Clone, Default)]
pub struct Person {
    pub home: Option<Address>,
    pub work: Option<Address>,
}

#[derive(Default)]
pub struct AddressBook {
    people: HashMap<String, Person>,
}

impl AddressBook {
    pub fn add(&mut self, name: &str, person: Person) {
        self.people.insert(name.to_string(), person);
    }

    /// The address to send a parcel to: work if there is one, otherwise home.
    pub fn parcel_address(&self, name: &str) -> Result<&Address, LookupError> {
        let person = self
            .people
            .get(name)
            .ok_or_else(|| LookupError::UnknownPerson(name.to_string()))?;
        let address = person
            .work
            .as_ref()
            .or(person.home.as_ref())
            .ok_or_else(|| LookupError::NoAddress(name.to_string()))?;
        Ok(address)
    }

    pub fn label(&self, name: &str) -> Result<String, LookupError> {
        let address = self.parcel_address(name)?;
        Ok(format!("{name}, {}, {}", address.street, address.town))
    }
}
==== tests
fn address(street: &str) -> Option<Address> {
    Some(Address { street: street.into(), town: "Leeds".into() })
}

#[test]
fn work_goes_first() {
    let mut book = AddressBook::default();
    book.add("Ann", Person { home: address("Mill Rd 1"), work: address("Dock St 9") });
    book.add("Bo", Person { home: address("Hill 3"), work: None });
    assert_eq!(book.label("Ann"), Ok("Ann, Dock St 9, Leeds".to_string()));
    assert_eq!(book.label("Bo"), Ok("Bo, Hill 3, Leeds".to_string()));
}

#[test]
fn the_two_failures_differ() {
    let mut book = AddressBook::default();
    book.add("Cy", Person::default());
    assert_eq!(book.label("Cy"), Err(LookupError::NoAddress("Cy".into())));
    assert_eq!(book.label("Di"), Err(LookupError::UnknownPerson("Di".into())));
}
