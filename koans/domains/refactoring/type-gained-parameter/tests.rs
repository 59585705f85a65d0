#[test]
fn words_are_measured_once() {
    let mut cache = Cache::new();
    assert_eq!(lengths(&mut cache, &["fjord", "été", "fjord"]), 13);
    assert_eq!(cache.misses, 2);
}
