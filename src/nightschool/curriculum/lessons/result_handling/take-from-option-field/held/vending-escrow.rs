---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Escrow {
    pub coins: Vec<u32>,
    pub selected_slot: String,
}

#[derive(Debug, PartialEq)]
pub enum CoinError {
    NothingInserted,
}

#[derive(Default)]
pub struct CoinBox {
    escrow: Option<Escrow>,
    pub banked: u32,
}

impl CoinBox {
    pub fn insert(&mut self, slot: &str, coin: u32) {
        let escrow = self.escrow.get_or_insert_with(|| Escrow {
            coins: Vec::new(),
            selected_slot: slot.to_string(),
        });
        escrow.coins.push(coin);
    }

    pub fn pending(&self) -> u32 {
        self.escrow.as_ref().map_or(0, |e| e.coins.iter().sum())
    }

    /// Drops the coins into the bank. Afterwards nothing is held in escrow,
    /// so pressing the button twice must not bank the same coins again.
    pub fn accept(&mut self) -> Result<String, CoinError> {
        let escrow = self.escrow.ok_or(CoinError::NothingInserted)?;
        self.banked += escrow.coins.iter().sum::<u32>();
        Ok(escrow.selected_slot)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Escrow {
    pub coins: Vec<u32>,
    pub selected_slot: String,
}

#[derive(Debug, PartialEq)]
pub enum CoinError {
    NothingInserted,
}

#[derive(Default)]
pub struct CoinBox {
    escrow: Option<Escrow>,
    pub banked: u32,
}

impl CoinBox {
    pub fn insert(&mut self, slot: &str, coin: u32) {
        let escrow = self.escrow.get_or_insert_with(|| Escrow {
            coins: Vec::new(),
            selected_slot: slot.to_string(),
        });
        escrow.coins.push(coin);
    }

    pub fn pending(&self) -> u32 {
        self.escrow.as_ref().map_or(0, |e| e.coins.iter().sum())
    }

    /// Drops the coins into the bank. Afterwards nothing is held in escrow,
    /// so pressing the button twice must not bank the same coins again.
    pub fn accept(&mut self) -> Result<String, CoinError> {
        let escrow = self.escrow.take().ok_or(CoinError::NothingInserted)?;
        self.banked += escrow.coins.iter().sum::<u32>();
        Ok(escrow.selected_slot)
    }
}
==== tests
#[test]
fn accept_banks_and_names_the_slot() {
    let mut b = CoinBox::default();
    b.insert("B4", 100);
    b.insert("B4", 50);
    assert_eq!(b.pending(), 150);
    assert_eq!(b.accept(), Ok("B4".to_string()));
    assert_eq!(b.banked, 150);
    assert_eq!(b.pending(), 0);
}

#[test]
fn second_accept_fails() {
    let mut b = CoinBox::default();
    b.insert("A1", 20);
    b.accept().unwrap();
    assert_eq!(b.accept(), Err(CoinError::NothingInserted));
    assert_eq!(b.banked, 20);
}
