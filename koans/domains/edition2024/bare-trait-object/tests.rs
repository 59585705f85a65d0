#[test]
fn plugins_run_by_their_number() {
    let mut plugins: BTreeMap<u8, Box<dyn Plugin>> = BTreeMap::new();
    plugins.insert(9, Box::new(Quote('|')));
    plugins.insert(1, Box::new(Upper));
    assert_eq!(run(&plugins, "go"), "|GO|");
}
