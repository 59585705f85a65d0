---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Credit {
    pub lender: String,
    pub year: u16,
}

#[derive(Debug)]
pub struct Label {
    pub title: String,
    pub credit: Credit,
}

/// Builds one wall label per title; all of them carry the same credit line.
pub fn labels_for_loan(titles: &[&str], lender: &str, year: u16) -> Vec<Label> {
    let credit = Credit { lender: lender.to_owned(), year };
    let mut labels = Vec::with_capacity(titles.len());
    for title in titles {
        if title.is_empty() {
            continue;
        }
        labels.push(Label {
            title: title.to_string(),
            credit,
        });
    }
    labels
}

impl Label {
    pub fn text(&self) -> String {
        format!("{} (on loan from {}, {})", self.title, self.credit.lender, self.credit.year)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Credit {
    pub lender: String,
    pub year: u16,
}

#[derive(Debug)]
pub struct Label {
    pub title: String,
    pub credit: Credit,
}

/// Builds one wall label per title; all of them carry the same credit line.
pub fn labels_for_loan(titles: &[&str], lender: &str, year: u16) -> Vec<Label> {
    let credit = Credit { lender: lender.to_owned(), year };
    let mut labels = Vec::with_capacity(titles.len());
    for title in titles {
        if title.is_empty() {
            continue;
        }
        labels.push(Label {
            title: title.to_string(),
            credit: credit.clone(),
        });
    }
    labels
}

impl Label {
    pub fn text(&self) -> String {
        format!("{} (on loan from {}, {})", self.title, self.credit.lender, self.credit.year)
    }
}
==== tests
#[test]
fn every_label_has_the_credit() {
    let labels = labels_for_loan(&["Dawn", "", "Dusk"], "Villa Rossi", 1998);
    let texts: Vec<String> = labels.iter().map(Label::text).collect();
    assert_eq!(
        texts,
        ["Dawn (on loan from Villa Rossi, 1998)", "Dusk (on loan from Villa Rossi, 1998)"]
    );
}
#[test]
fn no_titles_no_labels() {
    assert!(labels_for_loan(&[], "X", 1).is_empty());
}
