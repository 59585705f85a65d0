#[test]
fn rows_are_kept_by_id() {
    let mut shelf = Shelf::default();
    let (a, b) = (shelf.reserve(), shelf.reserve());
    assert_eq!(shelf.insert(b, "Dune "), 1);
    assert_eq!(shelf.insert(a, " Emma"), 2);
    assert_eq!(shelf.first(), Some(&Row { id: 10, title: "Emma".into() }));
}
