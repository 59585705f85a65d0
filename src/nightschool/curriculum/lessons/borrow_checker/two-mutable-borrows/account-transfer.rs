---
code: E0499
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TransferError {
    NoSuchAccount,
    Insufficient,
}

#[derive(Debug, Default)]
pub struct Account {
    pub number: u32,
    pub balance: i64,
    pub movements: Vec<i64>,
}

impl Account {
    fn withdraw(&mut self, amount: i64) -> Result<(), TransferError> {
        if self.balance < amount {
            return Err(TransferError::Insufficient);
        }
        self.balance -= amount;
        self.movements.push(-amount);
        Ok(())
    }

    fn deposit(&mut self, amount: i64) {
        self.balance += amount;
        self.movements.push(amount);
    }
}

pub struct Branch {
    pub accounts: Vec<Account>,
}

impl Branch {
    fn position(&self, number: u32) -> Result<usize, TransferError> {
        self.accounts
            .iter()
            .position(|a| a.number == number)
            .ok_or(TransferError::NoSuchAccount)
    }

    /// Moves `amount`; when it fails, neither account is touched.
    pub fn transfer(&mut self, from: u32, to: u32, amount: i64) -> Result<(), TransferError> {
        let from = self.position(from)?;
        let to = self.position(to)?;
        let source = &mut self.accounts[from];
        let target = &mut self.accounts[to];
        source.withdraw(amount)?;
        target.deposit(amount);
        Ok(())
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TransferError {
    NoSuchAccount,
    Insufficient,
}

#[derive(Debug, Default)]
pub struct Account {
    pub number: u32,
    pub balance: i64,
    pub movements: Vec<i64>,
}

impl Account {
    fn withdraw(&mut self, amount: i64) -> Result<(), TransferError> {
        if self.balance < amount {
            return Err(TransferError::Insufficient);
        }
        self.balance -= amount;
        self.movements.push(-amount);
        Ok(())
    }

    fn deposit(&mut self, amount: i64) {
        self.balance += amount;
        self.movements.push(amount);
    }
}

pub struct Branch {
    pub accounts: Vec<Account>,
}

impl Branch {
    fn position(&self, number: u32) -> Result<usize, TransferError> {
        self.accounts
            .iter()
            .position(|a| a.number == number)
            .ok_or(TransferError::NoSuchAccount)
    }

    /// Moves `amount`; when it fails, neither account is touched.
    pub fn transfer(&mut self, from: u32, to: u32, amount: i64) -> Result<(), TransferError> {
        let from = self.position(from)?;
        let to = self.position(to)?;
        self.accounts[from].withdraw(amount)?;
        self.accounts[to].deposit(amount);
        Ok(())
    }
}
==== tests
fn branch() -> Branch {
    Branch {
        accounts: vec![
            Account { number: 7, balance: 100, movements: vec![] },
            Account { number: 9, balance: 5, movements: vec![] },
        ],
    }
}

#[test]
fn moves_the_amount() {
    let mut b = branch();
    assert_eq!(b.transfer(7, 9, 60), Ok(()));
    assert_eq!((b.accounts[0].balance, b.accounts[1].balance), (40, 65));
    assert_eq!(b.accounts[0].movements, vec![-60]);
    assert_eq!(b.accounts[1].movements, vec![60]);
    assert_eq!(b.transfer(9, 7, 65), Ok(()));
    assert_eq!((b.accounts[0].balance, b.accounts[1].balance), (105, 0));
}

#[test]
fn failure_touches_nothing() {
    let mut b = branch();
    assert_eq!(b.transfer(9, 7, 60), Err(TransferError::Insufficient));
    assert_eq!(b.transfer(7, 8, 6), Err(TransferError::NoSuchAccount));
    assert_eq!((b.accounts[0].balance, b.accounts[1].balance), (100, 5));
    assert!(b.accounts.iter().all(|a| a.movements.is_empty()));
}
