#[test]
fn round_prices_are_short() {
    let price = |cents, currency| Price { cents, currency };
    assert_eq!(price_list(&[price(500, "EUR"), price(1250, "USD"), price(1200, "CHF")]), "5 € | $12.50 | 12 CHF");
    assert_eq!(price(500, "EUR").display(false), "5.00 €");
}
