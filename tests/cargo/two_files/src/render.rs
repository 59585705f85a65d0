//! What can be printed.

/// Something that is a line of a report.
pub trait Render {
    /// The line, its name in so many columns.
    fn line(&self, width: usize) -> String;
}
