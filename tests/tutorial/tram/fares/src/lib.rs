//! What a journey costs.

mod line;
mod money;

pub use line::Line;
pub use money::Cents;
