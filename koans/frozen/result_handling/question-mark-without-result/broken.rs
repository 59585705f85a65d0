use std::num::ParseIntError;

fn component(digits: &str, seconds_per_unit: u64) -> u64 {
    let amount: u64 = digits.parse()?;
    amount * seconds_per_unit
}

/// Seconds in a duration such as "1h20m" or "45s"; an error if a number is malformed.
pub fn parse_duration(text: &str) -> Result<u64, ParseIntError> {
    let mut seconds = 0;
    let mut rest = text.trim();
    while let Some(end) = rest.find(['h', 'm', 's']) {
        let unit = match &rest[end..end + 1] {
            "h" => 3600,
            "m" => 60,
            _ => 1,
        };
        seconds += component(&rest[..end], unit)?;
        rest = &rest[end + 1..];
    }
    Ok(seconds)
}
