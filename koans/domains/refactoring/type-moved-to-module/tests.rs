#[test]
fn no_cent_is_lost() {
    let shares = split_bill(money::Amount { cents: 1001 }, 3);
    assert_eq!(shares.iter().map(|s| s.cents).collect::<Vec<_>>(), [334, 334, 333]);
    assert_eq!(deposit(2), money::Amount { cents: 5000 });
}
