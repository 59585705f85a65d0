---
code: E0499
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub owner: String,
    pub cents: i64,
}

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NoAccount(usize),
    SameAccount,
    Short { missing: i64 },
}

pub struct Bank {
    accounts: Vec<Account>,
}

impl Account {
    fn pay(&mut self, other: &mut Account, cents: i64) -> Result<(), TransferError> {
        if self.cents < cents {
            return Err(TransferError::Short { missing: cents - self.cents });
        }
        self.cents -= cents;
        other.cents += cents;
        Ok(())
    }
}

impl Bank {
    pub fn new(accounts: &[(&str, i64)]) -> Bank {
        let accounts = accounts.iter().map(|(o, c)| Account { owner: o.to_string(), cents: *c }).collect();
        Bank { accounts }
    }

    pub fn transfer(&mut self, from: usize, to: usize, cents: i64) -> Result<(), TransferError> {
        if let Some(bad) = [from, to].into_iter().find(|i| *i >= self.accounts.len()) {
            return Err(TransferError::NoAccount(bad));
        }
        if from == to {
            return Err(TransferError::SameAccount);
        }
        let payer = &mut self.accounts[from];
        let payee = &mut self.accounts[to];
        payer.pay(payee, cents)
    }

    pub fn balances(&self) -> Vec<i64> {
        self.accounts.iter().map(|a| a.cents).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    pub owner: String,
    pub cents: i64,
}

#[derive(Debug, PartialEq, Eq)]
pub enum TransferError {
    NoAccount(usize),
    SameAccount,
    Short { missing: i64 },
}

pub struct Bank {
    accounts: Vec<Account>,
}

impl Account {
    fn pay(&mut self, other: &mut Account, cents: i64) -> Result<(), TransferError> {
        if self.cents < cents {
            return Err(TransferError::Short { missing: cents - self.cents });
        }
        self.cents -= cents;
        other.cents += cents;
        Ok(())
    }
}

impl Bank {
    pub fn new(accounts: &[(&str, i64)]) -> Bank {
        let accounts = accounts.iter().map(|(o, c)| Account { owner: o.to_string(), cents: *c }).collect();
        Bank { accounts }
    }

    pub fn transfer(&mut self, from: usize, to: usize, cents: i64) -> Result<(), TransferError> {
        if let Some(bad) = [from, to].into_iter().find(|i| *i >= self.accounts.len()) {
            return Err(TransferError::NoAccount(bad));
        }
        if from == to {
            return Err(TransferError::SameAccount);
        }
        let (head, tail) = self.accounts.split_at_mut(from.max(to));
        let (payer, payee) = if from < to {
            (&mut head[from], &mut tail[0])
        } else {
            (&mut tail[0], &mut head[to])
        };
        payer.pay(payee, cents)
    }

    pub fn balances(&self) -> Vec<i64> {
        self.accounts.iter().map(|a| a.cents).collect()
    }
}
==== tests
#[test]
fn both_directions() {
    let mut bank = Bank::new(&[("a", 100), ("b", 50), ("c", 0)]);
    assert_eq!(bank.transfer(0, 2, 30), Ok(()));
    assert_eq!(bank.transfer(1, 0, 50), Ok(()));
    assert_eq!(bank.balances(), [120, 0, 30]);
}

#[test]
fn refused_transfers_change_nothing() {
    let mut bank = Bank::new(&[("a", 100), ("b", 50)]);
    assert_eq!(bank.transfer(1, 0, 70), Err(TransferError::Short { missing: 20 }));
    assert_eq!(bank.transfer(1, 5, 1), Err(TransferError::NoAccount(5)));
    assert_eq!(bank.transfer(0, 0, 1), Err(TransferError::SameAccount));
    assert_eq!(bank.balances(), [100, 50]);
}
