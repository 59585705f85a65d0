#[test]
fn replaced_values_are_returned() {
    let mut store = OrderedStore::default();
    assert_eq!(store.put("a", 1), None);
    assert_eq!(store.put("b", 2), None);
    assert_eq!(store.put("a", 3), Some(1));
    assert_eq!(store.put("a", 4), Some(3));
}

#[test]
fn keys_keep_their_first_place() {
    let mut store = OrderedStore::default();
    assert!(store.keys().is_empty());
    for (key, value) in [("pear", 1), ("fig", 2), ("pear", 3), ("apple", 4)] {
        store.put(key, value);
    }
    assert_eq!(store.keys(), ["pear", "fig", "apple"]);
}

#[test]
fn it_serves_behind_the_trait() {
    fn fill(store: &mut dyn Store, key: &str) -> Option<u64> {
        store.put(key, 7);
        store.put(key, 8)
    }
    assert_eq!(fill(&mut OrderedStore::default(), "k"), Some(7));
}
