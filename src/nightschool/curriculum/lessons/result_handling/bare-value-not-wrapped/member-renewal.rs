---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub member: String,
    pub valid_until: u32,
    pub open_fines: u32,
}

#[derive(Debug, PartialEq)]
pub enum RenewalError {
    OpenFines(u32),
    TooEarly,
}

const MAX_YEARS_AHEAD: u32 = 2;

/// Extends a library card by one year from its end, or from this year if it has lapsed.
pub fn renew(card: &Card, this_year: u32) -> Result<Card, RenewalError> {
    if card.open_fines > 0 {
        return Err(RenewalError::OpenFines(card.open_fines));
    }
    let valid_until = card.valid_until.max(this_year) + 1;
    if valid_until > this_year + MAX_YEARS_AHEAD {
        return Err(RenewalError::TooEarly);
    }
    Card {
        valid_until,
        ..card.clone()
    }
}

pub fn renew_all(cards: &mut [Card], this_year: u32) -> usize {
    let mut renewed = 0;
    for card in cards.iter_mut() {
        if let Ok(fresh) = renew(card, this_year) {
            *card = fresh;
            renewed += 1;
        }
    }
    renewed
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub member: String,
    pub valid_until: u32,
    pub open_fines: u32,
}

#[derive(Debug, PartialEq)]
pub enum RenewalError {
    OpenFines(u32),
    TooEarly,
}

const MAX_YEARS_AHEAD: u32 = 2;

/// Extends a library card by one year from its end, or from this year if it has lapsed.
pub fn renew(card: &Card, this_year: u32) -> Result<Card, RenewalError> {
    if card.open_fines > 0 {
        return Err(RenewalError::OpenFines(card.open_fines));
    }
    let valid_until = card.valid_until.max(this_year) + 1;
    if valid_until > this_year + MAX_YEARS_AHEAD {
        return Err(RenewalError::TooEarly);
    }
    Ok(Card {
        valid_until,
        ..card.clone()
    })
}

pub fn renew_all(cards: &mut [Card], this_year: u32) -> usize {
    let mut renewed = 0;
    for card in cards.iter_mut() {
        if let Ok(fresh) = renew(card, this_year) {
            *card = fresh;
            renewed += 1;
        }
    }
    renewed
}
==== tests
fn card(valid_until: u32, open_fines: u32) -> Card {
    Card { member: "Noor".into(), valid_until, open_fines }
}

#[test]
fn renews_from_the_end_or_from_now() {
    assert_eq!(renew(&card(2025, 0), 2024), Ok(card(2026, 0)));
    assert_eq!(renew(&card(2019, 0), 2024), Ok(card(2025, 0)));
}

#[test]
fn refusals() {
    assert_eq!(renew(&card(2025, 3), 2024), Err(RenewalError::OpenFines(3)));
    assert_eq!(renew(&card(2026, 0), 2024), Err(RenewalError::TooEarly));
}

#[test]
fn all_of_them() {
    let mut cards = vec![card(2024, 0), card(2024, 1), card(2026, 0)];
    assert_eq!(renew_all(&mut cards, 2024), 1);
    assert_eq!(cards[0].valid_until, 2025);
    assert_eq!(cards[1].valid_until, 2024);
}
