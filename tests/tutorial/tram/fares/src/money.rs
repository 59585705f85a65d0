//! Money is counted in cents, and only this file knows that.

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cents(u64);

impl Cents {
    /// The one way to make an amount: whole euros, never more than the till can hold.
    pub fn from_euros(euros: u64) -> Self {
        Self(euros.min(10_000) * 100)
    }

    /// Two amounts together.
    pub fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// As it is printed: `4.00`.
    pub fn text(self) -> String {
        format!("{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
