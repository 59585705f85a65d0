---
code: E0277
---
//! Decodes the score packets of an arcade machine: raw bytes `NAME:SCORE`.

use std::num::ParseIntError;
use std::str::Utf8Error;

#[derive(Debug, PartialEq)]
pub enum PacketError {
    Encoding(Utf8Error),
    Score(ParseIntError),
    Separator,
}

impl From<ParseIntError> for PacketError {
    fn from(error: ParseIntError) -> Self {
        PacketError::Score(error)
    }
}

#[derive(Debug, PartialEq)]
pub struct Score {
    pub player: String,
    pub points: u32,
}

/// Decodes a single packet.
pub fn decode(packet: &[u8]) -> Result<Score, PacketError> {
    let text = std::str::from_utf8(packet)?;
    let (player, points) = text.split_once(':').ok_or(PacketError::Separator)?;
    Ok(Score {
        player: player.to_string(),
        points: points.parse()?,
    })
}

/// Decodes the player who is on the machine's title screen.
pub fn decode_title(packet: &[u8]) -> Result<String, PacketError> {
    let title = std::str::from_utf8(packet)?;
    Ok(title.trim_end().to_uppercase())
}
==== fixed
//! Decodes the score packets of an arcade machine: raw bytes `NAME:SCORE`.

use std::num::ParseIntError;
use std::str::Utf8Error;

#[derive(Debug, PartialEq)]
pub enum PacketError {
    Encoding(Utf8Error),
    Score(ParseIntError),
    Separator,
}

impl From<ParseIntError> for PacketError {
    fn from(error: ParseIntError) -> Self {
        PacketError::Score(error)
    }
}

impl From<Utf8Error> for PacketError {
    fn from(error: Utf8Error) -> Self {
        PacketError::Encoding(error)
    }
}

#[derive(Debug, PartialEq)]
pub struct Score {
    pub player: String,
    pub points: u32,
}

/// Decodes a single packet.
pub fn decode(packet: &[u8]) -> Result<Score, PacketError> {
    let text = std::str::from_utf8(packet)?;
    let (player, points) = text.split_once(':').ok_or(PacketError::Separator)?;
    Ok(Score {
        player: player.to_string(),
        points: points.parse()?,
    })
}

/// Decodes the player who is on the machine's title screen.
pub fn decode_title(packet: &[u8]) -> Result<String, PacketError> {
    let title = std::str::from_utf8(packet)?;
    Ok(title.trim_end().to_uppercase())
}
==== tests
#[test]
fn decodes() {
    assert_eq!(decode(b"zed:4200"), Ok(Score { player: "zed".to_string(), points: 4200 }));
    assert_eq!(decode_title(b"zed \n"), Ok("ZED".to_string()));
}

#[test]
fn broken_packets() {
    assert!(matches!(decode(b"z\xffd:4200"), Err(PacketError::Encoding(_))));
    assert!(matches!(decode_title(b"\xc3"), Err(PacketError::Encoding(_))));
    assert!(matches!(decode(b"zed:much"), Err(PacketError::Score(_))));
    assert_eq!(decode(b"zed"), Err(PacketError::Separator));
}
