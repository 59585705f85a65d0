#[test]
fn discounts_stop_at_the_cap() {
    let items = [Item { cents: 500, count: 4 }, Item { cents: 1000, count: 1 }];
    assert_eq!(invoice(&items, true, 1000), 2700);
    assert_eq!(invoice(&items, true, 50), 2950);
    assert_eq!(invoice(&items, false, 1000), 2940);
}
