---
code: E0308
---
//! A wallet for play money.

#[derive(Debug, PartialEq)]
pub enum WalletError {
    Overdrawn { missing: u32 },
    Full,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Wallet {
    pub coins: u32,
    /// All the coins this wallet has ever paid out.
    pub spent: u32,
    capacity: u32,
}

impl Wallet {
    pub fn new(capacity: u32) -> Self {
        Wallet { coins: 0, spent: 0, capacity }
    }

    /// Puts coins in. A wallet that would overflow takes none of them.
    pub fn put(&mut self, coins: u32) -> Result<(), WalletError> {
        match self.coins.checked_add(coins) {
            Some(sum) if sum <= self.capacity => {
                self.coins = sum;
                Ok(())
            }
            _ => Err(WalletError::Full),
        }
    }

    /// Takes coins out. Who asks for more than there is gets nothing but
    /// the word how many are missing.
    pub fn pay(&mut self, coins: u32) -> Result<u32, WalletError> {
        self.coins = self.coins.checked_sub(coins);
        self.spent += coins;
        Ok(self.coins)
    }
}
==== fixed
//! A wallet for play money.

#[derive(Debug, PartialEq)]
pub enum WalletError {
    Overdrawn { missing: u32 },
    Full,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Wallet {
    pub coins: u32,
    /// All the coins this wallet has ever paid out.
    pub spent: u32,
    capacity: u32,
}

impl Wallet {
    pub fn new(capacity: u32) -> Self {
        Wallet { coins: 0, spent: 0, capacity }
    }

    /// Puts coins in. A wallet that would overflow takes none of them.
    pub fn put(&mut self, coins: u32) -> Result<(), WalletError> {
        match self.coins.checked_add(coins) {
            Some(sum) if sum <= self.capacity => {
                self.coins = sum;
                Ok(())
            }
            _ => Err(WalletError::Full),
        }
    }

    /// Takes coins out. Who asks for more than there is gets nothing but
    /// the word how many are missing.
    pub fn pay(&mut self, coins: u32) -> Result<u32, WalletError> {
        self.coins = self.coins.checked_sub(coins).ok_or(WalletError::Overdrawn {
            missing: coins.saturating_sub(self.coins),
        })?;
        self.spent += coins;
        Ok(self.coins)
    }
}
==== tests
#[test]
fn pays() {
    let mut wallet = Wallet::new(100);
    wallet.put(30).unwrap();
    assert_eq!(wallet.pay(10), Ok(20));
    assert_eq!(wallet.pay(20), Ok(0));
    assert_eq!(wallet.spent, 30);
}

#[test]
fn overdrawn() {
    let mut wallet = Wallet::new(100);
    wallet.put(30).unwrap();
    assert_eq!(wallet.pay(37), Err(WalletError::Overdrawn { missing: 7 }));
    assert_eq!((wallet.coins, wallet.spent), (30, 0));
    assert_eq!(wallet.put(71), Err(WalletError::Full));
}
