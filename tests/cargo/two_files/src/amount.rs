//! Money.

/// An amount in cents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    pub(crate) cents: i64,
}

impl Amount {
    /// From whole coins.
    pub fn coins(count: i64) -> Amount {
        Amount { cents: count * 100 }
    }
}
