//! A shop's till: goods, baskets, receipts.

pub mod basket;
pub mod goods;
pub mod receipt;
pub mod stock;

pub use basket::Basket;
pub use goods::{Article, Kind};
