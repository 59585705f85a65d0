#[derive(Debug, PartialEq)]
pub enum OperandError {
    Empty,
    NotANumber(String),
}

/// Reads an operand written in hexadecimal (`0x1F`), binary (`0b101`) or decimal.
pub fn operand(text: &str) -> Result<u16, OperandError> {
    if text.is_empty() {
        return Err(OperandError::Empty);
    }
    let bad = |_| OperandError::NotANumber(text.to_string());
    if let Some(hex) = text.strip_prefix("0x") {
        u16::from_str_radix(hex, 16).map_err(bad)
    } else if let Some(bits) = text.strip_prefix("0b") {
        u16::from_str_radix(bits, 2).map_err(bad)
    } else {
        text.parse::<u16>().map_err(bad)
    }
}
