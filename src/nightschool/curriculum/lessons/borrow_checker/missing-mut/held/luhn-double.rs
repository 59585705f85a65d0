---
code: E0596
---
/// A card number with its digits, the last being the check digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardNumber {
    digits: Vec<u8>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    pub valid: usize,
    pub repaired: usize,
}

impl CardNumber {
    pub fn parse(text: &str) -> Option<CardNumber> {
        let digits: Option<Vec<u8>> = text
            .chars()
            .filter(|c| *c != ' ')
            .map(|c| c.to_digit(10).map(|d| d as u8))
            .collect();
        digits.filter(|d| d.len() > 1).map(|digits| CardNumber { digits })
    }

    fn luhn(&self) -> u32 {
        self.digits
            .iter()
            .rev()
            .enumerate()
            .map(|(i, d)| match (i % 2, *d as u32 * 2) {
                (0, _) => *d as u32,
                (_, twice) => if twice > 9 { twice - 9 } else { twice },
            })
            .sum()
    }

    pub fn is_valid(&self) -> bool {
        self.luhn() % 10 == 0
    }

    /// Sets the last digit so that the number becomes valid.
    pub fn repair(&mut self) {
        if let Some(last) = self.digits.last_mut() {
            *last = 0;
        }
        let check = (10 - self.luhn() % 10) % 10;
        if let Some(last) = self.digits.last_mut() {
            *last = check as u8;
        }
    }
}

/// Repairs, in place, all numbers that are not valid.
pub fn repair_all(cards: &mut [CardNumber]) -> Audit {
    let mut audit = Audit::default();
    for card in cards.iter() {
        if card.is_valid() {
            audit.valid += 1;
        } else {
            card.repair();
            audit.repaired += 1;
        }
    }
    audit
}
==== fixed
/// A card number with its digits, the last being the check digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardNumber {
    digits: Vec<u8>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audit {
    pub valid: usize,
    pub repaired: usize,
}

impl CardNumber {
    pub fn parse(text: &str) -> Option<CardNumber> {
        let digits: Option<Vec<u8>> = text
            .chars()
            .filter(|c| *c != ' ')
            .map(|c| c.to_digit(10).map(|d| d as u8))
            .collect();
        digits.filter(|d| d.len() > 1).map(|digits| CardNumber { digits })
    }

    fn luhn(&self) -> u32 {
        self.digits
            .iter()
            .rev()
            .enumerate()
            .map(|(i, d)| match (i % 2, *d as u32 * 2) {
                (0, _) => *d as u32,
                (_, twice) => if twice > 9 { twice - 9 } else { twice },
            })
            .sum()
    }

    pub fn is_valid(&self) -> bool {
        self.luhn() % 10 == 0
    }

    /// Sets the last digit so that the number becomes valid.
    pub fn repair(&mut self) {
        if let Some(last) = self.digits.last_mut() {
            *last = 0;
        }
        let check = (10 - self.luhn() % 10) % 10;
        if let Some(last) = self.digits.last_mut() {
            *last = check as u8;
        }
    }
}

/// Repairs, in place, all numbers that are not valid.
pub fn repair_all(cards: &mut [CardNumber]) -> Audit {
    let mut audit = Audit::default();
    for card in cards.iter_mut() {
        if card.is_valid() {
            audit.valid += 1;
        } else {
            card.repair();
            audit.repaired += 1;
        }
    }
    audit
}
==== tests
fn card(text: &str) -> CardNumber {
    CardNumber::parse(text).unwrap()
}

#[test]
fn numbers_are_repaired_in_place() {
    let mut cards = vec![card("7992 7398 713"), card("7992 7398 710"), card("18")];
    let audit = repair_all(&mut cards);
    assert_eq!(audit, Audit { valid: 2, repaired: 1 });
    assert_eq!(cards[1], card("79927398713"));
    assert!(cards.iter().all(CardNumber::is_valid));
}

#[test]
fn parsing() {
    assert!(CardNumber::parse("12a").is_none());
    assert!(CardNumber::parse("1").is_none());
    assert!(!card("19").is_valid());
}
