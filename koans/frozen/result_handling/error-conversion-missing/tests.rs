#[test]
fn channels_are_read_in_order() {
    assert_eq!(parse_colour("#ff8000"), Ok([255, 128, 0]));
    assert_eq!(parse_colour("0A0b0C"), Ok([10, 11, 12]));
}

#[test]
fn wrong_lengths_are_reported() {
    assert_eq!(parse_colour("#fff"), Err(ColourError::Length(3)));
    assert_eq!(parse_colour(""), Err(ColourError::Length(0)));
}

#[test]
fn bad_digits_carry_their_cause() {
    let cause = u8::from_str_radix("zz", 16).unwrap_err();
    assert_eq!(parse_colour("#00zz00"), Err(ColourError::Digits(cause)));
    assert!(matches!(parse_colour("#0000-z"), Err(ColourError::Digits(_))));
}
