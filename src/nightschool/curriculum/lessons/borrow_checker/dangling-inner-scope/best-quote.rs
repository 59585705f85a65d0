---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub insurer: String,
    pub premium: u32,
}

pub struct Insurer {
    pub name: String,
    pub base: u32,
    pub per_claim: u32,
    pub max_claims: u32,
}

impl Insurer {
    fn quote(&self, claims: u32) -> Option<Quote> {
        if claims > self.max_claims {
            return None;
        }
        Some(Quote {
            insurer: self.name.clone(),
            premium: self.base + claims * self.per_claim,
        })
    }
}

/// One line for the customer: the cheapest offer, or that nobody makes one.
pub fn advise(panel: &[Insurer], claims: u32) -> String {
    let cheapest = {
        let quotes: Vec<Quote> = panel.iter().filter_map(|i| i.quote(claims)).collect();
        quotes.iter().min_by_key(|q| q.premium)
    };

    match cheapest {
        Some(quote) => format!("{} at {}", quote.insurer, quote.premium),
        None => format!("no offer with {claims} claims"),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    pub insurer: String,
    pub premium: u32,
}

pub struct Insurer {
    pub name: String,
    pub base: u32,
    pub per_claim: u32,
    pub max_claims: u32,
}

impl Insurer {
    fn quote(&self, claims: u32) -> Option<Quote> {
        if claims > self.max_claims {
            return None;
        }
        Some(Quote {
            insurer: self.name.clone(),
            premium: self.base + claims * self.per_claim,
        })
    }
}

/// One line for the customer: the cheapest offer, or that nobody makes one.
pub fn advise(panel: &[Insurer], claims: u32) -> String {
    let quotes: Vec<Quote> = panel.iter().filter_map(|i| i.quote(claims)).collect();
    let cheapest = quotes.iter().min_by_key(|q| q.premium);

    match cheapest {
        Some(quote) => format!("{} at {}", quote.insurer, quote.premium),
        None => format!("no offer with {claims} claims"),
    }
}
==== tests
fn panel() -> Vec<Insurer> {
    vec![
        Insurer { name: "Anchor".into(), base: 300, per_claim: 10, max_claims: 5 },
        Insurer { name: "Beacon".into(), base: 200, per_claim: 80, max_claims: 2 },
    ]
}

#[test]
fn cheapest_depends_on_claims() {
    assert_eq!(advise(&panel(), 0), "Beacon at 200");
    assert_eq!(advise(&panel(), 2), "Anchor at 320");
}

#[test]
fn nobody_offers() {
    assert_eq!(advise(&panel(), 6), "no offer with 6 claims");
    assert_eq!(advise(&[], 1), "no offer with 1 claims");
}
