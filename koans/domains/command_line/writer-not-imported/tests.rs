#[test]
fn rows_are_numbered_below_a_head() {
    let text = render(&[("fig", vec![1, 2]), ("oak", vec![10])]);
    assert_eq!(text, "  # name sum\n  1 fig 3\n  2 oak 10\n");
}
