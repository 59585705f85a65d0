#[test]
fn keys_are_checked_without_reading() {
    let mut store = Store::default();
    store.put("a", "12");
    store.put("b", "x");
    assert_eq!(check(&store, &["a", "b"]), Ok(2));
    assert_eq!(check(&store, &["a", "c"]), Err("no c".to_string()));
    assert_eq!(store.load("a", |text, n: &mut usize| *n = text.len()), Ok(2));
}
