#[test]
fn groups_are_counted_in_first_seen_order() {
    let words = vec!["kiwi", "fig", "plum", "nut", "pear", "melon"];
    let grouped = Grouped::by(words, |word| word.len());
    assert_eq!(grouped.sizes(), [(&4, 3), (&3, 2), (&5, 1)]);
}

#[test]
fn keys_may_be_strings_and_items_anything() {
    struct Opaque(i32);
    let items = vec![Opaque(-3), Opaque(2), Opaque(-1), Opaque(0)];
    let grouped = Grouped::by(items, |o| if o.0 < 0 { "neg".to_string() } else { "pos".to_string() });
    assert_eq!(grouped.sizes(), [(&"neg".to_string(), 2), (&"pos".to_string(), 2)]);
    let nothing: Grouped<u8, Opaque> = Grouped::by(Vec::new(), |_| 0);
    assert!(nothing.sizes().is_empty());
}
