---
code: E0277
---
#[derive(Debug, PartialEq)]
pub struct Card {
    pub rank: u8,
    pub suit: char,
}

fn parse_rank(text: &str) -> Result<u8, String> {
    match text {
        "A" => Ok(14),
        "K" => Ok(13),
        "Q" => Ok(12),
        "J" => Ok(11),
        digits => digits.parse::<u8>().map_err(|err| format!("bad rank {digits}: {err}")),
    }
}

/// Reads a card such as `10h` or `As`. Whatever cannot be read is no card;
/// the caller does not care why.
pub fn parse_card(code: &str) -> Option<Card> {
    let suit = code.chars().last()?;
    if !"cdhs".contains(suit) {
        return None;
    }
    let rank = parse_rank(&code[..code.len() - 1])?;
    (2..=14).contains(&rank).then_some(Card { rank, suit })
}

/// The cards of a line that can be read, in order.
pub fn parse_hand(line: &str) -> Vec<Card> {
    line.split_whitespace().filter_map(parse_card).collect()
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Card {
    pub rank: u8,
    pub suit: char,
}

fn parse_rank(text: &str) -> Result<u8, String> {
    match text {
        "A" => Ok(14),
        "K" => Ok(13),
        "Q" => Ok(12),
        "J" => Ok(11),
        digits => digits.parse::<u8>().map_err(|err| format!("bad rank {digits}: {err}")),
    }
}

/// Reads a card such as `10h` or `As`. Whatever cannot be read is no card;
/// the caller does not care why.
pub fn parse_card(code: &str) -> Option<Card> {
    let suit = code.chars().last()?;
    if !"cdhs".contains(suit) {
        return None;
    }
    let rank = parse_rank(&code[..code.len() - 1]).ok()?;
    (2..=14).contains(&rank).then_some(Card { rank, suit })
}

/// The cards of a line that can be read, in order.
pub fn parse_hand(line: &str) -> Vec<Card> {
    line.split_whitespace().filter_map(parse_card).collect()
}
==== tests
#[test]
fn cards() {
    assert_eq!(parse_card("10h"), Some(Card { rank: 10, suit: 'h' }));
    assert_eq!(parse_card("As"), Some(Card { rank: 14, suit: 's' }));
}
#[test]
fn no_cards() {
    for code in ["", "h", "Xh", "1h", "999h", "10x"] {
        assert_eq!(parse_card(code), None, "{code}");
    }
    assert_eq!(parse_hand("Kd ?? 2c").len(), 2);
}
