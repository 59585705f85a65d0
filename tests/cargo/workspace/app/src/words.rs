//! Words of the command line.

/// The words with one space between two.
pub fn joined(words: &[String]) -> String {
    words.join(" ")
}
