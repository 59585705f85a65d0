---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct Bid {
    pub bidder: String,
    pub amount: u64,
}

#[derive(Debug, PartialEq)]
pub struct BadBid(pub String);

fn parse_bid(text: &str) -> Result<Bid, BadBid> {
    let (bidder, amount) = text.split_once('@').ok_or_else(|| BadBid(text.to_string()))?;
    let amount = amount.trim().parse().map_err(|_| BadBid(text.to_string()))?;
    Ok(Bid { bidder: bidder.trim().to_string(), amount })
}

/// How far the last bid lies above the one before it. There is no such step when fewer than
/// two bids were made, nor when one of the two cannot be read.
pub fn last_step(history: &[&str]) -> Option<u64> {
    let [.., before, last] = history else {
        return None;
    };
    let before = parse_bid(before)?;
    let last = parse_bid(last)?;
    last.amount.checked_sub(before.amount)
}

/// The bids of a page, or the first that cannot be read.
pub fn read_all(history: &[&str]) -> Result<Vec<Bid>, BadBid> {
    history.iter().map(|text| parse_bid(text)).collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Bid {
    pub bidder: String,
    pub amount: u64,
}

#[derive(Debug, PartialEq)]
pub struct BadBid(pub String);

fn parse_bid(text: &str) -> Result<Bid, BadBid> {
    let (bidder, amount) = text.split_once('@').ok_or_else(|| BadBid(text.to_string()))?;
    let amount = amount.trim().parse().map_err(|_| BadBid(text.to_string()))?;
    Ok(Bid { bidder: bidder.trim().to_string(), amount })
}

/// How far the last bid lies above the one before it. There is no such step when fewer than
/// two bids were made, nor when one of the two cannot be read.
pub fn last_step(history: &[&str]) -> Option<u64> {
    let [.., before, last] = history else {
        return None;
    };
    let before = parse_bid(before).ok()?;
    let last = parse_bid(last).ok()?;
    last.amount.checked_sub(before.amount)
}

/// The bids of a page, or the first that cannot be read.
pub fn read_all(history: &[&str]) -> Result<Vec<Bid>, BadBid> {
    history.iter().map(|text| parse_bid(text)).collect()
}
==== tests
#[test]
fn step() {
    assert_eq!(last_step(&["x", "ann@ 100", "bob @ 130"]), Some(30));
    assert_eq!(last_step(&["ann@100", "bob@90"]), None);
}
#[test]
fn no_step() {
    assert_eq!(last_step(&["ann@100"]), None);
    assert_eq!(last_step(&["ann@100", "bob"]), None);
    assert_eq!(last_step(&["ann@", "bob@7"]), None);
}
#[test]
fn all() {
    assert_eq!(read_all(&["ann@1", "no"]), Err(BadBid("no".into())));
}
