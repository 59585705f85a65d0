---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Holder {
    pub name: String,
    pub city: String,
}

#[derive(Debug, PartialEq)]
pub struct Policy {
    pub number: u32,
    pub holder: Holder,
}

#[derive(Debug, PartialEq)]
pub struct Letter {
    pub address: String,
    pub body: String,
}

fn welcome(policy_number: u32, holder: &Holder) -> Letter {
    Letter {
        address: format!("{}, {}", holder.name, holder.city),
        body: format!("Your policy has the number {policy_number}."),
    }
}

pub struct Office {
    policies: Vec<Policy>,
    next_number: u32,
}

impl Office {
    pub fn new(first_number: u32) -> Self {
        Office {
            policies: Vec::new(),
            next_number: first_number,
        }
    }

    /// Signs a policy and returns the letter that goes out to its holder.
    pub fn sign(&mut self, holder: Holder) -> Letter {
        let number = self.next_number;
        self.next_number += 1;
        self.policies.push(Policy { number, holder });
        welcome(number, &holder)
    }

    pub fn policies(&self) -> &[Policy] {
        &self.policies
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Holder {
    pub name: String,
    pub city: String,
}

#[derive(Debug, PartialEq)]
pub struct Policy {
    pub number: u32,
    pub holder: Holder,
}

#[derive(Debug, PartialEq)]
pub struct Letter {
    pub address: String,
    pub body: String,
}

fn welcome(policy_number: u32, holder: &Holder) -> Letter {
    Letter {
        address: format!("{}, {}", holder.name, holder.city),
        body: format!("Your policy has the number {policy_number}."),
    }
}

pub struct Office {
    policies: Vec<Policy>,
    next_number: u32,
}

impl Office {
    pub fn new(first_number: u32) -> Self {
        Office {
            policies: Vec::new(),
            next_number: first_number,
        }
    }

    /// Signs a policy and returns the letter that goes out to its holder.
    pub fn sign(&mut self, holder: Holder) -> Letter {
        let number = self.next_number;
        self.next_number += 1;
        let letter = welcome(number, &holder);
        self.policies.push(Policy { number, holder });
        letter
    }

    pub fn policies(&self) -> &[Policy] {
        &self.policies
    }
}
==== tests
fn h(name: &str) -> Holder {
    Holder { name: name.into(), city: "Graz".into() }
}

#[test]
fn letter_names_holder_and_number() {
    let mut o = Office::new(70);
    let l = o.sign(h("Eva"));
    assert_eq!(l.address, "Eva, Graz");
    assert_eq!(l.body, "Your policy has the number 70.");
    assert_eq!(o.sign(h("Tim")).body, "Your policy has the number 71.");
}

#[test]
fn policies_are_kept() {
    let mut o = Office::new(1);
    o.sign(h("Eva"));
    o.sign(h("Tim"));
    assert_eq!(o.policies().len(), 2);
    assert_eq!(o.policies()[1], Policy { number: 2, holder: h("Tim") });
}
