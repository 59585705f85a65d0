---
code: E0277
---
//! Colours as they are written in style sheets.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColourError {
    /// There is no `#` in front.
    NoHash,
    /// Not six digits.
    Length,
    /// Something that is no hexadecimal digit.
    Digit,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

fn channel(digits: &str) -> Result<u8, ColourError> {
    let value = u8::from_str_radix(digits, 16)?;
    Ok(value)
}

impl Colour {
    /// Reads `#ff8000`.
    pub fn parse(text: &str) -> Result<Colour, ColourError> {
        let digits = text.strip_prefix('#').ok_or(ColourError::NoHash)?;
        if digits.len() != 6 || !digits.is_ascii() {
            return Err(ColourError::Length);
        }
        Ok(Colour {
            red: channel(&digits[0..2])?,
            green: channel(&digits[2..4])?,
            blue: channel(&digits[4..6])?,
        })
    }

    /// How bright it looks, 0 to 255.
    pub fn brightness(self) -> u8 {
        let sum = u32::from(self.red) * 3 + u32::from(self.green) * 6 + u32::from(self.blue);
        (sum / 10) as u8
    }
}
==== fixed
//! Colours as they are written in style sheets.

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ColourError {
    /// There is no `#` in front.
    NoHash,
    /// Not six digits.
    Length,
    /// Something that is no hexadecimal digit.
    Digit,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

fn channel(digits: &str) -> Result<u8, ColourError> {
    let value = u8::from_str_radix(digits, 16).map_err(|_| ColourError::Digit)?;
    Ok(value)
}

impl Colour {
    /// Reads `#ff8000`.
    pub fn parse(text: &str) -> Result<Colour, ColourError> {
        let digits = text.strip_prefix('#').ok_or(ColourError::NoHash)?;
        if digits.len() != 6 || !digits.is_ascii() {
            return Err(ColourError::Length);
        }
        Ok(Colour {
            red: channel(&digits[0..2])?,
            green: channel(&digits[2..4])?,
            blue: channel(&digits[4..6])?,
        })
    }

    /// How bright it looks, 0 to 255.
    pub fn brightness(self) -> u8 {
        let sum = u32::from(self.red) * 3 + u32::from(self.green) * 6 + u32::from(self.blue);
        (sum / 10) as u8
    }
}
==== tests
#[test]
fn reads_colours() {
    let orange = Colour::parse("#ff8000").unwrap();
    assert_eq!(orange, Colour { red: 255, green: 128, blue: 0 });
    assert_eq!(orange.brightness(), 153);
}

#[test]
fn tells_what_is_wrong() {
    assert_eq!(Colour::parse("ff8000"), Err(ColourError::NoHash));
    assert_eq!(Colour::parse("#ff80"), Err(ColourError::Length));
    assert_eq!(Colour::parse("#ff80zz"), Err(ColourError::Digit));
    assert_eq!(Colour::parse("#xx8000"), Err(ColourError::Digit));
}
