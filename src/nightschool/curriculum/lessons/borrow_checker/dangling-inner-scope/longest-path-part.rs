---
code: E0597
---
/// A directory listing as `ls` prints it: one entry per line.
pub struct Listing {
    pub text: String,
}

impl Listing {
    pub fn entries(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|l| !l.is_empty())
    }
}

pub fn widest<'a>(listing: &'a Listing, current: &'a str) -> &'a str {
    listing
        .entries()
        .fold(current, |best, e| if e.len() > best.len() { e } else { best })
}

/// Width of the column that holds every entry of every listing, which is the
/// longest entry plus two blanks; 0 if there is no entry at all.
pub fn column_width(raw: &[&str]) -> usize {
    let mut best = "";
    for text in raw {
        let listing = Listing { text: text.replace('\t', "    ") };
        best = widest(&listing, best);
    }
    if best.is_empty() {
        0
    } else {
        best.len() + 2
    }
}
==== fixed
/// A directory listing as `ls` prints it: one entry per line.
pub struct Listing {
    pub text: String,
}

impl Listing {
    pub fn entries(&self) -> impl Iterator<Item = &str> {
        self.text.lines().map(str::trim).filter(|l| !l.is_empty())
    }
}

pub fn widest<'a>(listing: &'a Listing, current: &'a str) -> &'a str {
    listing
        .entries()
        .fold(current, |best, e| if e.len() > best.len() { e } else { best })
}

/// Width of the column that holds every entry of every listing, which is the
/// longest entry plus two blanks; 0 if there is no entry at all.
pub fn column_width(raw: &[&str]) -> usize {
    let listings: Vec<Listing> = raw
        .iter()
        .map(|text| Listing { text: text.replace('\t', "    ") })
        .collect();
    let mut best = "";
    for listing in &listings {
        best = widest(listing, best);
    }
    if best.is_empty() {
        0
    } else {
        best.len() + 2
    }
}
==== tests
#[test]
fn longest_over_all_listings() {
    assert_eq!(column_width(&["a\nbcd\n", "efghij\n", "k"]), 8);
}

#[test]
fn first_listing_may_win() {
    assert_eq!(column_width(&["  long-name.txt  \nx", "y\n"]), 15);
    assert_eq!(column_width(&["a\tb", "abcd"]), 8);
}

#[test]
fn empty_is_zero() {
    assert_eq!(column_width(&["", "\n\n"]), 0);
    assert_eq!(column_width(&[]), 0);
}
