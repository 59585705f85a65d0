#[test]
fn the_most_frequent_value_wins() {
    assert_eq!(mode(&[3, 1, 3, 2, 3, 1]), Some((3, 3)));
    assert_eq!(mode(&["b", "a", "b"]), Some(("b", 2)));
    assert_eq!(mode(&["x".to_string()]), Some(("x".to_string(), 1)));
}

#[test]
fn ties_go_to_the_smallest() {
    assert_eq!(mode(&[9, 4, 9, 4, 7]), Some((4, 2)));
    assert_eq!(mode(&['z', 'y', 'x']), Some(('x', 1)));
}

#[test]
fn an_empty_column_has_no_mode() {
    assert_eq!(mode::<u8>(&[]), None);
}
