#[test]
fn money_moves_or_stays() {
    let mut ledger = Ledger::default();
    *ledger.row("ines") = 500;
    assert_eq!(ledger.transfer("ines", "raj", 120), Ok(120));
    assert_eq!(ledger.transfer("raj", "ines", 200), Err("raj has only 120".to_string()));
    assert_eq!((*ledger.row("ines"), *ledger.row("raj")), (380, 120));
}
