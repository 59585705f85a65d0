---
code: E0599
---
#[derive(Debug, PartialEq)]
pub enum LoanError {
    NotInventoried(u32),
    NotInsured,
}

#[derive(Debug, Clone)]
pub struct Work {
    pub number: u32,
    pub value: Option<u64>,
}

impl Work {
    /// The premium is a hundredth of the value; works without a value cannot be insured.
    pub fn premium(&self) -> Result<u64, LoanError> {
        self.value.map(|value| value / 100).ok_or(LoanError::NotInsured)
    }
}

pub struct Depot {
    works: Vec<Work>,
}

impl Depot {
    pub fn new(works: Vec<Work>) -> Self {
        Depot { works }
    }

    pub fn find(&self, number: u32) -> Result<&Work, LoanError> {
        self.works
            .iter()
            .find(|work| work.number == number)
            .ok_or(LoanError::NotInventoried(number))
    }

    /// What the insurance of all works on a loan list costs.
    pub fn insure(&self, list: &[u32]) -> Result<u64, LoanError> {
        let mut cost = 0;
        for number in list {
            cost += self.find(*number).premium()?;
        }
        Ok(cost)
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum LoanError {
    NotInventoried(u32),
    NotInsured,
}

#[derive(Debug, Clone)]
pub struct Work {
    pub number: u32,
    pub value: Option<u64>,
}

impl Work {
    /// The premium is a hundredth of the value; works without a value cannot be insured.
    pub fn premium(&self) -> Result<u64, LoanError> {
        self.value.map(|value| value / 100).ok_or(LoanError::NotInsured)
    }
}

pub struct Depot {
    works: Vec<Work>,
}

impl Depot {
    pub fn new(works: Vec<Work>) -> Self {
        Depot { works }
    }

    pub fn find(&self, number: u32) -> Result<&Work, LoanError> {
        self.works
            .iter()
            .find(|work| work.number == number)
            .ok_or(LoanError::NotInventoried(number))
    }

    /// What the insurance of all works on a loan list costs.
    pub fn insure(&self, list: &[u32]) -> Result<u64, LoanError> {
        let mut cost = 0;
        for number in list {
            cost += self.find(*number)?.premium()?;
        }
        Ok(cost)
    }
}
==== tests
fn depot() -> Depot {
    Depot::new(vec![
        Work { number: 1, value: Some(5000) },
        Work { number: 2, value: None },
        Work { number: 3, value: Some(200) },
    ])
}
#[test]
fn sums() {
    assert_eq!(depot().insure(&[3, 1]), Ok(52));
    assert_eq!(depot().insure(&[]), Ok(0));
}
#[test]
fn first_failure() {
    assert_eq!(depot().insure(&[1, 9, 2]), Err(LoanError::NotInventoried(9)));
    assert_eq!(depot().insure(&[1, 2]), Err(LoanError::NotInsured));
}
