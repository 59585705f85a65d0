---
code: E0106
---
//! Compares the prices of a few shops.

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub item: String,
    pub cents: u32,
}

#[derive(Debug)]
pub struct Shop {
    pub name: String,
    pub offers: Vec<Offer>,
}

/// An offer and the name of the shop that makes it, both as they stand in
/// the list of shops.
#[derive(Debug)]
pub struct Find {
    pub shop: &str,
    pub offer: &Offer,
}

/// The cheapest offer of an item; of equal prices the first. What is
/// found stays good when the text of the search is gone.
pub fn cheapest(shops: &[Shop], item: &str) -> Option<Find> {
    let mut best: Option<Find> = None;
    for shop in shops {
        for offer in shop.offers.iter().filter(|offer| offer.item == item) {
            let better = match &best {
                Some(found) => offer.cents < found.offer.cents,
                None => true,
            };
            if better {
                best = Some(Find { shop: &shop.name, offer });
            }
        }
    }
    best
}
==== fixed
//! Compares the prices of a few shops.

#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub item: String,
    pub cents: u32,
}

#[derive(Debug)]
pub struct Shop {
    pub name: String,
    pub offers: Vec<Offer>,
}

/// An offer and the name of the shop that makes it, both as they stand in
/// the list of shops.
#[derive(Debug)]
pub struct Find<'s> {
    pub shop: &'s str,
    pub offer: &'s Offer,
}

/// The cheapest offer of an item; of equal prices the first. What is
/// found stays good when the text of the search is gone.
pub fn cheapest<'s>(shops: &'s [Shop], item: &str) -> Option<Find<'s>> {
    let mut best: Option<Find> = None;
    for shop in shops {
        for offer in shop.offers.iter().filter(|offer| offer.item == item) {
            let better = match &best {
                Some(found) => offer.cents < found.offer.cents,
                None => true,
            };
            if better {
                best = Some(Find { shop: &shop.name, offer });
            }
        }
    }
    best
}
==== tests
fn shop(name: &str, offers: &[(&str, u32)]) -> Shop {
    let offers = offers.iter().map(|&(item, cents)| Offer { item: item.to_string(), cents }).collect();
    Shop { name: name.to_string(), offers }
}

#[test]
fn the_find_outlives_the_search_text() {
    let shops = [shop("Nord", &[("tea", 450), ("salt", 90)]), shop("West", &[("tea", 390)])];
    let found = {
        let typed = String::from("tea");
        cheapest(&shops, &typed)
    };
    let found = found.unwrap();
    assert_eq!(found.shop, "West");
    assert_eq!(found.offer.cents, 390);
}

#[test]
fn first_of_equals_and_nothing() {
    let shops = [shop("Nord", &[("tea", 390)]), shop("West", &[("tea", 390)])];
    assert_eq!(cheapest(&shops, "tea").unwrap().shop, "Nord");
    assert!(cheapest(&shops, "rum").is_none());
}
