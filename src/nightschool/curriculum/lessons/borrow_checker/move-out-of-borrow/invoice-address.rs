---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Delivery {
    Post { street: String, city: String },
    Mail(String),
}

#[derive(Debug, Clone)]
pub struct Customer {
    pub name: String,
    pub delivery: Delivery,
}

#[derive(Debug, PartialEq)]
pub struct Envelope {
    pub to: String,
    pub lines: Vec<String>,
}

impl Customer {
    fn address_lines(&self) -> Vec<String> {
        match self.delivery {
            Delivery::Post { street, city } => vec![street, city.to_uppercase()],
            Delivery::Mail(address) => vec![address],
        }
    }
}

/// One envelope for each customer with an open amount.
pub fn envelopes(customers: &[(Customer, i64)]) -> Vec<Envelope> {
    customers
        .iter()
        .filter(|(_, open)| *open > 0)
        .map(|(customer, _)| Envelope {
            to: customer.name.clone(),
            lines: customer.address_lines(),
        })
        .collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Delivery {
    Post { street: String, city: String },
    Mail(String),
}

#[derive(Debug, Clone)]
pub struct Customer {
    pub name: String,
    pub delivery: Delivery,
}

#[derive(Debug, PartialEq)]
pub struct Envelope {
    pub to: String,
    pub lines: Vec<String>,
}

impl Customer {
    fn address_lines(&self) -> Vec<String> {
        match &self.delivery {
            Delivery::Post { street, city } => vec![street.clone(), city.to_uppercase()],
            Delivery::Mail(address) => vec![address.clone()],
        }
    }
}

/// One envelope for each customer with an open amount.
pub fn envelopes(customers: &[(Customer, i64)]) -> Vec<Envelope> {
    customers
        .iter()
        .filter(|(_, open)| *open > 0)
        .map(|(customer, _)| Envelope {
            to: customer.name.clone(),
            lines: customer.address_lines(),
        })
        .collect()
}
==== tests
fn list() -> Vec<(Customer, i64)> {
    let post = Delivery::Post { street: "Ring 4".into(), city: "Bonn".into() };
    vec![
        (Customer { name: "Rosa".into(), delivery: post }, 10),
        (Customer { name: "Jon".into(), delivery: Delivery::Mail("jon@x.org".into()) }, 3),
        (Customer { name: "Ute".into(), delivery: Delivery::Mail("u@x.org".into()) }, 0),
    ]
}

#[test]
fn lines_by_kind() {
    let e = envelopes(&list());
    assert_eq!(e.len(), 2);
    assert_eq!(e[0], Envelope { to: "Rosa".into(), lines: vec!["Ring 4".into(), "BONN".into()] });
    assert_eq!(e[1].lines, vec!["jon@x.org".to_string()]);
}

#[test]
fn can_be_made_twice() {
    let l = list();
    assert_eq!(envelopes(&l), envelopes(&l));
    assert!(envelopes(&[]).is_empty());
}
