#[test]
fn the_least_read_page_goes_first() {
    let mut cache = PageCache::default();
    for (name, bytes) in [("a", b"AA"), ("b", b"BB"), ("c", b"CC")] {
        cache.insert(name, bytes);
    }
    for name in ["a", "a", "b", "c", "c", "c"] {
        assert!(cache.read(name).is_some());
    }
    assert_eq!(cache.evict_coldest().as_deref(), Some(&b"BB"[..]));
    assert_eq!(cache.evict_coldest().as_deref(), Some(&b"AA"[..]));
    assert_eq!(cache.evict_coldest().as_deref(), Some(&b"CC"[..]));
    assert!(cache.evict_coldest().is_none());
}

#[test]
fn an_evicted_page_is_gone_and_the_others_stay() {
    let mut cache = PageCache::default();
    cache.insert("hot", &[1, 2, 3]);
    cache.insert("cold", &[9]);
    cache.read("hot");
    assert_eq!(cache.evict_coldest(), Some(vec![9]));
    assert!(cache.read("cold").is_none());
    assert_eq!(cache.read("hot"), Some(&[1u8, 2, 3][..]));
}
