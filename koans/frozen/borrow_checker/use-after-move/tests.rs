fn posting(account: &str, cents: i64) -> Posting {
    Posting { account: account.to_string(), cents }
}

#[test]
fn balances_add_up_per_account() {
    let mut ledger = Ledger::default();
    assert_eq!(ledger.post(posting("rent", 900)), 900);
    assert_eq!(ledger.post(posting("food", 35)), 35);
    assert_eq!(ledger.post(posting("rent", -250)), 650);
    assert_eq!(ledger.post(posting("food", 0)), 35);
}

#[test]
fn every_posting_is_journaled_in_order() {
    let mut ledger = Ledger::default();
    assert!(ledger.journal().is_empty());
    ledger.post(posting("a", 1));
    ledger.post(posting("b", -2));
    ledger.post(posting("a", 3));
    let seen: Vec<(&str, i64)> = ledger.journal().iter().map(|p| (p.account.as_str(), p.cents)).collect();
    assert_eq!(seen, [("a", 1), ("b", -2), ("a", 3)]);
}
