---
code: E0004
---
/// Everything a decoder can complain about.
#[derive(Debug, Clone, PartialEq)]
pub enum CodecError {
    /// More bytes may help.
    NeedMore(usize),
    /// One unit was unreadable; the decoder can go on behind it.
    BadUnit { at: usize, len: usize },
    /// The stream uses a version that is not known.
    Version(u8),
    /// The checksum is wrong: nothing of the block can be trusted.
    Checksum,
}

/// What a caller should do next.
#[derive(Debug, PartialEq)]
pub enum Action {
    Wait,
    /// Go on at this position.
    Resume(usize),
    Abort,
}

/// Waits if more bytes may help, goes on behind what can be skipped and
/// aborts in all other cases.
pub fn action(error: &CodecError) -> Action {
    match error {
        CodecError::NeedMore(_) => Action::Wait,
        CodecError::Checksum => Action::Abort,
    }
}

/// The first error that ends the decoding, if any of them does.
pub fn fatal(errors: &[CodecError]) -> Option<&CodecError> {
    errors.iter().find(|error| action(error) == Action::Abort)
}
==== fixed
/// Everything a decoder can complain about.
#[derive(Debug, Clone, PartialEq)]
pub enum CodecError {
    /// More bytes may help.
    NeedMore(usize),
    /// One unit was unreadable; the decoder can go on behind it.
    BadUnit { at: usize, len: usize },
    /// The stream uses a version that is not known.
    Version(u8),
    /// The checksum is wrong: nothing of the block can be trusted.
    Checksum,
}

/// What a caller should do next.
#[derive(Debug, PartialEq)]
pub enum Action {
    Wait,
    /// Go on at this position.
    Resume(usize),
    Abort,
}

/// Waits if more bytes may help, goes on behind what can be skipped and
/// aborts in all other cases.
pub fn action(error: &CodecError) -> Action {
    match error {
        CodecError::NeedMore(_) => Action::Wait,
        CodecError::BadUnit { at, len } => Action::Resume(at + len),
        CodecError::Version(_) | CodecError::Checksum => Action::Abort,
    }
}

/// The first error that ends the decoding, if any of them does.
pub fn fatal(errors: &[CodecError]) -> Option<&CodecError> {
    errors.iter().find(|error| action(error) == Action::Abort)
}
==== tests
#[test]
fn actions() {
    assert_eq!(action(&CodecError::NeedMore(4)), Action::Wait);
    assert_eq!(action(&CodecError::BadUnit { at: 7, len: 2 }), Action::Resume(9));
    assert_eq!(action(&CodecError::Version(3)), Action::Abort);
    assert_eq!(action(&CodecError::Checksum), Action::Abort);
}

#[test]
fn finds_the_fatal_one() {
    let errors = [
        CodecError::BadUnit { at: 0, len: 1 },
        CodecError::NeedMore(1),
        CodecError::Version(9),
        CodecError::Checksum,
    ];
    assert_eq!(fatal(&errors), Some(&CodecError::Version(9)));
    assert_eq!(fatal(&errors[..2]), None);
}
