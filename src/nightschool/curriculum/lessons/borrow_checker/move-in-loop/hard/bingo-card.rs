---
code: E0382
---
//! Bingo cards out of a caller's sequence of numbers.

#[derive(Debug, PartialEq)]
pub struct Card {
    pub rows: Vec<Vec<u8>>,
}

impl Card {
    /// Fills a card row by row with numbers in the sequence given.
    /// There is no card when they do not suffice.
    pub fn fill(numbers: &[u8], rows: usize, columns: usize) -> Option<Card> {
        let supply = numbers.iter().copied();
        let mut card = Card { rows: Vec::with_capacity(rows) };
        for _ in 0..rows {
            let row: Vec<u8> = supply.take(columns).collect();
            if row.len() < columns {
                return None;
            }
            card.rows.push(row);
        }
        Some(card)
    }

    /// Whether all numbers of at least one row have been called.
    pub fn wins(&self, called: &[u8]) -> bool {
        self.rows.iter().any(|row| row.iter().all(|number| called.contains(number)))
    }
}
==== fixed
//! Bingo cards out of a caller's sequence of numbers.

#[derive(Debug, PartialEq)]
pub struct Card {
    pub rows: Vec<Vec<u8>>,
}

impl Card {
    /// Fills a card row by row with numbers in the sequence given.
    /// There is no card when they do not suffice.
    pub fn fill(numbers: &[u8], rows: usize, columns: usize) -> Option<Card> {
        let mut supply = numbers.iter().copied();
        let mut card = Card { rows: Vec::with_capacity(rows) };
        for _ in 0..rows {
            let row: Vec<u8> = supply.by_ref().take(columns).collect();
            if row.len() < columns {
                return None;
            }
            card.rows.push(row);
        }
        Some(card)
    }

    /// Whether all numbers of at least one row have been called.
    pub fn wins(&self, called: &[u8]) -> bool {
        self.rows.iter().any(|row| row.iter().all(|number| called.contains(number)))
    }
}
==== tests
#[test]
fn rows_take_their_numbers_in_turn() {
    let card = Card::fill(&[4, 8, 15, 16, 23, 42, 99], 3, 2).unwrap();
    assert_eq!(card.rows, [vec![4, 8], vec![15, 16], vec![23, 42]]);
    assert!(card.wins(&[1, 23, 42]));
    assert!(!card.wins(&[4, 15, 23]));
}

#[test]
fn too_few_numbers_make_no_card() {
    assert_eq!(Card::fill(&[1, 2, 3], 2, 2), None);
    assert_eq!(Card::fill(&[1], 1, 2), None);
    assert!(Card::fill(&[1, 2, 3, 4], 2, 2).is_some());
}
