---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum BookingError {
    SoldOut { date: String },
    PassportExpired,
    PaymentDeclined(u32),
    Timeout,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Confirm,
    OfferOtherDates,
    AskTraveller,
    /// The booking system could not be reached: try it once more.
    Retry,
}

impl BookingError {
    pub fn message(&self) -> String {
        match self {
            BookingError::SoldOut { date } => format!("nothing left on {date}"),
            BookingError::PassportExpired => "passport expired".to_string(),
            BookingError::PaymentDeclined(code) => format!("payment declined ({code})"),
            BookingError::Timeout => "no answer from the airline".to_string(),
        }
    }
}

/// What the agent has to do after an attempt to book.
pub fn next_step(outcome: &Result<u64, BookingError>) -> Next {
    match outcome {
        Ok(_) => Next::Confirm,
        Err(BookingError::SoldOut { .. }) => Next::OfferOtherDates,
        Err(BookingError::PassportExpired | BookingError::PaymentDeclined(_)) => Next::AskTraveller,
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum BookingError {
    SoldOut { date: String },
    PassportExpired,
    PaymentDeclined(u32),
    Timeout,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Confirm,
    OfferOtherDates,
    AskTraveller,
    /// The booking system could not be reached: try it once more.
    Retry,
}

impl BookingError {
    pub fn message(&self) -> String {
        match self {
            BookingError::SoldOut { date } => format!("nothing left on {date}"),
            BookingError::PassportExpired => "passport expired".to_string(),
            BookingError::PaymentDeclined(code) => format!("payment declined ({code})"),
            BookingError::Timeout => "no answer from the airline".to_string(),
        }
    }
}

/// What the agent has to do after an attempt to book.
pub fn next_step(outcome: &Result<u64, BookingError>) -> Next {
    match outcome {
        Ok(_) => Next::Confirm,
        Err(BookingError::SoldOut { .. }) => Next::OfferOtherDates,
        Err(BookingError::PassportExpired | BookingError::PaymentDeclined(_)) => Next::AskTraveller,
        Err(BookingError::Timeout) => Next::Retry,
    }
}
==== tests
#[test]
fn timeout_is_tried_again() {
    assert_eq!(next_step(&Err(BookingError::Timeout)), Next::Retry);
}
#[test]
fn the_others() {
    assert_eq!(next_step(&Ok(4)), Next::Confirm);
    assert_eq!(next_step(&Err(BookingError::SoldOut { date: "1 May".into() })), Next::OfferOtherDates);
    assert_eq!(next_step(&Err(BookingError::PassportExpired)), Next::AskTraveller);
    assert_eq!(next_step(&Err(BookingError::PaymentDeclined(5))), Next::AskTraveller);
}
