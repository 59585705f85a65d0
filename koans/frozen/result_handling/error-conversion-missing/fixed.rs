use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
pub enum ColourError {
    Length(usize),
    Digits(ParseIntError),
}

/// Parses "#rrggbb" into its three channels.
pub fn parse_colour(text: &str) -> Result<[u8; 3], ColourError> {
    let hex = text.strip_prefix('#').unwrap_or(text);
    if hex.len() != 6 || !hex.is_ascii() {
        return Err(ColourError::Length(hex.len()));
    }
    let mut channels = [0; 3];
    for (i, channel) in channels.iter_mut().enumerate() {
        *channel = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).map_err(ColourError::Digits)?;
    }
    Ok(channels)
}
