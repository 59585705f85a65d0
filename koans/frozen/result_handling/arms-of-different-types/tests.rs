#[test]
fn all_three_notations_are_read() {
    assert_eq!(operand("0x1F"), Ok(31));
    assert_eq!(operand("0b101"), Ok(5));
    assert_eq!(operand("65535"), Ok(65535));
    assert_eq!(operand("0"), Ok(0));
}

#[test]
fn what_is_no_number_is_reported_as_written() {
    for text in ["0xZZ", "0b102", "12a", "65536", "-1"] {
        assert_eq!(operand(text), Err(OperandError::NotANumber(text.to_string())));
    }
}

#[test]
fn an_empty_operand_has_its_own_error() {
    assert_eq!(operand(""), Err(OperandError::Empty));
}
