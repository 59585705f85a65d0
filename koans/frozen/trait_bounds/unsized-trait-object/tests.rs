#[test]
fn rules_apply_one_after_the_other() {
    let checkout = Checkout { rules: vec![Box::new(Percent(10)), Box::new(Voucher { cents: 500, minimum: 4000 })] };
    assert_eq!(checkout.price(10_000), 8_500);
    assert_eq!(checkout.price(4_400), 3_960);
    assert_eq!(checkout.price(0), 0);
}

#[test]
fn a_voucher_never_pays_out() {
    let checkout = Checkout { rules: vec![Box::new(Voucher { cents: 900, minimum: 0 })] };
    assert_eq!(checkout.price(350), 0);
    assert_eq!(checkout.price(1_000), 100);
}

#[test]
fn without_rules_the_total_stands() {
    assert_eq!(Checkout { rules: Vec::new() }.price(777), 777);
}
