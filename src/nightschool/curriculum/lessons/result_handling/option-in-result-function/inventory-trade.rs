---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum TradeError {
    NoSuchItem(String),
    TooFewCoins { short: u32 },
}

pub struct Hero {
    pub coins: u32,
    pub bag: BTreeMap<String, u32>,
}

/// The hero buys one piece of `wanted` from the merchant's price list.
pub fn buy(hero: &mut Hero, prices: &BTreeMap<String, u32>, wanted: &str) -> Result<u32, TradeError> {
    let price = *prices.get(wanted)?;
    if hero.coins < price {
        return Err(TradeError::TooFewCoins { short: price - hero.coins });
    }
    hero.coins -= price;
    *hero.bag.entry(wanted.to_string()).or_insert(0) += 1;
    Ok(hero.coins)
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum TradeError {
    NoSuchItem(String),
    TooFewCoins { short: u32 },
}

pub struct Hero {
    pub coins: u32,
    pub bag: BTreeMap<String, u32>,
}

/// The hero buys one piece of `wanted` from the merchant's price list.
pub fn buy(hero: &mut Hero, prices: &BTreeMap<String, u32>, wanted: &str) -> Result<u32, TradeError> {
    let price = *prices.get(wanted)
        .ok_or_else(|| TradeError::NoSuchItem(wanted.to_string()))?;
    if hero.coins < price {
        return Err(TradeError::TooFewCoins { short: price - hero.coins });
    }
    hero.coins -= price;
    *hero.bag.entry(wanted.to_string()).or_insert(0) += 1;
    Ok(hero.coins)
}
==== tests
fn prices() -> BTreeMap<String, u32> {
    BTreeMap::from([("rope".to_string(), 3), ("lamp".to_string(), 8)])
}
#[test]
fn buys() {
    let mut h = Hero { coins: 10, bag: BTreeMap::new() };
    assert_eq!(buy(&mut h, &prices(), "rope"), Ok(7));
    assert_eq!(h.bag["rope"], 1);
    assert_eq!(buy(&mut h, &prices(), "lamp"), Err(TradeError::TooFewCoins { short: 1 }));
}
#[test]
fn unknown() {
    let mut h = Hero { coins: 10, bag: BTreeMap::new() };
    assert_eq!(buy(&mut h, &prices(), "crown"), Err(TradeError::NoSuchItem("crown".to_string())));
    assert_eq!(h.coins, 10);
    assert!(h.bag.is_empty());
}
